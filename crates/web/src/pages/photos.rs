//! Photos, under the permission of the request that shows them.

use super::public::code;
use crate::fault::Fault;
use crate::visitor::Visitor;
use axum::extract::Path;
use axum::http::{HeaderName, header};
use axum::response::{IntoResponse, Response};
use guanjia_app::{App, AppError};
use guanjia_domain::ids::RequestId;
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;
use guanjia_store::files::Size;

/// `GET /requests/{id}/photos/{n}/{size}`.
pub(crate) async fn of_staff(
    visitor: Visitor,
    Path((id, n, size)): Path<(String, u32, String)>,
) -> Result<Response, Fault> {
    visitor
        .signed(None, move |visitor, tx, seat| {
            let id = id.parse::<RequestId>().map_err(|_| Refusal::NotFound)?;
            let app = visitor.site.app();
            let community = app.find_request(tx, &seat.signed_in.who, id)?;
            photo(app, tx, &seat.signed_in.who, community, id, n, &size)
        })
        .await
}

/// `GET /l/{community}/{link}/photos/{n}/{size}`.
pub(crate) async fn of_resident(
    visitor: Visitor,
    Path((code_text, link, n, size)): Path<(String, String, u32, String)>,
) -> Result<Response, Fault> {
    visitor
        .open(move |visitor, tx| {
            let (app, code) = (visitor.site.app(), code(&code_text)?);
            let opened = app.open_resident_link(tx, code, &link)?;
            if opened.joined {
                return Err(Refusal::NotFound.into());
            }
            photo(app, tx, &opened.who, code, opened.request, n, &size)
        })
        .await
}

/// `GET /h/{community}/{secret}/photos/{n}/{size}`.
pub(crate) async fn of_handler(
    visitor: Visitor,
    Path((code_text, secret, n, size)): Path<(String, String, u32, String)>,
) -> Result<Response, Fault> {
    visitor
        .open(move |visitor, tx| {
            let (app, code) = (visitor.site.app(), code(&code_text)?);
            let link = app.open_handler_link(tx, code, &secret)?;
            photo(app, tx, &link.who, code, link.request, n, &size)
        })
        .await
}

fn photo(
    app: &App,
    tx: &mut Tx,
    who: &Principal,
    community: CommunityCode,
    id: RequestId,
    n: u32,
    size: &str,
) -> Result<Response, AppError> {
    Ok(picture(app.photo(tx, who, community, id, n, size_of(size)?)?))
}

/// The size that an address names.
pub(crate) fn size_of(size: &str) -> Result<Size, AppError> {
    match size {
        "full" => Ok(Size::Full),
        "thumb" => Ok(Size::Thumb),
        _ => Err(Refusal::NotFound.into()),
    }
}

/// A photo on its way out: it cannot do anything, and nobody keeps it.
pub(crate) fn picture(bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "image/jpeg"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"photo.jpg\""),
        (header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"),
        (header::CACHE_CONTROL, "private, no-store"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    (headers, bytes).into_response()
}
