//! The access log as a list to take away.

use super::line;
use super::question::Asked;
use crate::fault::Fault;
use crate::view::time::moment;
use crate::visitor::Visitor;
use axum::extract::Form;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use guanjia_sheets::{Table, csv};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Asking {
    csrf: String,
    #[serde(default)]
    who: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
    #[serde(default)]
    action: String,
}

/// `POST /audit/export`: the entries of the present question as csv. That they were taken away stands in the log.
pub(crate) async fn export(visitor: Visitor, Form(asking): Form<Asking>) -> Result<Response, Fault> {
    let seat = visitor.acting(&asking.csrf).await?;
    let words = visitor.look.words();
    let Asking { who, from, until, action, .. } = asking;
    let question = Asked { who, from, until, action }.question();
    let entries = visitor
        .site
        .run(move |site| site.app().export_access_log(&seat.signed_in.who, seat.home, &question))
        .await?;
    let header = ["audit-when", "audit-who", "audit-what", "audit-about", "field-reason"];
    let rows = entries.into_iter().map(|entry| {
        let line = line(words, entry);
        vec![moment(line.at), line.who, line.what, line.about, line.reason.unwrap_or_default()]
    });
    let table = Table {
        name: words.say("audit-title").to_owned(),
        header: header.map(|key| words.say(key).to_owned()).into(),
        rows: rows.collect(),
    };
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"access-log.csv\""),
    ];
    Ok((headers, csv(&table)).into_response())
}
