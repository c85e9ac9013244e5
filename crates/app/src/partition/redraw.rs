//! Drawing grids anew from a moment: all that belongs together in one change, or none of it.

use super::names::Places;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::grid::{Drawing, Drawings};
use guanjia_domain::ids::{GridId, UnitId};
use guanjia_domain::partition::Ground;
use guanjia_domain::permission::Principal;
use guanjia_domain::place::GridPart;
use guanjia_domain::{CommunityCode, HouseEvent, Moment, Refusal, Subject};
use guanjia_store::Tx;

impl App {
    /// Draws grids anew from a moment. `named` must be drawn then.
    pub(super) fn redraw(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        (starts_at, named): (Moment, Option<GridId>),
        drawn: impl Fn(&Drawings, &Drawing) -> Option<Drawing>,
    ) -> Result<()> {
        let before = self.ground(tx, community)?;
        let mut after = before.clone();
        let mut changed = Vec::new();
        for grid in &mut after.grids {
            let Some(now) = grid.in_force(starts_at) else { continue };
            let Some(new) = drawn(grid, now) else { continue };
            if (new.worker, &new.parts) != (now.worker, &now.parts) {
                changed.push((grid.id, grid.name.clone(), new.clone()));
                grid.put(new);
            }
        }
        if let Some(grid) = named
            && !before.grids.iter().any(|it| it.id == grid && it.in_force(starts_at).is_some())
        {
            return Err(Refusal::NotAChoice { field: "grid", value: grid.to_string() }.into());
        }
        self.check_overlap(tx, community, &before, &after, starts_at)?;
        for (id, name, Drawing { worker, parts, .. }) in changed {
            let subject = Subject::Grid(id);
            let event = HouseEvent::GridDrawn { name, worker, parts, starts_at: Some(starts_at) };
            let entity = tx.entity(community, subject)?;
            self.record_house(tx, who, community, subject, entity, event)?;
        }
        Ok(())
    }

    /// No unit comes into two grids by a change, on that day or later.
    pub(crate) fn check_overlap(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        before: &Ground,
        after: &Ground,
        from: Moment,
    ) -> Result<()> {
        let Some((fault, at)) = after.new_overlap(before, from) else { return Ok(()) };
        let named = Places::read(self, tx, community)?.fault(&fault, at);
        Err(Refusal::InTwoGrids { place: named.place, grids: named.grids, at }.into())
    }

    /// The units of the building of a part, which must exist.
    pub(super) fn units_of_part(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        part: GridPart,
    ) -> Result<Vec<UnitId>> {
        let known = tx.buildings(community, None, self.now())?.iter().any(|it| it.id == part.building);
        let units: Vec<_> =
            tx.units(community, Some(part.building))?.into_iter().map(|unit| unit.id).collect();
        let fits = known && part.unit.is_none_or(|unit| units.contains(&unit));
        if fits { Ok(units) } else { Err(Refusal::PlaceMismatch { field: "part" }.into()) }
    }
}
