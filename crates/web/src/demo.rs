//! Signing in by one click: exists in the demo only.

use crate::cookies::redirect_signed_in;
use crate::fault::Fault;
use crate::site::Site;
use crate::visitor::Visitor;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::demo::{CastMember, DemoCast};
use guanjia_domain::Refusal;
use serde::Deserialize;

/// Who can be signed in as, and the key that the links carry.
#[derive(Clone, Debug)]
pub struct DemoLinks {
    /// The people of the demo.
    pub cast: DemoCast,
    /// A random key: a demo on an office network is not open to every page that guesses an address.
    pub key: String,
}

#[derive(Deserialize)]
pub(crate) struct Key {
    key: String,
}

/// `GET /demo/sign-in/{role}?key=`.
pub(crate) async fn sign_in(
    visitor: Visitor,
    Path(role): Path<String>,
    Query(key): Query<Key>,
) -> Result<Response, Fault> {
    let demo =
        visitor.site.config().demo.clone().filter(|demo| demo.key == key.key).ok_or(Refusal::NotFound)?;
    let member = demo.cast.member(&role).ok_or(Refusal::NotFound)?.clone();
    match member {
        CastMember::Resident { community, request } => {
            Ok(Redirect::to(&visitor.site.resident_path(community, request, None)).into_response())
        }
        CastMember::Holder { community, holder } => {
            let device = visitor.device;
            let begin = move |site: &Site| site.app().begin_session_on(community, holder, device);
            let session = visitor.site.run(begin).await?;
            Ok(redirect_signed_in(&visitor.site, &session, "/work"))
        }
    }
}
