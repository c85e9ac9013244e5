//! Quiet hours.

use crate::calendar::china_time::{Local, NANOS_PER_DAY, nanos_of};
use crate::moment::Moment;
use crate::refusal::Refusal;
use jiff::civil::Time;
use serde::{Deserialize, Serialize};

/// In milliseconds.
const MINUTE: i64 = 60_000;

/// From a clock time to another, usually over midnight. Urgent matters break through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiet {
    /// When it becomes quiet.
    pub from: Time,
    /// When it ends; the minute itself is not quiet any more.
    pub to: Time,
}

impl Quiet {
    /// Quiet hours that leave some of the day.
    ///
    /// # Errors
    /// [`Refusal::NotAChoice`] when they begin and end at the same time.
    pub fn new(from: Time, to: Time) -> Result<Self, Refusal> {
        if from == to {
            return Err(Refusal::NotAChoice { field: "quiet_to", value: to.to_string() });
        }
        Ok(Self { from, to })
    }

    /// The last minute before the quiet hours that hold at `at`; `at` itself when it is not quiet. What would come too
    /// late in the morning is said in it.
    #[must_use]
    pub fn last_minute(self, at: Moment) -> Moment {
        if self.ends(at).is_none() {
            return at;
        }
        let local = Local::at(at.into());
        let from = nanos_of(self.from);
        let began = if local.nanos >= from { Some(local.date) } else { local.date.yesterday().ok() };
        let began = began.map(|date| Moment::from(Local { date, nanos: from }.timestamp()));
        began.map_or(at, |it| it.plus(-MINUTE))
    }

    /// When the quiet hours that hold at `at` end; `None` when it is not quiet.
    #[must_use]
    pub fn ends(self, at: Moment) -> Option<Moment> {
        let local = Local::at(at.into());
        let (from, to) = (nanos_of(self.from), nanos_of(self.to));
        let evening = local.nanos >= from;
        let day = match (from < to, evening, local.nanos < to) {
            (true, true, true) | (false, false, true) => 0,
            (false, true, _) => NANOS_PER_DAY,
            _ => return None,
        };
        Some(Local { date: local.date, nanos: day + to }.timestamp().into())
    }
}
