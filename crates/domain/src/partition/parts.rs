//! Taking a building or unit out of a grid, and giving it to one.

use crate::ids::UnitId;
use crate::place::GridPart;

/// The parts without one of them. A building that was covered as a whole stays covered but for the unit that is taken
/// out: `units` are all units of that building.
#[must_use]
pub fn without(parts: &[GridPart], part: GridPart, units: &[UnitId]) -> Vec<GridPart> {
    let mut left = Vec::new();
    for held in parts {
        match (held.building == part.building, part.unit, held.unit) {
            (true, Some(unit), None) => {
                let others = units.iter().filter(|other| **other != unit);
                left.extend(others.map(|other| GridPart { unit: Some(*other), ..*held }));
            }
            (true, None, _) => {}
            (true, Some(unit), Some(own)) if unit == own => {}
            _ => left.push(*held),
        }
    }
    left
}

/// The parts with one more. A building of which every unit is covered is covered as a whole.
#[must_use]
pub fn with(parts: &[GridPart], part: GridPart, units: &[UnitId]) -> Vec<GridPart> {
    let building = part.building;
    let mut held = without(parts, part, units);
    held.push(part);
    let covers = |unit: &UnitId| held.contains(&GridPart { building, unit: Some(*unit) });
    let is_whole = held.contains(&GridPart { building, unit: None });
    if is_whole || (!units.is_empty() && units.iter().all(covers)) {
        held.retain(|it| it.building != building);
        held.push(GridPart { building, unit: None });
    }
    held
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::BuildingId;
    use uuid::Uuid;

    #[test]
    fn a_whole_building_is_taken_apart_and_put_together() {
        let building = BuildingId(Uuid::from_u128(1));
        let units = [2, 3].map(|n| UnitId(Uuid::from_u128(n)));
        let whole = GridPart { building, unit: None };
        let [one, two] = units.map(|unit| GridPart { building, unit: Some(unit) });
        assert_eq!(without(&[whole], one, &units), [two]);
        assert_eq!(with(&[two], one, &units), [whole]);
        assert_eq!(without(&[one, two], whole, &units), []);
        assert_eq!(with(&[whole], one, &units), [whole]);
    }
}
