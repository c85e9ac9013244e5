//! The partitions on a day, by name.

use super::names::{NamedFault, Places};
use super::planned::PlannedChange;
use crate::error::Result;
use crate::office::{App, Names, allow};
use guanjia_domain::ids::{BuildingId, EstateId, GridId, StaffId};
use guanjia_domain::partition::Row;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;

/// Which grid covers a unit, or several units of a building.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridCell {
    /// The units; empty for the whole building.
    pub units: Vec<String>,
    /// The grids with their workers: one, or a gap, or an overlap.
    pub grids: Vec<(GridId, String, Option<String>)>,
}

/// A building on that day.
#[derive(Clone, Debug)]
pub struct BuildingLine {
    /// The building.
    pub id: BuildingId,
    /// Its name.
    pub name: String,
    /// Its grids.
    pub cells: Vec<GridCell>,
}

/// An estate on that day.
#[derive(Clone, Debug)]
pub struct EstateBlock {
    /// The estate; `None` for buildings that stand in none.
    pub id: Option<EstateId>,
    /// Its name.
    pub name: String,
    /// The steward with the number of their id.
    pub steward: Option<(StaffId, String)>,
    /// The deputy.
    pub deputy: Option<String>,
    /// Who stands in that day, because the steward is away.
    pub stands_in: Option<String>,
    /// Its buildings.
    pub buildings: Vec<BuildingLine>,
}

/// The partitions on a day.
#[derive(Clone, Debug)]
pub struct PartitionSheet {
    /// Estates with their buildings.
    pub estates: Vec<EstateBlock>,
    /// Gaps and overlaps.
    pub faults: Vec<NamedFault>,
    /// What changes after now, whatever day was asked for.
    pub planned: Vec<PlannedChange>,
}

impl App {
    /// The partitions as they are at a moment.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal::Forbidden`], [`guanjia_domain::Refusal::NotFound`].
    pub fn partition_sheet(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        at: Moment,
    ) -> Result<PartitionSheet> {
        allow(who, Action::ReadPlaces, &Area::community(community, None))?;
        let (ground, places) = (self.ground(tx, community)?, Places::read(self, tx, community)?);
        let partition = ground.at(at);
        let mut rows = partition.rows;
        // Of one building all units stand in the same estate, so its units stay together.
        rows.sort_by_key(|row| {
            row.estate.map_or(usize::MAX, |estate| {
                places.estates.iter().position(|(known, _)| *known == estate).unwrap_or(usize::MAX)
            })
        });
        let mut estates = Vec::new();
        let mut names = Names::default();
        for rows in rows.chunk_by(|one, next| one.estate == next.estate) {
            estates.push(self.estate_block(tx, &mut names, community, &places, rows, at)?);
        }
        Ok(PartitionSheet {
            estates,
            faults: partition.faults.iter().map(|fault| places.fault(fault, at)).collect(),
            planned: self.planned_changes(tx, community, &ground, &places)?,
        })
    }

    fn estate_block(
        &self,
        tx: &mut Tx,
        names: &mut Names,
        community: CommunityCode,
        places: &Places,
        rows: &[Row],
        at: Moment,
    ) -> Result<EstateBlock> {
        let first = rows.first();
        let (id, steward) = (first.and_then(|row| row.estate), first.and_then(|row| row.steward));
        let mut say = |tx: &mut Tx, staff: Option<StaffId>| -> Result<Option<String>> {
            let Some(staff) = staff else { return Ok(None) };
            Ok(Some(self.named(tx, names, community, staff.0)?.name.clone()))
        };
        let away = tx.hand_overs(community)?;
        let stands_in = away
            .iter()
            .find(|it| it.is_absence_at(at) && id.is_some_and(|id| it.asked.estates.contains(&id)));
        let mut buildings = Vec::new();
        for units in rows.chunk_by(|one, next| one.building == next.building) {
            let Some(row) = units.first() else { continue };
            let name = places.buildings.iter().find(|it| it.id == row.building);
            let mut cells = Vec::new();
            for same in units.chunk_by(|one, next| one.grids == next.grids) {
                let mut grids = Vec::new();
                for grid in same.first().map_or(&[][..], |row| &row.grids) {
                    let drawn = places.grids.iter().find(|it| it.id == *grid);
                    let worker = drawn.and_then(|it| it.in_force(at)).and_then(|it| it.worker);
                    grids.push((*grid, places.grid(*grid).to_owned(), say(tx, worker)?));
                }
                let whole = same.len() == units.len();
                let named = same.iter().filter_map(|row| row.unit).filter(|_| !whole);
                cells.push(GridCell {
                    units: named.map(|unit| places.unit(unit).to_owned()).collect(),
                    grids,
                });
            }
            let name = name.map(|it| it.name.clone()).unwrap_or_default();
            buildings.push(BuildingLine { id: row.building, name, cells });
        }
        Ok(EstateBlock {
            id,
            name: id.map_or_else(String::new, |id| places.estate(id).to_owned()),
            steward: steward.zip(say(tx, steward)?),
            deputy: say(tx, first.and_then(|row| row.deputy))?,
            stands_in: say(tx, stands_in.map(|it| it.asked.to))?,
            buildings,
        })
    }
}
