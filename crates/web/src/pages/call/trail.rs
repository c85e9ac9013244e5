//! What happened to a call, in words.

use super::words::{rule_words, unit_words};
use crate::view::call::Told;
use crate::words::{Arg, Words};
use guanjia_app::call::{CallSheet, CallStep};
use guanjia_domain::call::{CallEvent, HandlingUnit, Rule};
use guanjia_domain::ids::OrganisationId;

/// The steps, the newest first.
pub(super) fn trail(words: &Words, sheet: &CallSheet) -> Vec<Told> {
    sheet.trail.iter().rev().map(|it| told(words, sheet, it)).collect()
}

fn told(words: &Words, sheet: &CallSheet, it: &CallStep) -> Told {
    let unit = |unit: HandlingUnit| unit_words(words, &sheet.unit(unit));
    let all = |units: &[HandlingUnit]| {
        units.iter().map(|it| unit(*it)).collect::<Vec<_>>().join(words.say("list-comma"))
    };
    let by = it.by.as_ref().map(|by| unit_words(words, by)).unwrap_or_default();
    let say = |key: &str, args: &[(&str, Arg<'_>)]| {
        let with_by: Vec<_> = std::iter::once(("by", Arg::from(&by))).chain(args.iter().copied()).collect();
        words.say_with(key, &with_by)
    };
    let to = |key: &str, to: String| say(key, &[("to", (&to).into())]);
    let of = |holder: OrganisationId| {
        let its = sheet.call.units().into_iter().find(|it| it.organisation() == Some(holder));
        its.map(unit).unwrap_or_default()
    };
    let what = match &it.event {
        CallEvent::Blown(new) => to("told-call-blown", unit(new.to)),
        CallEvent::Accepted { .. } => say("told-call-accepted", &[]),
        CallEvent::Declined { .. } => say("told-call-declined", &[]),
        CallEvent::Passed { to: next, .. } => to("told-call-passed", unit(*next)),
        CallEvent::Invited { units } => to("told-call-invited", all(units)),
        CallEvent::Joined { .. } => say("told-call-joined", &[]),
        CallEvent::Excused { .. } => say("told-call-excused", &[]),
        CallEvent::Reported { .. } => say("told-call-reported", &[]),
        CallEvent::Planned { until, .. } => {
            let day = until.to_string();
            say("told-call-planned", &[("day", (&day).into())])
        }
        CallEvent::VisitSet { day, units } => {
            let (day, units) = (day.to_string(), all(units));
            say("told-call-visit-set", &[("day", (&day).into()), ("to", (&units).into())])
        }
        CallEvent::VisitHeld { units, .. } => to("told-call-visit-held", all(units)),
        CallEvent::Tried { .. } => say("told-call-tried", &[]),
        CallEvent::LinkGiven { to: holder, .. } => to("told-call-link", of(*holder)),
        CallEvent::LinkRevoked { to: holder } => to("told-call-link-revoked", of(*holder)),
        CallEvent::Answered { .. } => say("told-call-answered", &[]),
        CallEvent::SentBack { .. } => say("told-call-sent-back", &[]),
        CallEvent::Finished { .. } => say("told-call-finished", &[]),
        CallEvent::Withdrawn { .. } => say("told-call-withdrawn", &[]),
    };
    let rule = match &it.event {
        CallEvent::Declined { rule, .. } | CallEvent::Excused { rule, .. } => Some(match rule {
            Rule::Listed(listed) => rule_words(words, *listed),
            Rule::Typed(n) => sheet.text(Some(*n)).to_owned(),
        }),
        _ => None,
    };
    Told { at: it.at.0, what, text: sheet.text(it.event.words().0).to_owned(), rule }
}
