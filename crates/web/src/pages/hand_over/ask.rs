//! The secretary asks somebody to take over.

use crate::fault::Fault;
use crate::form::chosen;
use crate::pages::claims::is_told;
use crate::pages::day::{ends_at, starts_at};
use crate::refusals::told;
use crate::view::office::{HandOverForm, HandOverFormPage, HeldChoice};
use crate::view::{Choice, PageFrame, Problems, Section};
use crate::visitor::{Visitor, failed_by, html};
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::hand_over::NewHandOver;
use guanjia_app::{App, AppError};
use guanjia_domain::hand_over::Occasion;
use guanjia_domain::ids::StaffId;
use guanjia_domain::people::Post;
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Moment, Refusal};
use guanjia_store::Tx;
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct From {
    #[serde(default)]
    from: String,
}

/// `GET /hand-overs/new?from=`.
pub(crate) async fn form(visitor: Visitor, Query(from): Query<From>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::HandOvers), move |visitor, tx, seat| {
            let from = from.from.parse().map_err(|_| Refusal::NotFound)?;
            let typed = Typed { from: Some(from), occasion: "leaving".to_owned(), ..Typed::default() };
            let left = (typed, Problems::default());
            html(&page_of(visitor.site.app(), tx, seat.home, &seat.signed_in.who, seat.frame, left)?)
        })
        .await
}

/// Where a person's estates and grids are handed over.
pub(crate) fn holding(refusal: &Refusal) -> Option<String> {
    match refusal {
        Refusal::StillAccountable { staff, .. } | Refusal::StillInGrids { staff, .. } => {
            Some(format!("/hand-overs/new?from={staff}"))
        }
        _ => None,
    }
}

/// What the form sent.
#[derive(Default)]
struct Typed {
    from: Option<StaffId>,
    occasion: String,
    to: String,
    starts_on: String,
    ends_on: String,
    /// `None` before the form was sent: everything is ticked.
    parts: Option<Vec<String>>,
}

impl Typed {
    fn read(fields: &[(String, String)]) -> Result<Self, Refusal> {
        let mut typed = Self { parts: Some(Vec::new()), ..Self::default() };
        for (name, value) in fields {
            let value = value.clone();
            match name.as_str() {
                "csrf" => {}
                "from" => typed.from = chosen("from", &value)?,
                "occasion" => typed.occasion = value,
                "to" => typed.to = value,
                "starts_on" => typed.starts_on = value,
                "ends_on" => typed.ends_on = value,
                "part" => typed.parts.get_or_insert_default().push(value),
                _ => {
                    return Err(Refusal::NotAChoice {
                        field: "form",
                        value: name.chars().take(40).collect(),
                    });
                }
            }
        }
        Ok(typed)
    }

    fn hand_over(&self, now: Moment) -> Result<NewHandOver, Refusal> {
        let wrong = |field| Refusal::NotAChoice { field, value: String::new() };
        let occasion = Occasion::of_name(&self.occasion).ok_or_else(|| wrong("occasion"))?;
        let mut new = NewHandOver {
            occasion,
            from: self.from.ok_or_else(|| wrong("from"))?,
            to: chosen("to", &self.to)?,
            starts_at: starts_at("starts_on", &self.starts_on, now)?,
            // A last day that stands beside another occasion means nothing and is not asked about.
            ends_at: ends_at("ends_on", &self.ends_on)?.filter(|_| occasion == Occasion::Absence),
            estates: Vec::new(),
            grids: Vec::new(),
        };
        for part in self.parts.iter().flatten() {
            match part.split_once(':') {
                Some(("estate", id)) => new.estates.push(id.parse().map_err(|_| wrong("part"))?),
                Some(("grid", id)) => new.grids.push(id.parse().map_err(|_| wrong("part"))?),
                _ => return Err(wrong("part")),
            }
        }
        Ok(new)
    }
}

fn page_of(
    app: &App,
    tx: &mut Tx,
    home: CommunityCode,
    who: &Principal,
    page: PageFrame,
    (typed, problems): (Typed, Problems),
) -> Result<HandOverFormPage, AppError> {
    let from = typed.from.ok_or(Refusal::NotFound)?;
    let held = app.held_by(tx, who, home, from)?;
    let of_grids = held.estates.is_empty() && !held.grids.is_empty();
    let choice = |value: String, name: &str, as_deputy| HeldChoice {
        chosen: typed.parts.as_ref().is_none_or(|parts| parts.contains(&value)),
        value,
        name: name.to_owned(),
        as_deputy,
    };
    let estates =
        held.estates.iter().map(|(id, name, steward)| choice(format!("estate:{id}"), name, !steward));
    let grids = held.grids.iter().map(|(id, name)| choice(format!("grid:{id}"), name, false));
    let mut successors = Vec::new();
    for it in tx.staff(home)?.iter().filter(|it| !it.left && it.id != from) {
        if if of_grids { it.post == Post::GridWorker } else { it.post.may_claim() } {
            let name = app.person(tx, home, it.id.0)?.name;
            successors.push(Choice::new(it.id.to_string(), name).chosen_if(&typed.to));
        }
    }
    Ok(HandOverFormPage {
        from: from.to_string(),
        name: app.person(tx, home, from.0)?.name,
        held: estates.chain(grids).collect(),
        of_grids,
        successors,
        form: HandOverForm { occasion: typed.occasion, starts_on: typed.starts_on, ends_on: typed.ends_on },
        problems,
        page: PageFrame { section: Some(Section::HandOvers), ..page },
    })
}

/// `POST /hand-overs`.
pub(crate) async fn ask(
    visitor: Visitor,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let seat = visitor.acting_by(&fields).await?;
    let words = visitor.look.words();
    let answer = visitor
        .site
        .run(move |site| {
            let (app, who, home) = (site.app(), &seat.signed_in.who, seat.home);
            let typed = Typed::read(&fields)?;
            let new = typed.hand_over(app.now()).map_err(AppError::from);
            match new.and_then(|new| app.ask_hand_over(who, home, new).wait()) {
                Ok(_) => Ok(Redirect::to("/hand-overs").into_response()),
                Err(AppError::Refused(refusal)) if is_told(&refusal) => {
                    let left = (typed, vec![told(words, &refusal)].into());
                    failed_by(&app.db.read(|tx| page_of(app, tx, home, who, seat.frame, left))?, &refusal)
                }
                Err(error) => Err(error),
            }
        })
        .await?;
    Ok(answer)
}
