//! `GET /issues`.

use super::numbers::{elsewhere, street_week, unusual};
use super::row;
use crate::fault::Fault;
use crate::view::Section;
use crate::view::issue::IssuesPage;
use crate::visitor::{Seat, Visitor, html};
use axum::response::{Html, Response};
use guanjia_app::AppError;
use guanjia_domain::issue::IssueState;
use guanjia_domain::{Refusal, Role};
use guanjia_store::Tx;

/// `GET /issues`.
pub(crate) async fn list(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Issues), |visitor, tx, seat| match seat.signed_in.who.role {
            Role::Secretary | Role::Officer => desk(visitor, tx, seat),
            Role::StreetOffice => street(visitor, tx, seat),
            Role::DistrictBureau | Role::Organisation => Err(Refusal::NotFound.into()),
            _ => Err(Refusal::Forbidden.into()),
        })
        .await
}

fn desk(visitor: &Visitor, tx: &mut Tx, seat: Seat) -> Result<Html<String>, AppError> {
    let (app, words, who) = (visitor.site.app(), visitor.look.words(), &seat.signed_in.who);
    let (mut candidates, mut confirmed) = (Vec::new(), Vec::new());
    for line in app.kept_issues(tx, who, seat.home)? {
        let row = row(app, tx, words, seat.home, &line)?;
        if line.issue.state == IssueState::Candidate { candidates.push(row) } else { confirmed.push(row) }
    }
    let all = who.role == Role::Secretary;
    let here = [(seat.home, String::new())];
    let page = IssuesPage {
        decides: true,
        candidates,
        confirmed,
        unusual: if all { Some(unusual(app, tx, words, who, seat.home)?) } else { None },
        elsewhere: if all { Some(elsewhere(app, tx, words, who, &here)?) } else { None },
        week: None,
        page: seat.frame,
    };
    html(&page)
}

fn street(visitor: &Visitor, tx: &mut Tx, seat: Seat) -> Result<Html<String>, AppError> {
    let (app, words, who) = (visitor.site.app(), visitor.look.words(), &seat.signed_in.who);
    let below = app.communities_below(tx, who)?;
    let page = IssuesPage {
        decides: false,
        candidates: Vec::new(),
        confirmed: Vec::new(),
        unusual: None,
        elsewhere: Some(elsewhere(app, tx, words, who, &below)?),
        week: street_week(app, tx, words, who, &below)?,
        page: seat.frame,
    };
    html(&page)
}
