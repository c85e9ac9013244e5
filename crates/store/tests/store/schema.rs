//! Migrations.

use crate::engines::on_both;
use crate::house::{ESTATE, MINUTE, START, act, changes, code, file_one, found, record, request_id, sound};
use guanjia_domain::limit::Limit;
use guanjia_domain::request::Command;
use guanjia_domain::text::Text;
use guanjia_store::verify::verify;
use guanjia_store::{Db, StoreError};

#[test]
fn opening_again_changes_nothing() {
    on_both(|engine| {
        found(&engine.open());
        sound(&engine.open())
    });
}

#[test]
fn two_that_open_at_once_build_the_tables_once() {
    on_both(|engine| {
        std::thread::scope(|scope| {
            let open: Vec<_> = (0..4).map(|_| scope.spawn(|| engine.open())).collect();
            open.into_iter().map(|thread| sound(&thread.join().unwrap())).collect::<Vec<_>>()
        })
    });
}

/// Takes the second step back, so that the tables are as the first release of them left them.
const BEFORE_KNOWN_STATE: &str = "DROP INDEX request_board; DROP INDEX request_behind;
    ALTER TABLE request DROP COLUMN life_of;
    ALTER TABLE request DROP COLUMN version;
    ALTER TABLE chain_head DROP COLUMN house;
    CREATE INDEX request_board ON request (community_id, estate_id, due_at, id) WHERE is_open = 1;
    DELETE FROM schema_migration WHERE number IN (2, 17);";

#[test]
fn a_database_of_the_first_step_is_brought_up_to_date_and_verifies() {
    on_both(|engine| {
        let db = engine.open();
        found(&db);
        for n in 0..6 {
            db.write(code(), move |tx| file_one(tx, code(), n, 1 + n)).wait().unwrap();
        }
        db.write(code(), |tx| act(tx, 3, &Command::Accept)).wait().unwrap();
        let before = db.read(|tx| tx.pressing(code(), &[ESTATE], None, 50)).unwrap();
        assert!(before.iter().any(|it| it.version == 2) && before.iter().any(|it| it.version == 1));
        drop(db);
        engine.tamper(BEFORE_KNOWN_STATE);
        let db = engine.open();
        assert_eq!(db.read(|tx| tx.pressing(code(), &[ESTATE], None, 50)).unwrap(), before);
        sound(&db)
    });
}

/// The first limit of request 0 and the one that it has now.
fn limits(db: &Db) -> (Limit, Limit) {
    let request = db.read(|tx| tx.request(code(), request_id(0))).unwrap().unwrap();
    (request.first_limit(), request.clock.limit())
}

/// Request 0 with more time than it first had, and the command that takes its first limit out of its row, as a server
/// writes it that knows of no such thing. The two limits.
fn extended(db: &Db) -> (String, (Limit, Limit)) {
    found(db);
    db.write(code(), |tx| file_one(tx, code(), 0, 1)).wait().unwrap();
    let (first, more) = (limits(db).0, "9d".parse().unwrap());
    db.write(code(), |tx| act(tx, 0, &Command::Accept)).wait().unwrap();
    let extend = Command::Extend { reason: Text::new("reason", "等零件").unwrap(), more };
    db.write(code(), move |tx| act(tx, 0, &extend)).wait().unwrap();
    assert!(first != more && limits(db) == (first, more));
    let older = format!("UPDATE request SET body = replace(body, '\"first_limit\":\"{first}\",', '')");
    (older, (first, more))
}

#[test]
fn requests_are_shown_anew_with_the_limit_they_had_before_they_got_more_time() {
    on_both(|engine| {
        let db = engine.open();
        let (older, wanted) = extended(&db);
        engine.tamper(&format!("{older}, life = ''"));
        assert_eq!(limits(&db), (wanted.1, wanted.1), "the row says nothing of it");
        drop(db);
        engine.tamper("DELETE FROM schema_migration WHERE number = 19");
        let db = engine.open();
        assert_eq!(limits(&db), wanted);
        sound(&db)
    });
}

/// A server of before gave more time; before this one has shown the row anew, somebody acts on it here.
#[test]
fn what_an_older_server_does_not_know_of_is_not_forgotten_with_the_next_deed() {
    on_both(|engine| {
        let db = engine.open();
        let (older, wanted) = extended(&db);
        engine.tamper(&format!("{older}, life_of = version - 1"));
        assert_eq!(limits(&db), wanted, "as its events tell");
        let add =
            Command::Add { words: Some(Text::new("words", "已订货").unwrap()), photos: 0, internal: true };
        db.write(code(), move |tx| act(tx, 0, &add)).wait().unwrap();
        assert_eq!((db.catch_up(code()).unwrap(), limits(&db)), (0, wanted));
        sound(&db)
    });
}

