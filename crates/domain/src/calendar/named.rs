//! Days of a year that are named apart from its own notice: its end by the notice of the next year, or days by a
//! community.

use super::year::Year;

/// Such days, whatever the year itself says of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Named {
    rest: Year,
    work: Year,
}

impl Named {
    pub(super) fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// Makes the day `ordinal` (1 to 366) a working day or a rest day.
    pub(super) fn set(&mut self, ordinal: i16, working: bool) {
        self.rest.set(ordinal, !working);
        self.work.set(ordinal, working);
    }

    /// Whether it says anything of a day.
    pub(super) fn names(self, ordinal: i16) -> bool {
        self.rest.works_on(ordinal) || self.work.works_on(ordinal)
    }

    /// The year with these days.
    pub(super) fn over(self, year: Year) -> Year {
        year.without(self.rest).with(self.work)
    }
}
