//! `GET /issues/{id}`.

use super::row;
use super::why::{speaks_against, speaks_for};
use crate::fault::Fault;
use crate::present::{rows, state_of};
use crate::view::issue::{IssuePage, MemberCard, MergeOffer};
use crate::view::{Choice, Problems, RequestRow, Section};
use crate::visitor::{Seat, Visitor, html};
use axum::extract::{Path, Query};
use axum::response::Response;
use guanjia_app::AppError;
use guanjia_app::board::Search;
use guanjia_app::issue::{IssueSheet, MemberLine};
use guanjia_domain::Refusal;
use guanjia_domain::ids::IssueId;
use guanjia_store::Tx;
use serde::Deserialize;

/// How many requests a search shows.
const FOUND: u32 = 20;

#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
}

/// `GET /issues/{id}?q=`.
pub(crate) async fn show(
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Issues), move |visitor, tx, seat| {
            let id = id.parse().map_err(|_| Refusal::NotFound)?;
            html(&page_of(visitor, tx, seat, id, asked.q, Problems::default())?)
        })
        .await
}

pub(super) fn page_of(
    visitor: &Visitor,
    tx: &mut Tx,
    seat: Seat,
    id: IssueId,
    q: String,
    problems: Problems,
) -> Result<IssuePage, AppError> {
    let (app, words, home) = (visitor.site.app(), visitor.look.words(), seat.home);
    let sheet = app.issue_sheet(tx, &seat.signed_in.who, home, id)?;
    let list = app.matters(tx, home)?;
    let found = search(visitor, tx, &seat, &sheet, &q)?;
    let (mut others, mut merge_offers) = (Vec::new(), Vec::new());
    for (line, proposed) in &sheet.others {
        let (id, row) = (line.issue.id.to_string(), row(app, tx, words, home, line)?);
        let households = words.say_with("count-households", &[("n", row.households.into())]);
        others.push(Choice::new(id.clone(), format!("{} · {} · {households}", row.title, row.place)));
        if *proposed {
            merge_offers.push(MergeOffer { id, row });
        }
    }
    let issue = &sheet.line.issue;
    Ok(IssuePage {
        href: format!("/issues/{id}"),
        version: issue.version,
        row: row(app, tx, words, home, &sheet.line)?,
        merged_into: issue.merged_into.map(|into| format!("/issues/{into}")),
        speaks_for: speaks_for(words, &list, &sheet),
        speaks_against: speaks_against(words, &list, &sheet),
        merge_offers,
        members: sheet.members.iter().map(card).collect(),
        out: sheet.out.iter().map(card).collect(),
        others,
        q,
        found,
        problems,
        page: seat.frame,
    })
}

/// What fits a search in the estate and is not in it yet.
fn search(
    visitor: &Visitor,
    tx: &mut Tx,
    seat: &Seat,
    sheet: &IssueSheet,
    q: &str,
) -> Result<Vec<RequestRow>, AppError> {
    if q.trim().is_empty() {
        return Ok(Vec::new());
    }
    let (app, issue) = (visitor.site.app(), &sheet.line.issue);
    let wanted = Search { estate: Some(issue.estate), query: q, before: None, most: FOUND };
    let mut found = app.list(tx, &seat.signed_in.who, seat.home, &wanted)?;
    found.retain(|it| !issue.has(it.request.id));
    rows(app, tx, visitor.look.words(), &found)
}

fn card(it: &MemberLine) -> MemberCard {
    MemberCard {
        id: it.request.id.to_string(),
        number: it.request.number,
        place: it.place.clone(),
        state: state_of(it.request.state, it.request.closing),
        at: it.request.reported_at.0,
        text: it.text.clone(),
        new: !it.confirmed,
        stray: it.stray,
    }
}
