//! Language, light or dark, normal or large.

use crate::cookies::with_cookie;
use crate::visitor::Visitor;
use axum::extract::Form;
use axum::response::{Redirect, Response};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Choice {
    #[serde(default, rename = "csrf")]
    _csrf: String,
    #[serde(default)]
    back: String,
    lang: Option<String>,
    theme: Option<String>,
    size: Option<String>,
}

/// `POST /look`: keeps a choice and goes back.
pub(crate) async fn change(visitor: Visitor, Form(choice): Form<Choice>) -> Response {
    let cookie =
        visitor.look.changed(choice.lang.as_deref(), choice.theme.as_deref(), choice.size.as_deref());
    with_cookie(Redirect::to(local(&choice.back)), &cookie)
}

/// A path of this site; anything else is the first page.
pub(crate) fn local(path: &str) -> &str {
    let plain = path.starts_with('/') && !path.starts_with("//") && !path.contains('\\');
    if plain && path.chars().all(|c| !c.is_control()) { path } else { "/" }
}
