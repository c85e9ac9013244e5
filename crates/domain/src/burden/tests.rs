//! The table is whole, sums are sums, and a rule costs what it asks.

use super::*;
use crate::ids::StaffId;
use crate::moment::Moment;
use crate::party::{Actor, Role};
use crate::request::{LIFE, Verb};
use jiff::civil::date;
use uuid::Uuid;

fn deeds(role: Role, event: &str, count: u64) -> Deeds {
    Deeds { week: date(2026, 11, 2), role, event: event.to_owned(), count, own: count }
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
fn one_press_is_one_deed_however_many_events_tell_of_it() {
    let worker = Actor::staff(Role::GridWorker, StaffId(Uuid::from_u128(1)));
    let officer = Actor::staff(Role::Officer, StaffId(Uuid::from_u128(2)));
    let resident = Actor { role: Role::Resident, id: None };
    // 2026-11-03 10:00 in China.
    let after = |millis: i64| Moment(1_793_671_200_000 + millis);
    let (one, other) = (Uuid::from_u128(11), Uuid::from_u128(12));
    let mut presses = Presses::default();
    for (millis, actor, subject, event) in [
        // Done on the spot, which closes it; another that the phone had kept, sent with it.
        (0, worker, one, "done_on_spot"),
        (1, worker, one, "closed"),
        (2, worker, other, "done_on_spot"),
        (3, worker, other, "closed"),
        // Confirming an issue links its requests, which takes the machine a while.
        (10, officer, one, "linked_to_issue"),
        (900, officer, other, "linked_to_issue"),
        (1800, officer, other, "issue_confirmed"),
        // Two residents in one instant are two.
        (1800, resident, one, "joined"),
        (1800, resident, other, "joined"),
        // Doors that were answered without signal and sent together.
        (4000, officer, one, "survey_answered"),
        (4000, officer, one, "survey_answered"),
        // A project ends, and its reply goes to two requests; the next is another press.
        (9000, officer, one, "disposed"),
        (9001, officer, other, "disposed"),
        (9002, officer, other, "checked"),
        (10_002, officer, one, "checked"),
    ] {
        presses.take(after(millis), actor, subject, event);
    }
    let deeds = presses.deeds();
    let of = |event: &str| deeds.iter().find(|it| it.event == event).map(|it| (it.count, it.own)).unwrap();
    assert_eq!([of("done_on_spot"), of("closed")], [(2, 2), (2, 0)]);
    assert_eq!([of("issue_confirmed"), of("linked_to_issue")], [(1, 1), (2, 0)]);
    assert_eq!([of("joined"), of("survey_answered")], [(2, 2), (2, 2)]);
    assert_eq!([of("disposed"), of("checked")], [(2, 1), (2, 1)]);
    let asked = |role| by_week(&deeds)[&(date(2026, 11, 2), role)];
    assert_eq!(asked(Role::GridWorker), Asked { deeds: 2, fields: 0, taps: 4, seconds: 20 });
    assert_eq!(asked(Role::Officer).deeds, 5);
    // Forms and rules count what happened, whatever it came with.
    let made = |name: &str| forms_spared(&deeds).into_iter().find(|it| it.0.name == name).unwrap().1;
    assert_eq!((made("on-the-spot-line"), made("request-file")), (2, 2));
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
