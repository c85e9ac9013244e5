//! `GET /api/v1/requests/{id}`.

use super::body::{Found, request_id};
use super::caller::Caller;
use super::document::RequestDocument;
use super::problem::Wrong;
use super::reach;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use guanjia_domain::ids::RequestId;
use guanjia_domain::request::Request;
use guanjia_domain::{CommunityCode, Refusal};

/// Shows a request: its state, who is accountable, who works on it, and its clocks.
#[utoipa::path(
    get,
    path = "/api/v1/requests/{id}",
    operation_id = "show_request",
    tag = "requests",
    params(("id" = Uuid, Path, description = "The id of the request.")),
    responses((
        status = 200,
        description = "The request.",
        body = RequestDocument,
        headers(("ETag" = String, description = "The version of the request, for `If-Match`."))
    ))
)]
pub(crate) async fn show(caller: Caller, id: Found<String>) -> Response {
    let outcome = match found(id) {
        Ok(id) => read(&caller, id).await.map(|it| it.answer(StatusCode::OK)),
        Err(wrong) => Err(caller.hears(wrong).await),
    };
    caller.answer(outcome)
}

/// A request as the caller may see it.
async fn read(caller: &Caller, id: RequestId) -> Result<RequestDocument, Wrong> {
    caller
        .read(move |app, tx, who| {
            let (community, request) = reach::readable(app, tx, who, id)?;
            RequestDocument::of(app, tx, who, community, &request)
        })
        .await
}

/// A request that the caller has just worked on, and may not be able to read any more.
pub(crate) async fn worked_on(
    caller: &Caller,
    community: CommunityCode,
    request: Request,
) -> Result<RequestDocument, Wrong> {
    caller.read(move |app, tx, who| RequestDocument::of(app, tx, who, community, &request)).await
}

/// The id of a request in an address.
pub(crate) fn found(id: Found<String>) -> Result<RequestId, Wrong> {
    let Ok(Path(id)) = id else { return Err(Refusal::NotFound.into()) };
    request_id(&id)
}

/// A conflict, saying how the request stands now to those who may read it.
pub(crate) async fn told_conflict(caller: &Caller, id: RequestId, wrong: Wrong) -> Wrong {
    if !wrong.is_conflict() {
        return wrong;
    }
    let present = caller.read(move |app, tx, who| reach::readable(app, tx, who, id)).await;
    match present {
        Ok((_, request)) => wrong.at_present(request.state, request.version),
        Err(_) => wrong,
    }
}
