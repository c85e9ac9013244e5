//! Days as forms send them.

use crate::form::chosen;
use guanjia_domain::calendar::china_time;
use guanjia_domain::{Moment, Refusal};
use jiff::ToSpan;
use jiff::civil::{Date, Time};

/// Midnight in China at the beginning of a day; `None` at the ends of the calendar.
pub(crate) fn midnight(day: Date) -> Option<Moment> {
    china_time::OFFSET.to_timestamp(day.to_datetime(Time::midnight())).ok().map(Moment::from)
}

fn refused(field: &'static str, day: Date) -> Refusal {
    Refusal::NotAChoice { field, value: day.to_string() }
}

/// The midnight with which a day begins; `None`, which is at once, for nothing and for today.
///
/// # Errors
/// [`Refusal::NotAChoice`] for what is no day.
pub(crate) fn starts_at(field: &'static str, typed: &str, now: Moment) -> Result<Option<Moment>, Refusal> {
    let Some(day) = chosen::<Date>(field, typed)? else { return Ok(None) };
    let midnight = midnight(day).ok_or_else(|| refused(field, day))?;
    Ok((day != china_time::date(now.into())).then_some(midnight))
}

/// The midnight with which a day ends, for a last day.
///
/// # Errors
/// [`Refusal::NotAChoice`] for what is no day.
pub(crate) fn ends_at(field: &'static str, typed: &str) -> Result<Option<Moment>, Refusal> {
    let Some(day) = chosen::<Date>(field, typed)? else { return Ok(None) };
    let next = day.checked_add(1.day()).ok().and_then(midnight);
    Ok(Some(next.ok_or_else(|| refused(field, day))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-22 15:33 in China.
    const NOW: Moment = Moment(1_795_332_780_000);

    #[test]
    fn a_day_begins_at_midnight_in_china_and_today_means_at_once() {
        let of = |typed| starts_at("starts_on", typed, NOW);
        assert_eq!(of("2026-12-01"), Ok(Some(Moment(1_796_054_400_000))));
        assert_eq!(of("2026-11-22"), Ok(None));
        assert_eq!(of(""), Ok(None));
        assert!(of("2026-02-30").is_err());
    }

    #[test]
    fn a_last_day_ends_with_its_midnight() {
        assert_eq!(ends_at("ends_on", "2026-11-30"), Ok(Some(Moment(1_796_054_400_000))));
        assert!(ends_at("ends_on", "9999-12-31").is_err());
    }
}
