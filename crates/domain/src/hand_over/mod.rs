//! Hand-over (交接): what a person leaves to a successor, and whether that one has taken it on.
//!
//! The secretary asks, the successor answers. Until then everything stays with whoever had it; with the answer the
//! claims and drawings of the successor are written, and they alone say who is accountable. What was done before
//! stays as it was. An absence hands nothing on: the successor stands in between two dates, and the steward stays
//! the steward.

mod decide;
mod standing_in;

pub use standing_in::{Cover, cover_of};

use crate::ids::{EstateId, GridId, HandOverId, StaffId};
use crate::moment::Moment;
use serde::{Deserialize, Serialize};

/// Why something is handed over. An absence says from when to when and never why: that is nobody's business here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// The person leaves.
    Leaving,
    /// The person is away for some days.
    Absence,
    /// An estate or grid goes to somebody else.
    Moving,
}

impl Occasion {
    /// Every occasion.
    pub const ALL: [Self; 3] = [Self::Leaving, Self::Absence, Self::Moving];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Leaving => "leaving",
            Self::Absence => "absence",
            Self::Moving => "moving",
        }
    }

    /// The occasion of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// Why a successor does not take it: a choice, so that nothing personal is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReturnReason {
    /// Too much with what they have.
    TooMuch,
    /// Away in that time.
    Away,
    /// Too near to somebody there to be fair.
    TooNear,
    /// The list is not complete.
    NotComplete,
    /// Something to be said in person.
    InPerson,
}

impl ReturnReason {
    /// Every reason.
    pub const ALL: [Self; 5] = [Self::TooMuch, Self::Away, Self::TooNear, Self::NotComplete, Self::InPerson];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::TooMuch => "too_much",
            Self::Away => "away",
            Self::TooNear => "too_near",
            Self::NotComplete => "not_complete",
            Self::InPerson => "in_person",
        }
    }

    /// The reason of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// How far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The successor has not answered.
    #[default]
    Waiting,
    /// Taken on.
    Accepted,
    /// Given back to the secretary.
    Returned(ReturnReason),
    /// The secretary took it back.
    TakenBack,
}

/// What is asked of a successor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Why.
    pub occasion: Occasion,
    /// Who hands over.
    pub from: StaffId,
    /// Who takes over, or stands in.
    pub to: StaffId,
    /// From when.
    pub starts_at: Moment,
    /// Until when, exclusive: of an absence only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_at: Option<Moment>,
    /// The estates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub estates: Vec<EstateId>,
    /// The grids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grids: Vec<GridId>,
}

/// A hand-over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOver {
    /// Its id.
    pub id: HandOverId,
    /// What is asked.
    pub asked: Asked,
    /// When it was asked.
    pub asked_at: Moment,
    /// The answer.
    #[serde(default)]
    pub answer: Answer,
    /// When it was answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_at: Option<Moment>,
}

impl HandOver {
    /// One that is asked.
    #[must_use]
    pub const fn new(id: HandOverId, asked: Asked, asked_at: Moment) -> Self {
        Self { id, asked, asked_at, answer: Answer::Waiting, answered_at: None }
    }

    /// It is answered.
    pub const fn answered(&mut self, answer: Answer, at: Moment) {
        (self.answer, self.answered_at) = (answer, Some(at));
    }

    /// Whether the person is away at `at` by it. An illness does not wait for an answer: the dates count until the
    /// successor or the secretary says no.
    #[must_use]
    pub fn is_absence_at(&self, at: Moment) -> bool {
        let counts = matches!(self.answer, Answer::Waiting | Answer::Accepted);
        self.asked.occasion == Occasion::Absence
            && counts
            && self.asked.starts_at <= at
            && self.asked.ends_at.is_some_and(|end| at < end)
    }
}
