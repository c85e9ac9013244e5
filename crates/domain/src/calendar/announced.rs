//! Reading what people have in hand: the State Council's notice as it was published, a list of days, or the short form.

use super::CalendarError;
use super::notice::{shorten, year_in};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Days of rest and make-up working days by date.
type Days = BTreeMap<Date, bool>;

/// The text as lines of the short form, one for each year: `2027 rest 01-01..01-03 work 01-09`. Understood are that
/// form itself, the notice (“一、元旦：1月1日（周五）至3日（周日）放假调休，共3天。1月9日（周六）上班。”, with the year in its
/// title), and lines `2027-01-01,rest` or `2027-01-09,work`, also with 休 and 班. Whether the days can be right is
/// checked by [`super::Calendar::with_years`].
///
/// # Errors
/// [`CalendarError::Empty`] when no year is found; [`CalendarError::Word`] for a line that is no day.
pub fn lines_of(text: &str) -> Result<String, CalendarError> {
    let days = if text.contains("放假") {
        announced(text)?
    } else if text.lines().any(is_listed) {
        listed(text)?
    } else {
        return Ok(text.to_owned());
    };
    let mut years: BTreeMap<i16, [Vec<String>; 2]> = BTreeMap::new();
    for (day, works) in days {
        let words = years.entry(day.year()).or_default();
        words[usize::from(works)].push(format!("{:02}-{:02}", day.month(), day.day()));
    }
    let line = |(year, [rest, work]): (&i16, &[Vec<String>; 2])| {
        let work = if work.is_empty() { String::new() } else { format!(" work {}", work.join(" ")) };
        format!("{year} rest {}{work}", rest.join(" "))
    };
    Ok(years.iter().map(line).collect::<Vec<_>>().join("\n"))
}

fn is_listed(line: &str) -> bool {
    let line = line.trim_start_matches('\u{feff}').trim();
    line.split_once(',').is_some_and(|(day, _)| day.trim().parse::<Date>().is_ok())
}

fn listed(text: &str) -> Result<Days, CalendarError> {
    let mut days = Days::new();
    for (line, content) in (1..).zip(text.lines()) {
        let content = content.trim_start_matches('\u{feff}').trim();
        if content.is_empty() || content.starts_with('#') || (line == 1 && !is_listed(content)) {
            continue;
        }
        let wrong = || CalendarError::Word { line, word: shorten(content) };
        let (day, what) = content.split_once(',').ok_or_else(wrong)?;
        let date: Date = day.trim().parse().map_err(|_| wrong())?;
        let works = match what.split(',').next().unwrap_or_default().trim() {
            "rest" | "休" | "放假" => false,
            "work" | "班" | "上班" => true,
            _ => return Err(wrong()),
        };
        if days.insert(date, works).is_some() {
            return Err(CalendarError::Repeated { line, date });
        }
    }
    Ok(days)
}

/// The days of a notice. Days of the year before that are named with it (30 December) belong to that year's notice and
/// are left alone: a make-up day cannot be among them.
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
                    if date.year() == year && days.insert(date, works).is_some_and(|before| before != works) {
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

/// The days of `2月15日至23日`, `2月14日、2月28日`, `9月30日至10月2日`; `12月30日至1月1日` begins a year earlier.
fn dates(text: &str, year: i16) -> Vec<Date> {
    let (mut found, mut number) = (Vec::new(), String::new());
    let (mut its_year, mut month, mut through) = (year, None, None);
    for c in text.chars() {
        match c {
            '0'..='9' => number.push(c),
            '年' => its_year = std::mem::take(&mut number).parse().unwrap_or(year),
            '月' => {
                month = std::mem::take(&mut number).parse::<i8>().ok();
                if through.is_some() && month == Some(1) {
                    its_year = year;
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