fn refused(engine: &crate::engines::Engine) -> String {
    match Db::open(engine.location()) {
        Err(StoreError::Schema(message)) => message,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it was opened"),
    }
}

#[test]
fn a_newer_database_is_refused_with_the_cure() {
    on_both(|engine| {
        drop(engine.open());
        engine.tamper("UPDATE schema_migration SET number = 99, name = 'future' WHERE number = 2");
        let message = refused(engine);
        assert!(message.contains("99") && message.contains("newer"), "{message}");
    });
}

#[test]
fn a_step_that_was_edited_is_refused() {
    on_both(|engine| {
        drop(engine.open());
        engine.flip("schema_migration", "hash", "number = 1");
        let message = refused(engine);
        assert!(message.contains("step 1"), "{message}");
    });
}

/// Takes the step of the partitions back: grids are again as they were drawn last, without a date.
const BEFORE_PARTITIONS: &str = "DROP TABLE grid_drawing; DROP TABLE grid; DROP TABLE building_move;
    DROP TABLE hand_over;
    CREATE TABLE grid (community_id TEXT NOT NULL, id BYTEA NOT NULL, name TEXT NOT NULL, worker_id BYTEA,
        PRIMARY KEY (community_id, id));
    CREATE TABLE grid_part (community_id TEXT NOT NULL, grid_id BYTEA NOT NULL, building_id BYTEA NOT NULL,
        unit_id BYTEA NOT NULL, PRIMARY KEY (community_id, grid_id, building_id, unit_id));
    DELETE FROM schema_migration WHERE number = 7;";

#[test]
fn grids_without_dates_get_those_of_their_events() {
    on_both(|engine| {
        let db = engine.open();
        found(&db);
        db.write(code(), |tx| record(tx, code(), &changes())).wait().unwrap();
        let before = db.read(|tx| tx.drawings(code())).unwrap();
        assert_eq!(before[0].iter().map(|it| it.starts_at).collect::<Vec<_>>(), [START, START.plus(MINUTE)]);
        drop(db);
        engine.tamper(BEFORE_PARTITIONS);
        let db = engine.open();
        assert_eq!(db.read(|tx| tx.drawings(code())).unwrap(), before);
        sound(&db)
    });
}

/// Takes the step of the numbers back: requests are as versions wrote them that did not keep when they were answered.
const BEFORE_NUMBERS: &str = "DROP INDEX request_of_day; ALTER TABLE request DROP COLUMN life;
    DROP TABLE load_comment;
    UPDATE request SET body = '{}';
    DELETE FROM schema_migration WHERE number = 15;";

#[test]
fn requests_of_before_get_the_line_of_their_events() {
    on_both(|engine| {
        let db = engine.open();
        found(&db);
        for n in 0..4 {
            db.write(code(), move |tx| file_one(tx, code(), n, 1 + n)).wait().unwrap();
        }
        db.write(code(), |tx| act(tx, 3, &Command::Accept)).wait().unwrap();
        let before = db.read(|tx| tx.listed(code(), request_id(3))).unwrap().unwrap();
        drop(db);
        engine.tamper(BEFORE_NUMBERS);
        let db = engine.open();
        let after = db.read(|tx| tx.listed(code(), request_id(3))).unwrap().unwrap();
        assert_eq!(after.request, before.request);
        assert!(after.request.accepted_at.is_some());
        sound(&db)
    });
}

/// What a server of before leaves behind that runs beside this one: it writes neither the line of life nor of which
/// version that is. Request 2 is new, of request 3 the line is older than what happened since.
const BESIDE_AN_OLDER_SERVER: &str = "UPDATE request SET life = '', life_of = 0 WHERE number = 2;
    UPDATE request SET life_of = 1, life = (SELECT life FROM request AS other WHERE other.number = 4)
        WHERE number = 3;";

#[test]
fn what_an_older_server_wrote_beside_this_one_gets_its_line_at_the_start() {
    on_both(|engine| {
        let db = engine.open();
        found(&db);
        for n in 0..4 {
            db.write(code(), move |tx| file_one(tx, code(), n, 1 + n)).wait().unwrap();
        }
        db.write(code(), |tx| act(tx, 2, &Command::Accept)).wait().unwrap();
        engine.tamper(BESIDE_AN_OLDER_SERVER);
        drop(db);
        let db = engine.open();
        assert!(verify(&db, &mut |_| {}).unwrap().fault.is_some(), "the verifier sees the difference");
        assert_eq!(db.catch_up(code()).unwrap(), 2);
        assert_eq!(db.catch_up(code()).unwrap(), 0, "nothing is left to do");
        sound(&db)
    });
}
