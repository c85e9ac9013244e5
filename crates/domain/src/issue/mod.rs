//! The common issue (共性问题): the one thing behind several requests. The program proposes, people decide, and what
//! they decided holds for ever. Events hold ids and choices only; why requests are together is read from their texts
//! when somebody looks, so an erased text leaves nothing behind here.

mod apply;
mod constraints;
mod decide;
mod event;
mod household;
mod rule;
mod state;
#[cfg(test)]
mod tests;

pub use constraints::Pairs;
pub use decide::{IssueCommand, MOST_MEMBERS, decide, find};
pub use event::{IssueEvent, Proposal};
pub use household::{Voice, households};
pub use rule::{FEWEST_HOUSEHOLDS, RECENT_DAYS, can_be_common};
pub use state::{Issue, IssueState, Member};
