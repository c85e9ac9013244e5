//! What is read from headers and kept in cookies.

use crate::site::Site;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::access::{LIFETIME, NewSession};
use std::net::IpAddr;

/// The last address that the proxy in front added.
pub(crate) fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    headers.get("x-forwarded-for")?.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
}

/// What kind of device asks, as far as its browser says: enough to know one's own sessions apart, and no more.
pub(crate) fn device(headers: &HeaderMap) -> &'static str {
    let agent = headers.get(header::USER_AGENT).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let says = |word: &str| agent.contains(word);
    if says("iPad") || says("Tablet") || (says("Android") && !says("Mobile")) {
        "tablet"
    } else if says("Mobile") || says("iPhone") {
        "phone"
    } else if says("Windows") || says("Macintosh") || says("X11") {
        "computer"
    } else {
        ""
    }
}

/// Over HTTPS the cookie is bound to this host and never sent in clear.
pub(crate) fn cookie_name(site: &Site) -> &'static str {
    if site.is_private() { "__Host-guanjia" } else { "guanjia" }
}

pub(crate) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|it| it.to_str().ok());
    all.flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(its, _)| *its == name)
        .map(|(_, value)| value.to_owned())
}

/// Goes on with a session cookie.
pub(crate) fn redirect_signed_in(site: &Site, session: &NewSession, to: &str) -> Response {
    let secure = if site.is_private() { "; Secure" } else { "" };
    let value = format!(
        "{}={}.{}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{secure}",
        cookie_name(site),
        session.community,
        session.secret,
        LIFETIME / 1_000,
    );
    with_cookie(Redirect::to(to), &value)
}

/// Goes on without one.
pub(crate) fn redirect_signed_out(site: &Site) -> Response {
    let secure = if site.is_private() { "; Secure" } else { "" };
    with_cookie(
        Redirect::to("/"),
        &format!("{}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{secure}", cookie_name(site)),
    )
}

/// An answer that sets a cookie.
pub(crate) fn with_cookie(answer: impl IntoResponse, cookie: &str) -> Response {
    let mut response = answer.into_response();
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}
