//! Pages of calls for help: who leads, what was asked and tried, what comes next.

mod duties;
pub mod kinds;
mod letter;
mod link;
mod list;
mod new;
mod sheet;

pub use duties::{DutyForm, DutyLine, DutyListPage};
pub use kinds::CallStage;
pub use letter::LetterPage;
pub use link::LinkLine;
pub use list::{CallRow, CallsPage};
pub use new::NewCallPage;
pub use sheet::{AssistLine, CallPage, FileLine, Told, VisitLine};
