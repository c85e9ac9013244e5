//! Boards, lists, search, timers and the inbox.

use crate::engines::on_both;
use crate::house::{BUILDING, ESTATE, START, WORKER, act, code, file_one, other_code, request_id, text};
use guanjia_domain::Party;
use guanjia_domain::ids::RequestId;
use guanjia_domain::request::{Command, PhotoPhase};
use guanjia_store::Db;
use guanjia_store::requests::{Listed, PhotoRow};
use guanjia_store::timers::{Notice, Timer};
use guanjia_store::vault::pack;
use uuid::Uuid;

const FILED: u64 = 23;

/// Requests 0 to 22; several share a due time, so that only the id keeps their order.
fn file_some(db: &Db) {
    for n in 0..FILED {
        db.write(code(), move |tx| file_one(tx, code(), n, 1 + n % 3)).wait().unwrap();
        db.write(other_code(), move |tx| file_one(tx, other_code(), n, 1 + n % 3)).wait().unwrap();
    }
}

fn ids(listed: &[Listed]) -> Vec<RequestId> {
    listed.iter().map(|it| it.request.id).collect()
}

#[test]
fn a_board_is_paged_without_gap_or_repeat() {
    on_both(|engine| {
        let db = engine.open();
        file_some(&db);
        db.write(code(), |tx| act(tx, 7, &Command::Void { reason: text() })).wait().unwrap();
        let (mut seen, mut from) = (Vec::new(), None);
        loop {
            let page = db.read(|tx| tx.board(code(), &[ESTATE], from, 5)).unwrap();
            let Some(last) = page.last() else { break };
            from = Some((last.request.due_at(), last.request.id.0));
            seen.extend(page.iter().map(|it| (it.request.due_at(), it.request.id)));
        }
        let mut sorted = seen.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(seen, sorted);
        assert_eq!(seen.len() as u64, FILED - 1);
        let counts = db.read(|tx| tx.counts(code(), ESTATE, START.plus(2 * 3_600_000))).unwrap();
        assert_eq!((counts.open, counts.overdue), (22, 8));
    });
}

#[test]
fn lists_are_paged_by_id_in_both_directions() {
    on_both(|engine| {
        let db = engine.open();
        file_some(&db);
        for estate in [None, Some(ESTATE)] {
            let (mut down, mut before) = (Vec::new(), None);
            while let page @ [.., last] = &db.read(|tx| tx.newest(code(), estate, before, 4)).unwrap()[..] {
                before = Some(last.request.id);
                down.extend(ids(page));
            }
            let (mut up, mut after) = (Vec::new(), None);
            while let page @ [.., last] =
                &db.read(|tx| tx.requests_after(code(), estate, None, after, 4)).unwrap()[..]
            {
                after = Some(last.id);
                up.extend(page.iter().map(|it| it.id));
            }
            down.reverse();
            assert_eq!(up, (0..FILED).map(request_id).collect::<Vec<_>>());
            assert_eq!(up, down);
        }
        let open = db.read(|tx| tx.requests_after(code(), None, Some("accepted"), None, 9)).unwrap();
        assert_eq!(open, []);
        let fifth = db.read(|tx| tx.numbered(code(), 5)).unwrap().unwrap();
        assert_eq!(fifth.request.id, request_id(4));
        assert!(db.read(|tx| tx.numbered(code(), 99)).unwrap().is_none());
    });
}

#[test]
fn work_lies_with_whom_it_was_handed_to() {
    on_both(|engine| {
        let db = engine.open();
        file_some(&db);
        let to = Party::GridWorker(WORKER);
        for n in [3, 5] {
            db.write(code(), move |tx| act(tx, n, &Command::Dispatch { to, words: None })).wait().unwrap();
        }
        db.write(code(), move |tx| act(tx, 5, &Command::Take { by: to })).wait().unwrap();
        assert_eq!(ids(&db.read(|tx| tx.asked_of(code(), to, 9)).unwrap()), [request_id(3)]);
        assert_eq!(ids(&db.read(|tx| tx.handled_by(code(), to, None, 9)).unwrap()), [request_id(5)]);
        db.write(code(), |tx| act(tx, 5, &Command::Void { reason: text() })).wait().unwrap();
        assert!(db.read(|tx| tx.handled_by(code(), to, None, 9)).unwrap().is_empty());
    });
}

