//! The file of a mediation (矛盾调解). Names and texts are in the vault; here is only what may stay for ever.

use crate::ids::{EstateId, MediationId, StaffId};
use crate::moment::Moment;
use crate::refusal::Refusal;
use crate::worded::worded;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// For how long names and texts are kept after a mediation was closed, in milliseconds: three years.
pub const KEPT_AFTER_CLOSING: i64 = 3 * 365 * 24 * 60 * 60 * 1_000;
/// The most meetings of one file.
pub const MOST_MEETINGS: usize = 100;

worded! {
    /// What a quarrel is about.
    Dispute {
        /// Noise.
        Noise = "noise";
        /// Water from above.
        Leak = "leak";
        /// Parking.
        Parking = "parking";
        /// Shared space, things in the staircase.
        Space = "space";
        /// Animals.
        Pets = "pets";
        /// Property service and fees.
        Property = "property";
        /// Family.
        Family = "family";
        /// Something else.
        Other = "other";
    }
}

worded! {
    /// How a mediation ended.
    Outcome {
        /// The parties agreed.
        Agreed = "agreed";
        /// They did not.
        NotAgreed = "not_agreed";
        /// A party did not wish to go on.
        Withdrawn = "withdrawn";
        /// Handed on: people's mediation committee, court, legal aid.
        HandedOn = "handed_on";
    }
}

/// A meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// On which day.
    pub day: Date,
    /// The number of the text in the vault.
    pub words: u32,
}

/// A mediation. Text 0 says what the quarrel is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mediation {
    /// Its id.
    pub id: MediationId,
    /// What it is about.
    pub dispute: Dispute,
    /// The estates of the parties, one for each.
    pub parties: Vec<EstateId>,
    /// Who mediates besides the steward.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mediator: Option<StaffId>,
    /// When it began.
    pub opened_at: Moment,
    /// Meetings, the oldest first.
    #[serde(default)]
    pub meetings: Vec<Meeting>,
    /// The agreement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement: Option<Meeting>,
    /// When and how it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<(Moment, Outcome)>,
    /// Names and texts are gone.
    #[serde(default)]
    pub forgotten: bool,
    /// The number of the next text.
    pub next_words: u32,
}

impl Mediation {
    /// Whether something can be added.
    ///
    /// # Errors
    /// [`Refusal::WorkEnded`]; [`Refusal::NotAChoice`] above [`MOST_MEETINGS`].
    pub fn check_open(&self) -> Result<(), Refusal> {
        if self.closed.is_some() || self.forgotten {
            return Err(Refusal::WorkEnded);
        }
        if self.meetings.len() >= MOST_MEETINGS {
            return Err(Refusal::NotAChoice { field: "words", value: MOST_MEETINGS.to_string() });
        }
        Ok(())
    }

    /// When names and texts go; `None` while it is open, and once they are gone.
    #[must_use]
    pub fn forgets_at(&self) -> Option<Moment> {
        self.closed.filter(|_| !self.forgotten).map(|(at, _)| at.plus(KEPT_AFTER_CLOSING))
    }
}
