//! Timers: each once, in order, none left behind, after a crash and when the clock jumps, whoever works them off.

use crate::house::*;
use guanjia_app::App;
use guanjia_domain::Moment;
use guanjia_store::timers::Timer;
use std::collections::BTreeSet;
use uuid::Uuid;

use crate::filled::code;

/// More than are taken in one transaction.
const MANY: u128 = 230;

/// How many lines an inbox was told, one by one and within digests, and of how many requests.
fn told(house: &House, inbox: &str) -> (u64, usize) {
    let mut lines = 0;
    for notice in house.told(inbox).iter().filter(|it| it.kind != "reported") {
        let of = |tx: &mut guanjia_store::Tx| tx.digest_size(code(), inbox, notice.id);
        lines += if notice.kind == "digest" { house.app.db.read(of).unwrap() } else { 1 };
    }
    (lines, house.told(inbox).iter().filter(|it| it.kind != "reported").count())
}

fn left(app: &App, until: Moment) -> usize {
    app.db.read(|tx| tx.rung(code(), until, 10_000)).unwrap().len()
}

#[test]
fn a_jump_over_two_hundred_timers_leaves_none_behind_and_tells_once() {
    on_both_engines(|house| {
        for n in 0..MANY {
            house.file(n, Some("0101"), false);
        }
        let far = START.plus(10 * 24 * HOUR);
        assert!(left(&house.app, far) > 2 * MANY as usize);
        house.clock.set(far);
        house.app.tick().unwrap();
        let soon = house.app.db.read(|tx| tx.rung(code(), far, 10)).unwrap();
        assert!(soon.is_empty(), "{soon:?}");
        let inbox = format!("estate:{}", house.estate);
        assert_eq!(told(house, &inbox), (MANY as u64, 1), "one digest, and nothing said to be due soon");
        assert_eq!(told(house, "secretary"), (MANY as u64, 1));
        // The clock is set back, and comes again: nothing is told twice.
        house.clock.set(START);
        house.app.tick().unwrap();
        house.clock.set(far.plus(HOUR));
        house.app.tick().unwrap();
        assert_eq!(told(house, &inbox), (MANY as u64, 1));
        // The inbox of the steward shows the digest with its lines.
        let who = house.who(STEWARD);
        let shown = house.app.db.read(|tx| house.app.inbox(tx, &who)).unwrap();
        let digest = shown.iter().find(|it| it.notice.kind == "digest").unwrap();
        assert_eq!((digest.stands_for, digest.digest.len()), (MANY as u64, MANY as usize));
    });
}

#[test]
fn they_are_taken_in_their_order_and_a_server_that_stops_loses_none() {
    on_both_engines(|house| {
        for n in 0..3 {
            house.file(n, Some("0101"), false);
            house.clock.pass(60_000);
        }
        let rung = house.app.db.read(|tx| tx.rung(code(), START.plus(48 * HOUR), 100)).unwrap();
        let order: Vec<_> = rung.iter().map(|it| it.rings_at).collect();
        assert!(order.is_sorted());
        // A batch that fails half-way is rolled back whole.
        let first = rung[0].clone();
        let failed = house.app.db.write(code(), move |tx| -> guanjia_app::Result<()> {
            assert!(tx.take_timer(code(), &first)?);
            Err(guanjia_domain::Refusal::NotFound.into())
        });
        assert!(failed.wait().is_err());
        assert_eq!(left(&house.app, START.plus(48 * HOUR)), rung.len());
        house.clock.set(START.plus(48 * HOUR));
        house.app.tick().unwrap();
        assert_eq!(left(&house.app, START.plus(48 * HOUR)), 0);
        assert_eq!(house.kinds().iter().filter(|it| *it == "overdue").count(), 3);
    });
}

#[test]
fn a_timer_is_taken_by_one_of_two_servers() {
    let Some(database) = crate::postgres::database_url() else { return };
    let house = House::found(Some(database));
    for n in 0..MANY {
        house.file(n, Some("0101"), false);
    }
    let url = house.database.as_deref();
    let other = App::open(house.folder.path(), url, house.clock.clone()).unwrap();
    let far = START.plus(10 * 24 * HOUR);
    house.clock.set(far);
    let stray = Timer { rings_at: far, subject: Uuid::from_u128(7), kind: "due_soon".into() };
    house
        .app
        .db
        .write(code(), move |tx| -> guanjia_app::Result<()> { Ok(tx.set_timer(code(), &stray)?) })
        .wait()
        .unwrap();
    std::thread::scope(|scope| {
        for app in [&house.app, &other, &house.app, &other] {
            scope.spawn(|| app.tick().unwrap());
        }
    });
    house.app.tick().unwrap();
    assert_eq!(left(&house.app, far), 0);
    let inbox = format!("estate:{}", house.estate);
    let (lines, _) = told(&house, &inbox);
    assert_eq!(lines, MANY as u64, "each once");
    let mut subjects = BTreeSet::new();
    for notice in house.told(&inbox).iter().filter(|it| it.kind == "overdue") {
        assert!(subjects.insert(notice.subject));
    }
}
