use std::collections::{HashMap, HashSet};

use super::*;

#[test]
fn the_reference_community_has_its_published_size() {
    let place = outline();
    assert_eq!(place, outline());
    let community = &place.community;
    assert_eq!(community.estates.len(), 13);
    assert_eq!(community.households(), 7_119);
    assert!(community.estates.iter().map(|estate| estate.residents).sum::<u32>() > 13_000);
    let story = place.estate("e01").unwrap();
    assert_eq!(story.name, "理工大长风住宅小区");
    assert!((1_200..1_300).contains(&story.households()) && story.residents >= 2_100);
    assert!(story.buildings.iter().any(|building| building.name == "12号楼"));
    for estate in &community.estates {
        for room in rooms(estate) {
            assert!(room.households <= 2 && room.name.starts_with(&room.floor.to_string()));
        }
        let vacant = rooms(estate).filter(|room| room.households == 0).count();
        assert!(vacant * 8 < rooms(estate).count(), "{} stands empty", estate.name);
    }
    assert_eq!(place.neighbour.estates.len(), 2);
}

#[test]
fn ids_keys_and_telephones_are_unique() {
    let place = outline();
    let mut ids = HashSet::from([place.street.id]);
    assert!(ids.insert(place.bureau.id));
    let mut phones = HashSet::new();
    let mut add_person = |person: &PersonOutline, ids: &mut HashSet<Uuid>| {
        assert!(ids.insert(person.id), "{}", person.key);
        assert!(person.phone.starts_with("1300000") && person.phone.len() == 11);
        assert!(phones.insert(person.phone.clone()), "{} shares a telephone", person.key);
    };
    add_person(&place.street.clerk, &mut ids);
    add_person(&place.bureau.clerk, &mut ids);
    for community in [&place.community, &place.neighbour] {
        community.officers.iter().for_each(|officer| add_person(&officer.person, &mut ids));
        community.grids.iter().for_each(|grid| add_person(&grid.worker, &mut ids));
        community.organisations.iter().for_each(|one| add_person(&one.contact, &mut ids));
        for grid in &community.grids {
            assert!(ids.insert(grid.id));
        }
        for organisation in &community.organisations {
            assert!(ids.insert(organisation.id));
        }
        for estate in &community.estates {
            assert!(ids.insert(estate.id));
            for building in &estate.buildings {
                assert!(ids.insert(building.id));
                for unit in &building.units {
                    assert!(ids.insert(unit.id));
                    assert!(unit.rooms.iter().all(|room| ids.insert(room.id)));
                }
            }
        }
    }
    let residents: HashSet<_> = (0..people::RESIDENTS).map(people::resident).collect();
    assert_eq!(residents.len(), people::RESIDENTS);
    let names: HashSet<_> = residents.iter().map(|(name, _)| name).collect();
    assert_eq!(names.len(), people::RESIDENTS);
}

#[test]
fn eleven_stewards_hold_one_or_two_estates_each() {
    let community = outline().community;
    assert_eq!(community.officers.len(), 11);
    let tiers = [1, 2, 3].map(|tier| community.officers.iter().filter(|one| one.tier == tier).count());
    assert_eq!(tiers, [3, 6, 2]);
    let mut held: HashMap<Uuid, usize> = HashMap::new();
    for (claim, estate) in community.claims.iter().zip(&community.estates) {
        assert_eq!(claim.estate, estate.id);
        assert_ne!(claim.steward, claim.deputy);
        *held.entry(claim.steward).or_default() += 1;
    }
    assert_eq!(community.claims.len(), 13);
    assert!(community.officers.iter().all(|one| (1..=2).contains(&held[&one.person.id])));
}

