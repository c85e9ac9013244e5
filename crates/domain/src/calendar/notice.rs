//! Reading and checking yearly notices.

use super::Week;
use super::named::Named;
use super::year::Year;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Days that law has made holidays in every year since 2000. A year without them was typed wrong.
const STATUTORY: [(i8, i8); 5] = [(1, 1), (5, 1), (10, 1), (10, 2), (10, 3)];

/// Years that may be given a notice; the first is the one in which the five-day week was complete.
const YEARS: std::ops::RangeInclusive<i16> = 1996..=2199;

/// What is wrong with a calendar text. `line` counts from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// No line holds a year.
    #[error("the text holds no year; write a line such as “2027 rest 01-01..01-03 work 01-04”")]
    Empty,
    /// A line does not begin with a year from 1996 to 2199.
    #[error("line {line}: “{word}” is no year from 1996 to 2199; begin the line with the year")]
    Year {
        /// The line.
        line: usize,
        /// What stands there.
        word: String,
    },
    /// A year stands on two lines.
    #[error("line {line}: the year {year} was given before; keep one line for it")]
    Twice {
        /// The line.
        line: usize,
        /// The year.
        year: i16,
    },
    /// A word is neither `rest` nor `work` nor a day or range of days of the year.
    #[error("line {line}: “{word}” is no day; write 05-01 or 05-01..05-05 after “rest” or “work”")]
    Word {
        /// The line.
        line: usize,
        /// What stands there.
        word: String,
    },
    /// A day is named twice, or as rest day and as working day.
    #[error("line {line}: {date} is named twice; keep it under “rest” or under “work”")]
    Repeated {
        /// The line.
        line: usize,
        /// The day.
        date: Date,
    },
    /// A make-up working day is no Saturday or Sunday.
    #[error("line {line}: {date} is a working day anyway; only Saturdays and Sundays stand under “work”")]
    NoMakeUp {
        /// The line.
        line: usize,
        /// The day.
        date: Date,
    },
    /// A statutory holiday is missing, so the line cannot be the notice of that year.
    #[error("line {line}: {date} is a holiday by law and is missing under “rest”; copy the whole notice")]
    MissingHoliday {
        /// The line.
        line: usize,
        /// The day.
        date: Date,
    },
}

impl CalendarError {
    /// The message in Chinese.
    #[must_use]
    pub fn chinese(&self) -> String {
        match self {
            Self::Empty => "没有任何年份。请按“2027 rest 01-01..01-03 work 01-04”的格式每年写一行".to_owned(),
            Self::Year { line, word } => {
                format!("第{line}行：“{word}”不是1996至2199之间的年份。行首请写年份")
            }
            Self::Twice { line, year } => format!("第{line}行：{year}年已经出现过。每年只保留一行"),
            Self::Word { line, word } => {
                format!("第{line}行：“{word}”不是日期。请在 rest 或 work 之后写 05-01 或 05-01..05-05")
            }
            Self::Repeated { line, date } => {
                format!("第{line}行：{date} 出现两次。请只写在 rest 或 work 之一")
            }
            Self::NoMakeUp { line, date } => {
                format!("第{line}行：{date} 本来就是工作日。work 之后只写调休上班的周六、周日")
            }
            Self::MissingHoliday { line, date } => {
                format!("第{line}行：{date} 是法定节假日，rest 中没有。请照通知完整填写")
            }
        }
    }
}

/// What a notice says of its year, and of the end of the year before.
pub(super) struct Notice {
    pub(super) year: Year,
    pub(super) eve: Named,
}

/// The lines that say something, with their number.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = (1..).zip(text.trim_start_matches('\u{feff}').lines().map(str::trim));
    lines.filter(|(_, content)| !content.is_empty() && !content.starts_with('#'))
}

/// The lines of a text in the short form, each with its year; what is no such line is left out.
pub fn lines_with_years(text: &str) -> impl Iterator<Item = (i16, &str)> {
    lines(text).filter_map(|(_, line)| Some((line.split_whitespace().next()?.parse().ok()?, line)))
}

pub(super) fn parse(text: &str) -> Result<BTreeMap<i16, Notice>, CalendarError> {
    let mut years = BTreeMap::new();
    for (line, content) in lines(text) {
        let (number, notice) = parse_year(line, content)?;
        if years.insert(number, notice).is_some() {
            return Err(CalendarError::Twice { line, year: number });
        }
    }
    Ok(years)
}

fn parse_year(line: usize, content: &str) -> Result<(i16, Notice), CalendarError> {
    let mut words = content.split_whitespace();
    let first = words.next().unwrap_or_default();
    let number = first
        .parse()
        .ok()
        .filter(|number| YEARS.contains(number))
        .ok_or_else(|| CalendarError::Year { line, word: shorten(first) })?;
    let mut notice = Notice { year: Year::provisional(number), eve: Named::default() };
    let (mut working, mut named) = (None, BTreeMap::new());
    for word in words {
        match (word, working) {
            ("rest", _) => working = Some(false),
            ("work", _) => working = Some(true),
            (_, None) => return Err(CalendarError::Word { line, word: shorten(word) }),
            (_, Some(working)) => {
                for date in
                    days(number, word).ok_or_else(|| CalendarError::Word { line, word: shorten(word) })?
                {
                    if named.insert(date, working).is_some() {
                        return Err(CalendarError::Repeated { line, date });
                    }
                    if working && Week::OFFICE.holds(date.weekday()) {
                        return Err(CalendarError::NoMakeUp { line, date });
                    }
                    if date.year() == number {
                        notice.year.set(date.day_of_year(), working);
                    } else {
                        notice.eve.set(date.day_of_year(), working);
                    }
                }
            }
        }
    }
    for (month, day) in STATUTORY {
        let holiday = Date::new(number, month, day).ok();
        if let Some(date) = holiday.filter(|date| named.get(date) != Some(&false)) {
            return Err(CalendarError::MissingHoliday { line, date });
        }
    }
    Ok((number, notice))
}

/// The days of `05-01` or `05-01..05-05`, at most thirteen months of them.
fn days(number: i16, word: &str) -> Option<Vec<Date>> {
    let (from, to) = word.split_once("..").unwrap_or((word, word));
    let (from, to) = (day(number, from)?, day(number, to)?);
    (from <= to).then(|| from.series(1.day()).take_while(|day| *day <= to).collect())
}

/// `05-01` of the year `number`, or `2026-12-31` in the line of 2027.
fn day(number: i16, text: &str) -> Option<Date> {
    let (first, rest) = text.split_once('-')?;
    let Some((month, day)) = rest.split_once('-') else { return date(number, first, rest) };
    let of_the_eve = first.parse() == Ok(number - 1) && month == "12";
    of_the_eve.then(|| date(number - 1, month, day)).flatten()
}

fn date(year: i16, month: &str, day: &str) -> Option<Date> {
    let two_digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !two_digits(month) || !two_digits(day) {
        return None;
    }
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

pub(super) fn shorten(word: &str) -> String {
    word.chars().take(40).collect()
}

/// The year a notice is for: the one before “年部分节假日安排” in its title, else the latest that is named.
pub(super) fn year_in(text: &str) -> Option<i16> {
    let before = |at: usize| {
        let digits: String = text[..at].chars().rev().take_while(char::is_ascii_digit).collect();
        let number: String = digits.chars().rev().collect();
        number.parse().ok().filter(|year| YEARS.contains(year))
    };
    let title = text.find("年部分节假日").and_then(before);
    title.or_else(|| text.match_indices('年').filter_map(|(at, _)| before(at)).max())
}
