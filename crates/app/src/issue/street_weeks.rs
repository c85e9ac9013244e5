//! Unusual weeks of a street: all its communities together have counts of some size, week by week.

use crate::day::{DAY, day_start};
use crate::error::Result;
use crate::office::{App, allow};
use guanjia_discover::alarms::{Ears, Farrington, Verdict, ears, farrington};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;

/// So many weeks are read: three past years with half a window, and the present one.
const WEEKS: i64 = 3 * 52 + 8;
const WEEK: i64 = 7 * DAY;

/// What a method says of the last whole week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeekAlarm {
    /// A higher count is an alarm.
    pub threshold: f64,
    /// Whether it is higher.
    pub alarm: bool,
}

/// The last whole week of a street.
#[derive(Clone, Copy, Debug)]
pub struct StreetWeeks {
    /// How many requests it had.
    pub count: u64,
    /// How many weeks of history there are.
    pub weeks: usize,
    /// Against the nine weeks before it; `None` where they are too few.
    pub ears: Option<WeekAlarm>,
    /// Against the same weeks of three years; `None` where the history is shorter.
    pub farrington: Option<WeekAlarm>,
}

impl App {
    /// What is unusual about the last whole week of some communities together; `None` where no week is whole yet.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal`] for whoever may not compare.
    pub fn street_weeks(
        &self,
        tx: &mut Tx,
        who: &Principal,
        communities: &[(CommunityCode, String)],
    ) -> Result<Option<StreetWeeks>> {
        let end = monday(self.now());
        let since = end.plus(-WEEKS * WEEK);
        let mut counts = vec![0_u64; WEEKS as usize];
        for (code, _) in communities {
            let street = self.community(tx, *code)?.street;
            allow(who, Action::CompareIssues, &Area::community(*code, street))?;
            for (week, count) in tx.weekly_counts(*code, since)? {
                if let Some(at) = usize::try_from(week).ok().and_then(|week| counts.get_mut(week)) {
                    *at += count;
                }
            }
        }
        let Some(first) = counts.iter().position(|count| *count > 0) else { return Ok(None) };
        let counts = &counts[first..];
        let last = |verdicts: Vec<Verdict>| {
            let verdict = verdicts.last()?;
            Some(WeekAlarm { threshold: verdict.threshold?, alarm: verdict.alarm })
        };
        Ok(counts.last().map(|count| StreetWeeks {
            count: *count,
            weeks: counts.len(),
            ears: last(ears(counts, Ears::C2)),
            farrington: last(farrington(counts, &Farrington::flexible())),
        }))
    }
}

/// The Monday at whose beginning in China the present week began. 1970 began on a Thursday.
fn monday(now: Moment) -> Moment {
    let midnight = day_start(now);
    let day = (midnight.0 + DAY / 3).div_euclid(DAY) + 3;
    midnight.plus(-day.rem_euclid(7) * DAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_begin_on_monday_in_china() {
        let at = |text: &str| Moment::from(text.parse::<jiff::Timestamp>().unwrap());
        // 2026-11-23 is a Monday.
        for now in ["2026-11-22T16:00:00Z", "2026-11-25T03:00:00Z", "2026-11-29T15:59:59Z"] {
            assert_eq!(monday(at(now)), at("2026-11-22T16:00:00Z"), "{now}");
        }
        assert_eq!(monday(at("2026-11-22T15:59:59Z")), at("2026-11-15T16:00:00Z"));
    }
}