#[test]
fn grids_cover_every_unit_once_and_cut_estates() {
    let place = outline();
    for community in [&place.community, &place.neighbour] {
        let units = unit_map(community);
        let mut grid_of: HashMap<Uuid, Uuid> = HashMap::new();
        for grid in &community.grids {
            let mut households = 0;
            for part in &grid.parts {
                for (unit, (building, _, count)) in &units {
                    let inside = match part {
                        GridPart::Building(id) => building == id,
                        GridPart::Unit(id) => unit == id,
                    };
                    if inside {
                        assert_eq!(grid_of.insert(*unit, grid.id), None, "a unit in two grids");
                        households += count;
                    }
                }
            }
            assert!((300..=500).contains(&households), "{} has {households}", grid.name);
        }
        assert_eq!(grid_of.len(), units.len(), "a unit without grid");
    }
    let community = &place.community;
    assert!((15..=24).contains(&community.grids.len()));
    let units = unit_map(community);
    let mut estates_of_grid: HashMap<usize, HashSet<Uuid>> = HashMap::new();
    for (number, grid) in community.grids.iter().enumerate() {
        for (unit, (building, estate, _)) in &units {
            if grid.parts.contains(&GridPart::Building(*building))
                || grid.parts.contains(&GridPart::Unit(*unit))
            {
                estates_of_grid.entry(number).or_default().insert(*estate);
            }
        }
    }
    let story = community.estates[0].id;
    let of_story: Vec<_> = estates_of_grid.values().filter(|estates| estates.contains(&story)).collect();
    assert_eq!(of_story.len(), 3);
    assert!(of_story.iter().any(|estates| estates.len() > 1), "no grid of the story crosses a fence");
    assert!(
        community.grids.iter().flat_map(|grid| &grid.parts).any(|part| matches!(part, GridPart::Unit(_)))
    );
}

#[test]
fn nothing_stands_in_the_way_of_anything() {
    let place = outline();
    let estates: Vec<_> = place.community.estates.iter().chain(&place.neighbour.estates).collect();
    for (index, estate) in estates.iter().enumerate() {
        for other in &estates[..index] {
            assert!(apart(&estate.outline, &other.outline), "{} meets {}", estate.name, other.name);
        }
        for (number, building) in estate.buildings.iter().enumerate() {
            assert!(area(&building.footprint) > 0.0, "not counter-clockwise");
            for &point in &building.footprint {
                assert!(inside(&estate.outline, point), "{} leaves its estate", building.key);
                assert!((112.49..112.53).contains(&point[0]) && (37.80..37.84).contains(&point[1]));
            }
            for other in &estate.buildings[..number] {
                assert!(apart(&building.footprint, &other.footprint), "{} meets {}", building.key, other.key);
            }
        }
    }
}

#[test]
fn every_estate_has_somebody_who_repairs() {
    let community = outline().community;
    for estate in &community.estates {
        let kinds: Vec<_> = community
            .organisations
            .iter()
            .filter(|one| one.estates.contains(&estate.id))
            .map(|one| one.kind)
            .collect();
        assert!(kinds.contains(&OrganisationKind::ResidentsCommittee));
        assert!(kinds.iter().filter(|kind| **kind == OrganisationKind::PropertyCompany).count() <= 1);
    }
}

fn rooms(estate: &EstateOutline) -> impl Iterator<Item = &RoomOutline> {
    estate.buildings.iter().flat_map(|building| &building.units).flat_map(|unit| &unit.rooms)
}

/// Unit → building, estate, households.
fn unit_map(community: &CommunityOutline) -> HashMap<Uuid, (Uuid, Uuid, u32)> {
    let mut map = HashMap::new();
    for estate in &community.estates {
        for building in &estate.buildings {
            for unit in &building.units {
                map.insert(unit.id, (building.id, estate.id, unit.households()));
            }
        }
    }
    map
}

fn area(ring: &[LonLat]) -> f64 {
    edges(ring).map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum::<f64>() / 2.0
}

fn edges(ring: &[LonLat]) -> impl Iterator<Item = (LonLat, LonLat)> {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

/// Positive when `point` lies left of the line from `a` to `b`.
fn side(a: LonLat, b: LonLat, point: LonLat) -> f64 {
    (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])
}

fn inside(ring: &[LonLat], point: LonLat) -> bool {
    edges(ring).all(|(a, b)| side(a, b, point) > 0.0)
}

/// Convex counter-clockwise rings are apart when an edge of one has all of the other on its outer side.
fn apart(one: &[LonLat], other: &[LonLat]) -> bool {
    let parted = |ring: &[LonLat], points: &[LonLat]| {
        edges(ring).any(|(a, b)| points.iter().all(|&point| side(a, b, point) < 0.0))
    };
    parted(one, other) || parted(other, one)
}
