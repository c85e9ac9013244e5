//! What is done with a draft.

use super::show::page_of;
use crate::fault::Fault;
use crate::form::chosen;
use crate::pages::claims::is_told;
use crate::pages::day::starts_at;
use crate::refusals::told;
use crate::visitor::{Seat, Visitor, encoded, failed_by};
use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::grid_design::Approval;
use guanjia_app::{App, AppError};
use guanjia_domain::Refusal;
use guanjia_domain::grid_design::{Deed, Priority};
use guanjia_domain::ids::{DesignId, StaffId};
use std::collections::BTreeMap;

/// What a form sent: every name once.
struct Typed(BTreeMap<String, String>);

/// The fields beside `worker-N`.
const KNOWN: [&str; 6] = ["csrf", "version", "priority", "building", "to", "starts_on"];

impl Typed {
    fn read(fields: Vec<(String, String)>) -> Result<Self, Refusal> {
        let unknown =
            fields.iter().find(|(name, _)| !KNOWN.contains(&name.as_str()) && worker(name).is_none());
        if let Some((name, _)) = unknown {
            return Err(Refusal::NotAChoice { field: "form", value: name.chars().take(40).collect() });
        }
        Ok(Self(fields.into_iter().collect()))
    }

    fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    fn needed<T: std::str::FromStr>(&self, field: &'static str) -> Result<T, Refusal> {
        chosen(field, self.get(field))?.ok_or(Refusal::TextMissing { field })
    }

    fn deed(&self, deed: &str) -> Result<Option<Deed>, Refusal> {
        let wrong = |field| Refusal::NotAChoice { field, value: String::new() };
        Ok(Some(match deed {
            "choose" => {
                let priority = Priority::of_name(self.get("priority"));
                Deed::Choose(priority.ok_or_else(|| wrong("priority"))?)
            }
            "move" => Deed::Move(self.needed("building")?, self.needed("to")?),
            "undo" => Deed::Undo,
            "give-up" => Deed::GiveUp,
            _ => return Ok(None),
        }))
    }

    fn approval(&self, app: &App, design: DesignId) -> Result<Approval, Refusal> {
        let mut workers: Vec<(usize, Option<StaffId>)> = Vec::new();
        for (name, value) in &self.0 {
            if let Some(number) = worker(name) {
                workers.push((number, chosen("worker", value)?));
            }
        }
        let starts_at = starts_at("starts_on", self.get("starts_on"), app.now())?;
        Ok(Approval { design, seen: self.needed("version")?, starts_at, workers })
    }
}

fn worker(field: &str) -> Option<usize> {
    field.strip_prefix("worker-")?.parse().ok()
}

fn done(app: &App, seat: &Seat, id: DesignId, deed: &str, typed: &Typed) -> Result<(), AppError> {
    let (who, home) = (&seat.signed_in.who, seat.home);
    match (deed, typed.deed(deed)?) {
        (_, Some(deed)) => app.work_on_design(who, home, (id, typed.needed("version")?), deed).wait(),
        ("approve", None) => app.approve_design(who, home, typed.approval(app, id)?).wait(),
        ("hand-on", None) => app.hand_on_tasks(who, home, id).wait(),
        _ => Err(Refusal::NotFound.into()),
    }
}

/// `POST /grids/designs/{id}/{deed}`: `choose`, `move`, `undo`, `give-up`, `approve`, `hand-on`.
pub(crate) async fn act(
    visitor: Visitor,
    Path((id, deed)): Path<(String, String)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let seat = visitor.acting_by(&fields).await?;
    let words = visitor.look.words();
    let answer = visitor
        .site
        .run(move |site| {
            let (app, home) = (site.app(), seat.home);
            let id: DesignId = id.parse().map_err(|_| Refusal::NotFound)?;
            let typed = Typed::read(fields)?;
            match done(app, &seat, id, &deed, &typed) {
                Ok(()) if matches!(deed.as_str(), "move" | "undo") => {
                    Ok(Redirect::to(&format!("/grids/designs/{}#try", encoded(&id.to_string())))
                        .into_response())
                }
                Ok(()) => Ok(Redirect::to(&format!("/grids/designs/{id}")).into_response()),
                Err(AppError::Refused(refusal)) if is_told(&refusal) => {
                    let left = (typed.get("starts_on").to_owned(), vec![told(words, &refusal)].into());
                    let who = &seat.signed_in.who;
                    let shown = (id, None, left);
                    failed_by(
                        &app.db.read(|tx| page_of(app, tx, home, who, seat.frame.clone(), shown))?,
                        &refusal,
                    )
                }
                Err(error) => Err(error),
            }
        })
        .await?;
    Ok(answer)
}
