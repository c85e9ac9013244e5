//! The three partitions by date: what they say, and changes that are planned.

mod back;
mod building;
mod change;
mod grids;
mod names;
mod planned;
mod redraw;
mod sheet;

pub use back::Replaced;
pub use change::Regrid;
pub use names::NamedFault;
pub use planned::{Change, PlannedChange};
pub use sheet::{BuildingLine, EstateBlock, GridCell, PartitionSheet};

use crate::error::Result;
use crate::office::App;
use guanjia_domain::ids::{BuildingId, UnitId};
use guanjia_domain::partition::{Ground, Plot};
use guanjia_domain::{CommunityCode, Moment, Refusal};
use guanjia_store::Tx;
use std::collections::HashMap;

/// The furthest day for which something is planned: a year, in milliseconds.
const FURTHEST: i64 = 366 * 24 * 60 * 60 * 1_000;

impl App {
    /// Everything the partitions divide, with all its dates.
    pub(crate) fn ground(&self, tx: &mut Tx, community: CommunityCode) -> Result<Ground> {
        let mut estates = Vec::new();
        for (estate, _) in tx.estate_names(community)?.iter() {
            estates.extend(tx.claims(community, *estate)?);
        }
        let mut units: HashMap<BuildingId, Vec<UnitId>> = HashMap::new();
        for unit in tx.units(community, None)? {
            units.entry(unit.building).or_default().push(unit.id);
        }
        let plot = |row: guanjia_store::places::BuildingRow| Plot {
            building: row.id,
            units: units.remove(&row.id).unwrap_or_default(),
            standing: row.standing,
        };
        let plots = tx.buildings(community, None, self.now())?.into_iter().map(plot).collect();
        Ok(Ground { estates, plots, grids: tx.drawings(community)?.to_vec() })
    }
}

/// From when a change holds: at once, or a day that is not over and within a year. `now` is read once for a whole
/// command, or "at once" would lie in the past of what is decided a millisecond later.
pub(crate) fn start_of(starts_at: Option<Moment>, now: Moment) -> Result<Moment> {
    let field = "starts_on";
    match starts_at {
        None => Ok(now),
        Some(given) if given < now => Err(Refusal::NotInFuture { field, given }.into()),
        Some(given) if given > now.plus(FURTHEST) => Err(Refusal::TooFar { field, given }.into()),
        Some(given) => Ok(given),
    }
}
