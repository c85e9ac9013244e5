//! Planning a change of the partitions, and taking one back.

use super::{Shown, page_of};
use crate::fault::Fault;
use crate::form::chosen;
use crate::pages::claims::is_told;
use crate::pages::day::starts_at;
use crate::refusals::told;
use crate::view::place::PlanForm;
use crate::visitor::{Seat, Visitor, failed_by};
use crate::words::Words;
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::partition::{Regrid, Replaced};
use guanjia_app::{App, AppError};
use guanjia_domain::place::GridPart;
use guanjia_domain::{Moment, Refusal};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Planning {
    csrf: String,
    kind: String,
    #[serde(default)]
    part: String,
    #[serde(default)]
    grid: String,
    #[serde(default)]
    worker: String,
    #[serde(default)]
    building: String,
    #[serde(default)]
    estate: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    heir: String,
    #[serde(default)]
    starts_on: String,
}

fn needed<T: std::str::FromStr>(field: &'static str, typed: &str) -> Result<T, Refusal> {
    chosen(field, typed)?.ok_or_else(|| Refusal::NotAChoice { field, value: String::new() })
}

impl Planning {
    fn change(&self) -> Result<Regrid, Refusal> {
        match self.kind.as_str() {
            "part" => {
                let (building, unit) = self.part.split_once(':').unwrap_or((&self.part, ""));
                let part = GridPart { building: needed("part", building)?, unit: chosen("part", unit)? };
                Ok(Regrid::Part(part, chosen("grid", &self.grid)?))
            }
            "new" => Ok(Regrid::New(self.name.clone(), chosen("worker", &self.worker)?)),
            "give-up" => Ok(Regrid::GiveUp(needed("grid", &self.grid)?, chosen("heir", &self.heir)?)),
            "worker" => Ok(Regrid::Worker(needed("grid", &self.grid)?, chosen("worker", &self.worker)?)),
            "building" => {
                Ok(Regrid::Building(needed("building", &self.building)?, needed("estate", &self.estate)?))
            }
            _ => Err(Refusal::NotAChoice { field: "kind", value: String::new() }),
        }
    }
}

/// `POST /partitions`.
pub(crate) async fn plan(visitor: Visitor, Form(typed): Form<Planning>) -> Result<Response, Fault> {
    let seat = visitor.acting(&typed.csrf).await?;
    let words = visitor.look.words();
    let answer = visitor
        .site
        .run(move |site| {
            let (app, who) = (site.app(), &seat.signed_in.who);
            let done =
                typed.change().and_then(|it| Ok((it, starts_at("starts_on", &typed.starts_on, app.now())?)));
            let done = done
                .map_err(AppError::from)
                .and_then(|(change, at)| app.replan(who, seat.home, change, at).wait());
            let on = typed.starts_on.clone();
            let form = PlanForm { kind: typed.kind, starts_on: typed.starts_on, name: typed.name };
            answered(app, words, seat, done, (on, form))
        })
        .await?;
    Ok(answer)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cancelling {
    csrf: String,
    kind: String,
    #[serde(default)]
    id: String,
    starts_at: i64,
}

/// `POST /partitions/cancel`: takes a planned change back.
pub(crate) async fn cancel(visitor: Visitor, Form(typed): Form<Cancelling>) -> Result<Response, Fault> {
    let seat = visitor.acting(&typed.csrf).await?;
    let words = visitor.look.words();
    let answer = visitor
        .site
        .run(move |site| {
            let (app, at) = (site.app(), Moment(typed.starts_at));
            let what = match typed.kind.as_str() {
                "grids" => Replaced::Grids(at),
                "building" => Replaced::Building(typed.id.parse().map_err(|_| Refusal::NotFound)?, at),
                _ => return Err(Refusal::NotFound.into()),
            };
            let done = app.withdraw_plan(&seat.signed_in.who, seat.home, what).wait();
            answered(app, words, seat, done, (String::new(), PlanForm::default()))
        })
        .await?;
    Ok(answer)
}

/// Back to the day that was planned, or the page again with what was wrong.
fn answered(
    app: &App,
    words: &Words,
    seat: Seat,
    done: Result<(), AppError>,
    (on, form): (String, PlanForm),
) -> Result<Response, AppError> {
    match done {
        Ok(()) => {
            Ok(Redirect::to(&format!("/partitions?on={}", crate::visitor::encoded(&on))).into_response())
        }
        Err(AppError::Refused(refusal)) if is_told(&refusal) => {
            let problems = vec![told(words, &refusal)].into();
            let (shown, who) = (Shown { on, ..Shown::default() }, &seat.signed_in.who);
            failed_by(
                &app.db
                    .read(|tx| page_of(app, tx, seat.home, who, seat.frame, (&shown, (form, problems))))?,
                &refusal,
            )
        }
        Err(error) => Err(error),
    }
}
