//! The service worker of door surveys. Its address lies beside them, because it may look after nothing else.

use crate::assets;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// `GET /surveys/worker.js`.
pub(crate) async fn script() -> Response {
    match assets::asset("js/doors-worker.js") {
        Some(script) => {
            let headers = [(header::CONTENT_TYPE, script.mime), (header::CACHE_CONTROL, "no-cache")];
            (headers, script.bytes.into_owned()).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
