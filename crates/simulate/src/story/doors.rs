//! What is said at the doors of the survey that goes on when the ninety days end: all invented.

use guanjia_domain::survey::{Said, Way};

/// Of a hundred doors of a share this many were visited so far.
const VISITED: u32 = 40;

/// What came out at a door, how it was asked and which visit that was. `n` is the number of the door, `place` its place
/// among the `doors` of its share; `building` and `floor` say how near the trees are. `None` while nobody was there.
#[must_use]
pub fn at_the_door(
    n: u32,
    (place, doors): (u32, u32),
    building: &str,
    floor: i16,
) -> Option<(Said, Way, u16)> {
    if place * 100 >= doors * VISITED {
        return None;
    }
    let near_trees = building.starts_with('4') && floor <= 3;
    Some(match n % 41 {
        3 | 11 | 17 | 29 | 36 => (Said::NobodyHome, Way::AtDoor, 1),
        8 => (Said::Refused, Way::AtDoor, 1),
        22 => (Said::Unknown, Way::AtDoor, 1),
        31 => (Said::NotAffected, Way::ByPhone, 2),
        _ if near_trees || n % 67 == 5 => (Said::Affected, Way::AtDoor, 1),
        _ => (Said::NotAffected, Way::AtDoor, 1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_the_doors_was_visited_and_trees_shade_what_is_near() {
        let said = |n, floor| at_the_door(n, (n, 100), "4号楼", floor).map(|it| it.0);
        assert_eq!((0..100).filter(|n| said(*n, 1).is_some()).count(), VISITED as usize);
        assert_eq!((said(0, 2), said(0, 5)), (Some(Said::Affected), Some(Said::NotAffected)));
    }
}
