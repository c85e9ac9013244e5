//! How rates are counted here: law fixes their names and not their formulae, so each community says it.

use super::exclusion::Exclusion;
use crate::request::{FollowUp, Reach, Satisfaction};
use serde::{Deserialize, Serialize};

/// What counts as the first response.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contact {
    /// Words or a deed that reached the reporter.
    #[default]
    Answer,
    /// That somebody took it on is enough.
    Acceptance,
}

/// Whose word says whether it is solved, and how content somebody is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answers {
    /// What was said when somebody asked afterwards; else the resident's own answer by the private link.
    #[default]
    Either,
    /// Only what was said when somebody asked (回访).
    Asked,
    /// Only the resident's own answer.
    Own,
}

/// How rates are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateRule {
    /// What counts as a response.
    pub contact: Contact,
    /// Within how many natural hours it must come, 1 to 720.
    pub contact_hours: u16,
    /// Whose answers count.
    pub answers: Answers,
    /// What 基本满意 counts, in per cent of 满意.
    pub basically: u8,
    /// Whether who was not reached, or did not wish to answer, counts as *not*; else they are left out and named.
    pub silence_counts: bool,
    /// Whether what was refused counts too; else it is left out and named.
    pub refused_counts: bool,
}

impl Default for RateRule {
    /// A first word within 24 hours; whoever answered, 基本满意 as 满意, silence and refusals left out.
    fn default() -> Self {
        Self {
            contact: Contact::Answer,
            contact_hours: 24,
            answers: Answers::Either,
            basically: 100,
            silence_counts: false,
            refused_counts: false,
        }
    }
}

impl RateRule {
    /// Whether it is the rule that holds where nobody has set one.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the numbers in it can be meant.
    #[must_use]
    pub const fn is_sound(&self) -> bool {
        self.contact_hours >= 1 && self.contact_hours <= 720 && self.basically <= 100
    }

    /// Whether it is solved, by the word that counts here; `None` where that word was not said. Of the resident's own
    /// answer and what was said when somebody asked afterwards, the latter comes first where both count.
    #[must_use]
    pub fn solved(&self, own: Option<bool>, follow_up: Option<FollowUp>) -> Option<bool> {
        self.word(own, follow_up, |it| it.solved)
    }

    /// How content the reporter is, by the word that counts here.
    #[must_use]
    pub fn content(&self, own: Option<Satisfaction>, follow_up: Option<FollowUp>) -> Option<Satisfaction> {
        self.word(own, follow_up, |it| it.satisfied)
    }

    /// The word that counts: what those said who were reached, or their own.
    fn word<T>(
        &self,
        own: Option<T>,
        follow_up: Option<FollowUp>,
        said: fn(FollowUp) -> Option<T>,
    ) -> Option<T> {
        let reached = follow_up.filter(|it| it.reach == Reach::Reached && self.answers != Answers::Own);
        reached.and_then(said).or(own.filter(|_| self.answers != Answers::Asked))
    }

    /// Whether requests of this kind are left out.
    #[must_use]
    pub const fn leaves_out(&self, kind: Exclusion) -> bool {
        !(matches!(kind, Exclusion::Refused) && self.refused_counts)
    }
}
