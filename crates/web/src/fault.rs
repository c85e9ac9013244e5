//! Errors on their way out: a page in the reader's language, a problem document for programs.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
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
