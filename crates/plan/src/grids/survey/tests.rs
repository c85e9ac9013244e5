use super::*;

/// Metres around a point at 37.83° north, as degrees.
fn at(x: f64, y: f64) -> LonLat {
    (112.5 + x / (111_195.08 * 37.83_f64.to_radians().cos()), 37.83 + y / 111_195.08)
}

/// Two rows of three houses, 50 metres apart; the estates are the rows.
fn rows() -> Vec<Spot> {
    let spot =
        |i: u32| Spot { at: at(f64::from(i % 3) * 50.0, f64::from(i / 3) * 50.0), estate: (i / 3) as usize };
    (0..6).map(spot).collect()
}

const WALL: [(f64, f64); 2] = [(-40.0, 25.0), (140.0, 25.0)];

fn wall() -> Vec<LonLat> {
    WALL.iter().map(|it| at(it.0, it.1)).collect()
}

#[test]
fn neighbours_touch_and_nothing_jumps_over_a_third() {
    let found = survey(&rows(), &Lines::default());
    assert!(found.links.contains(&(0, 1)) && found.links.contains(&(0, 3)));
    assert!(!found.links.contains(&(0, 2)), "the middle one is between");
    assert!((found.walks[0][2] - 100.0).abs() < 0.5 && (found.walks[0][5] - 150.0).abs() < 50.0);
    assert_eq!(found.walks[4][1], found.walks[1][4]);
    assert!(found.torn.is_empty() && found.off_streets.is_empty());
}

#[test]
fn a_wall_cuts_and_is_walked_around() {
    let found = survey(&rows(), &Lines { barriers: vec![wall()], ..Lines::default() });
    assert!(!found.links.iter().any(|(a, b)| *a < 3 && *b >= 3), "{:?}", found.links);
    assert!(found.torn.is_empty(), "each row is whole");
}

#[test]
fn a_gate_leads_through_the_wall() {
    let gate = vec![at(50.0, -10.0), at(50.0, 60.0)];
    let street = vec![at(-10.0, -5.0), at(110.0, -5.0)];
    let beyond = vec![at(-10.0, 55.0), at(110.0, 55.0)];
    let lines = Lines { ways: vec![gate, street, beyond], barriers: vec![wall()] };
    let found = survey(&rows(), &lines);
    assert!(found.links.contains(&(1, 4)), "{:?}", found.links);
    // Down to the street, along it, through the gate, and back: longer than straight.
    assert!(found.walks[0][3] > 140.0, "{}", found.walks[0][3]);
    assert!(found.off_streets.is_empty());
}

#[test]
fn an_estate_torn_by_a_river_is_named() {
    let mut spots = rows();
    spots.iter_mut().for_each(|it| it.estate = 0);
    let river = vec![at(-5_000.0, 25.0), at(5_000.0, 25.0)];
    let found = survey(&spots, &Lines { barriers: vec![river], ..Lines::default() });
    assert_eq!(found.torn, [[vec![0, 1, 2], vec![3, 4, 5]]]);
}

#[test]
fn who_lives_far_from_every_street_is_named() {
    let street = vec![at(0.0, 400.0), at(100.0, 400.0)];
    let found = survey(&rows(), &Lines { ways: vec![street], ..Lines::default() });
    assert_eq!(found.off_streets, [0, 1, 2, 3, 4, 5]);
    assert!((found.walks[0][1] - 50.0).abs() < 0.5, "by links");
    assert!(survey(&[], &Lines::default()).links.is_empty());
}
