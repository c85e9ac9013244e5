//! Hand-over: who leaves, is away, or gives an estate on, and the successor who takes it.

mod answer;
mod ask;
mod follow;
mod held;
mod list;
mod sheet;

pub use ask::NewHandOver;
pub use held::Held;
pub use list::HandOverLine;
pub use sheet::{HandOverSheet, HandedPart, OpenLine};

use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_domain::hand_over::HandOver;
use guanjia_domain::permission::Area;

impl App {
    /// The area of a hand-over, for the permission function.
    fn area_of_hand_over(community: CommunityCode, it: &HandOver) -> Area {
        let (given_by, given_to) = (Some(it.asked.from), Some(it.asked.to));
        Area { given_by, given_to, ..Area::community(community, None) }
    }
}
