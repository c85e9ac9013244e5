//! A running limit that can stand still.

use super::{Due, Limit, Rules, WorkingHours};
use crate::calendar::Calendar;
use crate::limit::working_time::WorkingTime;
use crate::moment::Moment;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// A limit that started at an instant and stood still for some intervals.
///
/// **Law of the pause**: the time remaining at a pause is the time remaining at the resumption. It is measured in
/// the limit's own unit: natural time for hours and days; working time for working minutes; for working days the
/// time of working days from 00:00 to 24:00, so that two working days of pause move the due time by two working
/// days and a rest day moves nothing. *Same day* is natural time with duty every day, else the time of days of duty.
/// A limit that was already overdue when it was paused stays overdue: its due time does not move.
///
/// Nothing but [`Clock::resume`], [`Clock::recounted`] and [`Clock::under`] moves the due time, and nothing moves the
/// start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    limit: Limit,
    started: Moment,
    due: Moment,
    known: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    stops: Vec<Stop>,
}

/// An interval in which a clock stood still.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    /// When it was paused.
    pub from: Moment,
    /// When it was resumed; `None` while it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Moment>,
}

/// Why a clock cannot be paused or resumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClockRefusal {
    /// It stands already.
    #[error("the clock is already paused")]
    AlreadyPaused,
    /// It runs.
    #[error("the clock is not paused")]
    NotPaused,
}

impl Clock {
    /// A clock that starts at `at`.
    #[must_use]
    pub fn start(limit: Limit, at: Moment, rules: &Rules) -> Self {
        let due = limit.due(at.into(), rules);
        Self { limit, started: at, due: due.at.into(), known: due.calendar_known, stops: Vec::new() }
    }

    /// Lets the clock stand still from `at` on. An instant before the last one the clock knows (a machine's clock
    /// was set back) counts as that last one, so that no time is given twice.
    ///
    /// # Errors
    /// [`ClockRefusal::AlreadyPaused`].
    pub fn pause(&mut self, at: Moment) -> Result<(), ClockRefusal> {
        if self.is_paused() {
            return Err(ClockRefusal::AlreadyPaused);
        }
        self.stops.push(Stop { from: at.max(self.last()), to: None });
        Ok(())
    }

    /// Lets the clock run again from `at` on and moves the due time by the pause. An instant before the pause
    /// counts as the pause.
    ///
    /// # Errors
    /// [`ClockRefusal::NotPaused`].
    pub fn resume(&mut self, at: Moment, rules: &Rules) -> Result<(), ClockRefusal> {
        let Some(stop) = self.stops.last_mut().filter(|stop| stop.to.is_none()) else {
            return Err(ClockRefusal::NotPaused);
        };
        let (from, to) = (stop.from, at.max(stop.from));
        stop.to = Some(to);
        if from <= self.due {
            let moved = Unit::of(self.limit, rules).shift(self.due.into(), from.into(), to.into(), rules);
            self.due = moved.at.into();
            self.known &= moved.calendar_known;
        }
        Ok(())
    }

    /// The limit that the clock runs down.
    #[must_use]
    pub fn limit(&self) -> Limit {
        self.limit
    }

    /// When the clock started.
    #[must_use]
    pub fn started(&self) -> Moment {
        self.started
    }

    /// When it is due. While the clock stands this is the due time without the present pause.
    #[must_use]
    pub fn due(&self) -> Due {
        Due { at: self.due.into(), calendar_known: self.known }
    }

    /// The intervals in which it stood still, in order; the last may be open.
    #[must_use]
    pub fn stops(&self) -> &[Stop] {
        &self.stops
    }

    /// Whether the clock stands still.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.stops.last().is_some_and(|stop| stop.to.is_none())
    }

    /// Whether the due time is past at `now`. A clock that stands still is overdue only if it was so before.
    #[must_use]
    pub fn is_overdue(&self, now: Moment) -> bool {
        self.effective(now) > self.due
    }

    /// The time remaining at `now`, in the limit's own unit (see the law of the pause; a working day has 24 hours
    /// here); negative when overdue. A clock that stands still keeps what remained when it was paused.
    #[must_use]
    pub fn remaining(&self, now: Moment, rules: &Rules) -> SignedDuration {
        let (now, due) = (self.effective(now), self.due);
        let unit = Unit::of(self.limit, rules);
        let nanos = if now <= due {
            unit.between(now.into(), due.into(), rules).0
        } else {
            -unit.between(due.into(), now.into(), rules).0
        };
        SignedDuration::from_nanos(nanos)
    }

    /// The same clock counted again under `rules`: after the notice of a year was published that had been counted
    /// provisionally. Start and pauses stay as they were.
    #[must_use]
    pub fn recounted(&self, rules: &Rules) -> Self {
        self.under(self.limit, rules)
    }

    /// The same clock as if `limit` had held from its start. Start and pauses stay as they were: no edit ever resets
    /// a clock.
    #[must_use]
    pub fn under(&self, limit: Limit, rules: &Rules) -> Self {
        let mut clock = Self::start(limit, self.started, rules);
        for stop in &self.stops {
            // In their order pauses and resumptions cannot be refused: they were accepted before.
            let _paused = clock.pause(stop.from);
            if let Some(to) = stop.to {
                let _resumed = clock.resume(to, rules);
            }
        }
        clock
    }

    fn effective(&self, now: Moment) -> Moment {
        self.stops.last().filter(|stop| stop.to.is_none()).map_or(now, |stop| stop.from)
    }

    fn last(&self) -> Moment {
        self.stops.last().map_or(self.started, |stop| stop.to.unwrap_or(stop.from))
    }
}

/// The unit in which a pause is measured.
enum Unit {
    Natural,
    Working(WorkingHours),
    Duty(Calendar),
}

impl Unit {
    fn of(limit: Limit, rules: &Rules) -> Self {
        match limit {
            Limit::WorkingMinutes(_) => Self::Working(rules.hours.clone()),
            Limit::WorkingDays(_) => Self::Working(WorkingHours::whole_day()),
            Limit::SameDay => rules.duty_calendar().map_or(Self::Natural, |it| Self::Duty(it.into_owned())),
            Limit::Hours(_) | Limit::Days(_) => Self::Natural,
        }
    }

    /// `due` moved by the pause. A limit that had nothing left is due at the resumption.
    fn shift(&self, due: Timestamp, from: Timestamp, to: Timestamp, rules: &Rules) -> Due {
        let (amount, known) = self.between(from, to, rules);
        let moved = match self {
            Self::Natural => Due {
                at: due.checked_add(SignedDuration::from_nanos(amount)).unwrap_or(Timestamp::MAX),
                calendar_known: true,
            },
            Self::Working(hours) => WorkingTime::within(hours, &rules.calendar).advance(due, amount),
            Self::Duty(week) => WorkingTime::within(&WorkingHours::whole_day(), week).advance(due, amount),
        };
        Due { at: moved.at.max(to), calendar_known: known && moved.calendar_known }
    }

    fn between(&self, from: Timestamp, to: Timestamp, rules: &Rules) -> (i64, bool) {
        match self {
            Self::Natural => {
                let nanos = to.duration_since(from).as_nanos();
                (i64::try_from(nanos).unwrap_or(i64::MAX), true)
            }
            Self::Working(hours) => WorkingTime::within(hours, &rules.calendar).between(from, to),
            Self::Duty(week) => WorkingTime::within(&WorkingHours::whole_day(), week).between(from, to),
        }
    }
}
