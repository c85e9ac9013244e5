//! What somebody wants to do with a request.

use super::life::Verb;
use super::state::{Awaited, Channel, Closing, FollowUp, Place, Satisfaction};
use crate::ids::{IssueId, OrganisationId, RequestId};
use crate::limit::{Clock, Limit, Limits, Measure, Rules};
use crate::moment::Moment;
use crate::party::{Actor, Party};
use crate::text::Text;

/// A new request.
#[derive(Clone, Debug)]
pub struct File {
    /// Chosen by whoever files it.
    pub id: RequestId,
    /// The number in the community.
    pub number: u64,
    /// Where; known to exist.
    pub place: Place,
    /// Code of the matter; known to exist.
    pub matter: Option<String>,
    /// How it came in.
    pub channel: Channel,
    /// Danger to life.
    pub urgent: bool,
    /// For somebody else.
    pub on_behalf: bool,
    /// What was said.
    pub text: Text,
    /// How many photos came with it.
    pub photos: u32,
    /// The limits that hold for it; without one for being done it has five working days.
    pub limits: Limits,
}

/// What to do with a request that exists.
#[expect(missing_docs, reason = "the sentence of a variant names its fields")]
#[derive(Clone, Debug)]
pub enum Command {
    /// 受理.
    Accept,
    /// Not for the community.
    Refuse { reason: Text },
    /// Done there and then.
    DoneOnSpot { words: Option<Text>, photos: u32 },
    /// 派遣.
    Dispatch { to: Party, words: Option<Text> },
    /// The one who was asked accepts.
    Take { by: Party },
    /// 退回.
    Return { by: Party, reason: Text },
    /// 延期, until the moment the limit `more` leads to from now.
    Extend { reason: Text, more: Limit },
    /// 挂账.
    Suspend { reason: Text, until: Moment },
    /// Waiting for somebody, to be looked at again at a date.
    Wait { whom: Awaited, reason: Text, until: Moment },
    /// Take up again.
    Resume,
    /// 吹哨.
    Escalate { to: Party, reason: Text },
    /// 处置.
    Dispose { reply: Text, note: Option<Text>, photos: u32 },
    /// 核查: done.
    Check { words: Option<Text> },
    /// 核查: not done.
    Rework { reason: Text },
    /// 结案; special needs a reason, else the clock says whether it was normal or overtime.
    Close { special: Option<Text> },
    /// Not solved after all.
    Reopen { reason: Text },
    /// 作废.
    Void { reason: Text },
    /// Becomes part of another request of the same estate; whether that one is fit is checked by the caller, who
    /// holds both.
    Merge { into: RequestId },
    /// The other side of a merge.
    TakeIn { from: RequestId },
    /// Belongs to a common issue.
    Link { issue: IssueId },
    /// Does not belong to it after all.
    Unlink { issue: IssueId },
    /// "Me too".
    Join { words: Option<Text> },
    /// Words or photos.
    Add { words: Option<Text>, photos: u32, internal: bool },
    /// What matter it is.
    Classify { matter: String },
    /// A measure with a limit of its own was met.
    Meet { measure: Measure },
    /// The resident: solved or not.
    Confirm { solved: bool },
    /// The resident: how content.
    Rate { satisfied: Satisfaction },
    /// 回访.
    FollowUp(FollowUp),
    /// A private link for an organisation.
    GiveLink { to: OrganisationId },
    /// Texts, photos and contact are erased.
    Erase,
}

impl Command {
    /// The verb of the table of life that decides whether it may be done.
    #[must_use]
    pub const fn verb(&self) -> Verb {
        match self {
            Self::Accept => Verb::Accept,
            Self::Refuse { .. } => Verb::Refuse,
            Self::DoneOnSpot { .. } => Verb::DoneOnSpot,
            Self::Dispatch { .. } => Verb::Dispatch,
            Self::Take { .. } => Verb::Take,
            Self::Return { .. } => Verb::Return,
            Self::Extend { .. } => Verb::Extend,
            Self::Suspend { .. } => Verb::Suspend,
            Self::Wait { .. } => Verb::Wait,
            Self::Resume => Verb::Resume,
            Self::Escalate { .. } => Verb::Escalate,
            Self::Dispose { .. } => Verb::Dispose,
            Self::Check { .. } => Verb::Check,
            Self::Rework { .. } => Verb::Rework,
            Self::Close { .. } => Verb::Close,
            Self::Reopen { .. } => Verb::Reopen,
            Self::Void { .. } => Verb::Void,
            Self::Merge { .. } => Verb::Merge,
            Self::Link { .. } | Self::Unlink { .. } => Verb::Link,
            Self::TakeIn { .. } | Self::Join { .. } => Verb::Join,
            Self::Add { .. } => Verb::Add,
            Self::Classify { .. } => Verb::Classify,
            Self::Meet { .. } => Verb::Meet,
            Self::Confirm { .. } => Verb::Confirm,
            Self::Rate { .. } => Verb::Rate,
            Self::FollowUp(_) => Verb::FollowUp,
            Self::GiveLink { .. } => Verb::GiveLink,
            Self::Erase => Verb::Erase,
        }
    }

    /// The texts in the order in which the events number them, from the request's present count of texts.
    #[must_use]
    pub fn texts(&self) -> Vec<&Text> {
        match self {
            Self::Refuse { reason }
            | Self::Return { reason, .. }
            | Self::Extend { reason, .. }
            | Self::Suspend { reason, .. }
            | Self::Wait { reason, .. }
            | Self::Escalate { reason, .. }
            | Self::Rework { reason }
            | Self::Reopen { reason }
            | Self::Void { reason } => vec![reason],
            Self::Dispose { reply, note, .. } => std::iter::once(reply).chain(note).collect(),
            Self::DoneOnSpot { words, .. }
            | Self::Dispatch { words, .. }
            | Self::Check { words }
            | Self::Join { words }
            | Self::Add { words, .. }
            | Self::Close { special: words } => words.iter().collect(),
            _ => Vec::new(),
        }
    }

    /// How many photos come with it.
    #[must_use]
    pub const fn photos(&self) -> u32 {
        match self {
            Self::DoneOnSpot { photos, .. } | Self::Dispose { photos, .. } | Self::Add { photos, .. } => {
                *photos
            }
            _ => 0,
        }
    }
}

/// What a decision may know besides the state: nothing is read from anywhere else.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Now.
    pub now: Moment,
    /// Who does it.
    pub actor: Actor,
    /// Calendar, hours and cut-off.
    pub rules: &'a Rules,
}

impl Context<'_> {
    /// A clock for `limit` that starts now.
    #[must_use]
    pub fn start(&self, limit: Limit) -> Clock {
        Clock::start(limit, self.now, self.rules)
    }
}

/// Whether a request that is done now was done in time.
#[must_use]
pub fn closing_at(done_at: Moment, due_at: Moment) -> Closing {
    if done_at > due_at { Closing::Overtime } else { Closing::Normal }
}
