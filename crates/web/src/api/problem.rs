//! What was wrong with a call, as a problem document (RFC 9457) in the caller's language.

use super::names::StateName;
use crate::fault::Fault;
use crate::refusals::told;
use crate::words::{Language, Words};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use guanjia_app::AppError;
use guanjia_domain::Refusal;
use guanjia_domain::limit::LimitError;
use guanjia_domain::request::State;
use serde::Serialize;
use utoipa::ToSchema;

/// The media type of a problem document.
const MEDIA_TYPE: &str = "application/problem+json";

/// What was wrong, and the cure.
#[derive(Serialize, ToSchema)]
pub(crate) struct Problem {
    /// Names the kind of problem; stable, but no address to look at.
    r#type: String,
    /// What kind of problem it is, in words.
    title: String,
    /// The status of the answer.
    status: u16,
    /// What is wrong here, and what to do about it.
    detail: String,
    /// The kind of problem as a stable word.
    code: String,
    /// The field of the body, the parameter or the header that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    /// Of a conflict: where the request stands now.
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<StateName>,
    /// Of a conflict: the version that it has now.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<u64>,
}

/// Why a call was not done.
#[derive(Debug)]
pub(crate) enum Wrong {
    /// A use case says no. `field` says better where, `present` how the request stands.
    App { error: AppError, field: Option<&'static str>, present: Option<(State, u64)> },
    /// No token, or one that is not good: never said which.
    NoToken,
    /// The body is no JSON.
    NotJson,
    /// The body is larger than any request needs.
    TooLarge,
    /// The body is said to be something else than JSON.
    NotJsonType,
    /// A change without the version that it is made to.
    NoVersion,
    /// A field, parameter or header that nobody reads.
    UnknownField(String),
    /// A value of another form than the description says.
    BadValue(String),
    /// What was written as a limit is none.
    BadLimit(LimitError),
    /// What the router itself refuses.
    Status(StatusCode),
}

impl From<AppError> for Wrong {
    fn from(error: AppError) -> Self {
        Self::App { error, field: None, present: None }
    }
}

impl From<Refusal> for Wrong {
    fn from(refusal: Refusal) -> Self {
        AppError::from(refusal).into()
    }
}

impl Wrong {
    /// The same, with fields named as the body of this call names them.
    pub(crate) fn renamed(mut self, rename: impl FnOnce(&'static str) -> &'static str) -> Self {
        if let Self::App { error, field, .. } = &mut self {
            *field = error.refusal().and_then(Refusal::field).map(rename);
        }
        self
    }

    /// Whether it is a conflict with the state of a request, so that the answer should say how that stands.
    pub(crate) fn is_conflict(&self) -> bool {
        matches!(self, Self::App { error, .. } if Fault(error.clone()).status() == StatusCode::CONFLICT)
    }

    /// The same, saying how the request stands.
    pub(crate) fn at_present(mut self, state: State, version: u64) -> Self {
        if let Self::App { present, .. } = &mut self {
            *present = Some((state, version));
        }
        self
    }

    /// As an answer in a language.
    pub(crate) fn told(self, words: &Words) -> Response {
        let problem = self.problem(words);
        let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&problem).unwrap_or_default();
        let mut response = (status, [(header::CONTENT_TYPE, MEDIA_TYPE)], body).into_response();
        if status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Self::App { error, .. } = self
            && let Some(seconds) = Fault(error).retry_after()
        {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }

    fn problem(&self, words: &Words) -> Problem {
        let status = self.status();
        let code = self.code();
        let (state, version) = match self {
            Self::App { present: Some((state, version)), .. } => (Some(StateName(*state)), Some(*version)),
            _ => (None, None),
        };
        Problem {
            r#type: format!("urn:guanjia:problem:{code}"),
            title: words.say(title(status)).to_owned(),
            status: status.as_u16(),
            detail: self.detail(words),
            code: code.to_owned(),
            field: self.field(),
            state,
            version,
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::App { error, .. } => Fault(error.clone()).status(),
            Self::NoToken => StatusCode::UNAUTHORIZED,
            Self::NotJson => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotJsonType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::NoVersion => StatusCode::PRECONDITION_REQUIRED,
            Self::UnknownField(_) | Self::BadValue(_) | Self::BadLimit(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Status(status) => *status,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Self::App { error: AppError::Refused(refusal), .. } => refusal.code(),
            Self::App { error: AppError::Store(_), .. } => "not-now",
            Self::NoToken => "no-token",
            Self::NotJson => "not-json",
            Self::TooLarge => "too-large",
            Self::NotJsonType => "not-json-type",
            Self::NoVersion => "no-version",
            Self::UnknownField(_) => "unknown-field",
            Self::BadValue(_) | Self::BadLimit(_) => "bad-value",
            Self::Status(_) => "not-here",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Self::App { field: Some(field), .. } => Some((*field).to_owned()),
            Self::App { error, .. } => error.refusal().and_then(Refusal::field).map(str::to_owned),
            Self::UnknownField(field) | Self::BadValue(field) => Some(field.clone()),
            Self::BadLimit(_) => Some("limit".to_owned()),
            Self::NoVersion => Some("If-Match".to_owned()),
            _ => None,
        }
    }

    fn detail(&self, words: &Words) -> String {
        let key = match self {
            Self::App { error: AppError::Refused(refusal), .. } => {
                let problem = told(words, refusal);
                return format!("{} {}", problem.message, problem.cure);
            }
            Self::App { error: AppError::Store(error), .. } => {
                tracing::error!(%error, "a call failed");
                if self.status() == StatusCode::SERVICE_UNAVAILABLE {
                    "error-503-cure"
                } else {
                    "error-500-cure"
                }
            }
            Self::BadLimit(error) if words.language() == Language::ZhCn => return error.chinese(),
            Self::BadLimit(error) => return error.to_string(),
            Self::UnknownField(field) => {
                return words.say_with("api-unknown-field", &[("field", field.into())]);
            }
            Self::BadValue(field) => return words.say_with("api-bad-value", &[("field", field.into())]),
            Self::NoToken => "api-no-token",
            Self::NotJson => "api-not-json",
            Self::TooLarge => "api-too-large",
            Self::NotJsonType => "api-not-json-type",
            Self::NoVersion => "api-no-version",
            Self::Status(_) => "api-see-description",
        };
        words.say(key).to_owned()
    }
}

/// What the router refused without asking a handler (an unknown address, another method), as a problem document.
pub(crate) fn bare(words: &Words, refused: Response) -> Response {
    let (parts, _) = refused.into_parts();
    let mut response = Wrong::Status(parts.status).told(words);
    if let Some(allowed) = parts.headers.get(header::ALLOW) {
        response.headers_mut().insert(header::ALLOW, allowed.clone());
    }
    response
}

fn title(status: StatusCode) -> &'static str {
    match status.as_u16() {
        400 => "api-400",
        401 => "api-401",
        403 => "error-403",
        404 => "error-404",
        405 => "api-405",
        409 => "error-409",
        413 => "api-413",
        415 => "api-415",
        422 => "error-422",
        428 => "api-428",
        429 => "error-429",
        503 => "error-503",
        _ => "error-500",
    }
}
