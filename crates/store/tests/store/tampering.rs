//! What was changed behind the product's back is found, and named at its first place.

use crate::engines::{Engine, on_both};
use crate::house::{
    BUILDING, ESTATE, START, code, fault, file_one, found, other_code, request_id, secretary, sound, unit,
};
use guanjia_store::access::Access;
use guanjia_store::verify::{Fault, rebuild, verify};
use guanjia_store::{Db, StoreError};
use uuid::Uuid;

/// Nine events of the house, ten requests, ten entries of the access log.
fn fill(engine: &Engine) -> Db {
    let db = engine.open();
    found(&db);
    for n in 0..10 {
        let object = Uuid::from_u128(n.into());
        let access = Access {
            at: START,
            actor: secretary(),
            action: "reveal".into(),
            object,
            detail: format!("phone {n}"),
        };
        db.write(code(), move |tx| {
            file_one(tx, code(), n, 24)?;
            tx.log_access(code(), &access)
        })
        .wait()
        .unwrap();
    }
    assert_eq!(sound(&db), 19);
    db
}

fn chain(book: &'static str, seq: u64) -> Fault {
    Fault::Chain { community: code(), book, seq }
}

fn head(book: &'static str, seq: u64) -> Fault {
    Fault::Head { community: code(), book, seq }
}

fn row(table: &'static str, key: &dyn std::fmt::Display, what: &'static str) -> Fault {
    Fault::Row { community: code(), table, key: key.to_string(), what }
}

/// After `sql` the first fault is `expected`.
fn finds(sql: &str, expected: &Fault) {
    on_both(|engine| {
        let db = fill(engine);
        engine.tamper(sql);
        assert_eq!(fault(&db).as_ref(), Some(expected), "{sql}");
    });
}

#[test]
fn clean_books_are_clean_and_counted() {
    on_both(|engine| {
        let db = fill(engine);
        let report = verify(&db, &mut |_| {}).unwrap();
        assert_eq!((report.events, report.accesses, report.fault), (19, 10, None));
    });
}

#[test]
fn a_changed_column_of_an_event() {
    for change in [
        "body = replace(body, 'web', 'wea')",
        "at = at + 1",
        "actor = 'system'",
        "kind = 'accepted'",
        "subject_kind = 'estate'",
        "subject_id = (SELECT subject_id FROM event WHERE seq = 1)",
        "seq = 100",
    ] {
        let expected = if change == "seq = 100" { 13 } else { 12 };
        finds(&format!("UPDATE event SET {change} WHERE seq = 12"), &chain("ledger", expected));
    }
}

#[test]
fn a_flipped_bit_of_a_hash() {
    on_both(|engine| {
        let db = fill(engine);
        engine.flip("event", "hash", "seq = 7");
        engine.flip("audit", "hash", "seq = 4");
        assert_eq!(fault(&db), Some(chain("ledger", 7)));
        engine.flip("event", "hash", "seq = 7");
        assert_eq!(fault(&db), Some(chain("audit", 4)));
        engine.flip("audit", "hash", "seq = 4");
        sound(&db)
    });
}

#[test]
fn missing_and_exchanged_entries() {
    for (table, book, last) in [("event", "ledger", 19), ("audit", "audit", 10)] {
        finds(&format!("DELETE FROM {table} WHERE seq = 5"), &chain(book, 6));
        finds(&format!("DELETE FROM {table} WHERE seq = 1"), &chain(book, 2));
        finds(&format!("DELETE FROM {table} WHERE seq = {last}"), &head(book, last - 1));
        finds(&format!("DELETE FROM {table}"), &head(book, 0));
        let exchange = format!(
            "UPDATE {table} SET seq = -1 WHERE seq = 5; UPDATE {table} SET seq = 5 WHERE seq = 6;
             UPDATE {table} SET seq = 6 WHERE seq = -1"
        );
        finds(&exchange, &chain(book, 5));
    }
}

#[test]
fn changed_accesses() {
    for change in ["detail = 'name'", "action = 'export'", "at = at - 1", "actor = 'resident'"] {
        finds(&format!("UPDATE audit SET {change} WHERE seq = 3"), &chain("audit", 3));
    }
}

#[test]
fn changed_heads() {
    finds("UPDATE chain_head SET seq = seq - 1 WHERE book = 'ledger'", &head("ledger", 19));
    finds("DELETE FROM chain_head WHERE book = 'audit'", &head("audit", 10));
    finds("DELETE FROM chain_head", &head("ledger", 19));
    on_both(|engine| {
        let db = fill(engine);
        engine.flip("chain_head", "hash", "book = 'ledger'");
        assert_eq!(fault(&db), Some(head("ledger", 19)));
    });
}

