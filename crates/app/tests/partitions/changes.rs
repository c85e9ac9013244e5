//! Planned changes of grids and estates on both engines: they take effect by themselves, and none makes an overlap.

use crate::handed::{DAY, House, NOW, on_both_engines};
use guanjia_app::partition::{PartitionSheet, Regrid, Replaced};
use guanjia_app::{AppError, Result};
use guanjia_domain::ids::{BuildingId, EstateId, GridId, UnitId};
use guanjia_domain::partition::Fault;
use guanjia_domain::place::GridPart;
use guanjia_domain::{Moment, Refusal};

struct Places {
    estates: Vec<EstateId>,
    /// 1号楼 with two units, 2号楼, and 5号楼 of the other estate.
    buildings: Vec<BuildingId>,
    units: Vec<UnitId>,
    grids: Vec<GridId>,
}

fn places(house: &House) -> Places {
    let read = |tx: &mut guanjia_store::Tx| -> Result<_> {
        let rows = tx.buildings(house.code, None, NOW)?;
        let named = |name: &str| rows.iter().find(|row| row.name == name).unwrap();
        let rows = ["1号楼", "2号楼", "5号楼"].map(named);
        Ok(Places {
            estates: vec![rows[0].estate, rows[2].estate],
            buildings: rows.iter().map(|row| row.id).collect(),
            units: tx.units(house.code, Some(rows[0].id))?.into_iter().map(|unit| unit.id).collect(),
            grids: tx.drawings(house.code)?.iter().map(|grid| grid.id).collect(),
        })
    };
    house.app.db.read(read).unwrap()
}

fn plan(house: &House, what: Regrid, at: Moment) -> Result<()> {
    house.app.replan(&house.who("甲某"), house.code, what, Some(at)).wait()
}

fn refused(house: &House, what: Regrid, at: Moment) -> Refusal {
    match plan(house, what, at) {
        Err(AppError::Refused(refusal)) => refusal,
        other => unreachable!("{other:?}"),
    }
}

fn sheet(house: &House, at: Moment) -> PartitionSheet {
    let who = house.who("甲某");
    house.app.db.read(|tx| house.app.partition_sheet(tx, &who, house.code, at)).unwrap()
}

fn grids_of(house: &House, name: &str, at: Moment) -> usize {
    house.clock.set(at);
    house.who(name).grid.len()
}

#[test]
fn a_planned_unit_changes_hands_at_its_midnight_and_not_before() {
    on_both_engines(|house| {
        let it = places(house);
        let unit = GridPart { building: it.buildings[0], unit: Some(it.units[0]) };
        let tomorrow = NOW.plus(DAY);
        plan(house, Regrid::Worker(it.grids[1], Some(house.staff("己某"))), tomorrow).unwrap();
        plan(house, Regrid::Part(unit, Some(it.grids[1])), tomorrow).unwrap();
        assert!(sheet(house, NOW).faults.iter().any(|it| matches!(it.fault, Fault::NoWorker { .. })));
        assert!(sheet(house, tomorrow).faults.is_empty());
        let planned = sheet(house, NOW).planned;
        assert_eq!((planned.len(), planned[0].at, planned[0].changes.len()), (1, tomorrow, 2));

        assert_eq!(grids_of(house, "己某", tomorrow.plus(-1)), 0);
        assert_eq!(grids_of(house, "己某", tomorrow), 3, "nothing had to ring");
        house.sound();
    });
}

#[test]
fn what_is_taken_back_never_happens() {
    on_both_engines(|house| {
        let it = places(house);
        let unit = GridPart { building: it.buildings[0], unit: Some(it.units[0]) };
        let (one, two) = (NOW.plus(DAY), NOW.plus(2 * DAY));
        plan(house, Regrid::Part(unit, Some(it.grids[1])), one).unwrap();
        plan(house, Regrid::Part(unit, None), two).unwrap();
        assert_eq!(sheet(house, two).faults.iter().filter(|it| it.place.ends_with("1单元")).count(), 1);
        let back = |what| house.app.withdraw_plan(&house.who("甲某"), house.code, what).wait();
        back(Replaced::Grids(two)).unwrap();
        back(Replaced::Grids(one)).unwrap();
        assert!(matches!(back(Replaced::Grids(one)), Err(AppError::Refused(Refusal::NotFound))));
        assert!(matches!(
            back(Replaced::Grids(NOW.plus(-DAY))),
            Err(AppError::Refused(Refusal::NotInFuture { .. }))
        ));
        assert!(sheet(house, NOW).planned.is_empty());
        house.sound();
    });
}

#[test]
fn a_unit_in_two_grids_is_refused_with_its_name() {
    on_both_engines(|house| {
        let it = places(house);
        let unit = GridPart { building: it.buildings[0], unit: Some(it.units[0]) };
        // In three days the second grid is to be given a worker, with the parts it has now.
        plan(house, Regrid::Worker(it.grids[0], Some(house.staff("己某"))), NOW.plus(3 * DAY)).unwrap();
        let before = house.events();
        let refusal = refused(house, Regrid::Part(unit, Some(it.grids[1])), NOW.plus(DAY));
        let Refusal::InTwoGrids { place, grids, at } = refusal else { unreachable!("{refusal:?}") };
        assert_eq!(
            (place.as_str(), grids.as_str(), at),
            ("和平苑 1号楼 1单元", "1网格、2网格", NOW.plus(3 * DAY))
        );
        assert!(matches!(
            refused(house, Regrid::Part(unit, Some(it.grids[1])), NOW.plus(-DAY)),
            Refusal::NotInFuture { .. }
        ));
        assert_eq!(house.events(), before, "nothing was written");
    });
}

#[test]
fn a_building_moves_with_its_steward_and_not_from_under_open_requests() {
    on_both_engines(|house| {
        let it = places(house);
        let (tomorrow, to) = (NOW.plus(DAY), it.estates[1]);
        plan(house, Regrid::Building(it.buildings[1], to), tomorrow).unwrap();
        let steward = |at| {
            let all = sheet(house, at).estates;
            let holds = |block: &&guanjia_app::partition::EstateBlock| {
                block.buildings.iter().any(|building| building.id == it.buildings[1])
            };
            all.iter().find(holds).unwrap().steward.clone().unwrap().1
        };
        assert_eq!(steward(NOW), "乙某");
        assert_eq!(steward(tomorrow), "甲某");
        house.file(1);
        let last = refused(house, Regrid::Building(it.buildings[0], to), tomorrow);
        assert!(matches!(last, Refusal::EstateHasRequests { open: 1, .. }), "{last:?}");
        assert!(matches!(
            refused(house, Regrid::Building(it.buildings[1], to), tomorrow),
            Refusal::NotAChoice { field: "estate", .. }
        ));
        house.clock.set(tomorrow);
        let read =
            |estate| house.app.db.read(|tx| tx.buildings(house.code, Some(estate), tomorrow)).unwrap().len();
        assert_eq!((read(it.estates[0]), read(to)), (1, 2));
        house.sound();
    });
}
