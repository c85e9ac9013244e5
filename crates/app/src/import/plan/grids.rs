//! Grids: found again by name, redrawn as the sheet says, never over a part of one that stays as it is.

use super::super::entry::Entry;
use super::super::house::unit_of;
use super::super::names;
use super::super::problem::HouseProblem;
use super::Plan;
use super::organisations::same_set;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::house::Grid;
use guanjia_domain::ids::{BuildingId, GridId, StaffId, UnitId};
use guanjia_domain::people::Post;
use guanjia_domain::place::GridPart;
use guanjia_sheets::{GridRow, ScopePart, Workbook};
use std::collections::HashMap;

impl Plan {
    pub(super) fn take_grids(&mut self, app: &App, workbook: &Workbook) -> Result<()> {
        for row in &workbook.grids {
            let parts: Vec<GridPart> = row.scope.iter().flat_map(|part| self.parts(part)).collect();
            let worker = self.worker(row);
            let key = names::fold(&row.name);
            let known = self.house.grids.iter().position(|it| names::fold(&it.now.name) == key);
            let place = match known {
                Some(place) => place,
                None => {
                    let id = GridId(app.id()?);
                    let grid = Grid { id, name: row.name.clone(), worker: None, parts: Vec::new() };
                    self.house.grids.push(Entry::new(grid));
                    self.house.grids.len() - 1
                }
            };
            let entry = &mut self.house.grids[place];
            entry.named = true;
            entry.columns.take_all(&row.others);
            entry.now.worker = worker.or(entry.now.worker);
            if !same_set(&parts, &entry.now.parts) {
                entry.now.parts = parts;
            }
        }
        if !workbook.grids.is_empty() {
            self.check_partition(&workbook.grids);
        }
        Ok(())
    }

    /// The buildings or units that a part of a scope means.
    fn parts(&self, part: &ScopePart) -> Vec<GridPart> {
        let Some(estate) = self.house.estate_id(&part.estate) else { return Vec::new() };
        let whole = |building: BuildingId| GridPart { building, unit: None };
        let Some(name) = &part.building else {
            let all = self.house.buildings.iter().filter(|it| it.now.standing.first == estate);
            return all.map(|it| whole(it.now.id)).collect();
        };
        let Some(place) = self.house.building(estate, name) else { return Vec::new() };
        let building = &self.house.buildings[place].now;
        match &part.unit {
            None => vec![whole(building.id)],
            Some(unit) => unit_of(building, unit)
                .map(|unit| GridPart { building: building.id, unit: Some(unit.id) })
                .into_iter()
                .collect(),
        }
    }

    /// The grid's worker: the first who is named. One who is in no list was told of when the sheet was read.
    fn worker(&mut self, row: &GridRow) -> Option<StaffId> {
        let mut found = None;
        for name in &row.workers {
            let Some(place) = self.house.named(name).first().copied() else { continue };
            let staff = &self.house.staff[place].now.staff;
            if staff.post != Post::GridWorker {
                self.problem(Some(&row.place), HouseProblem::NotAGridWorker { name: name.clone() });
                return None;
            }
            found = Some((staff.id, name.clone()));
            break;
        }
        let (id, taken) = found?;
        if row.workers.len() > 1 {
            let grid = row.name.clone();
            self.notice(Some(&row.place), HouseProblem::SeveralWorkers { grid, taken });
        }
        Some(id)
    }

    /// Within the sheets the reader has looked already; this is about stored grids that they do not redraw.
    fn check_partition(&mut self, rows: &[GridRow]) {
        let mut stored: HashMap<BuildingId, Vec<(Option<UnitId>, &str)>> = HashMap::new();
        for entry in self.house.grids.iter().filter(|it| !it.named) {
            for part in &entry.now.parts {
                stored.entry(part.building).or_default().push((part.unit, &entry.now.name));
            }
        }
        let mut taken = Vec::new();
        for entry in self.house.grids.iter().filter(|it| it.named) {
            for part in &entry.now.parts {
                let others = stored.get(&part.building).into_iter().flatten();
                let meets =
                    |unit: &Option<UnitId>| unit.is_none() || part.unit.is_none() || *unit == part.unit;
                if let Some((_, other)) = others.into_iter().find(|(unit, _)| meets(unit)) {
                    let what = self.house.building_by_id(part.building).map_or("", |it| &it.name);
                    let row = rows.iter().find(|row| names::fold(&row.name) == names::fold(&entry.now.name));
                    let what = HouseProblem::GridTaken { what: what.to_owned(), other: (*other).to_owned() };
                    taken.push((row.map(|row| row.place.clone()), what));
                }
            }
        }
        for (place, what) in taken {
            self.problem(place.as_ref(), what);
        }
    }
}
