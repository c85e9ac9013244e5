//! Beginning a project: from a common issue, from a survey, or by hand.

use super::words::count;
use crate::fault::Fault;
use crate::form::{Form, chosen};
use crate::pages::own_work::{doors, id, named};
use crate::present::matter_name;
use crate::refusals::told;
use crate::view::project::BeginPage;
use crate::view::project::kinds::{offered, worded};
use crate::view::{PageFrame, Problems, Section};
use crate::visitor::{Seat, Visitor, failed, html};
use crate::words::Words;
use axum::extract::{Query, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::project::{NewProject, ProjectDraft};
use guanjia_app::{App, AppError};
use guanjia_domain::ids::ProjectId;
use guanjia_domain::project::{Demand, Door, Need};
use guanjia_domain::{Refusal, RefusalKind};
use guanjia_store::Tx;
use serde::Deserialize;

#[derive(Deserialize, Default, Clone)]
pub(crate) struct From {
    #[serde(default)]
    estate: String,
    #[serde(default)]
    issue: String,
    #[serde(default)]
    survey: String,
}

/// What was typed.
#[derive(Default)]
struct Typed {
    id: Option<ProjectId>,
    title: Option<String>,
    need: String,
    doors: Vec<String>,
}

/// `GET /projects/new?estate=&issue=&survey=`.
pub(crate) async fn form(visitor: Visitor, Query(from): Query<From>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Projects), move |visitor, tx, seat| {
            let app = visitor.site.app();
            let draft = draft(app, tx, &seat, &from)?;
            let left = (Typed::default(), Problems::default());
            html(&page_of(app, tx, visitor.look.words(), seat, &from, &draft, left)?)
        })
        .await
}

/// An id, or the address of its page, which ends with it.
fn last(typed: &str) -> &str {
    typed.rsplit('/').next().unwrap_or_default()
}

fn draft(app: &App, tx: &mut Tx, seat: &Seat, from: &From) -> Result<ProjectDraft, AppError> {
    let of = (
        chosen("issue", last(&from.issue)).map_err(|_| Refusal::NotFound)?,
        chosen("survey", last(&from.survey)).map_err(|_| Refusal::NotFound)?,
        chosen("estate", &from.estate).map_err(|_| Refusal::NotFound)?,
    );
    app.project_draft(tx, &seat.signed_in.who, seat.home, of)
}

fn page_of(
    app: &App,
    tx: &mut Tx,
    words: &'static Words,
    seat: Seat,
    from: &From,
    draft: &ProjectDraft,
    (typed, problems): (Typed, Problems),
) -> Result<BeginPage, AppError> {
    let found = Need::ALL.iter().filter_map(|need| {
        let doors = draft.scope.iter().filter(|it| it.need == *need).count();
        let need = worded!(words, Need, need.name());
        let args = [("need", need.as_str().into()), ("doors", count(doors).into())];
        (doors > 0).then(|| words.say_with("record-need", &args))
    });
    let list = app.matters(tx, seat.home)?;
    let matter = matter_name(words, &list, draft.matter.as_deref()).unwrap_or_default();
    let mut groups = doors(app, tx, &seat.signed_in.who, seat.home, draft.estate, "")?;
    for group in &mut groups {
        // A whole building is no door.
        group.choices.retain(|it| it.value.contains('.'));
        for choice in &mut group.choices {
            choice.chosen = typed.doors.contains(&choice.value);
        }
    }
    let kept = |_: &str| true;
    Ok(BeginPage {
        id: typed.id.map_or_else(|| app.id().map(ProjectId), Ok)?.to_string(),
        estate: draft.estate.to_string(),
        name: draft.name.clone(),
        issue: from.issue.clone(),
        survey: from.survey.clone(),
        requests: count(draft.requests.len()),
        found: found.collect(),
        title: typed.title.unwrap_or(matter),
        needs: offered!(words, Need, &typed.need, kept),
        doors: groups,
        problems,
        page: PageFrame { section: Some(Section::Projects), ..seat.frame },
    })
}

/// `POST /projects`.
pub(crate) async fn begin(visitor: Visitor, RawForm(bytes): RawForm) -> Result<Response, Fault> {
    let fields = ["csrf", "id", "estate", "issue", "survey", "title", "surveyed", "need", "door"];
    let form = Form::encoded(&bytes, &fields)?;
    let ticked = Form::all(&bytes, "door");
    let seat = visitor.acting(form.get("csrf")).await?;
    let words = visitor.look.words();
    let answer = visitor.site.run(move |site| {
        let app = site.app();
        let from =
            From { estate: form.owned("estate"), issue: form.owned("issue"), survey: form.owned("survey") };
        let draft = app.db.read(|tx| draft(app, tx, &seat, &from))?;
        let begun = new(app, &draft, &form, &ticked)
            .and_then(|new| app.begin_project(&seat.signed_in.who, seat.home, new)?.wait());
        match begun {
            Ok(project) => Ok(Redirect::to(&format!("/projects/{project}")).into_response()),
            Err(AppError::Refused(refusal)) if refusal.kind() == RefusalKind::Input => {
                let typed = Typed {
                    id: form.get("id").parse().ok(),
                    title: Some(form.owned("title")),
                    need: form.owned("need"),
                    doors: ticked,
                };
                let left = (typed, vec![told(words, &refusal)].into());
                failed(&app.db.read(|tx| page_of(app, tx, words, seat, &from, &draft, left))?)
            }
            Err(error) => Err(error),
        }
    });
    Ok(answer.await?)
}

fn new(app: &App, draft: &ProjectDraft, form: &Form, ticked: &[String]) -> Result<NewProject, AppError> {
    let mut scope = if form.ticked("surveyed") { draft.scope.clone() } else { Vec::new() };
    if !ticked.is_empty() {
        let need = named("need", form, Need::of_name)?;
        for typed in ticked {
            scope.push(Demand { door: door(typed)?, need });
        }
    }
    let typed = form.get("id");
    Ok(NewProject {
        id: if typed.is_empty() { app.id()?.into() } else { id(typed)? },
        estate: draft.estate,
        title: form.owned("title"),
        issue: draft.issue,
        surveys: draft.surveys.clone(),
        requests: draft.requests.clone(),
        scope,
    })
}

/// `building.unit`, with the room where it is one.
fn door(typed: &str) -> Result<Door, Refusal> {
    let wrong = || Refusal::NotAChoice { field: "door", value: typed.chars().take(60).collect() };
    let mut parts = typed.split('.');
    let mut part = || parts.next().unwrap_or_default();
    let building = part().parse().map_err(|_| wrong())?;
    let unit = part().parse().map_err(|_| wrong())?;
    Ok(Door { building, unit, room: chosen("door", part())? })
}
