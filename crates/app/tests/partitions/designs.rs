//! A design of grids on both engines: places first, three plans, moves, and the secretary's word with its hand-over.

use crate::handed::{DAY, House, NOW, on_both_engines};
use guanjia_app::AppError;
use guanjia_app::grid_design::{Approval, DesignError, DesignSheet, Obstacle, Wish};
use guanjia_app::partition::Regrid;
use guanjia_app::shapes::{Placed, Rectangle, ShapeFault, Taken};
use guanjia_domain::grid_design::{Band, Deed, Lines, Outcome, Priority};
use guanjia_domain::ids::{BuildingId, DesignId};
use guanjia_domain::{Moment, Party, Refusal};

const PLACES: &str = "小区,楼栋,经度,纬度\n和平苑,1号楼,112.503,37.826\n和平苑,2号楼,112.504,37.826\n\
                      汾河里,5号楼,112.505,37.826\n";

fn take(house: &House, file: &str) -> Taken {
    house.app.take_shapes(&house.who("甲某"), house.code, ("coordinates.csv", file.as_bytes())).unwrap()
}

fn wish(lines: Option<Lines>) -> Wish {
    Wish { band: Band { min: 6, max: 12 }, price: 0, seed: 1, lines }
}

fn design(house: &House) -> DesignId {
    assert_eq!(take(house, PLACES), Ok(Placed { estates: 0, buildings: 3 }));
    house.app.design_grids(&house.who("甲某"), house.code, &wish(None)).unwrap()
}

fn sheet(house: &House, id: DesignId) -> DesignSheet {
    let who = house.who("甲某");
    house.app.db.read(|tx| house.app.design_sheet(tx, &who, house.code, (id, None))).unwrap()
}

fn work(house: &House, id: DesignId, deed: Deed) -> Result<(), AppError> {
    let seen = sheet(house, id).draft.version;
    house.app.work_on_design(&house.who("甲某"), house.code, (id, seen), deed).wait()
}

fn building(house: &House, name: &str) -> BuildingId {
    let rows = house.app.db.read(|tx| tx.buildings(house.code, None, NOW)).unwrap();
    rows.iter().find(|row| row.name == name).unwrap().id
}

fn approve(house: &House, id: DesignId, seen: u64, at: Option<Moment>) -> Result<(), AppError> {
    let groups = sheet(house, id).groups;
    let first = groups.iter().find(|it| it.buildings.iter().any(|(row, _)| row.name == "1号楼")).unwrap();
    let workers = groups.iter().map(|it| (it.number, Some(house.staff("戊某")))).collect::<Vec<_>>();
    let chosen =
        |it: &(usize, _)| if it.0 == first.number { (it.0, Some(house.staff("己某"))) } else { *it };
    let workers = workers.iter().map(chosen).collect();
    let approval = Approval { design: id, seen, starts_at: at, workers };
    house.app.approve_design(&house.who("甲某"), house.code, approval).wait()
}

/// 戊's task in 1号楼.
fn task(house: &House) -> guanjia_domain::ids::RequestId {
    let request = house.file_at(1, Some(building(house, "1号楼")));
    house.dispatch(request, "戊某");
    request
}

#[test]
fn without_places_the_buildings_are_named_and_a_far_row_too() {
    on_both_engines(|house| {
        let refused = house.app.design_grids(&house.who("甲某"), house.code, &wish(None));
        let Err(DesignError::Obstacles(found)) = refused else { unreachable!("{refused:?}") };
        let [Obstacle::NoPlace(names)] = &found[..] else { unreachable!("{found:?}") };
        assert!(names.len() == 3 && names.contains(&"和平苑 1号楼".to_owned()));

        let shanghai = PLACES.replace("112.505,37.826", "121.47,31.23");
        let Err(ShapeFault::FarAway { rows, .. }) = take(house, &shanghai) else { unreachable!() };
        assert_eq!(rows, "4: 汾河里 5号楼");
        let Err(ShapeFault::NotKnown { rows }) = take(house, &PLACES.replace("5号楼", "55号楼")) else {
            unreachable!()
        };
        assert_eq!(rows, "4: 汾河里 55号楼", "all or nothing");
        let middle = (112.503, 37.826);
        let shape = Rectangle { middle, length: 60.0, depth: 12.0, turn: 0.0 };
        let one = (building(house, "1号楼"), shape);
        house.app.place_building(&house.who("甲某"), house.code, one).wait().unwrap();
        assert_eq!(take(house, PLACES), Ok(Placed { estates: 0, buildings: 3 }));
        house.sound();
    });
}

#[test]
fn three_plans_are_made_and_a_wall_tears_an_estate() {
    on_both_engines(|house| {
        let id = design(house);
        let it = sheet(house, id);
        assert_eq!(it.plans.len(), 3);
        assert_eq!((it.now.grids, it.now.laid.in_band, it.now.laid.mixed), (3, 3, 0), "{it:?}");
        assert_eq!(it.plans[0].0, Priority::Integrity);
        assert!(it.torn.is_empty() && !it.stale && it.may_approve);

        let wall = vec![(112.5035, 37.0), (112.5035, 38.5)];
        let lines = Some(Lines { barriers: vec![wall], ways: Vec::new() });
        let torn = house.app.design_grids(&house.who("甲某"), house.code, &wish(lines)).unwrap();
        assert_eq!(sheet(house, torn).torn[0].0, "和平苑");
        let kept = house.app.design_grids(&house.who("甲某"), house.code, &wish(None)).unwrap();
        assert_eq!(sheet(house, kept).draft.designed.lines.barriers.len(), 1, "lines go on");
        house.sound();
    });
}

