//! A line is read as it was written, whatever it holds.

use crate::numbers::{Counts, Flags, Line};
use crate::request::{Channel, Closing, FollowUp, Reach, Satisfaction, State};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

fn answers() -> impl Strategy<Value = Option<FollowUp>> {
    let reach = select(vec![Reach::Reached, Reach::Unreached, Reach::Declined]);
    let content = select(vec![Satisfaction::Satisfied, Satisfaction::Basically, Satisfaction::Dissatisfied]);
    let answer = (reach, of(any::<bool>()), of(content));
    of(answer.prop_map(|(reach, solved, satisfied)| FollowUp { reach, solved, satisfied }))
}

prop_compose! {
    fn lines()(
        number in any::<u64>(), matter in of("[0-9A-Z]{1,6}( [a-z]{1,3})?"),
        channel in select(Channel::ALL.to_vec()), flags in any::<[bool; 5]>(),
        state in select(State::ALL.to_vec()),
        closing in of(select(vec![Closing::Normal, Closing::Overtime, Closing::Special])),
        waits_for in select(vec!["steward", "grid_worker", "organisation", "street_office", "district_bureau"]),
    )(
        instants in any::<[Option<i64>; 5]>(), due in any::<i64>(), stood in any::<i64>(),
        counts in any::<[u32; 5]>(), confirmed in of(any::<bool>()),
        rated in of(select(vec![Satisfaction::Satisfied, Satisfaction::Dissatisfied])), follow_up in answers(),
        number in Just(number), matter in Just(matter), channel in Just(channel), flags in Just(flags),
        state in Just(state), closing in Just(closing), waits_for in Just(waits_for),
    ) -> Line {
        let [accepted, answered, done, ended, stands_since] = instants;
        let [urgent, same_day, on_the_spot, erased, imported] = flags;
        let [returns, reworks, reopenings, extensions, joined] = counts;
        Line {
            number, matter, channel, state, closing, waits_for, due, stood, confirmed, rated, follow_up,
            flags: Flags { urgent, same_day, on_the_spot, erased, imported },
            accepted, answered, done, ended, stands_since,
            counts: Counts { returns, reworks, reopenings, extensions, joined },
        }
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read(line in lines()) {
        prop_assert_eq!(Line::read(&line.text()), Some(line));
    }

    #[test]
    fn what_was_not_written_here_is_refused_without_a_panic(text in ".{0,60}") {
        prop_assert!(Line::read(&text).is_none_or(|line| Line::read(&line.text()) == Some(line)));
    }
}
