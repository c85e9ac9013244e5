//! The requests behind a figure, and the registers.

use super::labels::handler_words;
use super::month::class_words;
use super::month_of;
use crate::fault::Fault;
use crate::present::{matter_name, state_of};
use crate::view::report::{FigureKind, RegisterKind, RegisterPage, RegisterRow};
use crate::view::{More, Section};
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::extract::{Path, Query};
use axum::response::Response;
use guanjia_app::report::{Cursor, Listing, RegisterLine, Which};
use guanjia_domain::Refusal;
use guanjia_domain::matter::MatterList;
use guanjia_domain::report::{Figure, Register};
use serde::Deserialize;

/// Lines of a page.
const LINES: usize = 100;
/// How a class of requests without a matter is written in an address.
const NO_CLASS: &str = "-";

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Only {
    pub(super) estate: Option<String>,
    pub(super) class: Option<String>,
    pub(super) after: Option<String>,
}

/// What a list is of.
pub(super) struct Head {
    pub(super) which: Which,
    /// The key of its name.
    pub(super) title: &'static str,
    /// What else its name says.
    pub(super) named: Vec<String>,
    /// The part of a rate, as addresses have it.
    pub(super) part: Option<&'static str>,
}

impl Head {
    const fn new(which: Which, title: &'static str) -> Self {
        Self { which, title, named: Vec::new(), part: None }
    }
}

/// `GET /reports/{month}/figures/{figure}`.
pub(crate) async fn figure(
    visitor: Visitor,
    Path((month, name)): Path<(String, String)>,
    Query(only): Query<Only>,
) -> Result<Response, Fault> {
    let title = FigureKind::from_slug(&name).ok_or(Refusal::NotFound)?.key();
    let which = Which::Figure(Figure::of_name(&name).ok_or(Refusal::NotFound)?);
    list(visitor, month, Head::new(which, title), only).await
}

/// `GET /reports/{month}/registers/{register}`.
pub(crate) async fn register(
    visitor: Visitor,
    Path((month, name)): Path<(String, String)>,
    Query(only): Query<Only>,
) -> Result<Response, Fault> {
    let title = RegisterKind::from_slug(&name).ok_or(Refusal::NotFound)?.key();
    let which = Which::Register(Register::of_name(&name).ok_or(Refusal::NotFound)?);
    list(visitor, month, Head::new(which, title), only).await
}

pub(super) async fn list(visitor: Visitor, month: String, head: Head, only: Only) -> Result<Response, Fault> {
    visitor
        .walking(Some(Section::Reports), move |visitor, tx, seat| {
            let (app, who, words) = (visitor.site.app(), &seat.signed_in.who, visitor.look.words());
            let (month, after) = (month_of(&month)?, only.after.as_deref().and_then(Cursor::of));
            let class = only.class.clone().map(|class| if class == NO_CLASS { String::new() } else { class });
            let estate = only.estate.as_deref().map(str::parse).transpose().map_err(|_| Refusal::NotFound)?;
            let listing = Listing { month, which: head.which, estate, class };
            let found = app.register_page(tx, who, seat.home, &listing, after, LINES)?;
            if listing.estate.is_some_and(|estate| !found.scope.estates.contains_key(&estate)) {
                return Err(Refusal::NotFound.into());
            }
            let list = app.matters(tx, seat.home)?;
            let estate_name = listing.estate.map(|estate| found.scope.estate(estate).to_owned());
            let class_name = listing.class.as_deref().map(|code| class_words(words, code));
            let place = visitor.path.split('?').next().unwrap_or_default();
            html(&RegisterPage {
                page: seat.frame,
                month: month.to_string(),
                title: head.title,
                only: head.named.into_iter().chain(estate_name).chain(class_name).collect(),
                rows: found.lines.iter().map(|line| row(words, &list, line)).collect(),
                more: found.next.map(|next| More { href: href(place, head.part, &only, next) }),
            })
        })
        .await
}

fn href(place: &str, part: Option<&str>, only: &Only, next: Cursor) -> String {
    let set = |name: &str, value: Option<&str>| {
        value.map(|value| format!("{name}={}&", crate::visitor::encoded(value))).unwrap_or_default()
    };
    let (estate, class) = (set("estate", only.estate.as_deref()), set("class", only.class.as_deref()));
    format!("{place}?{}{estate}{class}after={next}", set("part", part))
}

fn row(words: &'static Words, list: &MatterList, line: &RegisterLine) -> RegisterRow {
    let it = &line.request;
    RegisterRow {
        href: format!("/requests/{}", it.id),
        number: it.number,
        reported: it.reported_at.0,
        estate: line.estate.clone(),
        place: line.place.clone(),
        matter: matter_name(words, list, it.matter.as_deref()).unwrap_or_default(),
        state: state_of(it.state, it.closing),
        handler: handler_words(words, line),
        due: it.due_at().0,
        ended: it.ended_at.map(|at| at.0),
        urgent: it.urgent,
    }
}
