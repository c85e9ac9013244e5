//! Resident cards: who is at home where, one card, and what is done with it.

mod agree;
mod deeds;
mod edit;
mod household;
mod list;
mod sheet;
mod wording;

pub(crate) use deeds::{act, form};
pub(crate) use household::{add, add_known, show as room};
pub(crate) use list::list;
pub(crate) use sheet::show;
pub(super) use wording::{consent_words, kind_key};

use crate::visitor::html;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use guanjia_app::AppError;
use guanjia_domain::card::Stay;
use guanjia_domain::{Refusal, RefusalKind};

use crate::view::Choice;
use crate::words::Words;

/// A page whose form was refused: 409 where somebody else was faster, else 422.
fn refused(page: &impl Template, refusal: &Refusal) -> Result<Response, AppError> {
    let status = if refusal.kind() == RefusalKind::Conflict {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok((status, html(page)?).into_response())
}

/// Whether the form can say what to do about it.
fn stays_on_page(refusal: &Refusal) -> bool {
    matches!(refusal.kind(), RefusalKind::Input | RefusalKind::Conflict)
}

/// As what somebody can be at home, to choose.
fn stays(words: &Words, chosen: &str) -> Vec<Choice> {
    let choice =
        |stay: &Stay| Choice::new(stay.name(), words.say(wording::stay_key(*stay))).chosen_if(chosen);
    Stay::ALL.iter().map(choice).collect()
}