#[test]
fn a_move_is_weighed_made_and_taken_back_and_a_stale_page_changes_nothing() {
    on_both_engines(|house| {
        let id = design(house);
        let (two, it) = (building(house, "2号楼"), sheet(house, id));
        let to = it.draft.group_of(building(house, "1号楼")).unwrap();
        let who = house.who("甲某");
        let looked = Some((two, to));
        let looked_at = house.app.db.read(|tx| house.app.design_sheet(tx, &who, house.code, (id, looked)));
        let then = looked_at.unwrap().preview.unwrap().then;
        assert_eq!((then.grids, then.laid.in_band), (2, 1), "18 households are too many");
        work(house, id, Deed::Move(two, u32::try_from(to).unwrap())).unwrap();
        assert_eq!(sheet(house, id).now.grids, 2);
        let stale = house.app.work_on_design(&who, house.code, (id, 1), Deed::Undo).wait();
        assert!(matches!(stale, Err(AppError::Refused(Refusal::DesignStale))));
        work(house, id, Deed::Undo).unwrap();
        assert_eq!(sheet(house, id).now.grids, 3);
        work(house, id, Deed::Choose(Priority::Band)).unwrap();
        work(house, id, Deed::GiveUp).unwrap();
        assert!(matches!(work(house, id, Deed::Undo), Err(AppError::Refused(Refusal::DesignEnded))));
        let grid_worker = house.who("戊某");
        let hidden = house.app.db.read(|tx| house.app.grid_designs(tx, &grid_worker, house.code));
        assert!(matches!(hidden, Err(AppError::Refused(Refusal::Forbidden))));
        house.sound();
    });
}

#[test]
fn an_approval_draws_the_grids_and_hands_open_requests_on() {
    on_both_engines(|house| {
        let (request, id) = (task(house), design(house));
        approve(house, id, 1, None).unwrap();
        let it = sheet(house, id);
        assert!(matches!(it.draft.outcome, Outcome::Approved { .. }));
        let who = house.who("己某");
        assert_eq!(who.grid.len(), 1, "1号楼");
        let asked = house.app.db.read(|tx| tx.request(house.code, request)).unwrap().unwrap().asked;
        assert_eq!(asked, Some(Party::GridWorker(house.staff("己某"))));
        assert_eq!(house.take_and_dispose(&who, request), Party::GridWorker(house.staff("己某")));
        let refused = approve(house, id, 2, None);
        assert!(matches!(refused, Err(AppError::Refused(Refusal::DesignEnded))), "{refused:?}");
        house.sound();
    });
}

#[test]
fn an_approval_for_a_day_replaces_what_was_planned_and_hands_on_when_the_day_is_there() {
    on_both_engines(|house| {
        let (request, id) = (task(house), design(house));
        let handler = || house.app.db.read(|tx| tx.request(house.code, request)).unwrap().unwrap().asked;
        let grids = house.app.db.read(|tx| tx.drawings(house.code)).unwrap();
        let (first, day) = (grids[0].id, NOW.plus(2 * DAY));
        let later = Regrid::Worker(first, Some(house.staff("己某")));
        house.app.replan(&house.who("甲某"), house.code, later, Some(NOW.plus(5 * DAY))).wait().unwrap();
        let stale = approve(house, id, 1, Some(day));
        assert!(matches!(stale, Err(AppError::Refused(Refusal::DesignStale))), "the grids have changed");

        let id = house.app.design_grids(&house.who("甲某"), house.code, &wish(None)).unwrap();
        assert_eq!(sheet(house, id).replaced, 1);
        approve(house, id, 1, Some(day)).unwrap();
        assert_eq!(handler(), Some(Party::GridWorker(house.staff("戊某"))), "until that day nothing moves");
        house.app.hand_on_tasks(&house.who("甲某"), house.code, id).wait().unwrap();
        assert_eq!(handler(), Some(Party::GridWorker(house.staff("戊某"))));
        house.clock.set(day);
        let ground = |at| {
            let who = house.who("甲某");
            house.app.db.read(|tx| house.app.partition_sheet(tx, &who, house.code, at)).unwrap()
        };
        assert!(ground(day).faults.is_empty() && ground(day).planned.is_empty());
        assert_eq!(sheet(house, id).tasks.len(), 1);
        house.app.hand_on_tasks(&house.who("甲某"), house.code, id).wait().unwrap();
        assert_eq!(handler(), Some(Party::GridWorker(house.staff("己某"))));
        assert!(sheet(house, id).tasks.is_empty(), "nothing is left");
        house.sound();
    });
}

#[test]
fn a_single_grid_comes_and_goes() {
    on_both_engines(|house| {
        let plan = |what| house.app.replan(&house.who("甲某"), house.code, what, None).wait();
        plan(Regrid::New("3网格".to_owned(), Some(house.staff("己某")))).unwrap();
        assert!(matches!(
            plan(Regrid::New(" 3网格 ".to_owned(), None)),
            Err(AppError::Refused(Refusal::NameTaken { .. }))
        ));
        let no_worker = plan(Regrid::New("4网格".to_owned(), Some(house.staff("乙某"))));
        assert!(matches!(no_worker, Err(AppError::Refused(Refusal::WrongPost { .. }))));
        let grids = house.app.db.read(|tx| tx.drawings(house.code)).unwrap();
        let (first, third) = (grids[0].id, grids[2].id);
        house.clock.set(NOW.plus(1));
        plan(Regrid::GiveUp(first, Some(third))).unwrap();
        assert_eq!((house.who("戊某").grid.len(), house.who("己某").grid.len()), (0, 1));
        house.sound();
    });
}
