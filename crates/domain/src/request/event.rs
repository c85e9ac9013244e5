//! What happened to a request. Never changed once written: a new meaning gets a new variant.

use super::state::{Awaited, Channel, Closing, FollowUp, Place, Satisfaction};
use super::targets::Clocks;
use crate::ids::{IssueId, OrganisationId, RequestId};
use crate::limit::{Clock, Measure};
use crate::moment::Moment;
use crate::party::Party;
use serde::{Deserialize, Serialize};

/// The number of a text of a request in the vault, from 0. Events never hold the text itself.
pub type WordsNo = u32;
/// The number of a photo of a request in the vault, from 0.
pub type PhotoNo = u32;

/// When and why photos were taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhotoPhase {
    /// Shows the trouble.
    Before,
    /// Shows that it is done.
    After,
}

/// The first event of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    /// The number in the community.
    pub number: u64,
    /// Where.
    pub place: Place,
    /// Code of the matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<String>,
    /// How it came in.
    pub channel: Channel,
    /// Danger to life.
    #[serde(default)]
    pub urgent: bool,
    /// Filed for somebody else.
    #[serde(default)]
    pub on_behalf: bool,
    /// How many photos came with it.
    #[serde(default)]
    pub photos: u32,
    /// The clock of the limit for being done. It holds the moment it leads to: a later change of the calendar or of the
    /// limits moves it only by an event of its own.
    pub clock: Clock,
    /// The clocks of other measures.
    #[serde(default, skip_serializing_if = "Clocks::is_empty")]
    pub also: Clocks,
}

/// Why clocks were counted again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// The community has other limits.
    Limits,
    /// The community has another calendar or other hours.
    Calendar,
    /// It is another matter.
    Matter,
}

/// What can happen to a request.
#[expect(missing_docs, reason = "the sentence of a variant names its fields")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestEvent {
    /// Somebody said it. Text number 0 is what they said.
    Reported(Reported),
    /// The steward took it on.
    Accepted,
    /// Not for the community.
    Refused { words: WordsNo },
    /// Done at once by whoever stood there.
    DoneOnSpot {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<WordsNo>,
        #[serde(default)]
        photos: u32,
    },
    /// Handed to somebody.
    Dispatched {
        to: Party,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<WordsNo>,
    },
    /// The one who was asked accepted and is the handler from now on.
    Taken { by: Party },
    /// The one who was asked, or the handler, gave it back.
    Returned { words: WordsNo },
    /// More time, for a reason the resident was told.
    Extended { words: WordsNo, clock: Clock },
    /// Put aside until a date.
    Suspended { words: WordsNo, until: Moment },
    /// Taken up again; the clock goes on with what was left.
    Resumed {
        clock: Clock,
        #[serde(default, skip_serializing_if = "Clocks::is_empty")]
        also: Clocks,
    },
    /// Waiting for somebody; the clock stands.
    Waiting { whom: Awaited, words: WordsNo, until: Moment },
    /// A measure with a limit of its own was met.
    MeasureMet { measure: Measure },
    /// The clocks were counted again under other rules; none was reset.
    Recounted {
        clock: Clock,
        #[serde(default, skip_serializing_if = "Clocks::is_empty")]
        also: Clocks,
        /// Measures that the matter has no more.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        gone: Vec<Measure>,
        because: Because,
    },
    /// The street office or a bureau was called.
    Escalated { to: Party, words: WordsNo },
    /// Done.
    Disposed {
        reply: WordsNo,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<WordsNo>,
        #[serde(default)]
        photos: u32,
    },
    /// Somebody looked: it is done.
    Checked {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<WordsNo>,
    },
    /// Somebody looked: it is not done.
    Reworked { words: WordsNo, clock: Clock },
    /// The end.
    Closed {
        how: Closing,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<WordsNo>,
    },
    /// It is not solved after all.
    Reopened {
        words: WordsNo,
        clock: Clock,
        #[serde(default, skip_serializing_if = "Clocks::is_empty")]
        also: Clocks,
    },
    /// Filed by mistake.
    Voided { words: WordsNo },
    /// It became part of another request.
    MergedInto { into: RequestId },
    /// Another request became part of this one.
    MergedFrom { from: RequestId },
    /// It belongs to a common issue.
    LinkedToIssue { issue: IssueId },
    /// It does not belong to that issue after all.
    UnlinkedFromIssue { issue: IssueId },
    /// Somebody else said "me too".
    Joined,
    /// The reporter or staff added words or photos. `internal` words are for staff only.
    Added {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<WordsNo>,
        #[serde(default)]
        photos: u32,
        #[serde(default)]
        internal: bool,
    },
    /// Somebody said more exactly what it is about.
    Classified { matter: String },
    /// The resident says whether it is solved.
    Confirmed { solved: bool },
    /// The resident says how content they are.
    Rated { satisfied: Satisfaction },
    /// Somebody asked afterwards.
    FollowedUp(FollowUp),
    /// A private link was given to an organisation without an account.
    LinkGiven { to: OrganisationId },
    /// Texts, photos and contact were erased on a person's demand.
    Erased,
}

