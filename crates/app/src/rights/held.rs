//! What can be held of somebody.

use crate::allocation::HeldContest;
use crate::import::Card;
use crate::numbers::HeldComment;
use crate::request::PlaceName;
use crate::survey::HeldAnswer;
use guanjia_domain::card::Resident;
use guanjia_domain::ids::{MediationId, ProjectId, ResidentId};
use guanjia_domain::request::Request;

/// What somebody has to do with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// They reported it, or it was reported for them: all its words are theirs.
    Reported,
    /// They said "me too", as the `n`-th: their phone is theirs, and what they added then.
    Joined(u32),
}

/// A request that somebody has to do with.
#[derive(Clone, Debug)]
pub struct HeldRequest {
    /// The request.
    pub request: Request,
    /// Where.
    pub place: PlaceName,
    /// What they have to do with it.
    pub part: Part,
    /// What was said there by them, or for them.
    pub words: Vec<String>,
    /// How many photos they brought.
    pub photos: usize,
}

/// What somebody brought to a request, by number.
#[derive(Debug, Default)]
pub(super) struct Brought {
    /// Texts.
    pub words: Vec<u32>,
    /// Photos.
    pub photos: Vec<u32>,
}

/// A resident's card.
#[derive(Clone, Debug)]
pub struct HeldCard {
    /// Whose.
    pub id: ResidentId,
    /// Where they live.
    pub place: PlaceName,
    /// What stands on it.
    pub card: Card,
    /// Homes and consents.
    pub resident: Resident,
}

/// The file of a mediation to which somebody is a party. The desk says that it is there and no more: what stands in it
/// is shown by the steward of the estate, who alone may read it.
#[derive(Clone, Debug)]
pub struct HeldMediation {
    /// Which.
    pub id: MediationId,
    /// The estates of the parties.
    pub estates: Vec<String>,
    /// Since when, milliseconds of the epoch.
    pub since: i64,
}

/// What somebody said against a project.
#[derive(Clone, Debug)]
pub struct HeldObjection {
    /// Which project.
    pub project: ProjectId,
    /// Its title.
    pub title: String,
    /// The number of the text.
    pub n: u32,
    /// What was said.
    pub words: String,
    /// When, milliseconds of the epoch.
    pub at: i64,
}

/// What is held of somebody.
#[derive(Clone, Debug, Default)]
pub struct Held {
    /// Requests, the newest first.
    pub requests: Vec<HeldRequest>,
    /// Cards.
    pub cards: Vec<HeldCard>,
    /// Mediations.
    pub mediations: Vec<HeldMediation>,
    /// Objections to allocations, of somebody who works here.
    pub contests: Vec<HeldContest>,
    /// Comments on the own figures, of somebody who works here.
    pub comments: Vec<HeldComment>,
    /// Objections to projects.
    pub objections: Vec<HeldObjection>,
    /// What was said at the doors of their homes.
    pub answers: Vec<HeldAnswer>,
}

impl Held {
    /// Whether nothing is.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.requests.is_empty()
            && self.cards.is_empty()
            && self.mediations.is_empty()
            && self.contests.is_empty()
            && self.comments.is_empty()
            && self.objections.is_empty()
            && self.answers.is_empty()
    }
}
