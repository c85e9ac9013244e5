//! How long what may take: the book of limits, a change of it, and what the change would move.

mod table;
mod typed;

use crate::fault::Fault;
use crate::pages::moves::shown;
use crate::refusals::told;
use crate::view::office::LimitsPage;
use crate::view::{PageFrame, Problems, Section};
use crate::visitor::{Visitor, failed_by, html};
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::{App, AppError, office_allow};
use guanjia_domain::CommunityCode;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_store::Tx;
use serde::Deserialize;
use typed::Typed;

#[derive(Deserialize)]
pub(crate) struct Shown {
    #[serde(default)]
    scope: String,
    saved: Option<u32>,
}

/// `GET /limits?scope=`: the book, and a row of it in the form.
pub(crate) async fn show(visitor: Visitor, Query(asked): Query<Shown>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Matters), move |visitor, tx, seat| {
            let (app, who) = (visitor.site.app(), &seat.signed_in.who);
            let typed = Typed::of_scope(&asked.scope);
            html(&LimitsPage { saved: asked.saved, ..page(app, tx, (who, seat.home), seat.frame, &typed)? })
        })
        .await
}

fn page(
    app: &App,
    tx: &mut Tx,
    (who, home): (&Principal, CommunityCode),
    frame: PageFrame,
    typed: &Typed,
) -> Result<LimitsPage, AppError> {
    office_allow(who, Action::ChangeMatters, &Area::community(home, None))?;
    let (book, matters) = (app.limit_book(tx, home)?, app.matters(tx, home)?);
    let words = frame.words;
    let form = typed.form(&book);
    Ok(LimitsPage {
        sets: table::sets(book.set),
        rows: table::rows(words, &book, &matters),
        scopes: table::scopes(words, &matters, &form.scope),
        measures: table::measures(words, &form.measure),
        units: table::units(words, &form.unit),
        form,
        revision: book.revision,
        moves: None,
        saved: None,
        problems: Problems::default(),
        page: PageFrame { section: Some(Section::Matters), ..frame },
    })
}

/// `POST /limits`: what a change would move; confirmed, the change itself.
pub(crate) async fn save(visitor: Visitor, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let seat = visitor.acting(&typed.csrf).await?;
    let answer = visitor
        .site
        .run(move |site| {
            let (app, who, home) = (site.app(), &seat.signed_in.who, seat.home);
            office_allow(who, Action::ChangeMatters, &Area::community(home, None))?;
            let done = typed.change().map_err(AppError::from).and_then(|change| {
                if typed.is_confirmed() {
                    let moved = app.change_limits(who, home, (change, typed.revision)).wait()?;
                    return Ok(Redirect::to(&format!("/limits?saved={moved}")).into_response());
                }
                app.db.read(|tx| {
                    let moves = app.foresee_limits(tx, who, home, (&change, typed.revision))?;
                    let page = page(app, tx, (who, home), seat.frame.clone(), &typed)?;
                    let moves = Some(shown(&moves, typed.again()));
                    Ok(html(&LimitsPage { moves, ..page })?.into_response())
                })
            });
            match done {
                Err(AppError::Refused(refusal)) if crate::pages::claims::is_told(&refusal) => {
                    let mut problem = told(seat.frame.words, &refusal);
                    if problem.field == "limit" {
                        // A limit is typed as a number and a unit.
                        problem.field = "amount".to_owned();
                    }
                    let problems = vec![problem].into();
                    let page = app.db.read(|tx| page(app, tx, (who, home), seat.frame, &typed))?;
                    failed_by(&LimitsPage { problems, ..page }, &refusal)
                }
                other => other,
            }
        })
        .await?;
    Ok(answer)
}
