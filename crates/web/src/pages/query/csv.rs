//! An answer as csv: for whoever is signed in, or for a program with a token.

use super::answer::{answer_rows, group_key};
use super::id;
use crate::api::bearer;
use crate::fault::Fault;
use crate::visitor::Visitor;
use axum::extract::Path;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::AppError;
use guanjia_domain::Refusal;
use guanjia_domain::query::Measure;
use guanjia_sheets::{Table, csv};

/// `GET /query/{id}/answer.csv`. That it was taken stands in the access log.
pub(crate) async fn take(
    visitor: Visitor,
    Path(view): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let token = bearer(&headers);
    if token.is_some() {
        visitor.site.limits().deed(visitor.address)?;
    }
    let (site, turn) = (visitor.site.clone(), visitor.site.walk().await?);
    let answer = site.run(move |site| {
        let _until_done = turn;
        let (app, words, view) = (site.app(), visitor.look.words(), id(&view)?);
        let (asked, home) = match token {
            Some(token) => {
                let home = token.split_once('.').and_then(|(home, _)| home.parse().ok());
                (app.take_view_by_token(&token, view)?, home.ok_or(Refusal::NotFound)?)
            }
            None => {
                let Some(seat) = app.db.read(|tx| visitor.seat(tx, None))? else {
                    return Ok(Redirect::to("/sign-in?next=/query").into_response());
                };
                (app.take_view(&seat.signed_in.who, seat.home, view)?, seat.home)
            }
        };
        let matters = app.db.read(|tx| app.matters(tx, home))?;
        let medians = asked.query.measures.contains(&Measure::MedianHours);
        let keys = asked.query.by.iter().map(|group| group_key(*group)).chain(["query-count"]);
        let keys = keys.chain(["query-median", "query-still-open"].into_iter().filter(|_| medians));
        let rows = answer_rows(words, &matters, &asked).into_iter().map(|row| {
            let median = row.median.map(|hours| hours.to_string()).unwrap_or_default();
            let more = [median, row.open.to_string()].into_iter().filter(|_| medians);
            row.of.into_iter().chain([row.count.to_string()]).chain(more).collect()
        });
        let name = words.say("query-answer").to_owned();
        let table =
            Table { name, header: keys.map(|key| words.say(key).to_owned()).collect(), rows: rows.collect() };
        let headers = [
            (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
            (header::CONTENT_DISPOSITION, "attachment; filename=\"query.csv\""),
        ];
        Ok::<_, AppError>((headers, csv(&table)).into_response())
    });
    Ok(answer.await?)
}
