//! Messages to the reader.

use crate::fault::Fault;
use crate::present::matter_name;
use crate::view::office::{InboxLine, InboxPage};
use crate::view::{More, Section};
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::inbox::Told;
use guanjia_domain::matter::MatterList;
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
    let (about, href) = match (&told.about, &told.hand_over, &told.project) {
        (.., Some(it)) => (format!("{} · {}", it.title, it.estate), format!("/projects/{}", it.project.id)),
        (_, Some(it), _) => {
            let parts = it.parts.join(words.say("list-comma"));
            (format!("{} → {} · {parts}", it.from, it.to), format!("/hand-overs/{}", it.hand_over.id))
        }
        (Some((request, place)), ..) => {
            let matter = matter_name(words, list, request.matter.as_deref());
            let parts = [Some(format!("#{}", request.number)), Some(place.line()), matter];
            let about = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            (about, format!("/requests/{}", request.id))
        }
        _ if told.notice.kind.starts_with("allocation_") => {
            (String::new(), format!("/allocations/{}", told.notice.subject))
        }
        _ if told.notice.kind == "load_commented" => (String::new(), "/numbers/load".to_owned()),
        // What was handed on is nothing of theirs any more.
        (None, None, None) => (words.say("notice-gone").to_owned(), "/work".to_owned()),
    };
    InboxLine {
        words: words.say_with(key(&told.notice.kind), &[("about", about.as_str().into())]),
        href,
        at: told.notice.at.0,
        unread: told.notice.read_at.is_none(),
        urgent: told.notice.kind == "urgent",
    }
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
        "allocation_laid" => "notice-allocation-laid",
        "allocation_objected" => "notice-allocation-objected",
        "allocation_answered" => "notice-allocation-answered",
        "allocation_approved" => "notice-allocation-approved",
        "hand_over_asked" => "notice-hand-over-asked",
        "hand_over_accepted" => "notice-hand-over-accepted",
        "hand_over_returned" => "notice-hand-over-returned",
        "hand_over_taken_back" => "notice-hand-over-taken-back",
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
