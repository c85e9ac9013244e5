//! Arithmetic in working time.

use super::{Due, WorkingHours};
use crate::calendar::Calendar;
use crate::calendar::china_time::Local;
use jiff::Timestamp;

/// Time that runs only in `hours` of the working days of `calendar`. Amounts are nanoseconds.
pub(super) struct WorkingTime<'a> {
    hours: &'a WorkingHours,
    calendar: &'a Calendar,
}

impl<'a> WorkingTime<'a> {
    pub(super) fn within(hours: &'a WorkingHours, calendar: &'a Calendar) -> Self {
        Self { hours, calendar }
    }

    /// The first instant at which `amount` of working time has passed since `start`; `start` itself for 0 or less.
    /// Used up exactly at a closing, it is that closing and not the next opening.
    pub(super) fn advance(&self, start: Timestamp, mut amount: i64) -> Due {
        if amount <= 0 {
            return Due { at: start, calendar_known: true };
        }
        let local = Local::at(start);
        let (left_today, mut known) = self.rest_of_day(local);
        if amount <= left_today {
            let nanos = self.hours.reach(local.nanos, amount);
            return Due { at: Local { nanos, ..local }.timestamp(), calendar_known: known };
        }
        amount -= left_today;
        // The last day is the one on which the amount runs out, so a day that is used up exactly is the last.
        let whole_days = (amount - 1) / self.hours.total();
        let nanos = self.hours.reach(0, amount - whole_days * self.hours.total());
        let (date, counted_known) =
            self.calendar.nth_working_day_after(local.date, whole_days.unsigned_abs().saturating_add(1));
        known &= counted_known;
        let at = date.map_or(Timestamp::MAX, |date| Local { date, nanos }.timestamp());
        Due { at, calendar_known: known }
    }

    /// The working time from `from` to `to` (0 when `to` is not later), and whether its years are known.
    pub(super) fn between(&self, from: Timestamp, to: Timestamp) -> (i64, bool) {
        if to <= from {
            return (0, true);
        }
        let (from, to) = (Local::at(from), Local::at(to));
        let (first_rest, first_known) = self.rest_of_day(from);
        let (last_rest, last_known) = self.rest_of_day(to);
        if from.date == to.date {
            return (first_rest - last_rest, first_known);
        }
        let (days, days_known) = self.calendar.working_days_between(from.date, to.date);
        let last = if self.calendar.day(to.date).working { self.hours.total() - last_rest } else { 0 };
        let whole = i64::try_from(days).unwrap_or(i64::MAX).saturating_mul(self.hours.total());
        (first_rest.saturating_add(whole).saturating_add(last), first_known && last_known && days_known)
    }

    /// Working time left on the day of `local`, and whether that is certain: after the last closing it is 0 on
    /// any day.
    fn rest_of_day(&self, local: Local) -> (i64, bool) {
        let day = self.calendar.day(local.date);
        let rest = self.hours.after(local.nanos);
        (if day.working { rest } else { 0 }, day.known || rest == 0)
    }
}
