//! Facts of requests by period.

use crate::engines::on_both;
use crate::house::{ESTATE, GRID, MINUTE, OFFICER, SECRETARY, START, act, changes, code, file_one, found};
use crate::house::{other_code, record, request_id, text};
use guanjia_domain::claim::Claims;
use guanjia_domain::numbers::{Exclusion, Fact, Whose};
use guanjia_domain::request::{Command, State};
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Db;

fn whose(db: &Db) -> Whose {
    let read = |tx: &mut guanjia_store::Tx| {
        let claims: Vec<Claims> = tx.claims(code(), ESTATE)?.into_iter().collect();
        Ok::<_, guanjia_store::StoreError>(Whose::new(claims, &tx.drawings(code())?))
    };
    db.read(read).unwrap()
}

fn facts(db: &Db, of: CommunityCode, from: Moment, to: Moment) -> Vec<Fact> {
    let whose = whose(db);
    let mut found = Vec::new();
    let take = |fact| {
        found.push(fact);
        Ok(())
    };
    db.read(|tx| tx.facts(of, from..to, &whose, take)).unwrap();
    found
}

#[test]
fn a_period_holds_its_requests_and_no_others() {
    on_both(|engine| {
        let db = engine.open();
        found(&db);
        for n in 0..3 {
            db.write(code(), move |tx| file_one(tx, code(), n, 1 + n)).wait().unwrap();
        }
        db.write(other_code(), |tx| file_one(tx, other_code(), 9, 1)).wait().unwrap();
        db.write(code(), |tx| act(tx, 1, &Command::Accept)).wait().unwrap();
        db.write(code(), |tx| act(tx, 2, &Command::Void { reason: text() })).wait().unwrap();
        let all = facts(&db, code(), START, START.plus(1));
        assert_eq!(all.iter().map(|it| it.id).collect::<Vec<_>>(), [0, 1, 2].map(request_id));
        assert!(facts(&db, code(), START.plus(1), START.plus(MINUTE)).is_empty());
        assert!(facts(&db, code(), START.plus(-9), START).is_empty());
        assert_eq!((all[1].state, all[1].accepted_at.is_some()), (State::Accepted, true));
        assert_eq!((all[1].answered_at, all[1].steward), (None, Some(SECRETARY)));
        assert_eq!(all[2].exclusion(), Some(Exclusion::Voided));
        let mut open = Vec::new();
        let take = |fact: Fact| {
            open.push(fact.id);
            Ok(())
        };
        db.read(|tx| tx.open_facts(code(), &whose(&db), take)).unwrap();
        open.sort_unstable();
        assert_eq!(open, [0, 1].map(request_id));
        all.len()
    });
}

#[test]
fn whoever_looked_after_a_place_then_is_named() {
    on_both(|engine| {
        let db = engine.open();
        found(&db);
        db.write(code(), |tx| record(tx, code(), &changes())).wait().unwrap();
        let (whose, building) = (whose(&db), crate::house::BUILDING);
        assert_eq!(whose.steward(ESTATE, START), Some(SECRETARY));
        assert_eq!(whose.steward(ESTATE, START.plus(2 * MINUTE)), Some(OFFICER));
        assert_eq!(whose.grid(building, None, START), Some(GRID));
        assert_eq!(whose.grid(building, None, START.plus(-1)), None);
    });
}
