//! The poster of an estate.

use super::{estate_and_steward, reach};
use crate::fault::Fault;
use crate::view::Section;
use crate::view::print::PosterPage;
use crate::visitor::{Visitor, html};
use axum::extract::{Path, Query};
use axum::response::Response;
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Paper {
    #[serde(default)]
    size: String,
}

/// `GET /print/poster/{estate}`.
pub(crate) async fn poster(
    visitor: Visitor,
    Path(estate): Path<String>,
    Query(paper): Query<Paper>,
) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Print), move |visitor, tx, seat| {
            let (app, who, home) = (visitor.site.app(), &seat.signed_in.who, seat.home);
            let (id, name, steward, community) = estate_and_steward(app, tx, who, home, &estate)?;
            html(&PosterPage {
                page: seat.frame,
                reach: reach(&community),
                community: community.name,
                estate: name,
                estate_id: id.to_string(),
                steward,
                address: format!("{}/c/{home}/report?estate={id}", visitor.site.base_url()),
                is_large: paper.size == "a3",
            })
        })
        .await
}
