//! Who calls: the token, and the language of the answer.

use super::problem::Wrong;
use crate::look::Look;
use crate::site::Site;
use crate::words::Words;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use guanjia_app::{App, AppError};
use guanjia_domain::CommunityCode;
use guanjia_domain::permission::Principal;
use guanjia_store::Tx;

/// Somebody who sent a token; whether it is good is asked together with the work.
pub(crate) struct Caller {
    site: Site,
    words: &'static Words,
    token: String,
}

impl Caller {
    /// The use cases.
    pub(crate) fn app(&self) -> &App {
        self.site.app()
    }

    /// What was sent as a token.
    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    /// The office that the token names; whether it is good is another question.
    pub(crate) fn home(&self) -> Option<CommunityCode> {
        self.token.split_once('.')?.0.parse().ok()
    }

    /// Works on a thread that may block. The work answers `None` when the token is not good.
    pub(crate) async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&App, &str) -> Result<Option<T>, AppError> + Send + 'static,
    ) -> Result<T, Wrong> {
        let token = self.token.clone();
        self.site.run(move |site| work(site.app(), &token)).await?.ok_or(Wrong::NoToken)
    }

    /// Reads in one snapshot, as whoever the token acts for.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&App, &mut Tx, &Principal) -> Result<T, AppError> + Send + 'static,
    ) -> Result<T, Wrong> {
        self.blocking(move |app, token| {
            app.db.read(|tx| match app.api_token(tx, token)? {
                Some(signed_in) => work(app, tx, &signed_in.who).map(Some),
                None => Ok(None),
            })
        })
        .await
    }

    /// What is wrong with a call is only said to those whose token is good.
    pub(crate) async fn hears(&self, wrong: Wrong) -> Wrong {
        self.read(|_, _, _| Ok(())).await.err().unwrap_or(wrong)
    }

    /// The answer in the caller's language.
    pub(crate) fn answer(&self, outcome: Result<Response, Wrong>) -> Response {
        outcome.unwrap_or_else(|wrong| wrong.told(self.words))
    }
}

impl FromRequestParts<Site> for Caller {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Self::Rejection> {
        let words = Look::of(&parts.headers).words();
        match bearer(&parts.headers) {
            Some(token) => Ok(Self { site: site.clone(), words, token }),
            None => Err(Wrong::NoToken.told(words)),
        }
    }
}

pub(crate) fn bearer(headers: &HeaderMap) -> Option<String> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
}
