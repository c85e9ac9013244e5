//! Over which days something is counted.

use crate::day::{DAY, day_start};
use guanjia_domain::Moment;
use guanjia_domain::calendar::china_time;
use jiff::ToSpan;
use jiff::civil::{Date, Time};
use std::ops::Range;

/// The last days up to now, or a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// So many days before this morning, and today.
    Days(u16),
    /// A month, by its first day.
    Month(Date),
}

/// The lengths that can be chosen, in days.
const LENGTHS: [u16; 3] = [30, 90, 365];
/// How many months can be chosen, this one among them.
const MONTHS: i32 = 12;

impl Period {
    /// What can be chosen at `now`: some lengths, then the last months, this one first.
    #[must_use]
    pub fn choices(now: Moment) -> Vec<Self> {
        let first = china_time::date(now.into()).first_of_month();
        let months = (0..MONTHS).filter_map(|back| first.checked_sub(back.months()).ok());
        LENGTHS.into_iter().map(Self::Days).chain(months.map(Self::Month)).collect()
    }

    /// The period of a word such as `90` or `2026-11`; the first choice for anything else.
    #[must_use]
    pub fn of(word: &str, now: Moment) -> Self {
        Self::choices(now).into_iter().find(|it| it.word() == word).unwrap_or(Self::Days(LENGTHS[0]))
    }

    /// The word of it in addresses.
    #[must_use]
    pub fn word(self) -> String {
        match self {
            Self::Days(days) => days.to_string(),
            Self::Month(first) => first.strftime("%Y-%m").to_string(),
        }
    }

    /// From when to when, the end not included.
    #[must_use]
    pub fn range(self, now: Moment) -> Range<Moment> {
        let next_morning = day_start(now).plus(DAY);
        match self {
            Self::Days(days) => day_start(now).plus(-i64::from(days) * DAY)..next_morning,
            Self::Month(first) => {
                let end = first.checked_add(1.month()).ok().and_then(midnight).unwrap_or(next_morning);
                midnight(first).unwrap_or(end)..end
            }
        }
    }
}

fn midnight(day: Date) -> Option<Moment> {
    china_time::OFFSET.to_timestamp(day.to_datetime(Time::midnight())).ok().map(Moment::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        text.parse::<jiff::Timestamp>().unwrap().into()
    }

    #[test]
    fn a_month_begins_and_ends_at_midnight_in_china() {
        let now = at("2026-03-01T00:30:00+08:00");
        let range = Period::of("2026-02", now).range(now);
        assert_eq!(range, at("2026-01-31T16:00:00Z")..at("2026-02-28T16:00:00Z"));
        assert_eq!(Period::of("2026-03", now).range(now).start, at("2026-02-28T16:00:00Z"));
        assert_eq!(Period::of("30", now).range(now), at("2026-01-29T16:00:00Z")..at("2026-03-01T16:00:00Z"));
    }

    #[test]
    fn every_choice_is_known_by_its_word_and_nothing_else_is() {
        let now = at("2026-11-23T12:00:00+08:00");
        for choice in Period::choices(now) {
            assert_eq!(Period::of(&choice.word(), now), choice);
        }
        assert_eq!(Period::of("2025-11", now), Period::Days(30));
        assert_eq!(Period::of("-1", now), Period::Days(30));
    }
}
