//! What somebody wants to do with a project.

use super::bill::Bill;
use super::delivery::{Serve, Why};
use super::life::Step;
use super::owner::Owner;
use super::place::Demand;
use super::state::Voice;
use super::told::{Hearer, Way};
use crate::ids::{OrganisationId, RequestId};
use crate::party::Party;
use crate::text::Text;
use jiff::civil::Date;

/// What to do with a project that exists. Numbers of pieces begin at 1, places in lists at 0.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the sentence of the step names its fields")]
pub enum Command {
    SetScope { scope: Vec<Demand> },
    Link { requests: Vec<RequestId> },
    NameOwner { owner: Owner, words: Option<Text> },
    Consult { until: Date, words: Option<Text> },
    Object { voice: Voice, words: Text, contact: bool },
    Answer { n: u32, heeded: bool, words: Text },
    Council { agreed: bool, yes: u32, no: u32, day: Date, words: Option<Text> },
    Design { bill: Bill, words: Text },
    Assign { item: u32, serves: Vec<Serve> },
    Postpone { demands: Vec<Demand>, why: Why },
    Picture { after: bool, photos: u32 },
    Submit { to: Party },
    Approve { words: Option<Text> },
    SendBack { words: Text },
    BeginWorks { by: Option<OrganisationId> },
    Deliver { items: Vec<u32> },
    GiveUp { item: u32, why: Why },
    Finish,
    Rework { words: Text },
    Accept { words: Option<Text>, photos: u32 },
    Close { reply: Text, to: Vec<Hearer> },
    NotNow { words: Text, until: Date, to: Vec<Hearer> },
    TakeUp,
    Tell { to: Vec<u32>, way: Way },
    Hear { n: u32, content: bool },
}

impl Command {
    /// The step of the table of life that decides whether it may be done.
    #[must_use]
    pub const fn step(&self) -> Step {
        match self {
            Self::SetScope { .. } => Step::SetScope,
            Self::Link { .. } => Step::Link,
            Self::NameOwner { .. } => Step::NameOwner,
            Self::Consult { .. } => Step::Consult,
            Self::Object { .. } => Step::Object,
            Self::Answer { .. } => Step::Answer,
            Self::Council { .. } => Step::Council,
            Self::Design { .. } => Step::Design,
            Self::Assign { .. } => Step::Assign,
            Self::Postpone { .. } => Step::Postpone,
            Self::Picture { .. } => Step::Picture,
            Self::Submit { .. } => Step::Submit,
            Self::Approve { .. } => Step::Approve,
            Self::SendBack { .. } => Step::SendBack,
            Self::BeginWorks { .. } => Step::BeginWorks,
            Self::Deliver { .. } => Step::Deliver,
            Self::GiveUp { .. } => Step::GiveUp,
            Self::Finish => Step::Finish,
            Self::Rework { .. } => Step::Rework,
            Self::Accept { .. } => Step::Accept,
            Self::Close { .. } => Step::Close,
            Self::NotNow { .. } => Step::NotNow,
            Self::TakeUp => Step::TakeUp,
            Self::Tell { .. } => Step::Tell,
            Self::Hear { .. } => Step::Hear,
        }
    }

    /// The text that comes with it; it gets the next number of the project's texts.
    #[must_use]
    pub const fn text(&self) -> Option<&Text> {
        match self {
            Self::NameOwner { words, .. }
            | Self::Consult { words, .. }
            | Self::Council { words, .. }
            | Self::Approve { words }
            | Self::Accept { words, .. } => words.as_ref(),
            Self::Object { words, .. }
            | Self::Answer { words, .. }
            | Self::Design { words, .. }
            | Self::SendBack { words }
            | Self::Rework { words }
            | Self::NotNow { words, .. } => Some(words),
            Self::Close { reply, .. } => Some(reply),
            _ => None,
        }
    }
}
