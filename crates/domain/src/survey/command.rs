//! What is asked of a survey.

use super::answer::{Said, Since, Way};
use super::door::Stair;
use super::template::Template;
use crate::ids::{AnswerId, EstateId, IssueId};
use uuid::Uuid;

/// A survey to be planned.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Over which estate.
    pub estate: EstateId,
    /// The common issue behind it.
    pub issue: Option<IssueId>,
    /// The code of the matter it is about.
    pub matter: Option<String>,
    /// What is asked.
    pub template: Template,
    /// At which staircases and rooms, in the order of the walk.
    pub stairs: Vec<Stair>,
}

/// An answer as it comes from a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewAnswer {
    /// Its id.
    pub id: AnswerId,
    /// The room, or the unit of a unit door.
    pub door: Uuid,
    /// Which visit it is, from 1.
    pub visit: u16,
    /// What came out.
    pub said: Said,
    /// Since when.
    pub since: Option<Since>,
    /// How it was asked.
    pub way: Way,
    /// Whether they agreed that note and photo are kept.
    pub consent: bool,
    /// Whether there is a note.
    pub note: bool,
    /// Whether there is a photo.
    pub photo: bool,
}
