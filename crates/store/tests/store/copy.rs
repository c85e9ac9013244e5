//! Copying an installation out of one engine and into the other.

use crate::engines::{Engine, on_both};
use crate::house::{act, changes, code, file_one, found, record, sound, text};
use guanjia_domain::request::Command;
use guanjia_store::copy::{COPIED, fill};
use guanjia_store::value::Value;
use guanjia_store::{Db, Kind, Slot, StoreError};
use std::collections::BTreeMap;
use uuid::Uuid;

type Rows = BTreeMap<&'static str, Vec<Vec<Value>>>;

fn full(engine: &Engine) -> Db {
    let db = engine.open();
    found(&db);
    db.write(code(), |tx| record(tx, code(), &changes()).map(drop)).wait().unwrap();
    for n in 0..5 {
        db.write(code(), move |tx| file_one(tx, code(), n, 1 + n)).wait().unwrap();
    }
    db.write(code(), |tx| act(tx, 2, &Command::Void { reason: text() })).wait().unwrap();
    let slot = Slot { community: code(), owner: Uuid::from_u128(9), kind: Kind::Card, n: 0 };
    db.write(code(), move |tx| tx.keep(&slot, &[0, 255, 10, 13])).wait().unwrap();
    // The books and the vault were filled by what happened; a row for each of the others.
    let filled = ["chain_head", "event", "audit", "vault"];
    for table in COPIED.iter().filter(|table| !filled.contains(&table.name)) {
        let row: Vec<Value> = table.columns.iter().map(|column| some_value(column)).collect();
        db.write(code(), move |tx| tx.copy_in(table, &row)).wait().unwrap();
    }
    db
}

/// A value that a column of this name takes; the least usual one.
fn some_value(column: &str) -> Value {
    match column {
        "community_id" => code().into(),
        "ends_at" | "used_at" | "read_at" | "password" | "locked_at" => Value::Null,
        "n" | "width" | "height" | "closed" | "failures" | "step" => Value::Int(1),
        "created_at" | "rings_at" | "release_at" | "at" | "since" | "failed_at" | "signed_in_at" => {
            Value::Int(i64::MAX - 1)
        }
        "token" | "digest" | "tokens" => Value::Blob(vec![0, 10, 13, 34, 92, 255]),
        "kind" | "owner_kind" | "holder_kind" | "recipient" | "phase" => Value::from("引号\"与\\和\n换行𠮷"),
        _ => Uuid::from_u128(77).into(),
    }
}

fn copied(db: &Db) -> Rows {
    let mut rows = Rows::new();
    db.read(|tx| -> Result<(), StoreError> {
        for table in COPIED.iter() {
            let mut all = Vec::new();
            tx.copy_out(table, |row| {
                all.push(row.to_vec());
                Ok(())
            })?;
            rows.insert(table.name, all);
        }
        Ok(())
    })
    .unwrap();
    rows
}

fn put_in(db: &Db, rows: &Rows) -> Result<u64, StoreError> {
    fill(db, |tx| {
        for table in COPIED.iter() {
            for row in &rows[table.name] {
                tx.copy_in(table, row)?;
            }
        }
        Ok(())
    })
}

/// All but how often the house changed, which a copy counts on.
fn comparable(mut rows: Rows) -> Rows {
    for head in rows.get_mut("chain_head").unwrap() {
        head.pop();
    }
    rows
}

#[test]
fn what_is_copied_verifies_on_either_engine_and_is_the_same() {
    on_both(|engine| {
        let db = full(engine);
        let rows = copied(&db);
        assert!(rows.iter().all(|(table, rows)| *table == "audit" || !rows.is_empty()));
        let events = sound(&db);
        on_both(|other| {
            let copy = other.open();
            put_in(&copy, &rows).unwrap();
            assert_eq!(sound(&copy), events);
            assert_eq!(comparable(copied(&copy)), comparable(rows.clone()));
            let board = |db: &Db| db.read(|tx| tx.newest(code(), None, None, 50)).unwrap();
            assert_eq!(format!("{:?}", board(&copy)), format!("{:?}", board(&db)));
            // It goes on living.
            copy.write(code(), |tx| file_one(tx, code(), 77, 1)).wait().unwrap();
            sound(&copy)
        });
        events
    });
}

#[test]
fn what_is_there_is_never_overwritten() {
    on_both(|engine| {
        let db = full(engine);
        let rows = copied(&db);
        assert!(matches!(put_in(&db, &rows), Err(StoreError::Refused(_))));
        assert_eq!(copied(&db), rows);
        sound(&db)
    });
}

#[test]
fn a_copy_that_does_not_fit_together_leaves_nothing() {
    on_both(|engine| {
        let rows = full_rows();
        let mut torn = rows.clone();
        torn.get_mut("vault").unwrap().iter_mut().for_each(|row| drop(row.pop()));
        let mut unread = rows.clone();
        let body = rows["event"][3].len() - 2;
        unread.get_mut("event").unwrap()[3][body] = Value::from("{}");
        let db = engine.open();
        for broken in [torn, unread] {
            assert!(matches!(put_in(&db, &broken), Err(StoreError::Damaged(_))));
            assert!(copied(&db).values().all(Vec::is_empty));
        }
        put_in(&db, &rows).unwrap();
        sound(&db)
    });
}

/// The rows of a full installation.
fn full_rows() -> Rows {
    copied(&full(&Engine::Sqlite(tempfile::TempDir::new().unwrap())))
}

/// Every table and column of the schema is copied, made again from the ledger, or left out on purpose.
#[test]
fn no_table_and_no_column_is_forgotten() {
    let folder = tempfile::TempDir::new().unwrap();
    drop(Db::open_folder(folder.path()).unwrap());
    let schema = rusqlite::Connection::open(folder.path().join("guanjia.db")).unwrap();
    let names = |sql: &str, of: &str| -> Vec<String> {
        let mut rows = schema.prepare(sql).unwrap();
        rows.query_map([of], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let tables =
        names("SELECT name FROM sqlite_master WHERE type = ?1 AND name NOT LIKE 'sqlite_%'", "table");
    assert!(tables.len() > 20, "{tables:?}");
    let made_again = |name: &str| guanjia_store::tables::ALL.iter().any(|table| table.name == name);
    for name in tables.iter().filter(|name| !made_again(name)) {
        // Who signed in before signs in again; and the steps of the schema are the program's own.
        if ["session", "schema_migration"].contains(&name.as_str()) {
            continue;
        }
        let table = COPIED.iter().find(|table| table.name == name);
        let table = table.unwrap_or_else(|| panic!("{name} is not copied"));
        let mut columns = names("SELECT name FROM pragma_table_info(?1)", name);
        // It counts changes for those who read the same database; a copy begins anew.
        columns.retain(|column| (name.as_str(), column.as_str()) != ("chain_head", "work"));
        assert_eq!(table.columns, columns, "{name}");
    }
}
