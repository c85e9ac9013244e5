//! Days as they stand in sheets: 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日, 20260301, and Excel's serial number.

use crate::read::Value;
use crate::text::key;

/// Serial numbers that are taken for a day: 1927 to 2173. Below stand years and counts.
const SERIALS: std::ops::RangeInclusive<u32> = 10_000..=100_000;
/// Days from 1 March of the year 0 to the day before Excel counts 1.
const BEFORE_EXCEL: u32 = 693_899;

/// The day as `2026-03-01`; `None` for what is none, or half of one such as 2026年3月.
pub(crate) fn day(value: &Value) -> Option<String> {
    let text = match value {
        Value::Day(day) => return Some(day.clone()),
        Value::Number(number) => number.to_string(),
        Value::Text(text) => key(text),
        Value::Flag(_) | Value::Error(_) => return None,
    };
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let (year, month, day) = match text.len() {
        8 if is_number => parts([text.get(..4)?, text.get(4..6)?, text.get(6..)?])?,
        5 if is_number => of_serial(text.parse().ok().filter(|serial| SERIALS.contains(serial))?),
        _ => {
            let bare = text.trim_end_matches(['日', '号']);
            let mut pieces = bare.split(['-', '/', '.', '年', '月']);
            let three = [pieces.next()?, pieces.next()?, pieces.next()?];
            pieces.next().is_none().then(|| parts(three))??
        }
    };
    let sound = (1850..=2200).contains(&year) && (1..=days_of(year, month)).contains(&day);
    sound.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

fn parts([year, month, day]: [&str; 3]) -> Option<(u32, u32, u32)> {
    Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

/// How many days a month has; 0 for one that there is not.
fn days_of(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// The day of a serial number after February 1900, where Excel counts a day too many. The usual arithmetic over years
/// that begin in March: 146 097 days are four centuries.
fn of_serial(serial: u32) -> (u32, u32, u32) {
    let days = serial + BEFORE_EXCEL;
    let (century, within) = (days / 146_097, days % 146_097);
    let year = (within - within / 1_460 + within / 36_524 - within / 146_096) / 365;
    let of_year = within - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (400 * century + year + next, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_is_the_same_day() {
        for text in ["2026-03-01", "2026/3/1", "2026.3.1", "2026年3月1日", "２０２６０３０１", "46082"]
        {
            assert_eq!(day(&Value::Text(text.to_owned())).as_deref(), Some("2026-03-01"), "{text}");
        }
        assert_eq!(day(&Value::Number(46_082.0)).as_deref(), Some("2026-03-01"));
        assert_eq!(day(&Value::Number(45_351.0)).as_deref(), Some("2024-02-29"));
    }

    #[test]
    fn what_is_no_day_is_left_alone() {
        for text in ["2026-02-29", "2026年3月", "1998", "20261301", "不详", "3-2", "12345678", "1-2-3-4"]
        {
            assert_eq!(day(&Value::Text(text.to_owned())), None, "{text}");
        }
    }
}
