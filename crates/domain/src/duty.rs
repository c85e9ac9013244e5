//! The duty roster (值班): who is called tonight.
//!
//! A duty lasts from eight in the morning to eight the next: who is on duty on the 3rd is called in the night to the
//! 4th. Only days are stored. A roster keeps [`KEPT`] days behind the last change, so that it does not grow for ever;
//! what was on it before stands in the ledger.

use crate::calendar::china_time;
use crate::ids::StaffId;
use crate::moment::Moment;
use crate::refusal::Refusal;
use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many people at the most are on duty on one day.
pub const MOST_ON_DUTY: usize = 4;
/// How many days ahead a roster may be planned: a year.
pub const FURTHEST: i64 = 366;
/// How many days behind a change a roster keeps.
pub const KEPT: i64 = 31;
/// At which hour a duty begins and the last one ends.
const BEGINS: i64 = 8 * 60 * 60 * 1_000;

/// Who is on duty on which day, in the order in which they are called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Roster(BTreeMap<Date, Vec<StaffId>>);

/// The day whose duty is in force at `at`.
#[must_use]
pub fn duty_day(at: Moment) -> Date {
    china_time::date(at.plus(-BEGINS).into())
}

impl Roster {
    /// Who is called at `at`, first to last; nobody where the roster has a gap.
    #[must_use]
    pub fn on_duty(&self, at: Moment) -> &[StaffId] {
        self.of(duty_day(at))
    }

    /// Who is on duty on a day.
    #[must_use]
    pub fn of(&self, day: Date) -> &[StaffId] {
        self.0.get(&day).map_or(&[], Vec::as_slice)
    }

    /// Whether nothing is planned at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Decides who is on duty on a day; the event is for [`Roster::set`].
    ///
    /// # Errors
    /// [`Refusal::NotAChoice`] for a day that is over or too far away, for somebody who stands there twice, and for
    /// more than [`MOST_ON_DUTY`].
    pub fn decide(&self, day: Date, staff: &[StaffId], now: Moment) -> Result<(), Refusal> {
        let today = duty_day(now);
        let last = today.saturating_add(FURTHEST.days());
        if day < today || day > last {
            return Err(Refusal::NotAChoice { field: "day", value: day.to_string() });
        }
        let twice = staff.iter().enumerate().any(|(n, one)| staff[..n].contains(one));
        if twice || staff.len() > MOST_ON_DUTY {
            return Err(Refusal::NotAChoice { field: "staff", value: staff.len().to_string() });
        }
        Ok(())
    }

    /// Puts somebody on duty, or nobody; `at` is when that was decided.
    pub fn set(&mut self, day: Date, staff: Vec<StaffId>, at: Moment) {
        let behind: Span = KEPT.days();
        let oldest = duty_day(at).saturating_sub(behind);
        self.0.retain(|planned, _| *planned >= oldest);
        if staff.is_empty() {
            self.0.remove(&day);
        } else {
            self.0.insert(day, staff);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    fn staff(n: u128) -> StaffId {
        StaffId(Uuid::from_u128(n))
    }

    /// A clock time in China.
    fn at(day: Date, hour: i8, minute: i8) -> Moment {
        china_time::OFFSET.to_timestamp(day.at(hour, minute, 0, 0)).unwrap().into()
    }

    #[test]
    fn a_duty_lasts_until_eight_the_next_morning() {
        let mut roster = Roster::default();
        let (third, now) = (date(2026, 12, 3), at(date(2026, 12, 1), 12, 0));
        roster.set(third, vec![staff(1), staff(2)], now);
        assert!(roster.on_duty(at(third, 7, 59)).is_empty());
        assert_eq!(roster.on_duty(at(third, 8, 0)), [staff(1), staff(2)]);
        assert_eq!(roster.on_duty(at(date(2026, 12, 4), 7, 59)), [staff(1), staff(2)]);
        assert!(roster.on_duty(at(date(2026, 12, 4), 8, 0)).is_empty());
    }

    #[test]
    fn the_past_the_far_future_doubles_and_crowds_are_refused() {
        let roster = Roster::default();
        let now = at(date(2026, 12, 31), 7, 0);
        let decide = |day, staff: &[StaffId]| roster.decide(day, staff, now);
        assert!(decide(date(2026, 12, 30), &[staff(1)]).is_ok(), "the night is not over");
        assert!(decide(date(2026, 12, 29), &[staff(1)]).is_err());
        assert!(decide(date(2028, 1, 1), &[staff(1)]).is_err());
        assert!(decide(date(2027, 1, 1), &[staff(1), staff(1)]).is_err());
        assert!(decide(date(2027, 1, 1), &(0..5).map(staff).collect::<Vec<_>>()).is_err());
        assert!(decide(date(2027, 1, 1), &[]).is_ok());
    }

    #[test]
    fn old_days_go_and_nobody_is_a_gap() {
        let mut roster = Roster::default();
        let (old, next) = (date(2026, 1, 1), date(2026, 12, 2));
        roster.set(old, vec![staff(1)], at(old, 12, 0));
        roster.set(next, vec![staff(1), staff(2)], at(date(2026, 12, 1), 12, 0));
        assert!(roster.of(old).is_empty());
        assert_eq!(roster.of(next), [staff(1), staff(2)]);
        roster.set(next, Vec::new(), at(date(2026, 12, 1), 12, 0));
        assert!(roster.is_empty());
    }
}
