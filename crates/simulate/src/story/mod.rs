//! What happens: ninety days of invented requests, from a seed.
//!
//! Arrivals follow hour, weekday and season (`arrivals`); each request lives its own life (`life`) at the pace of
//! the people in its grid, in working hours; a few are written by hand (`plot`), among them the reports of trees and
//! lamps that nobody has yet seen as one matter. Rates and shares come from published figures or, where there are none,
//! from assumptions; either is named at its constant.
//!
//! Requests do not wait for each other, and the people of the demo take no public holidays.

mod answers;
mod arrivals;
mod cast;
mod clock;
mod doors;
mod life;
mod needs;
mod plot;
mod words;

pub use doors::at_the_door;

#[cfg(test)]
mod tests;

use guanjia_domain::ids::RequestId;
use guanjia_domain::request::{Channel, FollowUp, Place, Satisfaction};
use guanjia_domain::{Actor, Party};
use jiff::Timestamp;

use crate::outline::Outline;
use cast::Cast;

/// Days that a story covers.
pub const DAYS: i64 = 90;

/// One thing that somebody does.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// When, to the second.
    pub at: Timestamp,
    /// Who. An organisation and the bureau act under the id of the organisation, everybody else of staff under the
    /// own; residents have none.
    pub who: Actor,
    /// To which request.
    pub request: RequestId,
    /// What.
    pub what: What,
}

/// What can be done to a request. Texts are Chinese.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// A new request; always the first step of its request.
    File(Box<Filing>),
    /// 受理.
    Accept,
    /// Not for the community; the reason is for the resident.
    Refuse(String),
    /// Done there and then; closes.
    DoneOnSpot(String),
    /// Handed to a party inside the community, with words to it.
    Dispatch(Party, Option<String>),
    /// The one who was asked accepts.
    Take(Party),
    /// The one who was asked gives it back.
    Return(Party, String),
    /// More time.
    Extend {
        /// Why, for the resident.
        reason: String,
        /// Working days from now, at least 1.
        working_days: u32,
    },
    /// Put aside.
    Suspend {
        /// Why, for the resident.
        reason: String,
        /// Until when; later than the step, perhaps later than the end of the story.
        until: Timestamp,
    },
    /// Taken up again.
    Resume,
    /// Called for help: the street office or the bureau, with the reason.
    Escalate(Party, String),
    /// Reported done.
    Dispose {
        /// Public reply.
        reply: String,
        /// Internal note.
        note: Option<String>,
    },
    /// Found done.
    Check,
    /// Found not done, with the reason.
    Rework(String),
    /// Ended.
    Close,
    /// Not solved after all, with the reason.
    Reopen(String),
    /// Taken back, with the reason.
    Void(String),
    /// Becomes part of an earlier, open request of the same estate.
    Merge(RequestId),
    /// Asked afterwards.
    FollowUp(FollowUp),
    /// Another resident says "me too".
    Join(Reporter),
    /// The resident says how content.
    Rate(Satisfaction),
}

/// A request as it comes in.
#[derive(Debug, Clone, PartialEq)]
pub struct Filing {
    /// Where; ids are those of the outline.
    pub place: Place,
    /// Code in [`guanjia_domain::matter`].
    pub matter: &'static str,
    /// What was said, 15 to 80 characters.
    pub text: String,
    /// Who said it; empty for what a grid worker found.
    pub reporter: Reporter,
    /// Which way it came.
    pub channel: Channel,
    /// Danger to life.
    pub urgent: bool,
}

/// An invented resident, as far as they told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reporter {
    /// Name.
    pub name: Option<String>,
    /// Telephone, eleven digits.
    pub phone: Option<String>,
}

/// The steps of the reference community in the [`DAYS`] up to `end`, in time order; those of one request keep their
/// order and lie at least a second apart. The same arguments give the same steps.
///
/// At `end` some requests are open in every state, some are overdue.
#[must_use]
pub fn story(outline: &Outline, seed: u64, end: Timestamp) -> Vec<Step> {
    let cast = Cast::new(outline);
    let mut steps = plot::steps(&cast, end);
    steps.extend(life::steps(&cast, seed, end));
    steps.retain(|step| step.at <= end);
    // Stable: steps of one request were made in order and never share a second.
    steps.sort_by_key(|step| (step.at, step.request));
    steps
}
