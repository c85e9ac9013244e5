//! Reading what people have in hand: the State Council's notice as it was published, a list of days, or the short form.

use super::CalendarError;
use super::listed::{is_listed, listed};
use super::notice::year_in;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Days of rest and make-up working days by date.
pub(super) type Days = BTreeMap<Date, bool>;

/// The text as lines of the short form, one for each year: `2027 rest 01-01..01-03 work 01-09`. Understood are that
/// form itself, the notice (“一、元旦：1月1日（周五）至3日（周日）放假调休，共3天。1月9日（周六）上班。”, with the year in its
/// title), and lines `2027-01-01,rest` or `2027-01-09,work`, also with 休 or 放假 and 班 or 上班. Days of the December
/// before stand in the line of the year whose notice named them: `2027 rest 2026-12-31 01-01`. Whether the days can be
/// right is checked by [`super::Calendar::with_years`].
///
/// # Errors
/// [`CalendarError::Empty`] when no year is found; [`CalendarError::Word`] for a line that is no day.
pub fn lines_of(text: &str) -> Result<String, CalendarError> {
    let text = text.trim_start_matches('\u{feff}');
    let days = if text.lines().any(is_listed) {
        listed(text)?
    } else if text.contains("放假") {
        announced(text)?
    } else {
        return Ok(text.to_owned());
    };
    let mut years: BTreeMap<i16, [Vec<String>; 2]> = BTreeMap::new();
    for (day, works) in &days {
        let (year, word) = if is_of_the_next_year(*day, &days) {
            (day.year() + 1, day.to_string())
        } else {
            (day.year(), format!("{:02}-{:02}", day.month(), day.day()))
        };
        years.entry(year).or_default()[usize::from(*works)].push(word);
    }
    let line = |(year, [rest, work]): (&i16, &[Vec<String>; 2])| {
        let work = if work.is_empty() { String::new() } else { format!(" work {}", work.join(" ")) };
        format!("{year} rest {}{work}", rest.join(" "))
    };
    Ok(years.iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// Whether a day of December was named by the notice of the year after it: nothing else of its own year is named, and
/// days of the next are.
fn is_of_the_next_year(day: Date, days: &Days) -> bool {
    let (mut own, mut next) = (false, false);
    for other in days.keys() {
        own |= other.year() == day.year() && other.month() != 12;
        next |= other.year() == day.year() + 1;
    }
    day.month() == 12 && next && !own
}

/// The days of a notice: those of its year, and those of the December before, which no other notice names.
fn announced(text: &str) -> Result<Days, CalendarError> {
    let year = year_in(text).ok_or(CalendarError::Empty)?;
    let plain = without_brackets(text);
    let mut days = Days::new();
    for (line, content) in (1..).zip(plain.lines()) {
        for sentence in content.split(['。', '；', ';']) {
            // “放假” is said after the days of rest, “上班” after the make-up days.
            let (rest, work) = match (sentence.find("放假"), sentence.find("上班")) {
                (Some(at), later) => (&sentence[..at], later.map_or("", |end| &sentence[at..end.max(at)])),
                (None, Some(at)) => ("", &sentence[..at]),
                (None, None) => continue,
            };
            for (part, works) in [(rest, false), (work, true)] {
                for date in dates(part, year) {
                    let named = date.year() == year || (date.year() == year - 1 && date.month() == 12);
                    if named && days.insert(date, works).is_some_and(|before| before != works) {
                        return Err(CalendarError::Repeated { line, date });
                    }
                }
            }
        }
    }
    if days.is_empty() { Err(CalendarError::Empty) } else { Ok(days) }
}

/// What stands in brackets is the day of the week.
fn without_brackets(text: &str) -> String {
    let (mut depth, mut kept) = (0_u32, String::new());
    for c in text.chars() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

/// The days of `2月15日至23日`, `2月14日、2月28日`, `9月30日至10月2日`. A December without a year is the one before: a notice
/// names no other, for the end of its own year is the next one's to name.
fn dates(text: &str, year: i16) -> Vec<Date> {
    let (mut found, mut number) = (Vec::new(), String::new());
    let (mut its_year, mut says_year) = (year, false);
    let (mut month, mut through) = (None, None);
    for c in text.chars() {
        match c {
            '0'..='9' => number.push(c),
            '年' => {
                its_year = std::mem::take(&mut number).parse().unwrap_or(year);
                says_year = true;
            }
            '月' => {
                let before = month;
                month = std::mem::take(&mut number).parse::<i8>().ok();
                if !std::mem::take(&mut says_year) && (month, before) != (Some(12), Some(12)) {
                    its_year = if month == Some(12) { year - 1 } else { year };
                }
            }
            '日' => {
                let day = std::mem::take(&mut number).parse::<i8>().ok();
                let date = month.zip(day).and_then(|(month, day)| Date::new(its_year, month, day).ok());
                let from: Option<Date> = through.take();
                match (from, date) {
                    (Some(from), Some(to)) if from < to => {
                        let next = from.tomorrow().unwrap_or(to);
                        found.extend(next.series(jiff::Span::new().days(1)).take_while(|day| *day <= to));
                    }
                    (_, date) => found.extend(date),
                }
            }
            '至' | '—' | '-' | '~' => {
                number.clear();
                through = found.last().copied();
            }
            _ => number.clear(),
        }
    }
    found
}
