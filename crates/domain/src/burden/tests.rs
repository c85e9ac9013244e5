//! The table is whole, sums are sums, and a rule costs what it asks.

use super::*;
use crate::party::Role;
use crate::request::{LIFE, Verb};
use jiff::civil::date;

fn deeds(role: Role, event: &str, count: u64) -> Deeds {
    Deeds { week: date(2026, 11, 2), role, event: event.to_owned(), count }
}

#[test]
fn every_step_of_a_request_is_in_the_table_once() {
    for ask in ASKS {
        assert_eq!(ASKS.iter().filter(|it| it.event == ask.event).count(), 1, "{}", ask.event);
        assert!(ask.taps > 0 && ask.seconds >= ask.taps, "{}", ask.event);
    }
    // What a verb's event is called, where it is not the verb's past tense.
    let told = |verb: Verb| match verb {
        Verb::Take => "taken",
        Verb::FollowUp => "followed_up",
        Verb::Rework => "reworked",
        Verb::Merge => "merged_into",
        Verb::Link => "linked_to_issue",
        Verb::GiveLink => "link_given",
        Verb::Meet => "measure_met",
        other => other.name().trim_end_matches(['e', 'y']),
    };
    for verb in LIFE.iter().map(|step| step.verb).filter(|verb| *verb != Verb::Erase) {
        assert!(ASKS.iter().any(|ask| ask.event.starts_with(told(verb))), "{verb:?}");
    }
    for form in FORMS {
        assert!(ask_of(form.event).is_some(), "{}", form.event);
    }
}

#[test]
fn weeks_are_summed_by_role_and_the_program_does_no_work() {
    let done = [
        deeds(Role::Officer, "dispatched", 3),
        deeds(Role::Officer, "disposed", 2),
        deeds(Role::GridWorker, "done_on_spot", 10),
        deeds(Role::System, "closed", 50),
        deeds(Role::Officer, "something_new", 5),
    ];
    let weeks = by_week(&done);
    let of = |role| weeks.get(&(date(2026, 11, 2), role)).copied();
    assert_eq!(of(Role::Officer), Some(Asked { deeds: 5, fields: 2, taps: 15, seconds: 165 }));
    assert_eq!(of(Role::GridWorker).map(|it| (it.taps, it.minutes())), Some((20, 2)));
    assert_eq!(of(Role::System), None);
    let spared = forms_spared(&done);
    assert_eq!(
        spared.iter().find(|(form, ..)| form.name == "request-file").map(|it| (it.1, it.2)),
        Some((50, 800))
    );
}

#[test]
fn a_rule_costs_what_it_asks_of_those_who_bear_it() {
    let done = [
        // One press on the spot is both.
        deeds(Role::GridWorker, "done_on_spot", 10),
        deeds(Role::GridWorker, "closed", 10),
        deeds(Role::Organisation, "disposed", 4),
        deeds(Role::Officer, "followed_up", 3),
        deeds(Role::System, "disposed", 9),
    ];
    let photos = cost_of(Rule::PhotoOnEachDisposal, &done);
    assert_eq!(photos.roles.get(&Role::GridWorker).map(|it| (it.taps, it.seconds)), Some((30, 250)));
    assert_eq!(photos.roles.get(&Role::Organisation).map(|it| it.deeds), Some(4));
    assert_eq!(photos.roles.len(), 2);
    let checks = cost_of(Rule::CheckEachSmallMatter, &done);
    assert_eq!(checks.roles.get(&Role::Officer).map(|it| it.seconds), Some(1_200));
    let calls = cost_of(Rule::FollowUpEach, &done);
    assert_eq!(calls.roles.get(&Role::Officer).map(|it| it.deeds), Some(7));
}

#[test]
fn a_week_begins_on_monday_in_china() {
    let at = |text: &str| monday_of(text.parse::<jiff::Timestamp>().unwrap().into());
    assert_eq!(at("2026-11-22T15:59:59Z"), date(2026, 11, 16));
    assert_eq!(at("2026-11-22T16:00:00Z"), date(2026, 11, 23));
}
