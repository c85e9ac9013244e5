//! Group commit: what waits together is stored together, and what fails fails alone.

use crate::engines::on_both;
use crate::house::{ESTATE, claim, code, file_one, found, other_code, request_id, sound};
use guanjia_domain::claim::EstateClaimed;
use guanjia_domain::{Entity, Event, HouseEvent, Subject};
use guanjia_store::{Answer, Db, Kind, Location, Result, Slot, StoreError};
use std::time::Duration;
use uuid::Uuid;

/// Keeps the writer busy, so that what is handed in now waits together.
fn occupy(db: &Db) -> Answer<(), StoreError> {
    db.write(code(), |_| {
        std::thread::sleep(Duration::from_millis(100));
        Ok(())
    })
}

fn numbers(db: &Db, from: impl IntoIterator<Item = u64>) -> Vec<Option<u64>> {
    let requests = |id| db.read(|tx| tx.request(code(), request_id(id))).unwrap();
    from.into_iter().map(|id| requests(id).map(|request| request.number)).collect()
}

fn slot(n: u32) -> Slot {
    Slot { community: code(), owner: Uuid::from_u128(7), kind: Kind::Words, n }
}

/// Whoever closes a database may rename its file at once: a restore does.
#[test]
fn a_closed_database_lets_its_file_go() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..20 {
        let file = folder.path().join(format!("{n}.db"));
        let db = Db::open(Location::File(file.clone())).unwrap();
        found(&db);
        // Nobody waits for the answer.
        drop(occupy(&db));
        drop(db);
        guanjia_store::engine::sqlite::merge_log(&file).unwrap();
    }
}

#[test]
fn sixty_four_file_at_once() {
    on_both(|engine| {
        let db = engine.open();
        let mut given: Vec<u64> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..64u64)
                .map(|thread| {
                    let db = db.clone();
                    scope.spawn(move || {
                        let file =
                            |k| db.write(code(), move |tx| file_one(tx, code(), thread * 8 + k, 24)).wait();
                        (0..8).map(|k| file(k).unwrap().number).collect::<Vec<_>>()
                    })
                })
                .collect();
            threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
        });
        given.sort_unstable();
        assert_eq!(given, (1..=512).collect::<Vec<_>>(), "every number once");
        assert_eq!(sound(&db), 512);
    });
}

#[test]
fn communities_written_at_once_do_not_mix() {
    on_both(|engine| {
        let db = engine.open();
        let waiting: Vec<_> = (0..20)
            .map(|n| {
                let community = if n % 2 == 0 { code() } else { other_code() };
                db.write(community, move |tx| file_one(tx, community, n, 24))
            })
            .collect();
        let mut changed = db.changes();
        let given: Vec<_> = waiting.into_iter().map(|answer| answer.wait().unwrap().number).collect();
        assert_eq!(given, (0..20).map(|n| n / 2 + 1).collect::<Vec<_>>());
        db.write(other_code(), |tx| file_one(tx, other_code(), 99, 24)).wait().unwrap();
        assert!(std::iter::from_fn(|| changed.try_recv().ok()).any(|community| community == other_code()));
        sound(&db)
    });
}

/// A command that breaks off, one way or another, after its first change.
fn breaks_off(how: &'static str) -> impl Fn(&Db) -> Answer<(), StoreError> {
    move |db| {
        db.write(code(), move |tx| {
            file_one(tx, code(), 50, 24)?;
            assert!(how != "panic", "on purpose");
            Err(StoreError::Refused(how.into()))
        })
    }
}

#[test]
fn a_command_that_breaks_off_is_alone_with_it() {
    for how in ["refused", "panic"] {
        on_both(|engine| {
            let db = engine.open();
            let busy = occupy(&db);
            let before: Vec<_> =
                (0..3).map(|n| db.write(code(), move |tx| file_one(tx, code(), n, 24))).collect();
            let broken = breaks_off(how)(&db);
            let after: Vec<_> =
                (3..6).map(|n| db.write(code(), move |tx| file_one(tx, code(), n, 24))).collect();
            busy.wait().unwrap();
            assert!(broken.wait().is_err());
            for answer in before.into_iter().chain(after) {
                answer.wait().unwrap();
            }
            assert_eq!(numbers(&db, [50]), [None]);
            assert_eq!(sound(&db), 6);
            numbers(&db, 0..6)
        });
    }
}

/// Nothing is left of a command that was refused, not even a gap in the numbers.
#[test]
fn a_refused_command_leaves_nothing() {
    on_both(|engine| {
        let db = engine.open();
        let busy = occupy(&db);
        let refused = db.write(code(), |tx| -> Result<()> {
            tx.next_request_number(code())?;
            Err(StoreError::Refused("no".into()))
        });
        let filed = db.write(code(), |tx| file_one(tx, code(), 1, 24));
        busy.wait().unwrap();
        assert!(refused.wait().is_err());
        assert_eq!(filed.wait().unwrap().number, 1);
        let alone = db.write(code(), |tx| -> Result<()> {
            tx.next_request_number(code())?;
            Err(StoreError::Refused("no".into()))
        });
        assert!(alone.wait().is_err());
        assert_eq!(db.write(code(), |tx| file_one(tx, code(), 2, 24)).wait().unwrap().number, 2);
        sound(&db)
    });
}

