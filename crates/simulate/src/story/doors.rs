//! What is said at the doors of the survey that goes on when the ninety days end: whether heating stays cold. All
//! invented.

use guanjia_domain::survey::{Said, Way};

/// Of a hundred doors of a share this many were visited so far.
const VISITED: u32 = 40;
/// Floors from here on are far from the pump.
const HIGH: i16 = 5;

/// What came out at a door, how it was asked and which visit that was. `n` is the number of the door, `place` its place
/// among the `doors` of its share. `None` while nobody was there.
#[must_use]
pub fn at_the_door(n: u32, (place, doors): (u32, u32), floor: i16) -> Option<(Said, Way, u16)> {
    if place * 100 >= doors * VISITED {
        return None;
    }
    Some(match n % 41 {
        3 | 11 | 17 | 29 | 36 => (Said::NobodyHome, Way::AtDoor, 1),
        8 => (Said::Refused, Way::AtDoor, 1),
        22 => (Said::Unknown, Way::AtDoor, 1),
        31 => (Said::NotAffected, Way::ByPhone, 2),
        _ if floor >= HIGH && n % 4 == 1 || n % 67 == 5 => (Said::Affected, Way::AtDoor, 1),
        _ => (Said::NotAffected, Way::AtDoor, 1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_the_doors_was_visited_and_high_floors_are_cold() {
        let said = |n, floor| at_the_door(n, (n, 100), floor).map(|it| it.0);
        assert_eq!((0..100).filter(|n| said(*n, 1).is_some()).count(), VISITED as usize);
        assert_eq!((said(1, 6), said(1, 2)), (Some(Said::Affected), Some(Said::NotAffected)));
    }
}
