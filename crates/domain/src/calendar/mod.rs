//! The office calendar: which days are working days by the yearly notices of the State Council.
//!
//! A year whose notice is not known is never guessed silently: its days count provisionally from Monday to Friday
//! and every answer that leaned on them says `known: false`.

mod announced;
pub mod china_time;
mod listed;
mod named;
mod notice;
mod week;
mod year;

pub use announced::lines_of;
pub use notice::{CalendarError, lines_with_years};
pub use week::Week;

use jiff::civil::Date;
use named::Named;
use notice::Notice;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use year::Year;

const STATE_COUNCIL: &str = include_str!("../../data/holidays/state_council.txt");

/// What the calendar says about one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// Whether the offices work on that day.
    pub working: bool,
    /// Whether the notice for its year is known; otherwise `working` means Monday to Friday.
    pub known: bool,
}

/// Working days by year. An empty calendar knows no year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    years: BTreeMap<i16, Year>,
    /// What the notice of the year after changes in the last days of a year.
    eves: BTreeMap<i16, Named>,
    /// Days that a community names itself, over everything else.
    own: BTreeMap<i16, Named>,
    /// Days that are the same in every week, which no notice changes.
    week: Option<Week>,
}

impl Calendar {
    /// The embedded calendar: the notices for 2004 to 2026.
    #[must_use]
    pub fn state_council() -> Self {
        // A test proves that the embedded text parses. Were it ever damaged, an empty calendar would mark every
        // day as unknown, which is honest, where a panic would stop the intake of requests.
        static EMBEDDED: LazyLock<Calendar> =
            LazyLock::new(|| Calendar::parse(STATE_COUNCIL).unwrap_or_default());
        EMBEDDED.clone()
    }

    /// Reads years in the form of the embedded file: `2026 rest 01-01..01-03 10-01 work 01-04`, a line a year;
    /// lines that begin with `#` and empty lines say nothing. `2027 rest 2026-12-31 01-01` changes the end of the year
    /// before too, whether that is known or not.
    ///
    /// # Errors
    /// The first line that is no such year, with its number and what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, CalendarError> {
        Ok(Self::default().with(notice::parse(text)?))
    }

    /// This calendar with the years of `text` added or replaced: an administrator's upload of the next notice.
    ///
    /// # Errors
    /// As [`Calendar::parse`]; also when `text` holds no year at all.
    pub fn with_years(&self, text: &str) -> Result<Self, CalendarError> {
        let added = notice::parse(text)?;
        if added.is_empty() {
            return Err(CalendarError::Empty);
        }
        Ok(self.clone().with(added))
    }

    fn with(mut self, added: BTreeMap<i16, Notice>) -> Self {
        for (number, notice) in added {
            self.years.insert(number, notice.year);
            self.eves.remove(&(number - 1));
            if !notice.eve.is_empty() {
                self.eves.insert(number - 1, notice.eve);
            }
        }
        self
    }

    /// A calendar of the same days in every week, certain for ever.
    #[must_use]
    pub fn weekly(week: Week) -> Self {
        Self { week: Some(week), ..Self::default() }
    }

    /// This calendar with some days otherwise, whatever it says of them.
    #[must_use]
    pub fn with_days(mut self, days: impl Iterator<Item = (Date, bool)>) -> Self {
        for (day, working) in days {
            self.own.entry(day.year()).or_default().set(day.day_of_year(), working);
        }
        self
    }

    /// How many working days a year has.
    #[must_use]
    pub fn working_days_of(&self, year: i16) -> u32 {
        self.year(year).0.working_after(0)
    }

    /// The years whose notice is known, in order.
    pub fn known_years(&self) -> impl Iterator<Item = i16> + '_ {
        self.years.keys().copied()
    }

    /// What the calendar says about `date`.
    #[must_use]
    pub fn day(&self, date: Date) -> Day {
        let (year, known) = self.year(date.year());
        let ordinal = date.day_of_year();
        let named = |days: &BTreeMap<i16, Named>| days.get(&date.year()).is_some_and(|it| it.names(ordinal));
        let known = known || named(&self.eves) || named(&self.own);
        Day { working: year.works_on(ordinal), known }
    }

    /// The `n`-th working day after `date`, which itself never counts; `n` = 0 gives `date`. `known` says whether
    /// every year is known in which a day was counted. `None` beyond the year 9999.
    #[must_use]
    pub fn nth_working_day_after(&self, date: Date, n: u64) -> (Option<Date>, bool) {
        let (mut left, mut after, mut all_known) = (n, date.day_of_year(), true);
        if n == 0 {
            return (Some(date), true);
        }
        for number in date.year()..=Date::MAX.year() {
            let (year, known) = self.year(number);
            let (days_left, counted) = (year.working_after(after), date.days_in_year());
            // The last day of a year leaves nothing of that year to count, known or not.
            if number != date.year() || after < counted {
                all_known &= known;
            }
            if left <= u64::from(days_left) {
                let ordinal = year.nth_after(after, left);
                return (ordinal.and_then(|ordinal| year::date(number, ordinal)), all_known);
            }
            left -= u64::from(days_left);
            after = 0;
        }
        (None, all_known)
    }

    /// How many working days lie strictly between two dates (0 when `to` is not after `from`), and whether the
    /// years from the one to the other are all known.
    #[must_use]
    pub fn working_days_between(&self, from: Date, to: Date) -> (u64, bool) {
        let (mut days, mut all_known) = (0, true);
        for number in from.year()..=to.year() {
            let (year, known) = self.year(number);
            all_known &= known;
            let after = if number == from.year() { from.day_of_year() } else { 0 };
            let cut = if number == to.year() { year.working_after(to.day_of_year() - 1) } else { 0 };
            days += u64::from(year.working_after(after).saturating_sub(cut));
        }
        (if from < to { days } else { 0 }, all_known)
    }

    fn year(&self, number: i16) -> (Year, bool) {
        let (year, known) = self.told(number);
        (self.own.get(&number).map_or(year, |own| own.over(year)), known)
    }

    fn told(&self, number: i16) -> (Year, bool) {
        if let Some(week) = self.week {
            return (Year::weekly(number, week), true);
        }
        let known = self.years.get(&number);
        let year = known.copied().unwrap_or_else(|| Year::provisional(number));
        (self.eves.get(&number).map_or(year, |eve| eve.over(year)), known.is_some())
    }
}

#[cfg(test)]
mod tests;
