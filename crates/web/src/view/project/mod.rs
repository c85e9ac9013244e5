//! Pages of projects: what is needed where, what comes next, what each door got, who is told.

mod begin;
mod doors;
mod form;
pub mod kinds;
mod list;
mod notice;
mod piece;
mod plan;
mod sheet;
mod slips;
mod told;

pub use begin::BeginPage;
pub use doors::{DoorLine, DoorsTable, NeedCount, PieceLine};
pub use form::{Field, StepForm};
pub use list::{ProjectRow, ProjectsPage};
pub use notice::NoticePage;
pub use piece::{PieceDoor, PiecePage};
pub use plan::{PlanView, SlipPage};
pub use sheet::{ObjectionLine, ProjectPage};
pub use slips::{SlipView, SlipsPage};
pub use told::{TellRow, ToldPage};
