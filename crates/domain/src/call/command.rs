//! What somebody wants to do with a call.

use super::life::Step;
use super::rule::ListedRule;
use super::unit::HandlingUnit;
use crate::ids::OrganisationId;
use crate::text::Text;
use jiff::civil::Date;

/// What to do with a call that exists.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the sentence of the step names its fields")]
pub enum Command {
    Accept,
    Decline { words: Text, rule: Option<ListedRule>, typed: Option<Text> },
    Plan { until: Date, words: Text },
    Answer { words: Text },
    Finish { words: Option<Text> },
    SendBack { words: Text },
    Pass { to: HandlingUnit, words: Text, duty: Option<String> },
    Invite { units: Vec<HandlingUnit> },
    Join,
    Excuse { words: Text, rule: Option<ListedRule>, typed: Option<Text> },
    Report { words: Text },
    SetVisit { day: Date, units: Vec<HandlingUnit> },
    HoldVisit { n: u32, units: Vec<HandlingUnit>, words: Text },
    Try { words: Text },
    GiveLink { to: OrganisationId },
    RevokeLink { to: OrganisationId },
    Withdraw { words: Text },
}

impl Command {
    /// The step of the table of life that decides whether it may be done.
    #[must_use]
    pub const fn step(&self) -> Step {
        match self {
            Self::Accept => Step::Accept,
            Self::Decline { .. } => Step::Decline,
            Self::Plan { .. } => Step::Plan,
            Self::Answer { .. } => Step::Answer,
            Self::Finish { .. } => Step::Finish,
            Self::SendBack { .. } => Step::SendBack,
            Self::Pass { .. } => Step::Pass,
            Self::Invite { .. } => Step::Invite,
            Self::Join => Step::Join,
            Self::Excuse { .. } => Step::Excuse,
            Self::Report { .. } => Step::Report,
            Self::SetVisit { .. } => Step::SetVisit,
            Self::HoldVisit { .. } => Step::HoldVisit,
            Self::Try { .. } => Step::Try,
            Self::GiveLink { .. } => Step::GiveLink,
            Self::RevokeLink { .. } => Step::RevokeLink,
            Self::Withdraw { .. } => Step::Withdraw,
        }
    }

    /// The texts that come with it, in the order of their numbers: the words, then a rule that was typed.
    #[must_use]
    pub fn texts(&self) -> Vec<&Text> {
        match self {
            Self::Decline { words, typed, rule } | Self::Excuse { words, typed, rule } => {
                std::iter::once(words).chain(typed.as_ref().filter(|_| rule.is_none())).collect()
            }
            Self::Plan { words, .. }
            | Self::Answer { words }
            | Self::SendBack { words }
            | Self::Pass { words, .. }
            | Self::Report { words }
            | Self::HoldVisit { words, .. }
            | Self::Try { words }
            | Self::Withdraw { words } => vec![words],
            Self::Finish { words } => words.iter().collect(),
            _ => Vec::new(),
        }
    }
}
