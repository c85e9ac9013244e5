//! `GET` and `POST /numbers/load`.

use super::periods;
use crate::fault::Fault;
use crate::refusals::told;
use crate::view::numbers::{CommentLine, Link, LoadPage, LoadRow};
use crate::view::{PageFrame, Problems, Section};
use crate::visitor::{Visitor, failed, html};
use crate::words::Words;
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::numbers::{LoadLine, Period};
use guanjia_app::{App, AppError};
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Refusal, RefusalKind, Role};
use guanjia_store::Tx;
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Filter {
    #[serde(default)]
    period: String,
}

/// `GET /numbers/load`.
pub(crate) async fn show(visitor: Visitor, Query(filter): Query<Filter>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Numbers), move |visitor, tx, seat| {
            let (app, words, who) = (visitor.site.app(), visitor.look.words(), &seat.signed_in.who);
            html(&page_of(app, tx, words, (who, seat.home), seat.frame, &filter.period)?)
        })
        .await
}

fn page_of(
    app: &App,
    tx: &mut Tx,
    words: &Words,
    (who, home): (&Principal, CommunityCode),
    page: PageFrame,
    period: &str,
) -> Result<LoadPage, AppError> {
    // What one person has to do is no figure for an office above.
    if who.role == Role::StreetOffice {
        return Err(Refusal::NotFound.into());
    }
    let period = Period::of(period, app.now());
    let sheet = app.load(tx, who, home, period)?;
    let comments = sheet.comments.into_iter();
    Ok(LoadPage {
        page: PageFrame { section: Some(Section::Numbers), ..page },
        periods: periods(words, app.now(), period),
        rows: sheet.lines.iter().map(|line| row(line, period)).collect(),
        comments: comments.map(|it| CommentLine { by: it.by, at: it.at, words: it.words }).collect(),
        period: period.word(),
        words: String::new(),
        problems: Problems::default(),
    })
}

fn row(line: &LoadLine, period: Period) -> LoadRow {
    let link = |many: u32, of: &str| Link {
        words: many.to_string(),
        href: Some(format!("/numbers/requests?of={of}&period={}&estate={}", period.word(), line.estate)),
    };
    LoadRow {
        estate: line.name.clone(),
        steward: line.steward_name.clone(),
        own: line.own,
        households: line.households,
        difficulty: line.difficulty.map(|it| format!("{it:.0}")),
        requests: link(line.requests, "asked"),
        open: link(line.open, "open"),
        open_hours: line.open_hours,
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Said {
    csrf: String,
    #[serde(default)]
    words: String,
    #[serde(default)]
    period: String,
}

/// `POST /numbers/load`: something on the own figures.
pub(crate) async fn comment(visitor: Visitor, Form(said): Form<Said>) -> Result<Response, Fault> {
    let seat = visitor.acting(&said.csrf).await?;
    let words = visitor.look.words();
    let answer = visitor.site.run(move |site| {
        let (app, who, home) = (site.app(), &seat.signed_in.who, seat.home);
        match app.comment_load(who, home, &said.words).and_then(guanjia_store::Answer::wait) {
            Ok(()) => Ok(Redirect::to("/numbers/load").into_response()),
            Err(AppError::Refused(refusal)) if refusal.kind() == RefusalKind::Input => {
                let problems: Problems = vec![told(words, &refusal)].into();
                let page =
                    app.db.read(|tx| page_of(app, tx, words, (who, home), seat.frame, &said.period))?;
                failed(&LoadPage { words: said.words, problems, ..page })
            }
            Err(error) => Err(error),
        }
    });
    Ok(answer.await?)
}
