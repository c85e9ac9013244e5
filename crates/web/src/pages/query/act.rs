//! Saving a query, removing it, and tokens for programs.

use super::id;
use super::show::page;
use crate::fault::Fault;
use crate::view::Section;
use crate::visitor::{Seat, Visitor, failed, failed_by, html};
use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::AppError;
use guanjia_domain::Refusal;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Saving {
    csrf: String,
    #[serde(default)]
    q: String,
}

/// `POST /query`: saves what was asked; what cannot be read comes back with its mistake.
pub(crate) async fn save(visitor: Visitor, Form(saving): Form<Saving>) -> Result<Response, Fault> {
    let seat = visitor.acting(&saving.csrf).await?;
    // The page that comes back with a refusal holds the answer once more.
    let (site, turn) = (visitor.site.clone(), visitor.site.walk().await?);
    let answer = site.run(move |site| {
        let _until_done = turn;
        let (app, who, home) = (site.app(), seat.signed_in.who.clone(), seat.home);
        let read =
            app.db.read(|tx| Ok::<_, AppError>(app.query_names(tx, &who, home)?.read(&saving.q).ok()))?;
        let Some(query) = read else {
            let page = app.db.read(|tx| page(&visitor, tx, framed(seat), &saving.q))?;
            return failed(&page);
        };
        match app.save_view(&who, home, &query)?.wait() {
            Ok(_) => Ok(Redirect::to("/query#views").into_response()),
            Err(AppError::Refused(refusal @ Refusal::TooManyViews { .. })) => {
                let told = crate::refusals::told(visitor.look.words(), &refusal);
                let mut page = app.db.read(|tx| page(&visitor, tx, framed(seat), &saving.q))?;
                page.refused = Some((told.message, told.cure));
                failed_by(&page, &refusal)
            }
            Err(error) => Err(error),
        }
    });
    Ok(answer.await?)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Deed {
    csrf: String,
}

/// `POST /query/{id}/{deed}`: `remove`, `token`, `end-token`. A new token is shown in the answer and never again.
pub(crate) async fn act(
    visitor: Visitor,
    Path((view, deed)): Path<(String, String)>,
    Form(sent): Form<Deed>,
) -> Result<Response, Fault> {
    let seat = visitor.acting(&sent.csrf).await?;
    let site = visitor.site.clone();
    let answer = site.run(move |site| {
        let (app, who, home, id) = (site.app(), seat.signed_in.who.clone(), seat.home, id(&view)?);
        match deed.as_str() {
            "remove" => app.remove_view(&who, home, id).wait()?,
            "end-token" => app.end_view_token(&who, home, id).wait()?,
            "token" => {
                let token = app.give_view_token(&who, home, id)?.wait()?;
                let mut page = app.db.read(|tx| page(&visitor, tx, framed(seat), ""))?;
                page.token = Some((token, format!("{}/query/{id}/answer.csv", site.base_url())));
                return Ok(html(&page)?.into_response());
            }
            _ => return Err(Refusal::NotFound.into()),
        }
        Ok(Redirect::to("/query#views").into_response())
    });
    Ok(answer.await?)
}

/// The page stands in its section, also in the answer of a form.
fn framed(mut seat: Seat) -> Seat {
    seat.frame.section = Some(Section::Reports);
    seat.frame.path = "/query".to_owned();
    seat
}
