//! A query and its answer.

use super::answer::{answer_rows, field_rows, group_key};
use super::wrong::told;
use crate::fault::Fault;
use crate::view::report::{QueryPage, TokenRow, ViewRow};
use crate::view::{Section, time};
use crate::visitor::{Seat, Visitor, encoded, failed, html};
use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use guanjia_app::AppError;
use guanjia_app::query::ViewLine;
use guanjia_domain::Refusal;
use guanjia_domain::query::Measure;
use guanjia_store::Tx;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Asking {
    #[serde(default)]
    q: String,
}

/// `GET /query`.
pub(crate) async fn show(visitor: Visitor, Query(asking): Query<Asking>) -> Result<Response, Fault> {
    visitor
        .walking(Some(Section::Reports), move |visitor, tx, seat| {
            let page = page(visitor, tx, seat, &asking.q)?;
            if page.wrong.is_some() || page.refused.is_some() {
                failed(&page)
            } else {
                Ok(html(&page)?.into_response())
            }
        })
        .await
}

/// The page with what was typed, and its answer where it can be read.
pub(super) fn page(visitor: &Visitor, tx: &mut Tx, seat: Seat, typed: &str) -> Result<QueryPage, AppError> {
    let (app, who, words) = (visitor.site.app(), &seat.signed_in.who, visitor.look.words());
    let names = app.query_names(tx, who, seat.home)?;
    let matters = app.matters(tx, seat.home)?;
    let views = app.saved_views(tx, who, seat.home)?;
    let tokens = views.iter().filter_map(token_row).collect();
    let views = views.iter().map(view_row).collect();
    let mut page = QueryPage {
        typed: typed.to_owned(),
        wrong: None,
        refused: None,
        heads: None,
        medians: false,
        rows: Vec::new(),
        left_out: 0,
        behind: Vec::new(),
        views,
        tokens,
        fields: field_rows(words, &names),
        token: None,
        page: seat.frame,
    };
    if typed.trim().is_empty() {
        return Ok(page);
    }
    match names.read(typed) {
        Err(wrong) => page.wrong = Some(told(words, &wrong)),
        Ok(query) => {
            let asked = match app.answer_query(tx, &names, query) {
                Err(AppError::Refused(refusal @ Refusal::QueryTooWide { .. })) => {
                    let told = crate::refusals::told(words, &refusal);
                    page.refused = Some((told.message, told.cure));
                    return Ok(page);
                }
                asked => asked?,
            };
            page.heads = Some(asked.query.by.iter().map(|group| group_key(*group)).collect());
            page.medians = asked.query.measures.contains(&Measure::MedianHours);
            page.left_out = u32::try_from(asked.answer.left_out).unwrap_or(u32::MAX);
            page.behind = asked.first.iter().map(|(n, id)| (*n, format!("/requests/{id}"))).collect();
            page.rows = answer_rows(words, &matters, &asked);
        }
    }
    Ok(page)
}

fn view_row(line: &ViewLine) -> ViewRow {
    ViewRow {
        id: line.view.id.to_string(),
        query: line.view.query.clone(),
        href: format!("/query?q={}", encoded(&line.view.query)),
        by: line.by.clone(),
        own: line.own,
        token_until: line.token.map(|(span, _)| time::day(span.until.0)),
    }
}

/// A token that the reader gave.
fn token_row(line: &ViewLine) -> Option<TokenRow> {
    let (span, _) = line.token.filter(|(_, own)| *own)?;
    let (given, until) = (time::day(span.given_at.0), time::day(span.until.0));
    Some(TokenRow { id: line.view.id.to_string(), query: line.view.query.clone(), given, until })
}
