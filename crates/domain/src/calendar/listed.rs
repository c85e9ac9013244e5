//! A list of days: one on each line, with what it is.

use super::CalendarError;
use super::announced::Days;
use super::notice::shorten;
use jiff::civil::Date;

/// What may stand between a day and what it is.
const BETWEEN: [char; 5] = [',', '\u{ff0c}', ';', '\u{ff1b}', '\t'];

/// Whether a line begins with a day and says something of it.
pub(super) fn is_listed(line: &str) -> bool {
    line.trim().split_once(BETWEEN).is_some_and(|(first, _)| day(first).is_some())
}

/// The days of a list; its first line may be a heading.
///
/// # Errors
/// [`CalendarError::Word`] for a line that is no day; [`CalendarError::Repeated`] for a day that stands there twice.
pub(super) fn listed(text: &str) -> Result<Days, CalendarError> {
    let mut days = Days::new();
    for (line, content) in (1..).zip(text.lines().map(str::trim)) {
        if content.is_empty() || content.starts_with('#') || (line == 1 && !is_listed(content)) {
            continue;
        }
        let wrong = || CalendarError::Word { line, word: shorten(content) };
        let (first, rest) = content.split_once(BETWEEN).ok_or_else(wrong)?;
        let date = day(first).ok_or_else(wrong)?;
        let works = match bare(rest.split(BETWEEN).next().unwrap_or_default()) {
            "rest" | "休" | "休息" | "放假" => false,
            "work" | "班" | "上班" | "补班" => true,
            _ => return Err(wrong()),
        };
        if days.insert(date, works).is_some() {
            return Err(CalendarError::Repeated { line, date });
        }
    }
    Ok(days)
}

/// `2027-01-01`, or `2027/1/1` as spreadsheets write it.
fn day(text: &str) -> Option<Date> {
    let mut parts = bare(text).split(['-', '/']);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if year.len() != 4 || parts.next().is_some() {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

fn bare(cell: &str) -> &str {
    cell.trim().trim_matches('"').trim()
}