#[test]
fn texts_are_found_by_their_tokens() {
    on_both(|engine| {
        let db = engine.open();
        file_some(&db);
        db.write(code(), |tx| {
            tx.index_request(code(), request_id(1), b"a", &pack(&[1, 2, 3]))?;
            tx.index_request(code(), request_id(2), b"b", &pack(&[2, 3, u32::MAX]))
        })
        .wait()
        .unwrap();
        let holding = |tokens: &[u32], before| db.read(|tx| tx.holding(code(), tokens, before, 9)).unwrap();
        assert_eq!(holding(&[2, 3], None), [request_id(2), request_id(1)]);
        assert_eq!(holding(&[2, 3], Some(request_id(2))), [request_id(1)]);
        assert_eq!(holding(&[1, u32::MAX], None), []);
        assert_eq!(db.read(|tx| tx.filed_digest(code(), request_id(2))).unwrap(), Some(b"b".to_vec()));
        let near = db.read(|tx| tx.comparable(code(), ESTATE, Some(BUILDING), None, 9)).unwrap();
        assert_eq!(
            near.iter().map(|it| (it.id, it.tokens.len())).collect::<Vec<_>>(),
            [(request_id(2), 3), (request_id(1), 3)]
        );
        db.write(code(), |tx| {
            (3..=1_100).try_for_each(|n| tx.index_request(code(), request_id(n), b"c", &pack(&[4])))
        })
        .wait()
        .unwrap();
        assert_eq!(holding(&[2, 3], None), [request_id(2), request_id(1)], "beyond the first page");
        assert_eq!(holding(&[4], None).len(), 9);
    });
}

#[test]
fn photos_are_listed_in_order() {
    on_both(|engine| {
        let db = engine.open();
        for n in [1, 0] {
            let phase = if n == 0 { PhotoPhase::Before } else { PhotoPhase::After };
            let photo = PhotoRow { n, phase, file: Uuid::from_u128(n.into()), width: 640, height: 480 };
            db.write(code(), move |tx| tx.add_photo(code(), request_id(1), &photo)).wait().unwrap();
        }
        let photos = db.read(|tx| tx.photos(code(), request_id(1))).unwrap();
        assert_eq!(
            photos.iter().map(|it| (it.n, it.phase)).collect::<Vec<_>>(),
            [(0, PhotoPhase::Before), (1, PhotoPhase::After)]
        );
        assert_eq!(db.read(|tx| tx.listed_files(code())).unwrap().len(), 2);
    });
}

#[test]
fn a_timer_is_worked_off_once() {
    on_both(|engine| {
        let db = engine.open();
        let timer =
            |n: i64| Timer { rings_at: START.plus(n), subject: Uuid::from_u128(1), kind: "overdue".into() };
        db.write(code(), move |tx| {
            for n in [3, 1, 1, 2] {
                tx.set_timer(code(), &timer(n))?;
            }
            Ok::<_, guanjia_store::StoreError>(())
        })
        .wait()
        .unwrap();
        let rung = db.read(|tx| tx.rung(code(), START.plus(2), 9)).unwrap();
        assert_eq!(rung, [timer(1), timer(2)]);
        let taken: Vec<_> =
            (0..4).map(|_| db.write(code(), move |tx| tx.take_timer(code(), &timer(1)))).collect();
        let taken: Vec<_> = taken.into_iter().map(|answer| answer.wait().unwrap()).collect();
        assert_eq!(taken, [true, false, false, false]);
    });
}

#[test]
fn an_inbox_counts_what_is_unread() {
    on_both(|engine| {
        let db = engine.open();
        for n in 0..3u128 {
            let (id, subject) = (Uuid::from_u128(n), Uuid::from_u128(9));
            let notice = Notice { id, at: START, kind: "reported".into(), subject, read_at: None };
            db.write(code(), move |tx| tx.notify(code(), "steward", &notice)).wait().unwrap();
        }
        assert_eq!(db.read(|tx| tx.unread(code(), "steward")).unwrap(), 3);
        assert_eq!(db.read(|tx| tx.unread(code(), "secretary")).unwrap(), 0);
        assert_eq!(db.read(|tx| tx.notices(code(), "steward", 2)).unwrap()[0].id, Uuid::from_u128(2));
        db.write(code(), |tx| tx.mark_read(code(), "steward", START)).wait().unwrap();
        assert_eq!(db.read(|tx| tx.unread(code(), "steward")).unwrap(), 0);
    });
}
