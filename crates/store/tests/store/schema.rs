//! Migrations.

use crate::engines::on_both;
use crate::house::{found, sound};
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
        engine.tamper("UPDATE schema_migration SET number = 99, name = 'future'");
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