/// An engine may tell of a failed change only at the next question, which is another command's. Whoever is told
/// "stored" has been stored all the same.
#[test]
fn the_failure_of_one_is_not_the_answer_of_another() {
    on_both(|engine| {
        let db = engine.open();
        let index =
            |id| move |tx: &mut guanjia_store::Tx| tx.index_request(code(), request_id(id), b"digest", b"");
        db.write(code(), index(1)).wait().unwrap();

        let busy = occupy(&db);
        let twice = db.write(code(), index(1));
        let careless = db.write(code(), |tx| -> Result<()> {
            let _whatever = tx.filed_digest(code(), request_id(3));
            Ok(())
        });
        let fine = db.write(code(), |tx| {
            assert_eq!(tx.kept(&slot(9))?, None);
            tx.keep(&slot(0), b"sealed")
        });
        busy.wait().unwrap();
        assert!(matches!(twice.wait(), Err(StoreError::Refused(_))));
        assert_eq!(careless.wait().map_err(|error| error.to_string()), Ok(()));
        fine.wait().unwrap();
        assert_eq!(db.read(|tx| tx.kept(&slot(0))).unwrap(), Some(b"sealed".to_vec()));
    });
}

#[test]
fn a_reader_that_panics_gives_its_connection_back() {
    on_both(|engine| {
        let db = engine.open();
        for _ in 0..20 {
            let panicking = std::panic::AssertUnwindSafe(|| {
                db.read(|tx| -> Result<()> {
                    tx.communities()?;
                    panic!("on purpose")
                })
            });
            assert!(std::panic::catch_unwind(panicking).is_err());
        }
        db.read(|tx| tx.unread(code(), "steward")).unwrap()
    });
}

/// A reader sees one moment, whatever is written meanwhile.
#[test]
fn a_reader_sees_a_snapshot() {
    on_both(|engine| {
        let db = engine.open();
        db.write(code(), |tx| file_one(tx, code(), 1, 24)).wait().unwrap();
        db.read(|tx| {
            let before = tx.requests_after(code(), None, None, None, 9)?.len();
            db.write(code(), |tx| file_one(tx, code(), 2, 24)).wait()?;
            assert_eq!(tx.requests_after(code(), None, None, None, 9)?.len(), before);
            Ok::<_, StoreError>(())
        })
        .unwrap();
        assert_eq!(db.read(|tx| tx.requests_after(code(), None, None, None, 9)).unwrap().len(), 2);
    });
}

/// Two put a claim on the same estate from the same moment: exactly one has it.
#[test]
fn of_two_claims_from_the_same_moment_one_holds() {
    on_both(|engine| {
        let db = engine.open();
        found(&db);
        let starts_at = crate::house::START.plus(1_000);
        let put = |steward| {
            db.write(code(), move |tx| {
                let claims = tx.claims(code(), ESTATE)?.unwrap();
                let Ok(event) = claims.decide_start(claim(starts_at, steward), crate::house::START) else {
                    return Ok::<_, StoreError>(false);
                };
                let subject = Subject::Estate(ESTATE);
                let body = HouseEvent::Claimed(EstateClaimed { ..event }).into();
                let before: Option<Entity> = tx.entity(code(), subject)?;
                let actor = crate::house::secretary();
                tx.record(code(), before, &[Event { at: crate::house::START, actor, subject, body }])?;
                Ok(true)
            })
        };
        for round in 0..2 {
            let busy = occupy(&db);
            let answers = [put(crate::house::OFFICER), put(crate::house::SECRETARY)];
            busy.wait().unwrap();
            let held = answers.into_iter().map(|answer| answer.wait().unwrap());
            assert_eq!(held.filter(|held| *held).count(), usize::from(round == 0));
        }
        assert_eq!(db.read(|tx| tx.claims(code(), ESTATE)).unwrap().unwrap().iter().count(), 2);
        sound(&db)
    });
}

/// Two servers on one database: the chain stays one.
#[test]
fn two_servers_share_one_chain() {
    on_both(|engine| {
        let servers = [engine.open(), engine.open()];
        std::thread::scope(|scope| {
            for (server, db) in servers.iter().enumerate() {
                scope.spawn(move || {
                    for n in 0..30 {
                        let id = server as u64 * 1_000 + n;
                        db.write(code(), move |tx| file_one(tx, code(), id, 24)).wait().unwrap();
                    }
                });
            }
        });
        let last = servers[0].write(code(), |tx| file_one(tx, code(), 5_000, 24)).wait().unwrap();
        assert_eq!(last.number, 61);
        sound(&servers[1])
    });
}
