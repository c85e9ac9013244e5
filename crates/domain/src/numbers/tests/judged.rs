//! How each request counts, as a table, and that nothing is lost on the way.

use crate::ids::{EstateId, RequestId};
use crate::moment::Moment;
use crate::numbers::{
    Answers, Contact, Counted, Counts, Exclusion, Fact, Flags, Measure, Night, Out, Part, RateRule, Rates,
    Why,
};
use crate::request::{Channel, Closing, FollowUp, Reach, Satisfaction, State};
use uuid::Uuid;

const HOUR: i64 = 3_600_000;

fn at(hours: i64) -> Moment {
    Moment(hours * HOUR)
}

/// Reported at hour 0, due at hour 10, closed at hour 8 after it was done at hour 7.
fn closed() -> Fact {
    Fact {
        id: RequestId(Uuid::nil()),
        number: 1,
        estate: EstateId(Uuid::nil()),
        building: None,
        unit: None,
        grid: None,
        steward: None,
        matter: None,
        channel: Channel::Web,
        flags: Flags { same_day: true, ..Flags::default() },
        state: State::Closed,
        closing: Some(Closing::Normal),
        waits_for: "steward",
        called: false,
        reported_at: at(0),
        accepted_at: Some(at(1)),
        answered_at: Some(at(7)),
        done_at: Some(at(7)),
        ended_at: Some(at(8)),
        due_at: at(10),
        stood: 0,
        stands_since: Some(at(7)),
        counts: Counts::default(),
        confirmed: None,
        rated: None,
        follow_up: None,
    }
}

fn open() -> Fact {
    let state = State::InProgress;
    Fact {
        state,
        closing: None,
        done_at: None,
        ended_at: None,
        answered_at: None,
        stands_since: None,
        ..closed()
    }
}

fn asked(reach: Reach, solved: Option<bool>) -> Option<FollowUp> {
    Some(FollowUp { reach, solved, satisfied: solved.map(|_| Satisfaction::Basically) })
}

#[test]
fn each_counts_as_the_rule_says() {
    use Counted::{Hit, Miss};
    let usual = RateRule::default();
    let quick = RateRule { contact_hours: 2, ..usual };
    let taken = RateRule { contact: Contact::Acceptance, ..quick };
    let asked_only = RateRule { answers: Answers::Asked, ..usual };
    let own = RateRule { answers: Answers::Own, basically: 60, ..usual };
    let strict = RateRule { silence_counts: true, ..usual };
    let out = Counted::Out;
    let merged = Fact { state: State::Merged, ..closed() };
    let reached = Fact { follow_up: asked(Reach::Reached, Some(true)), confirmed: Some(false), ..closed() };
    let silent = Fact { follow_up: asked(Reach::Unreached, None), ..closed() };
    let rated = Fact { rated: Some(Satisfaction::Basically), ..closed() };
    let late = Fact { closing: Some(Closing::Overtime), ..closed() };
    let special = Fact { closing: Some(Closing::Special), done_at: None, ..closed() };
    let put_aside = Fact { state: State::Suspended, stands_since: Some(at(4)), ..open() };
    let plain = Fact { flags: Flags::default(), ..closed() };
    let refused = Fact { state: State::Refused, closing: None, done_at: None, ..closed() };
    let reworked = Fact { counts: Counts { reworks: 1, returns: 2, ..Counts::default() }, ..open() };
    let extended = Counts { extensions: 1, ..Counts::default() };
    let more_time = Fact { counts: extended, due_at: at(99), ..open() };
    let done_later = Fact { counts: extended, ..closed() };
    for (name, measure, fact, rule, now, wanted) in [
        ("answered in time", Measure::Response, closed(), usual, 30, Hit(100)),
        ("answered late", Measure::Response, closed(), quick, 30, Miss),
        ("taken on in time", Measure::Response, closed(), taken, 30, Hit(100)),
        ("may still answer", Measure::Response, open(), usual, 20, out(Out::NotYet)),
        ("never answered", Measure::Response, open(), usual, 25, Miss),
        ("merged", Measure::Response, merged, usual, 30, out(Out::Merged)),
        ("refused", Measure::Response, refused.clone(), usual, 30, out(Out::Refused)),
        (
            "refused counts",
            Measure::Response,
            refused,
            RateRule { refused_counts: true, ..usual },
            30,
            Hit(100),
        ),
        ("open is not asked", Measure::Solution, open(), usual, 30, out(Out::Open)),
        ("nobody asked", Measure::Solution, closed(), usual, 30, out(Out::NotAsked)),
        ("asked before own", Measure::Solution, reached.clone(), usual, 30, Hit(100)),
        ("own only", Measure::Solution, reached.clone(), own, 30, Miss),
        ("silent", Measure::Solution, silent.clone(), usual, 30, out(Out::Unreached)),
        ("silent counts", Measure::Solution, silent, strict, 30, Miss),
        ("basically is full", Measure::Satisfaction, reached, usual, 30, Hit(100)),
        ("basically is a part", Measure::Satisfaction, rated.clone(), own, 30, Hit(60)),
        ("own is not asked", Measure::Satisfaction, rated, asked_only, 30, out(Out::NotAsked)),
        ("in time", Measure::OnTime, closed(), usual, 30, Hit(100)),
        ("overtime", Measure::OnTime, late, usual, 30, Miss),
        ("special", Measure::OnTime, special.clone(), usual, 30, out(Out::Special)),
        ("limit runs", Measure::OnTime, open(), usual, 9, out(Out::NotYet)),
        ("limit passed", Measure::OnTime, open(), usual, 11, Miss),
        ("clock stands", Measure::OnTime, put_aside, usual, 99, out(Out::NotYet)),
        ("small", Measure::SameDay, closed(), usual, 30, Hit(100)),
        ("not small", Measure::SameDay, plain, usual, 30, out(Out::NotSmall)),
        ("small with more time", Measure::SameDay, more_time.clone(), usual, 9, Miss),
        ("its own limit still runs", Measure::OnTime, more_time, usual, 9, out(Out::NotYet)),
        ("small with more time, done", Measure::SameDay, done_later.clone(), usual, 30, Miss),
        ("done within more time", Measure::OnTime, done_later, usual, 30, Hit(100)),
        ("not on the spot", Measure::OnTheSpot, closed(), usual, 30, Miss),
        ("sent back", Measure::Rework, reworked.clone(), usual, 30, Hit(100)),
        ("never done", Measure::Rework, special, usual, 30, out(Out::Special)),
        ("given back", Measure::Return, reworked, usual, 30, Hit(100)),
    ] {
        assert_eq!(measure.judge(&fact, &rule, at(now)), wanted, "{name}");
    }
}

