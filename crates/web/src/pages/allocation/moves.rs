//! `GET /allocations/{id}/moves`: the requests that go along with the estates that change hands.

use super::{head, id_of};
use crate::fault::Fault;
use crate::pages::hand_over::handed;
use crate::view::Section;
use crate::view::allocation::{MovesPage, MovesPart};
use crate::visitor::{Visitor, html};
use axum::extract::Path;
use axum::response::Response;

/// `GET /allocations/{id}/moves`.
pub(crate) async fn show(visitor: Visitor, Path(id): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Claims), move |visitor, tx, seat| {
            let (app, who, home, id) = (visitor.site.app(), &seat.signed_in.who, seat.home, id_of(&id)?);
            let mut parts = Vec::new();
            for (from, to, part) in app.goes_along(tx, who, home, id)? {
                parts.push(MovesPart { from, to, part: handed(app, tx, home, &seat.frame, &part)? });
            }
            let head = head(&app.allocation_for(tx, who, home, id)?, true);
            html(&MovesPage { page: seat.frame, head, parts })
        })
        .await
}
