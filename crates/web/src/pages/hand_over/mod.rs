//! Hand-overs: the list, the form that asks, and one to read, to take on or to give back.

mod ask;
mod show;

pub(crate) use ask::{ask, form, holding};
pub(crate) use show::{act, handed, show};

use crate::fault::Fault;
use crate::view::office::{HandOverRow, HandOversPage};
use crate::view::{Choice, Section};
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::response::Response;
use guanjia_app::hand_over::HandOverLine;
use guanjia_app::office_allow;
use guanjia_domain::Role;
use guanjia_domain::hand_over::{Answer, Occasion, ReturnReason};
use guanjia_domain::permission::{Action, Area};

/// `GET /hand-overs`.
pub(crate) async fn list(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::HandOvers), |visitor, tx, seat| {
            let (app, who, home) = (visitor.site.app(), &seat.signed_in.who, seat.home);
            // Whoever may hand over or take over works in the community's estates or grids.
            office_allow(who, Action::File, &Area::community(home, None))?;
            let lines = app.hand_over_list(tx, who, home)?;
            let mut staff = Vec::new();
            if office_allow(who, Action::ChangeClaims, &Area::community(home, None)).is_ok() {
                for it in tx.staff(home)? {
                    if !it.left && (it.post.may_claim() || it.post.role() == Role::GridWorker) {
                        staff.push(Choice::new(it.id.to_string(), app.person(tx, home, it.id.0)?.name));
                    }
                }
            }
            let rows = lines.iter().map(|it| row(visitor.look.words(), it)).collect();
            html(&HandOversPage { page: seat.frame, rows, staff })
        })
        .await
}

/// A hand-over as a line.
pub(crate) fn row(words: &Words, it: &HandOverLine) -> HandOverRow {
    let (key, tone) = match it.hand_over.answer {
        Answer::Waiting => ("answer-waiting", "wait"),
        Answer::Accepted => ("answer-accepted", "done"),
        Answer::Returned(_) => ("answer-returned", "new"),
        Answer::TakenBack => ("answer-taken-back", "off"),
    };
    let answer = match it.hand_over.answer {
        Answer::Returned(why) => {
            words.say_with("answer-returned-why", &[("why", words.say(reason(why)).into())])
        }
        _ => words.say(key).to_owned(),
    };
    HandOverRow {
        href: format!("/hand-overs/{}", it.hand_over.id),
        from: it.from.clone(),
        to: it.to.clone(),
        parts: it.parts.join(words.say("list-comma")),
        occasion: occasion(it.hand_over.asked.occasion),
        starts_at: it.hand_over.asked.starts_at.0,
        // The end is the midnight after the last day.
        last_day: it.hand_over.asked.ends_at.map(|at| at.0 - 1),
        answer,
        tone,
    }
}

const fn occasion(it: Occasion) -> &'static str {
    match it {
        Occasion::Leaving => "occasion-leaving",
        Occasion::Absence => "occasion-absence",
        Occasion::Moving => "occasion-moving",
    }
}

pub(super) const fn reason(it: ReturnReason) -> &'static str {
    match it {
        ReturnReason::TooMuch => "return-too-much",
        ReturnReason::Away => "return-away",
        ReturnReason::TooNear => "return-too-near",
        ReturnReason::NotComplete => "return-not-complete",
        ReturnReason::InPerson => "return-in-person",
    }
}
