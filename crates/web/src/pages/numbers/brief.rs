//! `GET /numbers/brief`: the pace in a few lines, fetched by the secretary's first page once it stands.

use super::pace::{ratio, title};
use crate::fault::Fault;
use crate::view::numbers::PaceBriefPart;
use crate::visitor::{Visitor, html};
use axum::response::Response;
use guanjia_domain::numbers::Said;
use guanjia_domain::{Refusal, Role};

/// How many lines are shown.
const SHOWN: usize = 3;

/// `GET /numbers/brief`.
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .walking(None, |visitor, tx, seat| {
            let (app, words, who) = (visitor.site.app(), visitor.look.words(), &seat.signed_in.who);
            if who.role == Role::StreetOffice {
                return Err(Refusal::NotFound.into());
            }
            let reach = app.numbers_reach(tx, who, seat.home, None)?;
            let sheet = app.pace(tx, seat.home, &reach)?;
            let mut lines = Vec::new();
            for line in sheet.apart().take(SHOWN) {
                if let Said::Enough(sides) = &line.pace.after {
                    let (place, said) = (title(words, line), ratio(words, &line.grids, sides));
                    let parts = [("where", (&place).into()), ("said", (&said).into())];
                    lines.push(words.say_with("pace-brief-line", &parts));
                }
            }
            let looked = sheet.lines.iter().filter(|it| matches!(it.pace.after, Said::Enough(_))).count();
            let looked = u32::try_from(looked).unwrap_or(u32::MAX);
            html(&PaceBriefPart { page: seat.frame, lines, looked })
        })
        .await
}
