//! The second factor of the own account.

use super::show::refused;
use super::{counted, problem, proof};
use crate::fault::Fault;
use crate::view::account::{FactorPage, RecoveryPage};
use crate::view::{PageFrame, Problems};
use crate::visitor::{Visitor, failed, html};
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::AppError;
use guanjia_app::access::FactorOffer;
use guanjia_domain::Refusal;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Proof {
    csrf: String,
    #[serde(default)]
    present: String,
}

/// `POST /account/factor`: offers a second factor.
pub(crate) async fn offer(visitor: Visitor, Form(typed): Form<Proof>) -> Result<Response, Fault> {
    let seat = visitor.acting(&typed.csrf).await?;
    let (its, site) = (visitor.clone(), visitor.site.clone());
    let (home, holder, tried) = (seat.home, seat.signed_in.holder, proof(&seat));
    let offered = site
        .reckon(move |site| {
            counted(&its, &tried, || site.app().offer_factor(site.passwords(), home, holder, &typed.present))
        })
        .await;
    match offered {
        Ok(offer) => Ok(html(&page_of(seat.frame, offer, Problems::default()))?.into_response()),
        Err(error) => refused(visitor, seat, error).await,
    }
}

fn page_of(page: PageFrame, offer: FactorOffer, problems: Problems) -> FactorPage {
    FactorPage { page, uri: offer.uri, typed: offer.typed, problems }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FirstCode {
    csrf: String,
    code: String,
}

/// `POST /account/factor/confirm`: the first code puts it in force.
pub(crate) async fn confirm(visitor: Visitor, Form(typed): Form<FirstCode>) -> Result<Response, Fault> {
    let seat = visitor.acting(&typed.csrf).await?;
    let (site, tried) = (visitor.site.clone(), proof(&seat));
    let answer = site
        .run(move |site| {
            let (app, home, holder) = (site.app(), seat.home, seat.signed_in.holder);
            let confirmed = counted(&visitor, &tried, || {
                app.confirm_factor(&seat.signed_in.who, home, holder, &typed.code, &visitor.secret())
            });
            match confirmed {
                Ok(codes) => Ok(html(&RecoveryPage { page: seat.frame, codes })?.into_response()),
                Err(AppError::Refused(refusal @ Refusal::CodeWrong)) => {
                    let offer = app.db.read(|tx| app.offered_factor(tx, home, holder))?;
                    failed(&page_of(seat.frame, offer, vec![problem(&visitor, &refusal)].into()))
                }
                // Nothing was offered: the form is an old one.
                Err(AppError::Refused(Refusal::NotFound)) => Ok(Redirect::to("/account").into_response()),
                Err(error) => Err(error),
            }
        })
        .await?;
    Ok(answer)
}

/// `POST /account/factor/drop`: gives it up.
pub(crate) async fn drop_factor(visitor: Visitor, Form(typed): Form<Proof>) -> Result<Response, Fault> {
    let seat = visitor.acting(&typed.csrf).await?;
    let (its, site) = (visitor.clone(), visitor.site.clone());
    let (who, home, holder, tried) =
        (seat.signed_in.who.clone(), seat.home, seat.signed_in.holder, proof(&seat));
    let dropped = site
        .reckon(move |site| {
            counted(&its, &tried, || {
                site.app().drop_factor(site.passwords(), &who, home, holder, &typed.present)
            })
        })
        .await;
    match dropped {
        Ok(()) => Ok(Redirect::to("/account?done=factor-off").into_response()),
        Err(error) => refused(visitor, seat, error).await,
    }
}
