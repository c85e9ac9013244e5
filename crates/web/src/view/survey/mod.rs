//! Pages of door surveys: the list, planning one, what it tells, the walk from door to door, one door.

mod door;
mod kinds;
mod list;
mod map;
mod plan;
mod result;
mod sample;
mod table;
mod walk;

pub use door::{DoorForm, DoorPage};
pub use kinds::{Mark, StageKind};
pub use list::{SurveyRow, SurveysPage};
pub use map::{MapBuilding, MapView};
pub use plan::{PlanForm, ScopeBuilding, ScopeUnit, SurveyPlanPage};
pub use result::{AffectedRow, OpenGroup, ResultBuilding, ShareLine, SurveyPage, TallyView};
pub use table::{DoorCell, DoorFloor, DoorTable};
pub use walk::{Stair, WalkPage};