/// A number given twice would be refused by the table; one that was never given back would leave a gap unseen.
#[test]
fn a_changed_count_of_requests() {
    finds("UPDATE chain_head SET requests = requests - 1 WHERE book = 'ledger'", &head("ledger", 19));
}

/// The ledger of one community cannot be passed off as another's.
#[test]
fn a_ledger_under_another_name() {
    on_both(|engine| {
        let db = fill(engine);
        for table in ["event", "chain_head"] {
            engine.tamper(&format!("UPDATE {table} SET community_id = '{}'", other_code()));
        }
        assert_eq!(fault(&db).map(|fault| fault.to_string().contains(other_code().as_str())), Some(false));
        engine.tamper(
            "DELETE FROM audit; DELETE FROM request; DELETE FROM resident; DELETE FROM resident_home; DELETE FROM room;
            DELETE FROM unit; DELETE FROM building; DELETE FROM estate; DELETE FROM claim; DELETE FROM staff;
            DELETE FROM grid; DELETE FROM grid_drawing; DELETE FROM organisation; DELETE FROM community",
        );
        let expected = Fault::Chain { community: other_code(), book: "ledger", seq: 1 };
        assert_eq!(fault(&db), Some(expected));
    });
}

#[test]
fn changed_read_tables() {
    let differs = "it differs from what the events say";
    let third = request_id(2);
    finds("UPDATE request SET state = 'closed' WHERE number = 3", &row("request", &third, differs));
    finds("UPDATE request SET asked = 'street_office' WHERE number = 3", &row("request", &third, differs));
    finds(
        "UPDATE request SET body = replace(body, 'web', 'wea') WHERE number = 3",
        &row("request", &third, differs),
    );
    finds("DELETE FROM request WHERE number = 3", &row("request", &third, "it is missing"));
    finds("UPDATE estate SET name = 'x'", &row("estate", &ESTATE, differs));
    finds(
        "DELETE FROM room WHERE floor = 6 AND place = 5",
        &row("room", &unit(1, 6).rooms[5].id, "it is missing"),
    );
    let key = format!("{ESTATE} {}", START.0);
    finds("UPDATE claim SET deputy_id = steward_id", &row("claim", &key, differs));
    finds("UPDATE staff SET post = 'secretary'", &row("staff", &crate::house::OFFICER, differs));
    finds("DELETE FROM building", &row("building", &BUILDING, "it is missing"));
}

const STRAY: &str =
    "INSERT INTO request SELECT '140109013001', subject_id, 99, state, is_open, urgent, estate_id,
    building_id, unit_id, handler, asked, reported_at, due_at, ended_at, request.body, version, life, life_of
    FROM request, event WHERE request.number = 1 AND event.seq = 1";

#[test]
fn stray_rows() {
    let stray = "no event speaks of it";
    finds(STRAY, &row("request", &Uuid::nil(), stray));
    let elsewhere = "UPDATE staff SET community_id = '140109013000'";
    on_both(|engine| {
        let db = fill(engine);
        engine.tamper(elsewhere);
        let found = fault(&db).unwrap();
        assert!(matches!(found, Fault::Row { table: "staff", what, .. } if what == stray), "{found}");
    });
}

#[test]
fn rebuild_heals_the_read_tables_and_leaves_the_books() {
    on_both(|engine| {
        let db = fill(engine);
        let before = books(&db);
        for damage in [
            "UPDATE request SET state = 'closed', is_open = 0",
            "DELETE FROM request WHERE number = 3",
            STRAY,
            "DELETE FROM claim",
            "UPDATE room SET name = 'x' WHERE floor = 1",
            "DELETE FROM community",
        ] {
            engine.tamper(damage);
            assert!(fault(&db).is_some(), "{damage}");
            rebuild(&db).unwrap();
            assert_eq!(sound(&db), 19, "{damage}");
        }
        assert_eq!(books(&db), before);
        rebuild(&db).unwrap()
    });
}

#[test]
fn rebuild_does_not_build_on_damaged_books() {
    on_both(|engine| {
        let db = fill(engine);
        engine.tamper("UPDATE event SET body = '{\"request\":\"accepted\"}' WHERE seq = 12");
        assert!(matches!(rebuild(&db), Err(StoreError::Damaged(_))));
        let shown = db.read(|tx| tx.requests_after(code(), None, None, None, 99)).unwrap();
        assert_eq!(shown.len(), 10, "what was shown stays");
    });
}

fn books(db: &Db) -> Vec<String> {
    let sql = "SELECT seq, hash, body FROM event WHERE community_id = ?1 ORDER BY seq";
    let community = guanjia_store::value::Value::from(code());
    db.read(|tx| {
        tx.query(sql, &[community], |row| {
            Ok(format!("{} {:?} {}", row.get::<u64>(0)?, row.get::<Vec<u8>>(1)?, row.get::<String>(2)?))
        })
    })
    .unwrap()
}
