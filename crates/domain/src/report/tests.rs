//! Every figure counts what it says, leads to what it counts, and gives nobody away.

use super::*;
use crate::Moment;
use crate::numbers::{Answers, Counted, Fact, Measure, RateRule, Whose};
use crate::query::{Known, Row, parse};
use crate::request::samples::{NOW, life, lives};
use crate::request::{Closing, FollowUp, Reach, RequestEvent};
use proptest::prelude::*;

fn nothing() -> Known<'static> {
    let community = "L001".parse().unwrap();
    Known { community, estates: Vec::new(), matters: Vec::new(), classes: Vec::new() }
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

#[test]
fn a_month_is_one_of_china() {
    let november = month("2026-11");
    let at = |text: &str| Moment::from(text.parse::<jiff::Timestamp>().unwrap());
    assert_eq!(november.span(), (at("2026-10-31T16:00:00Z"), at("2026-11-30T16:00:00Z")));
    assert_eq!(Month::of(at("2026-10-31T15:59:59Z")), november.before());
    assert_eq!(
        (november.next().next().to_string(), november.before().to_string()),
        ("2027-01".into(), "2026-10".into())
    );
    assert_eq!(month("2024-02").span().1, at("2024-02-29T16:00:00Z"));
    for wrong in
        ["", "2026", "2026-13", "2026-00", "26-1", "2026-1", "2026-10-01", "+026-10", "1999-01", "二〇二六"]
    {
        assert!(wrong.parse::<Month>().is_err(), "{wrong}");
    }
}

#[test]
fn figures_of_november() {
    let by = Reckoning::new(month("2026-11"), NOW);
    let mut tally = Tally::new(by.clone());
    lives().iter().for_each(|it| tally.take(it));
    let counted: Vec<_> = Figure::ALL.iter().map(|it| (it.name(), tally.all.of(*it))).collect();
    assert_eq!(
        counted,
        [
            ("reported", 3),
            ("ended", 2),
            ("on_the_spot", 1),
            ("same_day", 1),
            ("not_done", 0),
            ("open", 4),
            ("overdue", 3),
            ("suspended", 1),
            ("escalated", 1),
            ("returned", 0),
            ("reworked", 0),
            ("unsolved", 0),
            ("in_issue", 0),
        ]
    );
    for &figure in Figure::ALL {
        let listed = lives().iter().filter(|it| figure.holds(it, &by)).count() as u64;
        let apart: u64 = tally.classes.values().map(|split| split.of(figure)).sum();
        assert_eq!((tally.all.of(figure), tally.all.of(figure)), (listed, apart), "{figure:?}");
    }
}

/// Whose word says that it is solved is decided once: the figure, the rate and the query say the same of each life.
#[test]
fn solved_is_the_same_everywhere() {
    let followed = |reach, solved| RequestEvent::FollowedUp(FollowUp { reach, solved, satisfied: None });
    let own = |solved| RequestEvent::Confirmed { solved };
    let closed = RequestEvent::Closed { how: Closing::Normal, words: None };
    let said = [
        vec![],
        vec![own(true)],
        vec![own(false)],
        vec![own(true), followed(Reach::Reached, Some(false))],
        vec![own(false), followed(Reach::Reached, Some(true))],
        vec![own(false), followed(Reach::Unreached, None)],
        vec![followed(Reach::Reached, Some(false))],
        vec![followed(Reach::Reached, None)],
    ];
    let (mut by, mut unsolved) = (Reckoning::new(month("2026-11"), NOW), Vec::new());
    for answers in [Answers::Either, Answers::Asked, Answers::Own] {
        by.rule = RateRule { answers, ..RateRule::default() };
        let mut many = 0;
        for words in &said {
            let it = life(1, 20, "0101", &[&[closed.clone()][..], words].concat());
            let judged = Measure::Solution.judge(&Fact::of(&it, &Whose::default()), &by.rule, NOW);
            let figure = Figure::Unsolved.holds(&it, &by);
            assert_eq!(figure, judged == Counted::Miss, "{answers:?} {words:?}");
            let row = Row { request: &it, estate: "", community: "L001", now: NOW, rule: by.rule };
            let asked = |text: &str| parse(text, &nothing()).unwrap().takes(&row);
            assert_eq!(figure, asked("where solved = no"), "{answers:?} {words:?}");
            assert_eq!(judged == Counted::Hit(100), asked("where solved = yes"), "{answers:?} {words:?}");
            many += u32::from(figure);
        }
        unsolved.push(many);
    }
    assert_eq!(unsolved, [4, 2, 3]);
}

#[test]
fn registers_hold_what_their_figures_count() {
    let by = Reckoning::new(month("2026-11"), NOW);
    for it in &lives() {
        for &register in Register::ALL {
            if register.holds(it, &by) {
                assert!(Register::Requests.holds(it, &by), "{register:?} {}", it.number);
            }
        }
    }
}

#[test]
fn what_is_small_is_not_published() {
    let none = (0, 0);
    assert_eq!(shown_parts(4, [(4, 4), none, none]), (Shown::Few, [Shown::Few; 3]));
    assert_eq!(shown_parts(9, [(9, 9), none, none]).1, [Shown::Count(9), Shown::Count(0), Shown::Count(0)]);
    assert_eq!(shown_parts(9, [(7, 7), (2, 2), none]), (Shown::Count(9), [Shown::Few; 3]));
    assert_eq!(
        shown_parts(6, [(5, 5), (5, 1), none]),
        (Shown::Count(10), [Shown::Few; 3]),
        "five of one household"
    );
}

#[test]
fn one_household_that_speaks_often_is_one() {
    let mut tally = PublicTally::default();
    for n in 0..20 {
        let mut it = life(n, 30, "0101", &[RequestEvent::Closed { how: Closing::Normal, words: None }]);
        it.place.room = Some(crate::ids::RoomId(uuid::Uuid::nil()));
        tally.take(&it, NOW);
    }
    assert_eq!(tally.lines()[0].reported, Shown::Few);
}

proptest! {
    #[test]
    fn no_published_number_and_no_difference_is_small(of in proptest::collection::vec((0u8..4, 0u8..3), 0..60)) {
        let mut tally = PublicTally::default();
        for ((class, how), n) in of.iter().zip(0..) {
            let events: &[RequestEvent] = match how {
                0 => &[RequestEvent::Closed { how: Closing::Normal, words: None }],
                1 => &[RequestEvent::Refused { words: 1 }],
                _ => &[],
            };
            tally.take(&life(n, 30, &format!("0{class}01"), events), NOW);
        }
        for line in tally.lines() {
            let counts: Vec<u64> = [line.reported, line.done, line.not_done, line.open].iter()
                .filter_map(|it| match it { Shown::Count(n) => Some(*n), Shown::Few => None }).collect();
            prop_assert!(counts.iter().all(|n| *n == 0 || *n >= LEAST_SHOWN));
            // All parts or none: nothing can be worked out from the rest.
            prop_assert!(matches!(counts.len(), 0 | 1 | 4));
        }
    }
}
