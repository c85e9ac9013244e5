//! Sentences about projects.

use crate::view::project::kinds::{Stage, worded};
use crate::words::Words;
use guanjia_domain::project::{self as domain, Got, Need, Next, Outcome, Project};

/// Where a project stands, as shown.
pub(super) fn stage_of(stage: domain::Stage) -> Stage {
    Stage::from_slug(stage.name()).unwrap_or(Stage::Planned)
}

/// A number for a message.
pub(super) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// What comes next.
pub(super) fn next_words(words: &Words, next: &Next) -> String {
    let plain = |key: &str| words.say(key).to_owned();
    let counted = |key: &str, n: usize| words.say_with(key, &[("n", count(n).into())]);
    match next {
        Next::NameOwner => plain("next-name-owner"),
        Next::Consult => plain("next-consult"),
        Next::Answer(n) => counted("next-answer", *n),
        Next::HoldCouncil => plain("next-council"),
        Next::Design => plain("next-design"),
        Next::Assign(n) => counted("next-assign", *n),
        Next::Submit => plain("next-submit"),
        Next::WaitForApproval => plain("next-wait"),
        Next::BeginWorks => plain("next-begin-works"),
        Next::Deliver(n) => counted("next-deliver", *n),
        Next::Finish => plain("next-finish"),
        Next::Accept => plain("next-accept"),
        Next::Close => plain("next-close"),
        Next::CloseRequests(n) => counted("next-close-requests", *n),
        Next::Tell(n) => counted("next-tell", *n),
        Next::LookAgain(day) => {
            words.say_with("next-look-again", &[("day", day.to_string().as_str().into())])
        }
        Next::Done => plain("next-done"),
    }
}

/// What a door got, and the tone of it.
pub(super) fn got_words(words: &Words, got: Got) -> (String, &'static str) {
    let because = |key: &str, why: domain::Why| {
        let why = worded!(words, Why, why.name());
        words.say_with(key, &[("why", why.as_str().into())])
    };
    match got {
        Got::Served => (words.say("got-served").to_owned(), "done"),
        Got::Partly(why) => (because("got-partly", why), "wait"),
        Got::NotYet(why) => (because("got-not-yet", why), "calm"),
    }
}

/// What a piece is called: lamps, trees and measures are counted apart.
pub(super) fn piece_name(words: &Words, it: &Project, n: u32) -> String {
    let at = (n as usize).saturating_sub(1);
    let Some(item) = it.items.get(at) else { return String::new() };
    let own = it.items[..at].iter().filter(|other| other.need == item.need).count() + 1;
    let key = match item.need {
        Need::DarkDoor => "piece-lamp",
        Need::Shade => "piece-tree",
        Need::Other => "piece-other",
    };
    words.say_with(key, &[("n", count(own).into())])
}

/// The pieces that are for a door.
pub(super) fn pieces_of(words: &Words, it: &Project, outcome: &Outcome) -> String {
    let names: Vec<_> = outcome.by.iter().map(|n| piece_name(words, it, *n)).collect();
    names.join(words.say("list-comma"))
}

/// Fen as yuan: `480` or `480.50`.
pub(super) fn yuan(fen: u64) -> String {
    match fen % 100 {
        0 => (fen / 100).to_string(),
        rest => format!("{}.{rest:02}", fen / 100),
    }
}
