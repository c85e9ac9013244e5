//! Designing grids: three plans from the search, a draft in which buildings are moved, and the secretary's word.

mod act;
mod approve;
mod draw;
mod drawn;
mod land;
mod obstacle;
mod sheet;
mod tasks;

pub use approve::Approval;
pub use draw::Wish;
pub use obstacle::{DesignError, Obstacle};
pub use sheet::{DesignSheet, GroupLine, PlanFigures, Preview};
pub use tasks::TaskLine;

use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::CommunityCode;
use guanjia_domain::grid_design::GridDesign;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_store::Tx;
use std::sync::Arc;

impl App {
    /// Every draft, the newest first.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal::Forbidden`], [`guanjia_domain::Refusal::NotFound`].
    pub fn grid_designs(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<Arc<Vec<GridDesign>>> {
        allow(who, Action::ChangePlaces, &Area::community(community, None))?;
        Ok(tx.grid_designs(community)?)
    }
}
