//! A draft with its three plans and its map.

use super::columns;
use super::list::{starts_at, state};
use crate::fault::Fault;
use crate::present::{clock_of, matter_name, state_of};
use crate::view::office::OpenRow;
use crate::view::place::{DesignPage, Torn};
use crate::view::{Choice, ChoiceGroup, PageFrame, Problems, Section};
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::extract::{Path, Query};
use axum::response::Response;
use guanjia_app::grid_design::{DesignSheet, TaskLine};
use guanjia_app::{App, AppError};
use guanjia_domain::grid_design::GridDesign;
use guanjia_domain::ids::{BuildingId, DesignId};
use guanjia_domain::people::Post;
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;
use serde::Deserialize;

/// A move that is looked at.
#[derive(Deserialize, Default)]
pub(crate) struct LookedAt {
    #[serde(default)]
    building: String,
    #[serde(default)]
    to: String,
}

impl LookedAt {
    fn read(&self) -> Option<(BuildingId, usize)> {
        self.building.parse().ok().zip(self.to.parse().ok())
    }
}

/// `GET /grids/designs/{id}?building=&to=`.
pub(crate) async fn show(
    visitor: Visitor,
    Path(id): Path<String>,
    Query(looked_at): Query<LookedAt>,
) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Grids), move |visitor, tx, seat| {
            let id = id.parse().map_err(|_| Refusal::NotFound)?;
            let (app, who) = (visitor.site.app(), &seat.signed_in.who);
            let left = (String::new(), Problems::default());
            html(&page_of(app, tx, seat.home, who, seat.frame, (id, looked_at.read(), left))?)
        })
        .await
}

/// The page of a draft.
pub(super) fn page_of(
    app: &App,
    tx: &mut Tx,
    home: CommunityCode,
    who: &Principal,
    page: PageFrame,
    (id, looked_at, (starts_on, problems)): (DesignId, Option<(BuildingId, usize)>, (String, Problems)),
) -> Result<DesignPage, AppError> {
    let sheet = app.design_sheet(tx, who, home, (id, looked_at))?;
    let words = page.words;
    let mut workers = Vec::new();
    for it in tx.staff(home)?.iter().filter(|it| !it.left && it.post == Post::GridWorker) {
        workers.push(Choice::new(it.id.to_string(), app.person(tx, home, it.id.0)?.name));
    }
    let mut tasks = Vec::new();
    for task in &sheet.tasks {
        tasks.push((open_row(app, tx, home, words, task)?, task.to.clone()));
    }
    let targets = targets(words, &sheet);
    let comma = words.say("list-comma");
    let torn = |(estate, parts): &(String, Vec<Vec<String>>)| Torn {
        estate: estate.clone(),
        parts: parts.iter().map(|part| part.join(comma)).collect(),
    };
    let starts = starts_at(&sheet.draft);
    let begun = starts.is_some_and(|at| at <= app.now().0);
    Ok(DesignPage {
        id: id.to_string(),
        version: sheet.draft.version,
        at: sheet.draft.designed_at.0,
        asked: asked(words, &sheet.draft),
        state: state(&sheet.draft),
        open: sheet.draft.is_open(),
        stale: sheet.stale,
        may_approve: sheet.may_approve,
        starts_at: starts,
        plans: columns::plans(&sheet),
        now: columns::now(&sheet),
        moves: sheet.draft.moves.len(),
        unavoidable: unavoidable(words, &sheet),
        torn: sheet.torn.iter().map(torn).collect(),
        off_streets: sheet.off_streets.join(comma),
        buildings: buildings(&sheet),
        tried: columns::tried(&sheet, &targets),
        grids: (1..).zip(&sheet.groups).map(|(mark, it)| columns::grid(words, mark, it, &workers)).collect(),
        may_hand_on: begun && sheet.may_approve && sheet.tasks.iter().any(|it| it.can_move),
        replaced: u32::try_from(sheet.replaced).unwrap_or(u32::MAX),
        given_up: if sheet.draft.is_open() { sheet.given_up.join(comma) } else { String::new() },
        targets,
        tasks,
        starts_on,
        problems,
        page: PageFrame { section: Some(Section::Grids), ..page },
    })
}

fn asked(words: &Words, draft: &GridDesign) -> String {
    let it = &draft.designed;
    let seed = it.seed.to_string();
    let args = [
        ("min", it.band.min.into()),
        ("max", it.band.max.into()),
        ("price", it.price.into()),
        ("seed", seed.as_str().into()),
        ("engine", it.engine.as_str().into()),
    ];
    words.say_with("design-asked", &args)
}

fn unavoidable(words: &Words, sheet: &DesignSheet) -> Vec<(String, String)> {
    let is_english = words.language().tag() == "en";
    let said = sheet.now.unavoidable.iter();
    said.map(|it| (it.estate.clone(), if is_english { it.reason.clone() } else { it.chinese().to_owned() }))
        .collect()
}

/// Grids by their number on the map; the last is a new one.
fn targets(words: &Words, sheet: &DesignSheet) -> Vec<Choice> {
    let named = (1..).zip(&sheet.groups);
    let named = named.map(|(mark, it): (usize, _)| {
        Choice::new(it.number.to_string(), format!("{mark} · {} ({})", it.name, it.laid.households))
    });
    let own = Choice::new(sheet.draft.groups.len().to_string(), words.say("design-own-grid"));
    named.chain(std::iter::once(own)).collect()
}

fn buildings(sheet: &DesignSheet) -> Vec<ChoiceGroup> {
    let mut found: Vec<ChoiceGroup> = Vec::new();
    for (mark, group) in (1..).zip(&sheet.groups) {
        let _: usize = mark;
        for (row, estate) in &group.buildings {
            let choice =
                Choice::new(row.id.to_string(), format!("{} ({}) · {mark}", row.name, row.households));
            match found.iter_mut().find(|it| it.label == *estate) {
                Some(known) => known.choices.push(choice),
                None => found.push(ChoiceGroup { label: estate.clone(), choices: vec![choice] }),
            }
        }
    }
    found
}

fn open_row(
    app: &App,
    tx: &mut Tx,
    home: CommunityCode,
    words: &Words,
    task: &TaskLine,
) -> Result<OpenRow, AppError> {
    let list = app.matters(tx, home)?;
    Ok(OpenRow {
        number: task.request.number,
        place: task.place.line(),
        matter: matter_name(words, &list, task.request.matter.as_deref()).unwrap_or_default(),
        state: state_of(task.request.state, None),
        clock: clock_of(&task.request),
        with: Some(task.from.clone()),
    })
}
