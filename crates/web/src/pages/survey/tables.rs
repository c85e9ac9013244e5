//! From doors to tables: floors down, the doors of each unit across.

use super::{href, mark};
use crate::view::place::UnitHead;
use crate::view::survey::{DoorCell, DoorFloor, DoorTable, OpenGroup};
use guanjia_app::survey::DoorNames;
use guanjia_domain::ids::SurveyId;
use guanjia_domain::survey::Door;
use std::collections::BTreeSet;

/// A door in its unit and on its floor. Those of a unit stand together.
pub(super) struct Placed {
    pub unit: String,
    pub floor: i16,
    pub cell: DoorCell,
}

/// The table of some doors.
pub(super) fn table(doors: &[Placed]) -> DoorTable {
    let floors: BTreeSet<i16> = doors.iter().map(|it| it.floor).collect();
    let units: Vec<&[Placed]> = doors.chunk_by(|one, next| one.unit == next.unit).collect();
    let widest = |unit: &[Placed]| {
        let on = |floor| unit.iter().filter(|it| it.floor == floor).count();
        floors.iter().map(|floor| on(*floor)).max().unwrap_or(1)
    };
    let widths: Vec<usize> = units.iter().map(|unit| widest(unit)).collect();
    let head = |(unit, width): (&&[Placed], &usize)| UnitHead {
        name: unit.first().map(|it| it.unit.clone()).unwrap_or_default(),
        columns: u32::try_from(*width).unwrap_or(1),
        grid: None,
    };
    let row = |floor: &i16| {
        let cells = units.iter().zip(&widths).flat_map(|(unit, width)| {
            let here = unit.iter().filter(|it| it.floor == *floor).map(|it| it.cell.clone());
            let mut cells: Vec<_> = here.collect();
            cells.resize(*width, DoorCell::none());
            if let Some(first) = cells.first_mut() {
                first.first = true;
            }
            cells
        });
        DoorFloor { number: *floor, cells: cells.collect() }
    };
    let heads = units.iter().zip(&widths).map(head).collect();
    DoorTable { units: heads, floors: floors.iter().rev().map(row).collect() }
}

/// A door of a survey.
pub(super) fn cell(id: SurveyId, names: &DoorNames, door: &Door) -> DoorCell {
    let [_, unit, room] = names.spot(&door.spot);
    let answer = door.answer();
    DoorCell {
        id: door.spot.id().to_string(),
        label: if room.is_empty() { unit } else { room }.to_owned(),
        mark: mark(door.said()),
        visit: answer.map_or(0, |it| it.visit),
        answer: answer.map(|it| it.id.to_string()).unwrap_or_default(),
        href: format!("{}/doors/{}", href(id), door.spot.id()),
        first: false,
    }
}

/// The table of some doors of a survey.
pub(super) fn door_table<'d>(
    id: SurveyId,
    names: &DoorNames,
    doors: impl Iterator<Item = &'d Door>,
) -> DoorTable {
    let placed = |door: &Door| Placed {
        unit: names.unit(door.spot.unit).to_owned(),
        floor: door.spot.floor,
        cell: cell(id, names, door),
    };
    table(&doors.map(placed).collect::<Vec<_>>())
}

/// Some doors by building and unit.
pub(super) fn groups(id: SurveyId, names: &DoorNames, doors: &[&Door]) -> Vec<OpenGroup> {
    let stairs = doors.chunk_by(|one, next| one.spot.unit == next.spot.unit);
    let group = |doors: &[&Door]| OpenGroup {
        place: doors.first().map(|door| stair(names, door)).unwrap_or_default(),
        doors: doors.iter().map(|door| cell(id, names, door)).collect(),
    };
    stairs.map(group).collect()
}

/// Building and unit of a door.
pub(super) fn stair(names: &DoorNames, door: &Door) -> String {
    let [building, unit, _] = names.spot(&door.spot);
    format!("{building} {unit}")
}

/// Building, unit and room of a door.
pub(super) fn place(names: &DoorNames, door: &Door) -> String {
    let parts = names.spot(&door.spot);
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
