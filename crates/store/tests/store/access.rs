//! Accounts, sign-in names, sessions, links and the access log.

use crate::engines::on_both;
use crate::house::{START, code, other_code, secretary, sound};
use guanjia_store::access::{Access, AccessFilter, Holder, Link, LinkKind, Session};
use guanjia_store::{Db, StoreError};
use uuid::Uuid;

const ANNA: Holder = Holder::Staff(Uuid::from_u128(1));
const BERT: Holder = Holder::Staff(Uuid::from_u128(2));

#[test]
fn a_sign_in_name_belongs_to_the_first() {
    on_both(|engine| {
        let db = engine.open();
        let take = |community, holder| {
            db.write(community, move |tx| tx.take_sign_in_name(b"name", community, holder))
        };
        let answers: Vec<_> =
            (0..20).map(|n| if n % 2 == 0 { take(code(), ANNA) } else { take(other_code(), BERT) }).collect();
        let taken: Vec<bool> = answers.into_iter().map(|answer| answer.wait().unwrap()).collect();
        assert_eq!(taken, (0..20).map(|n| n % 2 == 0).collect::<Vec<_>>());
        assert_eq!(db.read(|tx| tx.sign_in_name(b"name")).unwrap(), Some((code(), ANNA)));
    });
}

#[test]
fn a_sign_in_name_raced_for_on_two_servers_has_one_holder() {
    on_both(|engine| {
        let servers = [engine.open(), engine.open()];
        let winners = std::thread::scope(|scope| {
            let race = |db: &Db, community, holder| {
                let answer = db.write(community, move |tx| tx.take_sign_in_name(b"name", community, holder));
                scope.spawn(move || answer.wait().unwrap())
            };
            let runs = [race(&servers[0], code(), ANNA), race(&servers[1], other_code(), BERT)];
            runs.into_iter().filter_map(|run| run.join().unwrap().then_some(())).count()
        });
        assert_eq!(winners, 1);
    });
}

fn link() -> Link {
    Link { subject: Uuid::from_u128(5), holder: Some(ANNA.id()), ends_at: Some(START), used_at: None }
}

#[test]
fn a_link_is_used_once_however_many_try() {
    on_both(|engine| {
        let db = engine.open();
        db.write(code(), |tx| tx.keep_link(code(), "secret", LinkKind::Invitation, &link(), START))
            .wait()
            .unwrap();
        let used = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..50)
                .map(|_| {
                    scope
                        .spawn(|| db.write(code(), |tx| tx.use_link(code(), "secret", START)).wait().unwrap())
                })
                .collect();
            threads.into_iter().filter_map(|thread| thread.join().unwrap().then_some(())).count()
        });
        assert_eq!(used, 1);
        let kept = db.read(|tx| tx.link(code(), "secret", LinkKind::Invitation)).unwrap().unwrap();
        assert_eq!((kept.subject, kept.holder, kept.used_at), (link().subject, link().holder, Some(START)));
    });
}

#[test]
fn a_link_is_known_by_secret_kind_and_community() {
    on_both(|engine| {
        let db = engine.open();
        db.write(code(), |tx| tx.keep_link(code(), "secret", LinkKind::Resident, &link(), START))
            .wait()
            .unwrap();
        let found =
            |community, secret: &str, kind| db.read(|tx| tx.link(community, secret, kind)).unwrap().is_some();
        assert!(found(code(), "secret", LinkKind::Resident));
        assert!(!found(code(), "Secret", LinkKind::Resident));
        assert!(!found(code(), "secret", LinkKind::Handler));
        assert!(!found(other_code(), "secret", LinkKind::Resident));
        db.write(code(), |tx| tx.end_links(code(), link().subject, LinkKind::Resident)).wait().unwrap();
        assert!(!found(code(), "secret", LinkKind::Resident));
    });
}

#[test]
fn a_closed_account_has_no_session_and_no_link() {
    on_both(|engine| {
        let db = engine.open();
        let session = Session {
            holder: ANNA,
            csrf: "csrf".into(),
            created_at: START,
            seen_at: START,
            device: String::new(),
        };
        let begun = session.clone();
        db.write(code(), move |tx| {
            tx.keep_account(code(), ANNA, Some("hash"), false)?;
            tx.begin_session(code(), "cookie", &begun)?;
            tx.keep_link(code(), "token", LinkKind::Api, &link(), START)?;
            tx.touch_session(code(), "cookie", START.plus(5))
        })
        .wait()
        .unwrap();
        let known = db.read(|tx| tx.session(code(), "cookie")).unwrap().unwrap();
        assert_eq!((known.holder, known.csrf, known.seen_at), (ANNA, session.csrf, START.plus(5)));
        assert_eq!(db.read(|tx| tx.account(code(), ANNA.id())).unwrap(), Some(Some("hash".into())));

        db.write(code(), |tx| tx.close_account(code(), ANNA.id())).wait().unwrap();
        assert!(db.read(|tx| tx.session(code(), "cookie")).unwrap().is_none());
        assert!(db.read(|tx| tx.link(code(), "token", LinkKind::Api)).unwrap().is_none());
        assert_eq!(db.read(|tx| tx.account(code(), ANNA.id())).unwrap(), None);
    });
}

#[test]
fn the_access_log_is_read_from_its_end() {
    on_both(|engine| {
        let db = engine.open();
        for n in 0..5u128 {
            let entry = Access {
                at: START,
                actor: secretary(),
                action: "reveal".into(),
                object: Uuid::from_u128(n),
                detail: "phone".into(),
            };
            db.write(code(), move |tx| tx.log_access(code(), &entry)).wait().unwrap();
        }
        let page = |before| -> Result<_, StoreError> {
            db.read(|tx| tx.accesses(code(), &AccessFilter::default(), before, 2))
        };
        let newest = page(None).unwrap();
        assert_eq!(
            newest.iter().map(|(seq, it)| (*seq, it.object.as_u128())).collect::<Vec<_>>(),
            [(5, 4), (4, 3)]
        );
        assert_eq!(page(Some(4)).unwrap()[0].0, 3);
        sound(&db);
    });
}
