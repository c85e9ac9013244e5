//! The list of calls for help.

use super::words::{lies, stage_of};
use crate::fault::Fault;
use crate::view::call::{CallRow, CallsPage};
use crate::view::{Choice, Section};
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::response::Response;
use guanjia_app::App;
use guanjia_app::call::CallLine;
use guanjia_domain::{Refusal, Role};
use jiff::civil::Date;

/// `GET /calls`.
pub(crate) async fn list(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Calls), |visitor, tx, seat| {
            let (app, who) = (visitor.site.app(), &seat.signed_in.who);
            may_look(who.role)?;
            let words = visitor.look.words();
            let (open, over): (Vec<_>, Vec<_>) =
                app.calls(tx, who)?.into_iter().partition(|it| it.call.is_open());
            let (to_me, mine): (Vec<_>, Vec<_>) = open.into_iter().partition(|it| it.is_to_me);
            let rows = |lines: &[CallLine]| lines.iter().map(|it| row(words, app.today(), it)).collect();
            let estates = app.call_estates(tx, who)?;
            let choice =
                |(id, name): (guanjia_domain::ids::EstateId, String)| Choice::new(id.to_string(), name);
            html(&CallsPage {
                to_me: rows(&to_me),
                mine: rows(&mine),
                over: rows(&over),
                estates: estates.into_iter().map(choice).collect(),
                has_list: App::reads_duty_list(who.role),
                page: seat.frame,
            })
        })
        .await
}

/// Whether a role has to do with calls at all.
fn may_look(role: Role) -> Result<(), Refusal> {
    match role {
        Role::Secretary | Role::Officer | Role::StreetOffice | Role::DistrictBureau | Role::Organisation => {
            Ok(())
        }
        _ => Err(Refusal::Forbidden),
    }
}

/// A line of the list.
pub(crate) fn row(words: &Words, today: Date, it: &CallLine) -> CallRow {
    let due = it.call.due();
    CallRow {
        href: format!("/calls/{}", it.call.id),
        title: it.title.clone(),
        stage: stage_of(it.call.stage),
        lies: lies(words, &it.lead, it.asked.as_ref()),
        estate: it.estate.clone(),
        due: due.to_string(),
        is_late: it.call.is_open() && it.call.answered_at.is_none() && due < today,
    }
}