#[test]
fn every_request_is_counted_once_in_every_measure() {
    let mut rates = Rates::default();
    for fact in [closed(), open(), Fact { state: State::Voided, ..closed() }] {
        rates.count(&fact, &RateRule::default(), at(30));
    }
    for (measure, rate) in &rates.rates {
        assert_eq!(rate.of + rate.out.values().sum::<u32>(), rates.all, "{measure:?}");
    }
    // The parts of a measure are all there is of it, and no request is in two but for the whole of what counts.
    let apart = |counted| {
        let outs = Out::ALL.iter().map(|why| Part::Out(*why));
        [Part::Hit, Part::Miss].into_iter().chain(outs).filter(|part| part.takes(counted)).count()
    };
    for fact in [closed(), open(), Fact { state: State::Voided, ..closed() }] {
        for measure in Measure::ALL {
            let counted = measure.judge(&fact, &RateRule::default(), at(30));
            assert_eq!(apart(counted), 1, "{measure:?}");
            assert_eq!(Part::Counted.takes(counted), !matches!(counted, Counted::Out(_)), "{measure:?}");
        }
    }
    for part in Out::ALL.iter().map(|why| Part::Out(*why)).chain([Part::Hit, Part::Miss, Part::Counted]) {
        assert_eq!(Part::of_name(part.name()), Some(part));
    }
    let mut twice = rates.clone();
    twice.add(&rates);
    assert_eq!(twice.all, 6);
    assert_eq!(twice.rates[&Measure::Response].of, 2 * rates.rates[&Measure::Response].of);
}

#[test]
fn what_stays_overnight_says_why() {
    let waits = |waits_for| Fact { waits_for, ..open() };
    assert_eq!(Night::stayed(&waits("organisation"), at(5)), Some(Why::Organisation));
    assert_eq!(Night::stayed(&waits("street_office"), at(5)), Some(Why::Above));
    assert_eq!(Night::stayed(&Fact { state: State::Reported, ..open() }, at(5)), Some(Why::NotTaken));
    let extended = Counts { extensions: 1, ..Counts::default() };
    let more_time = Fact { counts: extended, due_at: at(99), ..waits("organisation") };
    assert_eq!(Night::stayed(&more_time, at(5)), Some(Why::Extended));
    let called = Fact { called: true, ..more_time.clone() };
    assert_eq!(Night::stayed(&called, at(5)), Some(Why::Above));
    let called = Fact { called: true, state: State::Reported, ..open() };
    assert_eq!(Night::stayed(&called, at(5)), Some(Why::Above));
    let checked = Fact { state: State::Disposed, called: true, ..more_time };
    assert_eq!(Night::stayed(&checked, at(5)), Some(Why::ToCheck));
    assert_eq!(Night::stayed(&open(), at(0)), None);
    assert_eq!(Night::stayed(&closed(), at(5)), None);
}

#[test]
fn reopened_ones_are_open_and_erased_ones_stay_figures() {
    let reopened = Fact { counts: Counts { reopenings: 1, ..Counts::default() }, ..open() };
    assert_eq!(reopened.lasted(at(50)), (50 * HOUR, false));
    assert_eq!(closed().lasted(at(50)), (8 * HOUR, true));
    let erased = Fact { flags: Flags { erased: true, ..Flags::default() }, ..closed() };
    assert_eq!(erased.exclusion(), None);
    let imported = Fact { flags: Flags { imported: true, ..Flags::default() }, ..closed() };
    assert_eq!(imported.exclusion(), Some(Exclusion::Imported));
}
