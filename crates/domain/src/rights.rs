//! What people may ask about their own data, each with a clock and an answer. (Personal Information Protection Law of
//! the PRC, articles 15 and 44 to 50.)

use crate::ids::RightsCaseId;
use crate::limit::{Limit, Rules};
use crate::moment::Moment;
use crate::refusal::Refusal;
use crate::worded::worded;
use std::num::NonZeroU32;

worded! {
    /// A right.
    Right {
        /// To see what is held (article 45).
        See = "see";
        /// To have it put right (article 46).
        Correct = "correct";
        /// To take a copy home (article 45).
        Copy = "copy";
        /// To take consent back (article 15).
        Withdraw = "withdraw";
        /// To have it erased (article 47).
        Erase = "erase";
    }
}

/// Within how many working days each is answered. The law says "promptly"; this is the most that the office allows
/// itself.
pub const DEADLINES: &[(Right, u32)] =
    &[(Right::See, 15), (Right::Correct, 15), (Right::Copy, 15), (Right::Withdraw, 15), (Right::Erase, 15)];

impl Right {
    /// When it is to be answered that was asked for at `at`.
    #[must_use]
    pub fn due(self, at: Moment, rules: &Rules) -> Moment {
        let days = DEADLINES.iter().find(|(right, _)| *right == self).map_or(15, |(_, days)| *days);
        let limit = NonZeroU32::new(days).map_or(Limit::SameDay, Limit::WorkingDays);
        limit.due(at.into(), rules).at.into()
    }
}

worded! {
    /// How it was answered.
    Outcome {
        /// What was asked for was done.
        Done = "done";
        /// It was not; the reason was said (article 50), and lies in the vault.
        Declined = "declined";
    }
}

/// Somebody asked for something; who lies in the vault until it is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RightsCase {
    /// Its id.
    pub id: RightsCaseId,
    /// What for.
    pub right: Right,
    /// When.
    pub asked_at: Moment,
    /// By when it is to be answered.
    pub due_at: Moment,
    /// When and how it was.
    pub answered: Option<(Moment, Outcome)>,
}

impl RightsCase {
    /// Whether it can be answered.
    ///
    /// # Errors
    /// [`Refusal::CardChanged`] when it was already.
    pub const fn must_be_open(&self) -> Result<(), Refusal> {
        if self.answered.is_none() { Ok(()) } else { Err(Refusal::CardChanged) }
    }
}
