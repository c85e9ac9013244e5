//! What happens to a door survey.

use super::answer::{Answer, Said, Since, Way};
use super::door::Stair;
use super::share::Share;
use super::template::Template;
use crate::ids::{AnswerId, EstateId, IssueId};
use crate::party::Actor;
use serde::{Deserialize, Serialize};

/// A fact about a door survey. The wording of the question, notes and photos are in the vault.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the sentence of a variant names its fields")]
pub enum SurveyEvent {
    /// It is planned: what is asked, at which staircases and rooms, in the order of the walk.
    SurveyPlanned {
        estate: EstateId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        issue: Option<IssueId>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        matter: Option<String>,
        template: Template,
        stairs: Vec<Stair>,
    },
    /// Its doors are shared out, all of them, or anew.
    SurveyShared { shares: Vec<Share> },
    /// It begins.
    SurveyBegun,
    /// Something was said at the door of that number, counted from 0 in the order of the walk.
    SurveyAnswered {
        door: u32,
        id: AnswerId,
        visit: u16,
        said: Said,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        since: Option<Since>,
        way: Way,
        #[serde(default)]
        consent: bool,
        #[serde(default)]
        note: bool,
        #[serde(default)]
        photo: bool,
    },
    /// It is over.
    SurveyEnded,
    /// Notes and photos are gone: the time for which they are kept is over.
    SurveyForgotten,
}

impl SurveyEvent {
    /// The stable name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::SurveyPlanned { .. } => "survey_planned",
            Self::SurveyShared { .. } => "survey_shared",
            Self::SurveyBegun => "survey_begun",
            Self::SurveyAnswered { .. } => "survey_answered",
            Self::SurveyEnded => "survey_ended",
            Self::SurveyForgotten => "survey_forgotten",
        }
    }

    /// The event of an answer at a door.
    pub(super) const fn answered(door: u32, it: &Answer) -> Self {
        let Answer { id, visit, said, since, way, consent, note, photo, .. } = *it;
        Self::SurveyAnswered { door, id, visit, said, since, way, consent, note, photo }
    }

    /// The number of the door and the answer of such an event.
    pub(super) const fn answer(&self, by: Actor) -> Option<(u32, Answer)> {
        match *self {
            Self::SurveyAnswered { door, id, visit, said, since, way, consent, note, photo } => {
                Some((door, Answer { id, visit, said, since, way, consent, note, photo, by }))
            }
            _ => None,
        }
    }
}
