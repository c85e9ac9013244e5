//! A project as folded from its events.

use super::bill::Bill;
use super::delivery::{Item, Outcome, Why, outcomes};
use super::life::Stage;
use super::owner::Owner;
use super::place::Demand;
use super::told::Telling;
use crate::ids::{EstateId, IssueId, OrganisationId, ProjectId, RequestId, SurveyId};
use crate::moment::Moment;
use crate::party::Party;
use crate::worded::worded;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

worded! {
    /// Who objects: low floors want light, high floors want shade.
    Voice {
        /// Somebody of a low floor.
        LowFloor = "low_floor";
        /// Somebody of a high floor.
        HighFloor = "high_floor";
        /// An owner, about cost or property.
        Owner = "owner";
        /// Somebody else.
        Other = "other";
    }
}

/// An objection. What was said is in the vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// Who objects.
    pub voice: Voice,
    /// Its text.
    pub words: u32,
    /// Whether a name or phone is kept, to answer them.
    pub contact: bool,
    /// When.
    pub at: Moment,
    /// Whether it was heeded, and the text of the answer; `None` while it is open.
    #[serde(default)]
    pub answer: Option<(bool, u32)>,
}

/// What the residents' council said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it: votes for and against, and the day")]
pub struct Council {
    pub agreed: bool,
    pub yes: u32,
    pub no: u32,
    pub day: Date,
    pub words: Option<u32>,
}

/// Who is asked to approve, and what they said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// The street office or a bureau.
    pub by: Party,
    /// When it was approved.
    #[serde(default)]
    pub approved_at: Option<Moment>,
    /// What they wrote: a condition, or why it came back.
    #[serde(default)]
    pub words: Option<u32>,
    /// Whether it came back.
    #[serde(default)]
    pub sent_back: bool,
}

/// That somebody looked, and found it good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it: when, and the text")]
pub struct Acceptance {
    pub at: Moment,
    pub words: Option<u32>,
}

/// Not now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotNow {
    /// The text of the reason, which is told.
    pub words: u32,
    /// The day on which somebody looks again.
    pub until: Date,
}

/// A project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the types say it; what they do not say stands beside them")]
pub struct Project {
    pub id: ProjectId,
    /// How many events it has.
    pub version: u64,
    pub stage: Stage,
    pub estate: EstateId,
    pub issue: Option<IssueId>,
    pub surveys: Vec<SurveyId>,
    pub requests: Vec<RequestId>,
    pub scope: Vec<Demand>,
    pub begun_at: Moment,
    pub owner: Option<Owner>,
    /// Text about the owner.
    pub owner_words: Option<u32>,
    /// Residents are asked until the end of this day.
    pub consulted_until: Option<Date>,
    /// What they are asked.
    pub consulted_words: Option<u32>,
    pub objections: Vec<Objection>,
    pub council: Option<Council>,
    pub bill: Option<Bill>,
    /// Text of the design.
    pub design_words: Option<u32>,
    pub items: Vec<Item>,
    pub later: Vec<(Demand, Why)>,
    pub approval: Option<Approval>,
    /// Who does the works.
    pub works_by: Option<OrganisationId>,
    /// Why somebody who looked was not content.
    pub rework_words: Option<u32>,
    pub acceptance: Option<Acceptance>,
    pub closed_at: Option<Moment>,
    /// Text of the public reply.
    pub reply: Option<u32>,
    pub not_now: Option<NotNow>,
    pub told: Vec<Telling>,
    /// How many texts it has in the vault.
    pub words: u32,
    /// How many photos.
    pub photos: u32,
}

impl Project {
    /// What each door has got.
    #[must_use]
    pub fn outcomes(&self) -> Vec<Outcome> {
        outcomes(&self.scope, &self.items, &self.later)
    }

    /// Whether something is left to do: also to tell somebody.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.stage != Stage::Closed || self.told.iter().any(|it| it.told.is_none())
    }

    /// The requests, surveys and the issue that it belongs to: their pages find it by these ids, each once.
    #[must_use]
    pub fn linked_to(&self) -> BTreeSet<Uuid> {
        let requests = self.requests.iter().map(|it| it.0);
        requests.chain(self.surveys.iter().map(|it| it.0)).chain(self.issue.map(|it| it.0)).collect()
    }

    /// How many objections wait for an answer.
    #[must_use]
    pub fn open_objections(&self) -> usize {
        self.objections.iter().filter(|it| it.answer.is_none()).count()
    }
}
