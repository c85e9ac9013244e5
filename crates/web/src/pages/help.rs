//! Help: the guide of the reader's role, or another's.

use crate::fault::Fault;
use crate::view::Section;
use crate::view::help::{Guide, HelpPage};
use crate::visitor::{Visitor, html};
use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Wanted {
    #[serde(default, rename = "for")]
    guide: String,
}

/// `GET /help`: nobody must sign in to learn how it works.
pub(crate) async fn show(visitor: Visitor, Query(wanted): Query<Wanted>) -> Result<Response, Fault> {
    visitor
        .open(move |visitor, tx| {
            let page = match visitor.seat(tx, Some(Section::Help))? {
                Some(seat) => seat.frame,
                None => visitor.frame(),
            };
            let own = page.viewer.as_ref().map_or(Guide::Resident, |viewer| Guide::of(viewer.role));
            let guide = Guide::from_slug(&wanted.guide).unwrap_or(own);
            Ok(html(&HelpPage { page, guide })?.into_response())
        })
        .await
}
