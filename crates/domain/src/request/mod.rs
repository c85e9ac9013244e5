//! The request (诉求): its life, its events, and the one place where commands on it are decided.

mod apply;
mod command;
mod decide;
mod event;
mod life;
mod state;
mod targets;
mod voice;

#[cfg(test)]
pub(crate) mod samples;

pub use command::{Command, Context, File, closing_at};
pub use decide::{MOST_PHOTOS, MOST_PHOTOS_IN_ALL, decide, file, party_of};
pub use event::{Audience, Because, PhotoNo, PhotoPhase, Reported, RequestEvent, WordsNo};
pub use life::{LIFE, Leads, Step, Verb};
pub use state::{
    Awaited, Channel, ClockMotion, Closing, FollowUp, Place, Reach, Request, Satisfaction, State,
};
pub use targets::{Clocks, Target};
pub use voice::{Voice, Voices};
