//! The page of an error, in the reader's language.

use crate::fault::Fault;
use crate::look::Look;
use crate::refusals::told;
use crate::view::public::ErrorPage;
use askama::Template;
use axum::extract::{MatchedPath, Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use guanjia_app::AppError;
use guanjia_domain::Refusal;

/// Turns a [`Fault`] that a page handler returned, and the empty answers of the router (404, 405, 413), into a page.
pub(crate) async fn as_page(State(site): State<crate::site::Site>, request: Request, next: Next) -> Response {
    let look = Look::of(request.headers());
    let path = request.uri().path().to_owned();
    // For the log: how the route is written down, without the secrets that stand in private links.
    let route = request.extensions().get::<MatchedPath>().map(|it| it.as_str().to_owned());
    let response = next.run(request).await;
    let fault = response.extensions().get::<Fault>().cloned();
    let bare = fault.is_none()
        && response.status().as_u16() >= 400
        && response.headers().get(header::CONTENT_TYPE).is_none();
    if fault.is_none() && !bare {
        return response;
    }
    if path.starts_with("/api/") {
        return crate::api::bare(look.words(), response);
    }
    let status = response.status();
    let mut frame = look.frame(&site, &path, "");
    frame.demo = site.config().demo.is_some();
    let mut page = ErrorPage::new(frame, status.as_u16());
    match fault.as_ref().map(|fault| &fault.0) {
        Some(AppError::Refused(refusal)) if !matches!(refusal, Refusal::NotFound | Refusal::Forbidden) => {
            let problem = told(look.words(), refusal);
            page.detail = Some(format!("{} {}", problem.message, problem.cure));
        }
        Some(AppError::Store(error)) => {
            let route = route.as_deref().unwrap_or("no route");
            tracing::error!(%error, route, "a page failed");
        }
        _ => {}
    }
    let html = page.render().unwrap_or_default();
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    let mut out = (status, Html(html)).into_response();
    out.headers_mut().extend(parts.headers.into_iter().filter_map(|(name, value)| Some((name?, value))));
    out
}
