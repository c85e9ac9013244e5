//! The letter of a call.

use super::words::{file_line, unit_words};
use crate::fault::Fault;
use crate::pages::own_work::id;
use crate::view::Section;
use crate::view::call::LetterPage;
use crate::view::time::day;
use crate::visitor::{Visitor, html};
use axum::extract::Path;
use axum::response::Response;
use guanjia_domain::call::CallEvent;
use guanjia_domain::ids::CallId;

/// `GET /calls/{id}/letter`: to whoever was called last.
pub(crate) async fn show(visitor: Visitor, Path(call): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Calls), move |visitor, tx, seat| {
            let (app, who, words) = (visitor.site.app(), &seat.signed_in.who, visitor.look.words());
            let call = id::<CallId>(&call)?;
            let community = app.find_call(tx, who, call)?;
            let sheet = app.call_sheet(tx, who, community, call)?;
            let list = app.matters(tx, community)?;
            let last = sheet.call.chain.last();
            let tried = sheet.trail.iter().filter_map(|it| match &it.event {
                CallEvent::Blown(_) => Some(1),
                CallEvent::Tried { words } => Some(*words),
                _ => None,
            });
            html(&LetterPage {
                href: format!("/calls/{call}"),
                to: last.map(|it| unit_words(words, &sheet.unit(it.to))).unwrap_or_default(),
                asked: sheet.text(last.map(|it| it.words)).to_owned(),
                tried: tried.map(|n| sheet.text(Some(n)).to_owned()).collect(),
                file: sheet.file.iter().map(|it| file_line(words, &list, it, false)).collect(),
                by_when: sheet.call.by_when.to_string(),
                day: day(last.map_or(sheet.call.blown_at.0, |it| it.at.0)),
                supervision: app.community(tx, community)?.supervision,
                community: sheet.from,
                estate: sheet.estate,
                page: seat.frame,
            })
        })
        .await
}
