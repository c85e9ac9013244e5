//! Voluntary care tags: only with consent, seen only by those who look after somebody, and never for good.

use crate::calendar::china_time;
use crate::moment::Moment;
use crate::worded::worded;
use jiff::ToSpan;
use jiff::civil::Date;

worded! {
    /// A tag that somebody asked for, so that they are looked after.
    CareTag {
        /// 独居.
        LivingAlone = "living_alone";
        /// 高龄.
        VeryOld = "very_old";
        /// 残疾.
        Disabled = "disabled";
        /// 使用轮椅.
        Wheelchair = "wheelchair";
        /// 低保.
        LowIncome = "low_income";
        /// 孕产.
        Expecting = "expecting";
        /// 新生儿.
        Newborn = "newborn";
    }
}

/// Who may see a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagAudience {
    /// The grid worker of the home too: it matters at the door.
    AtTheDoor,
    /// The steward of the estate and the secretary.
    Steward,
}

impl CareTag {
    /// Who may see it.
    #[must_use]
    pub const fn audience(self) -> TagAudience {
        match self {
            Self::LivingAlone | Self::VeryOld | Self::Wheelchair | Self::Newborn => TagAudience::AtTheDoor,
            Self::Disabled | Self::LowIncome | Self::Expecting => TagAudience::Steward,
        }
    }

    /// For how many months a consent keeps it; then it is asked again, or it goes.
    #[must_use]
    pub const fn months(self) -> i32 {
        match self {
            Self::Expecting | Self::Newborn => 12,
            Self::LowIncome => 18,
            _ => 24,
        }
    }

    /// The last day on which a tag stands that was agreed to on a day.
    #[must_use]
    pub fn until(self, given_on: Date) -> Date {
        given_on.saturating_add(self.months().months())
    }

    /// Whether a tag has ended.
    #[must_use]
    pub fn has_ended(self, given_on: Date, now: Moment) -> bool {
        china_time::date(now.into()) > self.until(given_on)
    }
}