impl RequestEvent {
    /// How many photos come with it.
    #[must_use]
    pub const fn photos(&self) -> u32 {
        match self {
            Self::Reported(Reported { photos, .. })
            | Self::DoneOnSpot { photos, .. }
            | Self::Disposed { photos, .. }
            | Self::Added { photos, .. } => *photos,
            _ => 0,
        }
    }

    /// Whether it takes a report on, in whatever way.
    #[must_use]
    pub const fn leaves_reported(&self) -> bool {
        matches!(
            self,
            Self::Accepted
                | Self::Refused { .. }
                | Self::DoneOnSpot { .. }
                | Self::Dispatched { .. }
                | Self::Closed { .. }
        )
    }

    /// Whether the reporter gets words or a deed by it: that is an answer, while a report that was only taken on may
    /// still lie there unread.
    #[must_use]
    pub const fn answers(&self) -> bool {
        matches!(
            self,
            Self::Refused { .. }
                | Self::DoneOnSpot { .. }
                | Self::Extended { .. }
                | Self::Suspended { .. }
                | Self::Waiting { .. }
                | Self::MeasureMet { measure: Measure::FirstContact | Measure::OnSite }
                | Self::Disposed { .. }
                | Self::Closed { .. }
                | Self::Added { words: Some(_), internal: false, .. }
        )
    }

    /// The stable name: stands in the ledger and is the translation key.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Reported(_) => "reported",
            Self::Accepted => "accepted",
            Self::Refused { .. } => "refused",
            Self::DoneOnSpot { .. } => "done_on_spot",
            Self::Dispatched { .. } => "dispatched",
            Self::Taken { .. } => "taken",
            Self::Returned { .. } => "returned",
            Self::Extended { .. } => "extended",
            Self::Suspended { .. } => "suspended",
            Self::Resumed { .. } => "resumed",
            Self::Waiting { .. } => "waiting",
            Self::MeasureMet { .. } => "measure_met",
            Self::Recounted { .. } => "recounted",
            Self::Escalated { .. } => "escalated",
            Self::Disposed { .. } => "disposed",
            Self::Checked { .. } => "checked",
            Self::Reworked { .. } => "reworked",
            Self::Closed { .. } => "closed",
            Self::Reopened { .. } => "reopened",
            Self::Voided { .. } => "voided",
            Self::MergedInto { .. } => "merged_into",
            Self::MergedFrom { .. } => "merged_from",
            Self::LinkedToIssue { .. } => "linked_to_issue",
            Self::UnlinkedFromIssue { .. } => "unlinked_from_issue",
            Self::Joined => "joined",
            Self::Added { .. } => "added",
            Self::Classified { .. } => "classified",
            Self::Confirmed { .. } => "confirmed",
            Self::Rated { .. } => "rated",
            Self::FollowedUp(_) => "followed_up",
            Self::LinkGiven { .. } => "link_given",
            Self::Erased => "erased",
        }
    }

    /// The text that went with it, and whether residents may read it.
    #[must_use]
    pub const fn words(&self) -> Option<(WordsNo, Audience)> {
        match *self {
            Self::Reported(_) => Some((0, Audience::Reporter)),
            Self::Refused { words }
            | Self::Extended { words, .. }
            | Self::Suspended { words, .. }
            | Self::Waiting { words, .. }
            | Self::Voided { words } => Some((words, Audience::Reporter)),
            Self::Disposed { reply, .. } => Some((reply, Audience::Reporter)),
            Self::Reopened { words, .. } => Some((words, Audience::Reporter)),
            Self::Closed { words: Some(words), .. } => Some((words, Audience::Reporter)),
            Self::Added { words: Some(words), internal: false, .. } => Some((words, Audience::Reporter)),
            Self::Added { words: Some(words), internal: true, .. }
            | Self::Dispatched { words: Some(words), .. }
            | Self::DoneOnSpot { words: Some(words), .. }
            | Self::Checked { words: Some(words) } => Some((words, Audience::Staff)),
            Self::Returned { words } | Self::Escalated { words, .. } | Self::Reworked { words, .. } => {
                Some((words, Audience::Staff))
            }
            _ => None,
        }
    }
}

/// Who may read a text of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// The reporter and staff.
    Reporter,
    /// Staff only.
    Staff,
}
