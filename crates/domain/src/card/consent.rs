//! Consent: to what, by whom, on which words, how, and when it was taken back.

use crate::ids::ResidentId;
use crate::moment::Moment;
use crate::worded::worded;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

worded! {
    /// What somebody agrees to, each by itself: nobody has to take one with the other.
    ConsentKind {
        /// That the ID number is kept.
        Identity = "identity";
        /// That tags ask for care.
        Care = "care";
        /// That a remark and further columns are kept.
        Notes = "notes";
        /// That a card of a child under 14 is kept at all: given by a guardian.
        Child = "child";
    }
}

impl ConsentKind {
    /// The version of the product's own words. Other words of a community are later ones, see
    /// [`ConsentTexts`](super::ConsentTexts).
    #[must_use]
    pub const fn first_version(self) -> u16 {
        1
    }

    /// Whether it is about sensitive data (article 28), which want a consent of their own.
    #[must_use]
    pub const fn is_sensitive(self) -> bool {
        matches!(self, Self::Identity | Self::Care | Self::Child)
    }
}

worded! {
    /// How consent was given.
    How {
        /// Signed on paper.
        Signed = "signed";
        /// Said, with a second officer as witness.
        Spoken = "spoken";
        /// On the phone.
        Phone = "phone";
        /// Written in a message.
        Message = "message";
    }
}

/// Who gave consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Giver {
    /// The person.
    Own,
    /// A parent or other guardian, who has a card too.
    Guardian(ResidentId),
}

/// A consent as it is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// To what.
    pub kind: ConsentKind,
    /// On which version of the words.
    pub version: u16,
    /// By whom.
    pub by: Giver,
    /// How.
    pub how: How,
    /// On which day.
    pub given_on: Date,
}

/// A consent with what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// Its number on this card, from 0: what was written with it lies in the vault under it.
    pub n: u32,
    /// The consent.
    pub consent: Consent,
    /// When it was recorded.
    pub at: Moment,
    /// When it was taken back.
    pub withdrawn: Option<Moment>,
}

impl Given {
    /// Whether it counts for this person now: for a child only a guardian's does.
    #[must_use]
    pub const fn holds(&self, child: bool) -> bool {
        self.withdrawn.is_none() && (!child || matches!(self.consent.by, Giver::Guardian(_)))
    }
}
