//! What readers keep of the house: shared between them, and gone as soon as anybody changes it, on any server.

use crate::engines::on_both;
use crate::house::{ESTATE, OFFICER, code, event, facts, file_one, found};
use guanjia_domain::{HouseEvent, Moment, Subject};
use guanjia_store::timers::Notice;
use guanjia_store::{Db, Kind, Slot, StoreError, Tx};
use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

const AT: Moment = Moment(1_800_000_000_000);

fn names(db: &Db) -> Vec<String> {
    let names = db.read(|tx| tx.estate_names(code())).unwrap();
    names.iter().map(|(_, name)| name.clone()).collect()
}

fn rename(db: &Db, name: &'static str) {
    let changed = event(AT, Subject::Estate(ESTATE), HouseEvent::EstateChanged { facts: facts(name) });
    db.write(code(), move |tx| -> Result<(), StoreError> {
        let before = tx.entity(code(), Subject::Estate(ESTATE))?;
        tx.record(code(), before, std::slice::from_ref(&changed)).map(drop)
    })
    .wait()
    .unwrap();
}

#[test]
fn a_change_on_another_server_is_seen_at_once() {
    on_both(|engine| {
        let (here, elsewhere) = (engine.open(), engine.open());
        found(&here);
        let old = names(&here);
        rename(&elsewhere, "改名小区");
        assert_ne!(names(&here), old);
        assert!(names(&here).contains(&"改名小区".to_owned()));
        assert_eq!(names(&here), names(&elsewhere));
        names(&here)
    });
}

#[test]
fn what_is_known_is_not_asked_again_until_the_house_changes() {
    on_both(|engine| {
        let db = engine.open();
        found(&db);
        let asked = Cell::new(0);
        let ask = || {
            db.read(|tx| {
                tx.of_the_house("a question", code(), b"1", |_| {
                    asked.set(asked.get() + 1);
                    Ok::<_, StoreError>(asked.get())
                })
            })
            .map(|answer| *answer)
            .unwrap()
        };
        assert_eq!((ask(), ask()), (1, 1));
        db.write(code(), |tx| file_one(tx, code(), 1, 1)).wait().unwrap();
        assert_eq!(ask(), 1, "a request changes nothing in the house");
        let slot = Slot { community: code(), owner: OFFICER.0, kind: Kind::Person, n: 0 };
        db.write(code(), move |tx| tx.keep(&slot, b"sealed")).wait().unwrap();
        assert_eq!(ask(), 2, "another name in the vault");
        db.write(code(), move |tx| tx.erase_owner(code(), OFFICER.0).map(drop)).wait().unwrap();
        assert_eq!(ask(), 3, "a name erased");
        guanjia_store::verify::rebuild(&db).unwrap();
        assert_eq!(ask(), 4, "tables made anew");
        asked.get()
    });
}

#[test]
fn a_writer_sees_what_it_has_just_changed() {
    on_both(|engine| {
        let db = engine.open();
        found(&db);
        let changed =
            event(AT, Subject::Estate(ESTATE), HouseEvent::EstateChanged { facts: facts("新名小区") });
        let seen = db
            .write(code(), move |tx| -> Result<_, StoreError> {
                let before = tx.estate_names(code())?;
                let estate = tx.entity(code(), Subject::Estate(ESTATE))?;
                tx.record(code(), estate, std::slice::from_ref(&changed))?;
                Ok((before, tx.estate_names(code())?))
            })
            .wait()
            .unwrap();
        assert_ne!(seen.0, seen.1);
        format!("{seen:?}")
    });
}

#[test]
fn what_was_filed_told_or_read_on_another_server_is_seen_at_once() {
    on_both(|engine| {
        let (here, elsewhere) = (engine.open(), engine.open());
        found(&here);
        let seen = || {
            here.read(|tx| {
                let pressing = tx.pressing(code(), &[ESTATE], None, 50)?.len();
                let counts = tx.counts(code(), ESTATE, Moment(i64::MAX))?;
                Ok::<_, StoreError>((pressing, counts.open, counts.overdue, tx.unread(code(), "secretary")?))
            })
            .unwrap()
        };
        assert_eq!(seen(), (0, 0, 0, 0));
        elsewhere.write(code(), |tx| file_one(tx, code(), 1, 1)).wait().unwrap();
        assert_eq!(seen(), (1, 1, 1, 0));
        let notice = Notice {
            id: Uuid::from_u128(7),
            at: AT,
            kind: "due_soon".into(),
            subject: ESTATE.0,
            read_at: None,
        };
        elsewhere.write(code(), move |tx| tx.notify(code(), "secretary", &notice)).wait().unwrap();
        assert_eq!(seen(), (1, 1, 1, 1));
        elsewhere.write(code(), |tx| tx.mark_read(code(), "secretary", AT)).wait().unwrap();
        assert_eq!(seen(), (1, 1, 1, 0));
        seen()
    });
}

#[test]
fn work_is_not_read_again_until_it_changes_and_a_writer_always_reads() {
    on_both(|engine| {
        let db = engine.open();
        found(&db);
        let asked = Arc::new(AtomicU64::new(0));
        let count = Arc::clone(&asked);
        let ask = move |tx: &mut Tx| {
            tx.of_the_work("a question", code(), b"1", |_| {
                Ok::<_, StoreError>(count.fetch_add(1, Ordering::SeqCst) + 1)
            })
            .map(|answer| *answer)
        };
        let read = || db.read(&ask).unwrap();
        assert_eq!((read(), read()), (1, 1));
        rename(&db, "另名小区");
        assert_eq!(read(), 2, "every event counts");
        let writing = ask.clone();
        let written = db.write(code(), move |tx| Ok::<_, StoreError>((writing(tx)?, writing(tx)?)));
        assert_eq!(written.wait().unwrap(), (3, 4));
        assert_eq!(read(), 2, "nothing was changed");
        asked.load(Ordering::SeqCst)
    });
}
