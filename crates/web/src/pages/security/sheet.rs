//! One account, and what is done with it.

use super::line;
use crate::fault::Fault;
use crate::pages::account::line as session_line;
use crate::pages::claims::is_told;
use crate::refusals::told;
use crate::site::Site;
use crate::view::account::AccountSheetPage;
use crate::view::{PageFrame, Problems, Section, time};
use crate::visitor::{Visitor, failed, html};
use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::AppError;
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;
use serde::Deserialize;
use uuid::Uuid;

/// `GET /security/{id}`.
pub(crate) async fn show(visitor: Visitor, Path(id): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Security), move |visitor, tx, seat| {
            let id: Uuid = id.parse().map_err(|_| Refusal::NotFound)?;
            html(&page_of(&visitor.site, tx, &seat.signed_in.who, seat.home, id, seat.frame)?)
        })
        .await
}

fn page_of(
    site: &Site,
    tx: &mut Tx,
    who: &Principal,
    home: CommunityCode,
    id: Uuid,
    page: PageFrame,
) -> Result<AccountSheetPage, AppError> {
    let (account, sessions) = site.app().account(tx, who, home, id)?;
    let tokens = site.app().token_spans(tx, who, home, id)?;
    Ok(AccountSheetPage {
        page: PageFrame { section: Some(Section::Security), ..page },
        own: who.id == Some(id),
        failed_at: account.state.failed_at.map(|at| at.0),
        account: line(&account),
        sessions: sessions.into_iter().map(session_line).collect(),
        tokens: tokens.iter().map(|it| (time::day(it.given_at.0), time::day(it.until.0))).collect(),
        made_link: None,
        problems: Problems::default(),
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pressed {
    csrf: String,
    #[serde(default)]
    session: String,
}

/// `POST /security/{id}/{deed}`.
pub(crate) async fn act(
    visitor: Visitor,
    Path((id, deed)): Path<(String, String)>,
    Form(pressed): Form<Pressed>,
) -> Result<Response, Fault> {
    let seat = visitor.acting(&pressed.csrf).await?;
    let id: Uuid = id.parse().map_err(|_| Refusal::NotFound)?;
    let answer = visitor
        .site
        .run(move |site| {
            let (who, home) = (&seat.signed_in.who, seat.home);
            let page = |tx: &mut Tx, frame| page_of(site, tx, who, home, id, frame);
            match done(site, who, home, id, &deed, &pressed.session) {
                Ok(None) => Ok(Redirect::to(&format!("/security/{id}")).into_response()),
                Ok(Some(made_link)) => {
                    let page = site.app().db.read(|tx| page(tx, seat.frame))?;
                    let shown = html(&AccountSheetPage { made_link: Some(made_link), ..page })?;
                    Ok(shown.into_response())
                }
                Err(AppError::Refused(refusal)) if is_told(&refusal) => {
                    let problems = vec![told(seat.frame.words, &refusal)].into();
                    let page = site.app().db.read(|tx| page(tx, seat.frame))?;
                    failed(&AccountSheetPage { problems, ..page })
                }
                Err(error) => Err(error),
            }
        })
        .await?;
    Ok(answer)
}

/// The waits that were counted against somebody end with the lock. Other servers count for themselves.
fn forgive(site: &Site, home: CommunityCode, id: Uuid) -> Result<(), AppError> {
    let names = site.app().db.read(|tx| tx.sign_in_names(home, id))?;
    let names: Vec<_> = names.iter().filter_map(|it| it.as_slice().try_into().ok()).collect();
    site.limits().tries().forgive(&names, id);
    Ok(())
}

/// Does it; a link that was made comes back.
fn done(
    site: &Site,
    who: &Principal,
    home: CommunityCode,
    id: Uuid,
    deed: &str,
    session: &str,
) -> Result<Option<String>, AppError> {
    let app = site.app();
    match deed {
        "lock" => app.lock_account(who, home, id, true)?,
        "unlock" => {
            app.lock_account(who, home, id, false)?;
            forgive(site, home, id)?;
        }
        "factor" => app.reset_factor(who, home, id)?,
        "sessions" => {
            let which = Some(session).filter(|it| !it.is_empty());
            app.end_sessions(who, home, id, which)?;
        }
        "link" => {
            let holder = app.db.read(|tx| app.holder(tx, home, id))?;
            let secret = app.invite(who, home, holder, false)?;
            forgive(site, home, id)?;
            return Ok(Some(format!("{}/welcome/{home}/{secret}", site.base_url())));
        }
        _ => return Err(Refusal::NotFound.into()),
    }
    Ok(None)
}
