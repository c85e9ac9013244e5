//! Common issues: the program looks for them, people decide, pages say why. One file for each thing.

mod act;
mod carry_out;
mod desk;
mod elsewhere;
mod list;
mod look;
mod said;
mod sheet;
mod steps;
mod street_weeks;
mod suggest;
mod told;
mod unusual;

pub use act::IssueDeed;
pub use elsewhere::{Elsewhere, Standing};
pub use list::IssueLine;
pub(crate) use look::{FIND_TIMER, REVIEW_TIMER};
pub use sheet::{Fit, IssueSheet, MemberLine};
pub use street_weeks::{StreetWeeks, WeekAlarm};
pub use told::{FEWEST_TOLD, Neighbours};
pub use unusual::{UnusualCell, UnusualNumbers};

use guanjia_domain::CommunityCode;
use guanjia_domain::ids::EstateId;
use guanjia_domain::permission::Area;

/// The area of an estate's issues for the permission function.
const fn area_of(community: CommunityCode, estate: EstateId) -> Area {
    Area { estate: Some(estate), ..Area::community(community, None) }
}
