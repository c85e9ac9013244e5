//! The working days of one year as a bitmap.

use super::Week;
use jiff::civil::Date;

const WORDS: usize = 6;

/// Bit `n - 1` stands for the `n`-th day of the year and is set when it is a working day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Year([u64; WORDS]);

/// Monday to Friday, by the weekday of 1 January (0 = Monday) and whether the year is a leap year.
const PROVISIONAL: [[Year; 2]; 7] = {
    let mut table = [[Year([0; WORDS]); 2]; 7];
    let mut first = 0;
    while first < 7 {
        table[first] = [Year::weekdays(first, 365, Week::OFFICE), Year::weekdays(first, 366, Week::OFFICE)];
        first += 1;
    }
    table
};

impl Year {
    const fn weekdays(first: usize, days: usize, week: Week) -> Self {
        let mut bits = [0; WORDS];
        let mut day = 0;
        while day < days {
            if week.0 >> ((first + day) % 7) & 1 == 1 {
                bits[day / 64] |= 1 << (day % 64);
            }
            day += 1;
        }
        Self(bits)
    }

    /// Monday to Friday of the year `number`.
    pub(super) fn provisional(number: i16) -> Self {
        let Some(first) = date(number, 1) else { return Self([0; WORDS]) };
        let weekday = usize::from(first.weekday().to_monday_zero_offset().unsigned_abs());
        PROVISIONAL[weekday][usize::from(first.in_leap_year())]
    }

    /// The days of `week` in the year `number`.
    pub(super) fn weekly(number: i16, week: Week) -> Self {
        let Some(first) = date(number, 1) else { return Self([0; WORDS]) };
        let weekday = usize::from(first.weekday().to_monday_zero_offset().unsigned_abs());
        Self::weekdays(weekday, if first.in_leap_year() { 366 } else { 365 }, week)
    }

    /// Makes the day `ordinal` (1 to 366) a working day or a rest day.
    pub(super) fn set(&mut self, ordinal: i16, working: bool) {
        let (word, mask) = place(ordinal);
        if working {
            self.0[word] |= mask;
        } else {
            self.0[word] &= !mask;
        }
    }

    /// This year, and the days of another set working.
    pub(super) fn with(self, others: Self) -> Self {
        Self(std::array::from_fn(|n| self.0[n] | others.0[n]))
    }

    /// This year, and the days of another set at rest.
    pub(super) fn without(self, others: Self) -> Self {
        Self(std::array::from_fn(|n| self.0[n] & !others.0[n]))
    }

    pub(super) fn works_on(self, ordinal: i16) -> bool {
        let (word, mask) = place(ordinal);
        self.0[word] & mask != 0
    }

    /// How many working days come after the day `ordinal`; 0 counts the whole year.
    pub(super) fn working_after(self, ordinal: i16) -> u32 {
        self.later(ordinal).iter().map(|word| word.count_ones()).sum()
    }

    /// The ordinal of the `n`-th working day (from 1) after the day `ordinal`.
    pub(super) fn nth_after(self, ordinal: i16, n: u64) -> Option<i16> {
        let mut left = n.checked_sub(1)?;
        for (base, mut word) in (1_i16..).step_by(64).zip(self.later(ordinal)) {
            let ones = u64::from(word.count_ones());
            if left >= ones {
                left -= ones;
                continue;
            }
            for _ in 0..left {
                word &= word - 1;
            }
            return i16::try_from(word.trailing_zeros()).ok().map(|bit| base + bit);
        }
        None
    }

    /// The words with the bits of the days up to and with `ordinal` cleared.
    fn later(self, ordinal: i16) -> [u64; WORDS] {
        let mut words = self.0;
        let first = usize::try_from(ordinal).unwrap_or(0);
        for (index, word) in words.iter_mut().enumerate() {
            let passed = first.saturating_sub(index * 64);
            *word = if passed >= 64 { 0 } else { *word & (u64::MAX << passed) };
        }
        words
    }
}

/// The date of the day `ordinal` (from 1) of the year `number`.
pub(super) fn date(number: i16, ordinal: i16) -> Option<Date> {
    Date::new(number, 1, 1).ok()?.with().day_of_year(ordinal).build().ok()
}

fn place(ordinal: i16) -> (usize, u64) {
    let bit = usize::try_from(ordinal - 1).unwrap_or(0).min(WORDS * 64 - 1);
    (bit / 64, 1 << (bit % 64))
}
