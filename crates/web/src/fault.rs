//! Errors on their way out: a page in the reader's language, a problem document for programs.

use crate::refusals::told;
use crate::view::public::ErrorPage;
use crate::visitor::Look;
use askama::Template;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use guanjia_app::AppError;
use guanjia_domain::{Refusal, RefusalKind};
use guanjia_store::StoreError;

/// An error as a handler returns it. It becomes a page where the language is known: in [`as_page`].
#[derive(Clone, Debug)]
pub struct Fault(pub AppError);

impl<E: Into<AppError>> From<E> for Fault {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl Fault {
    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match &self.0 {
            AppError::Refused(Refusal::TooManyTries { .. }) => StatusCode::TOO_MANY_REQUESTS,
            AppError::Refused(refusal) => match refusal.kind() {
                RefusalKind::Input => StatusCode::UNPROCESSABLE_ENTITY,
                RefusalKind::Conflict => StatusCode::CONFLICT,
                RefusalKind::Forbidden => StatusCode::FORBIDDEN,
                RefusalKind::NotFound => StatusCode::NOT_FOUND,
            },
            AppError::Store(
                StoreError::Unavailable(_) | StoreError::Unknown(_) | StoreError::File { .. },
            ) => StatusCode::SERVICE_UNAVAILABLE,
            AppError::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// After how many seconds it is worth trying again.
    #[must_use]
    pub fn retry_after(&self) -> Option<u64> {
        match &self.0 {
            AppError::Refused(Refusal::TooManyTries { seconds }) => Some(*seconds),
            _ if self.status() == StatusCode::SERVICE_UNAVAILABLE => Some(2),
            _ => None,
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if let Some(seconds) = self.retry_after() {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// Turns a [`Fault`] that a page handler returned, and the empty answers of the router (404, 405, 413), into a page.
pub(crate) async fn as_page(
    site: axum::extract::State<crate::site::Site>,
    request: Request,
    next: Next,
) -> Response {
    let look = Look::of(request.headers());
    let path = request.uri().path().to_owned();
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
            tracing::error!(%error, %path, "a page failed");
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
