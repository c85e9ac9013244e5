//! One piece of work: which doors it serves.

use super::words::piece_name;
use crate::fault::Fault;
use crate::form::Form;
use crate::pages::own_work::id;
use crate::refusals::told;
use crate::view::project::kinds::worded;
use crate::view::project::{PieceDoor, PiecePage};
use crate::view::{Choice, PageFrame, Problems, Section};
use crate::visitor::{Visitor, failed_by, html};
use crate::words::Words;
use axum::extract::{Path, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::project::{ProjectDeed, ProjectSheet};
use guanjia_app::{AppError, office_allow};
use guanjia_domain::ids::ProjectId;
use guanjia_domain::permission::{Action, Area};
use guanjia_domain::project::{Command, Demand, Serve, Why};
use guanjia_domain::{Refusal, RefusalKind};

/// The value of a door that is served wholly.
const WHOLLY: &str = "wholly";

/// `GET /projects/{id}/items/{n}`.
pub(crate) async fn show(
    visitor: Visitor,
    Path((project, n)): Path<(String, u32)>,
) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Projects), move |visitor, tx, seat| {
            let (app, who) = (visitor.site.app(), &seat.signed_in.who);
            let project = id::<ProjectId>(&project)?;
            let community = app.find_project(tx, who, project)?;
            let sheet = app.project_sheet(tx, who, community, project)?;
            let area = Area { estate: Some(sheet.project.estate), ..Area::community(community, None) };
            office_allow(who, Action::KeepProject, &area)?;
            html(&page_of(visitor.look.words(), seat.frame, &sheet, n, None, Problems::default())?)
        })
        .await
}

/// The doors of the scope that have the need of a piece, with their places.
fn candidates(sheet: &ProjectSheet, n: u32) -> Result<Vec<(usize, Demand)>, Refusal> {
    let at = (n as usize).checked_sub(1).and_then(|at| sheet.project.items.get(at));
    let need = at.ok_or(Refusal::NotFound)?.need;
    let all = sheet.project.scope.iter().copied().enumerate();
    Ok(all.filter(|(_, demand)| demand.need == need).collect())
}

fn page_of(
    words: &'static Words,
    page: PageFrame,
    sheet: &ProjectSheet,
    n: u32,
    typed: Option<&Form>,
    problems: Problems,
) -> Result<PiecePage, AppError> {
    let item = &sheet.project.items[..];
    let mut buildings: Vec<(String, Vec<PieceDoor>)> = Vec::new();
    for (at, demand) in candidates(sheet, n)? {
        let name = format!("d{at}");
        let serve = item[n as usize - 1].serves.iter().find(|it| it.door == demand.door);
        let now = serve.map_or("", |it| it.partly.map_or(WHOLLY, Why::name)).to_owned();
        let chosen = typed.map_or(now, |form| form.owned(&name));
        let partly = Why::chosen().map(|why| {
            let why_words = worded!(words, Why, why.name());
            let label = words.say_with("piece-in-part", &[("why", why_words.as_str().into())]);
            Choice::new(why.name(), label).chosen_if(&chosen)
        });
        let wholly = Choice::new(WHOLLY, words.say("piece-wholly")).chosen_if(&chosen);
        let door = PieceDoor {
            name,
            door: sheet.doors.name(&demand.door),
            choices: std::iter::once(wholly).chain(partly).collect(),
        };
        let building = sheet.doors.building(demand.door.building).to_owned();
        match buildings.iter_mut().find(|(known, _)| *known == building) {
            Some((_, doors)) => doors.push(door),
            None => buildings.push((building, vec![door])),
        }
    }
    Ok(PiecePage {
        href: format!("/projects/{}", sheet.project.id),
        n,
        version: sheet.project.version,
        title: sheet.text(Some(0)).to_owned(),
        name: piece_name(words, &sheet.project, n),
        buildings,
        problems,
        page: PageFrame { section: Some(Section::Projects), ..page },
    })
}

/// `POST /projects/{id}/items/{n}`.
pub(crate) async fn save(
    visitor: Visitor,
    Path((project, n)): Path<(String, u32)>,
    RawForm(bytes): RawForm,
) -> Result<Response, Fault> {
    let csrf = Form::all(&bytes, "csrf").into_iter().next().unwrap_or_default();
    let seat = visitor.acting(&csrf).await?;
    let words = visitor.look.words();
    let answer = visitor.site.run(move |site| {
        let (app, who) = (site.app(), &seat.signed_in.who);
        let project = id::<ProjectId>(&project)?;
        let community = app.db.read(|tx| app.find_project(tx, who, project))?;
        let sheet = app.db.read(|tx| app.project_sheet(tx, who, community, project))?;
        let doors = candidates(&sheet, n)?;
        let names: Vec<String> = doors.iter().map(|(at, _)| format!("d{at}")).collect();
        let known: Vec<&str> =
            ["csrf", "version"].into_iter().chain(names.iter().map(String::as_str)).collect();
        let form = Form::encoded(&bytes, &known).map_err(|_| {
            let value = String::new();
            Refusal::NotAChoice { field: "form", value }
        })?;
        let saved = serves(&doors, &form).and_then(|serves| {
            let seen = form.get("version").parse().map_err(|_| Refusal::ProjectChanged)?;
            let deed = ProjectDeed::of(project, Command::Assign { item: n, serves });
            app.act_on_project(who, community, ProjectDeed { seen: Some(seen), ..deed })?.wait()
        });
        match saved {
            Ok(_) => Ok(Redirect::to(&format!("/projects/{project}#pieces")).into_response()),
            Err(AppError::Refused(refusal))
                if matches!(refusal.kind(), RefusalKind::Input | RefusalKind::Conflict) =>
            {
                let problems = vec![told(words, &refusal)].into();
                failed_by(&page_of(words, seat.frame, &sheet, n, Some(&form), problems)?, &refusal)
            }
            Err(error) => Err(error),
        }
    });
    Ok(answer.await?)
}

fn serves(doors: &[(usize, Demand)], form: &Form) -> Result<Vec<Serve>, AppError> {
    let mut serves = Vec::new();
    for (at, demand) in doors {
        let partly = match form.get(&format!("d{at}")) {
            "" => continue,
            WHOLLY => None,
            why => {
                let wrong = || Refusal::NotAChoice { field: "door", value: why.chars().take(40).collect() };
                Some(Why::of_name(why).ok_or_else(wrong)?)
            }
        };
        serves.push(Serve { door: demand.door, partly });
    }
    Ok(serves)
}
