//! Clocks that stand still.

use super::*;
use proptest::prelude::*;

fn paused(text: &str, start: &str, from: &str, to: &str) -> Clock {
    let rules = Rules::default();
    let mut clock = Clock::start(limit(text), moment(start), &rules);
    clock.pause(moment(from)).unwrap();
    clock.resume(moment(to), &rules).unwrap();
    clock
}

#[test]
fn a_pause_moves_the_due_time_in_the_limits_own_unit() {
    // 2026-03-02 is a Monday.
    for (text, start, from, to, due) in [
        ("24h", "2026-03-02T10:00:00", "2026-03-02T12:00:00", "2026-03-04T12:00:00", "2026-03-05T10:00:00"),
        ("5wd", "2026-03-02T16:30:00", "2026-03-03T10:00:00", "2026-03-05T10:00:00", "2026-03-11T16:30:00"),
        // The weekend costs a limit in working days nothing, so it gives nothing back either.
        ("5wd", "2026-03-02T16:30:00", "2026-03-07T10:00:00", "2026-03-08T10:00:00", "2026-03-09T16:30:00"),
        ("60wm", "2026-03-02T11:30:00", "2026-03-02T11:45:00", "2026-03-02T13:00:00", "2026-03-02T14:45:00"),
        ("60wm", "2026-03-02T11:30:00", "2026-03-02T12:00:00", "2026-03-02T14:00:00", "2026-03-02T14:30:00"),
        (
            "same_day",
            "2026-03-02T11:00:00",
            "2026-03-02T15:00:00",
            "2026-03-03T10:00:00",
            "2026-03-03T19:00:00",
        ),
        // Paused at the very instant it is due: due when it goes on.
        ("24h", "2026-03-02T10:00:00", "2026-03-03T10:00:00", "2026-03-04T12:00:00", "2026-03-04T12:00:00"),
        // Overdue before the pause: it stays overdue.
        ("24h", "2026-03-02T10:00:00", "2026-03-03T10:00:01", "2026-03-04T12:00:00", "2026-03-03T10:00:00"),
    ] {
        assert_eq!(paused(text, start, from, to).due().at, at(due), "{text} from {start}, {from} to {to}");
    }
}

#[test]
fn a_paused_clock_does_not_run_out() {
    let rules = Rules::default();
    let mut clock = Clock::start(limit("24h"), moment("2026-03-02T10:00:00"), &rules);
    clock.pause(moment("2026-03-02T12:00:00")).unwrap();
    let much_later = moment("2026-05-02T12:00:00");
    assert!(!clock.is_overdue(much_later));
    assert_eq!(clock.remaining(much_later, &rules), SignedDuration::from_hours(22));
    assert_eq!(clock.pause(much_later), Err(ClockRefusal::AlreadyPaused));
    clock.resume(much_later, &rules).unwrap();
    assert_eq!(clock.resume(much_later, &rules), Err(ClockRefusal::NotPaused));
    assert_eq!(clock.remaining(much_later, &rules), SignedDuration::from_hours(22));
    assert!(
        clock.is_overdue(moment("2026-05-03T10:00:00.001"))
            && !clock.is_overdue(moment("2026-05-03T10:00:00"))
    );
}

#[test]
fn a_machine_whose_clock_was_set_back_gives_no_time_twice() {
    let rules = Rules::default();
    let mut clock = paused("24h", "2026-03-02T10:00:00", "2026-03-02T12:00:00", "2026-03-02T15:00:00");
    clock.pause(moment("2026-03-02T12:30:00")).unwrap();
    clock.resume(moment("2026-03-02T12:40:00"), &rules).unwrap();
    assert_eq!(clock.due().at, at("2026-03-03T13:00:00"));
}

#[test]
fn a_clock_is_stored_compactly_and_whole() {
    let clock = paused("5wd", "2026-03-02T16:30:00", "2026-03-03T10:00:00", "2026-03-05T10:00:00");
    let text = serde_json::to_string(&clock).unwrap();
    assert_eq!(
        text,
        r#"{"limit":"5wd","started":1772440200000,"due":1773217800000,"known":true,"stops":[{"from":1772503200000,"to":1772676000000}]}"#
    );
    assert_eq!(serde_json::from_str::<Clock>(&text).unwrap(), clock);
    assert_eq!((clock.limit(), clock.started()), (limit("5wd"), moment("2026-03-02T16:30:00")));
    assert_eq!(clock.stops().len(), 1);
}

#[test]
fn a_published_year_recounts_without_a_reset() {
    let provisional = Rules::default();
    let mut clock = Clock::start(limit("3wd"), moment("2026-12-30T10:00:00"), &provisional);
    clock.pause(moment("2026-12-30T12:00:00")).unwrap();
    clock.resume(moment("2026-12-31T12:00:00"), &provisional).unwrap();
    assert_eq!(clock.due(), Due { at: at("2027-01-05T10:00:00"), calendar_known: false });
    let notice = "2027 rest 01-01..01-03 05-01 10-01..10-03";
    let calendar = provisional.calendar.with_years(notice).unwrap();
    let recounted = clock.recounted(&Rules { calendar, ..provisional });
    assert_eq!(recounted.due(), Due { at: at("2027-01-06T10:00:00"), calendar_known: true });
    assert_eq!((recounted.started(), recounted.stops()), (clock.started(), clock.stops()));
}

proptest! {
    #[test]
    fn what_remains_at_the_pause_remains_at_the_resumption(
        which in 0_usize..6,
        start in 0_i64..400 * 86_400_000,
        steps in proptest::collection::vec((0_i64..3 * 86_400_000, 0_i64..20 * 86_400_000), 0..6),
        office in any::<bool>(),
    ) {
        let duty = if office { DutyCalendar::Office } else { DutyCalendar::EveryDay };
        let rules = Rules { duty, ..Rules::default() };
        let mut now = moment("2025-12-20T00:00:00").plus(start);
        let mut clock = Clock::start(limit(["5wd", "90wm", "3000wm", "48h", "7d", "same_day"][which]), now, &rules);
        for (run, stand) in steps {
            now = now.plus(run);
            let before = (clock.due(), clock.is_overdue(now), clock.remaining(now, &rules));
            clock.pause(now).unwrap();
            prop_assert_eq!(clock.remaining(now.plus(stand), &rules), before.2);
            prop_assert_eq!(clock.is_overdue(now.plus(stand)), before.1);
            now = now.plus(stand);
            clock.resume(now, &rules).unwrap();
            prop_assert_eq!(clock.is_overdue(now), before.1);
            prop_assert!(clock.due().at >= before.0.at);
            if !before.1 {
                prop_assert_eq!(clock.remaining(now, &rules), before.2);
            }
            if stand == 0 {
                prop_assert_eq!(clock.due().at, before.0.at);
            }
        }
        prop_assert_eq!(clock.recounted(&rules), clock);
    }
}
