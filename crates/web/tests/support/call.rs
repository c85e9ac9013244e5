//! One call of the router, and its answer.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use serde_json::Value;
use tower::ServiceExt;

/// A call that is being put together.
pub struct Call {
    router: Router,
    request: axum::http::request::Builder,
    body: Body,
    csrf: Option<String>,
    language: String,
}

impl Call {
    /// In English, unless another language is asked for.
    pub fn new(router: Router, method: Method, path: &str) -> Self {
        let request = Request::builder().method(method).uri(path);
        Self { router, request, body: Body::empty(), csrf: None, language: "en".to_owned() }
    }

    /// In another language.
    pub fn language(self, language: &str) -> Self {
        Self { language: language.to_owned(), ..self }
    }

    /// From an address.
    pub fn at_address(mut self, address: &str) -> Self {
        let ip: std::net::IpAddr = address.parse().expect("an address");
        self.request = self.request.extension(ConnectInfo(std::net::SocketAddr::from((ip, 40_000))));
        self
    }

    /// Parts of a form, the last of them a photo where there is one.
    pub fn parts(self, fields: &[(&str, &str)], photo: Option<&[u8]>) -> Self {
        let csrf = self.csrf.clone();
        let mut body = Vec::new();
        for (name, value) in fields.iter().copied().chain(csrf.iter().map(|it| ("csrf", it.as_str()))) {
            let head = format!("--part\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n");
            body.extend([head.as_bytes(), value.as_bytes(), b"\r\n"].concat());
        }
        if let Some(photo) = photo {
            let head =
                "--part\r\ncontent-disposition: form-data; name=\"photos\"; filename=\"a.png\"\r\n\r\n";
            body.extend([head.as_bytes(), photo, b"\r\n"].concat());
        }
        body.extend(b"--part--\r\n");
        self.sent("multipart/form-data; boundary=part", body)
    }

    /// Adds a header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.request = self.request.header(name, value);
        self
    }

    /// Says what browsers say of a page of this site.
    pub fn posted_here(mut self, csrf: Option<String>) -> Self {
        self.csrf = csrf;
        let origin = format!("http://{}", super::HOST);
        self.header("origin", &origin).header("sec-fetch-site", "same-origin")
    }

    /// Names the version that was seen.
    pub fn seen(self, version: u64) -> Self {
        self.header("if-match", &format!("\"{version}\""))
    }

    /// A JSON body.
    pub fn json(self, value: &Value) -> Self {
        self.sent("application/json", value.to_string())
    }

    /// The fields of a form, with the token of the session.
    pub fn form(self, fields: &[(&str, &str)]) -> Self {
        let csrf = self.csrf.clone();
        let all: Vec<_> = fields.iter().copied().chain(csrf.iter().map(|it| ("csrf", it.as_str()))).collect();
        let body = serde_urlencoded::to_string(all).expect("a form");
        self.sent("application/x-www-form-urlencoded", body)
    }

    /// Any body.
    pub fn sent(mut self, media: &str, body: impl Into<Body>) -> Self {
        self.body = body.into();
        self.header("content-type", media)
    }

    /// Makes the call.
    pub async fn answer(self) -> Answer {
        let request =
            self.request.header("accept-language", self.language).body(self.body).expect("a request");
        let response = self.router.oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.expect("a body");
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// Makes the call and expects a status.
    pub async fn expect(self, status: u16) -> Answer {
        let answer = self.answer().await;
        assert_eq!(answer.status, StatusCode::from_u16(status).expect("a status"), "{}", answer.text());
        answer
    }
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    /// The body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("text")
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    /// A header; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// A field of a JSON body.
    pub fn field(&self, name: &str) -> Value {
        self.json().get(name).cloned().unwrap_or_default()
    }
}
