//! Projects: what people do to put a common issue right, one file for each thing.

mod act;
mod begin;
mod close;
mod draft;
mod find;
mod list;
mod names;
mod objectors;
mod plan;
mod sheet;
mod slip;
mod tell;

pub use act::ProjectDeed;
pub use begin::NewProject;
pub use draft::ProjectDraft;
pub use list::ProjectLine;
pub use names::DoorNames;
pub use plan::{PlanCount, PublicPlan};
pub use sheet::ProjectSheet;
pub use slip::{OpenedSlip, Slip};
pub use tell::TellLine;

pub(crate) use act::LOOK_AGAIN_TIMER;
