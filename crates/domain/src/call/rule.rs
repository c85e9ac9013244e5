//! The rule on which somebody rests who declines a call: one of the list, or one that they type.

use crate::worded::worded;
use serde::{Deserialize, Serialize};

worded! {
    /// Rules on which units usually rest. Their titles with article are in the words of the pages; the texts are those
    /// of the regulations named there.
    ListedRule {
        /// Beijing 2021, article 17, second paragraph: what the community's duty list does not hold.
        DutyList = "beijing_17";
        /// Beijing 2021, article 11, fifth: beyond the unit's duties.
        BeyondDuties = "beijing_11_5";
        /// Beijing 2021, article 11, second: before a court, an arbitrator, or a petition office.
        LegalWay = "beijing_11_2";
        /// Beijing 2021, article 12: jurisdiction is disputed, to be decided by those who dispatch.
        Jurisdiction = "beijing_12";
        /// Weifang 2021, article 22: clearly not of this unit, asked to be taken back.
        NotOfThisUnit = "weifang_22";
        /// Weifang 2021, article 24: not to be moved from a county department down to a street.
        NotDownwards = "weifang_24";
        /// Binzhou 2021, article 11: not of this department, with an explanation.
        Explained = "binzhou_11";
    }
}

/// The rule on which a refusal rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// One of the list.
    Listed(ListedRule),
    /// One that was typed: the number of the text in the vault.
    Typed(u32),
}

impl Rule {
    /// The number of its text in the vault.
    #[must_use]
    pub const fn words(self) -> Option<u32> {
        match self {
            Self::Typed(n) => Some(n),
            Self::Listed(_) => None,
        }
    }
}
