//! How long a body may be: short, unless it comes in parts, which only the forms with photos or sheets read.

use axum::extract::{DefaultBodyLimit, Request};
use axum::http::header;
use axum::middleware::Next;
use axum::response::Response;

/// The most bytes of a body: a form with several long texts.
const MOST_BYTES: usize = 256 * 1024;
/// The most bytes of a body in parts: six photos of fifteen megabytes and the words.
const MOST_IN_PARTS: usize = 96 * 1024 * 1024;

/// Bounds the body of a request. A form without files is refused by its kind when it comes in parts, before anything of
/// it is read.
pub(crate) async fn bounded(mut request: Request, next: Next) -> Response {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok());
    let in_parts = kind.is_some_and(|kind| kind.trim_start().to_ascii_lowercase().starts_with("multipart/"));
    DefaultBodyLimit::max(if in_parts { MOST_IN_PARTS } else { MOST_BYTES }).apply(&mut request);
    next.run(request).await
}
