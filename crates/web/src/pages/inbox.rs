//! Messages to the reader.

use crate::fault::Fault;
use crate::present::matter_name;
use crate::view::office::{InboxLine, InboxPage};
use crate::view::{More, Section};
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::call::CallLine;
use guanjia_app::inbox::Told;
use guanjia_app::request::PlaceName;
use guanjia_domain::matter::MatterList;
use guanjia_domain::request::Request;
use serde::Deserialize;
use uuid::Uuid;

/// How many messages a page shows.
const ROWS: usize = 50;

#[derive(Deserialize)]
pub(crate) struct From {
    after: Option<Uuid>,
}

/// `GET /inbox?after=`.
pub(crate) async fn show(visitor: Visitor, Query(from): Query<From>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Inbox), move |visitor, tx, seat| {
            let mut told = visitor.site.app().inbox(tx, &seat.signed_in.who)?;
            told.retain(|it| from.after.is_none_or(|after| it.notice.id < after));
            let rest = told.len() > ROWS;
            told.truncate(ROWS);
            let last = told.last().filter(|_| rest);
            let more = last.map(|last| More { href: format!("/inbox?after={}", last.notice.id) });
            let list = visitor.site.app().matters(tx, seat.home)?;
            let messages = told.iter().map(|it| line(visitor.look.words(), &list, it)).collect();
            html(&InboxPage { messages, more, page: seat.frame })
        })
        .await
}

fn line(words: &Words, list: &MatterList, told: &Told) -> InboxLine {
    let (sentence, href) = if told.notice.kind == "digest" {
        let n = i64::try_from(told.stands_for).unwrap_or(i64::MAX);
        (words.say_with("notice-digest", &[("n", n.into())]), "/work".to_owned())
    } else {
        said(words, list, told)
    };
    InboxLine {
        words: sentence,
        href,
        at: told.notice.at.0,
        unread: told.notice.read_at.is_none(),
        urgent: told.notice.kind == "urgent",
        // Several in one: each with its own way to what it is about.
        lines: told.digest.iter().map(|it| said(words, list, it)).collect(),
    }
}

/// One notice in words, and where it leads.
fn said(words: &Words, list: &MatterList, told: &Told) -> (String, String) {
    let (about, href) = match (&told.about, &told.hand_over, &told.project) {
        _ if told.call.is_some() => call_line(told),
        (.., Some(it)) => (format!("{} · {}", it.title, it.estate), format!("/projects/{}", it.project.id)),
        (_, Some(it), _) => {
            let parts = it.parts.join(words.say("list-comma"));
            (format!("{} → {} · {parts}", it.from, it.to), format!("/hand-overs/{}", it.hand_over.id))
        }
        (Some((request, place)), ..) => {
            (about_request(words, list, request, place), format!("/requests/{}", request.id))
        }
        _ if told.notice.kind.starts_with("allocation_") => {
            (String::new(), format!("/allocations/{}", told.notice.subject))
        }
        _ if told.notice.kind == "load_commented" => (String::new(), "/numbers/load".to_owned()),
        // What was handed on is nothing of theirs any more.
        (None, None, None) => (words.say("notice-gone").to_owned(), "/work".to_owned()),
    };
    (words.say_with(key(&told.notice.kind), &[("about", about.as_str().into())]), href)
}

/// A call for help: how what is asked begins, and where.
fn call_line(told: &Told) -> (String, String) {
    let line = |it: &CallLine| (format!("{} · {}", it.title, it.estate), format!("/calls/{}", it.call.id));
    told.call.as_ref().map(line).unwrap_or_default()
}

fn about_request(words: &Words, list: &MatterList, request: &Request, place: &PlaceName) -> String {
    let matter = matter_name(words, list, request.matter.as_deref());
    let parts = [Some(format!("#{}", request.number)), Some(place.line()), matter];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The message of a kind of notice: the name of an event, of a timer, or `urgent`.
fn key(kind: &str) -> &'static str {
    match kind {
        "urgent" => "notice-urgent",
        "reported" => "notice-reported",
        "dispatched" => "notice-dispatched",
        "escalated" => "notice-escalated",
        "reworked" => "notice-reworked",
        "taken" => "notice-taken",
        "returned" => "notice-returned",
        "disposed" => "notice-disposed",
        "reopened" => "notice-reopened",
        "joined" => "notice-joined",
        "added" => "notice-added",
        "confirmed" => "notice-denied",
        "rated" => "notice-rated",
        "due_soon" => "notice-due-soon",
        "overdue" => "notice-overdue",
        "look_again" => "notice-look-again",
        "first_contact_soon" => "notice-first-contact-soon",
        "first_contact_late" => "notice-first-contact-late",
        "on_site_soon" => "notice-on-site-soon",
        "on_site_late" => "notice-on-site-late",
        "stop_soon" | "penalise_soon" | "demolish_soon" => "notice-measure-soon",
        "stop_late" | "penalise_late" | "demolish_late" => "notice-measure-late",
        "allocation_laid" => "notice-allocation-laid",
        "allocation_objected" => "notice-allocation-objected",
        "allocation_answered" => "notice-allocation-answered",
        "allocation_approved" => "notice-allocation-approved",
        "hand_over_asked" => "notice-hand-over-asked",
        "hand_over_accepted" => "notice-hand-over-accepted",
        "hand_over_returned" => "notice-hand-over-returned",
        "hand_over_taken_back" => "notice-hand-over-taken-back",
        "call_blown" => "notice-call-blown",
        "call_passed" => "notice-call-passed",
        "call_accepted" => "notice-call-accepted",
        "call_declined" => "notice-call-declined",
        "call_planned" => "notice-call-planned",
        "call_answered" => "notice-call-answered",
        "call_sent_back" => "notice-call-sent-back",
        "call_finished" => "notice-call-finished",
        "call_withdrawn" => "notice-call-withdrawn",
        "call_invited" => "notice-call-invited",
        "call_joined" | "call_reported" => "notice-call-joined",
        "call_excused" => "notice-call-excused",
        "call_visit_set" => "notice-call-visit-set",
        "call_visit_held" => "notice-call-visit-held",
        "call_due" => "notice-call-due",
        "call_overdue" => "notice-call-overdue",
        "project_submitted" => "notice-project-submitted",
        "project_approved" => "notice-project-approved",
        "project_sent_back" => "notice-project-sent-back",
        "project_heard" => "notice-project-heard",
        "load_commented" => "notice-load-commented",
        "project_look_again" => "notice-project-look-again",
        _ => "notice-other",
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reading {
    csrf: String,
}

/// `POST /inbox/read`: marks everything as read.
pub(crate) async fn read(visitor: Visitor, Form(reading): Form<Reading>) -> Result<Response, Fault> {
    let seat = visitor.acting(&reading.csrf).await?;
    visitor.site.run(move |site| site.app().read_inbox(&seat.signed_in.who)).await?;
    Ok(Redirect::to("/inbox").into_response())
}
