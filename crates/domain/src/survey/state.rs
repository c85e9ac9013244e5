//! The state of a survey.

use super::answer::Answer;
use super::door::Door;
use super::share::Share;
use super::template::Template;
use crate::ids::{AnswerId, EstateId, IssueId, StaffId, SurveyId};
use crate::moment::Moment;
use crate::worded::worded;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The most doors of one survey: more than an estate has households.
pub const MOST_DOORS: usize = 5_000;
/// For how long notes and photos are kept after a survey ended, in milliseconds: half a year, in which a project is
/// designed from them.
pub const KEPT_AFTER_ENDING: i64 = 183 * 24 * 60 * 60 * 1_000;

worded! {
    /// How far a survey is.
    Stage {
        /// Doors are chosen and shared out.
        Planned = "planned";
        /// Answers are taken.
        Running = "running";
        /// It is over.
        Ended = "ended";
    }
}

/// A door survey. Text 0 in the vault is the question, text 1 what is to be said at the door.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// Its id.
    pub id: SurveyId,
    /// Over which estate.
    pub estate: EstateId,
    /// The common issue behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issue: Option<IssueId>,
    /// The code of the matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<String>,
    /// What is asked.
    pub template: Template,
    /// How far it is.
    pub stage: Stage,
    /// When it was planned.
    pub planned_at: Moment,
    /// When it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begun_at: Option<Moment>,
    /// When it was over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Moment>,
    /// Notes and photos are gone.
    #[serde(default)]
    pub forgotten: bool,
    /// Who takes which doors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<Share>,
    /// The doors in the order of the walk. They are rows of a table of their own.
    #[serde(skip)]
    pub doors: Vec<Door>,
}

impl Survey {
    /// The number of a door by its room, or by its unit for a unit door.
    #[must_use]
    pub fn door_of(&self, id: Uuid) -> Option<usize> {
        self.doors.iter().position(|door| door.spot.id() == id)
    }

    /// An answer by its id, with the number of its door.
    #[must_use]
    pub fn find_answer(&self, id: AnswerId) -> Option<(usize, &Answer)> {
        self.doors.iter().enumerate().find_map(|(n, door)| Some((n, door.answer_of(id)?)))
    }

    /// What somebody took.
    #[must_use]
    pub fn share_of(&self, worker: StaffId) -> Option<&Share> {
        self.shares.iter().find(|share| share.worker == worker)
    }

    /// When notes and photos go; `None` before it has ended, and once they are gone.
    #[must_use]
    pub fn forgets_at(&self) -> Option<Moment> {
        self.ended_at.filter(|_| !self.forgotten).map(|at| at.plus(KEPT_AFTER_ENDING))
    }
}
