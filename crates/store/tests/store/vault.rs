//! Sealing, and erasing that really erases.

use crate::engines::{Engine, on_both};
use crate::house::{START, code, file_one, other_code, request_id, sound};
use guanjia_domain::request::PhotoPhase;
use guanjia_store::requests::PhotoRow;
use guanjia_store::vault::{pack, unpack};
use guanjia_store::{Key, Kind, Slot, StoreError, Vault};
use proptest::prelude::*;
use uuid::Uuid;

const CANARY: &str = "金丝雀唱歌的夜里路灯不亮";

fn vault() -> Vault {
    Vault::new(&Key::from_bytes([7; 32]))
}

fn slot(n: u32) -> Slot {
    Slot { community: code(), owner: request_id(1).0, kind: Kind::Words, n }
}

proptest! {
    #[test]
    fn what_is_sealed_opens_only_in_its_place(plain in ".{0,60}", at in any::<prop::sample::Index>(), bit in 0u8..8) {
        let vault = vault();
        let sealed = vault.seal(&slot(0), plain.as_bytes()).unwrap();
        prop_assert_eq!(vault.open_text(&slot(0), &sealed).unwrap(), plain.clone());
        prop_assert_ne!(vault.seal(&slot(0), plain.as_bytes()).unwrap(), sealed.clone(), "never the same twice");
        for elsewhere in [
            slot(1),
            Slot { community: other_code(), ..slot(0) },
            Slot { owner: Uuid::from_u128(2), ..slot(0) },
            Slot { kind: Kind::Reporter, ..slot(0) },
        ] {
            prop_assert!(matches!(vault.open(&elsewhere, &sealed), Err(StoreError::WrongKey(_))));
        }
        let other = Vault::new(&Key::from_bytes([8; 32]));
        prop_assert!(matches!(other.open(&slot(0), &sealed), Err(StoreError::WrongKey(_))));
        let mut changed = sealed.clone();
        changed[at.index(sealed.len())] ^= 1 << bit;
        prop_assert!(vault.open(&slot(0), &changed).is_err());
        prop_assert!(vault.open(&slot(0), &sealed[..at.index(sealed.len())]).is_err());
    }

    #[test]
    fn packed_tokens_come_back(tokens in prop::collection::vec(any::<u32>(), 0..80)) {
        prop_assert_eq!(unpack(&pack(&tokens)), tokens);
    }
}

#[test]
fn tokens_of_one_community_say_nothing_about_another() {
    let vault = vault();
    let tokens = |community| vault.index().tokens(community, CANARY);
    assert_eq!(tokens(code()), tokens(code()));
    assert!(tokens(code()).is_sorted_by(|a, b| a < b));
    assert!(tokens(code()).iter().all(|token| !tokens(other_code()).contains(token)));
    let value = |community, kind| vault.index().value(community, kind, "13800000000");
    assert_eq!(value("140109013001", "phone"), value("140109013001", "phone"));
    assert_ne!(value("140109013001", "phone"), value("140109013002", "phone"));
    assert_ne!(value("140109013001", "phone"), value("140109013001", "name"));
    assert_ne!(value("14", "0phone"), value("140", "phone"), "no part borrows from its neighbour");
}

#[test]
fn a_key_is_made_once_and_asked_for_after() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("key");
    assert!(matches!(Key::find(&file, true), Err(StoreError::WrongKey(_))), "data without their key");
    let made = Key::find(&file, false).unwrap();
    let sealed = Vault::new(&made).seal(&slot(0), b"plain").unwrap();
    let found = Key::find(&file, true).unwrap();
    assert_eq!(Vault::new(&found).open(&slot(0), &sealed).unwrap(), b"plain");
    std::fs::write(&file, "no key").unwrap();
    assert!(matches!(Key::find(&file, true), Err(StoreError::WrongKey(_))));
}

/// Files a request whose words, reporter, tokens and photo stand in the vault, then something that stays.
fn fill(engine: &Engine) -> guanjia_store::Db {
    let (db, vault) = (engine.open(), vault());
    let sealed = |kind, n| {
        let slot = Slot { kind, n, ..slot(0) };
        (slot, vault.seal(&slot, CANARY.as_bytes()).unwrap())
    };
    let items = [sealed(Kind::Words, 0), sealed(Kind::Words, 1), sealed(Kind::Reporter, 0)];
    let tokens = pack(&vault.index().tokens(code(), CANARY));
    let phone = vault.index().value(code().as_str(), "phone", "13800000000");
    db.write(code(), move |tx| {
        for n in [1, 2] {
            file_one(tx, code(), n, 24)?;
            tx.index_request(code(), request_id(n), b"digest", &tokens)?;
            tx.remember_contact(code(), &phone, "request", request_id(n).0)?;
        }
        for (slot, sealed) in &items {
            tx.keep(slot, sealed)?;
        }
        let photo =
            PhotoRow { n: 0, phase: PhotoPhase::Before, file: Uuid::from_u128(77), width: 1, height: 1 };
        tx.add_photo(code(), request_id(1), &photo)
    })
    .wait()
    .unwrap();
    db
}

#[test]
fn erasing_leaves_the_chain_and_nothing_else() {
    on_both(|engine| {
        let db = fill(engine);
        let events = sound(&db);
        let files = db.write(code(), |tx| tx.erase_owner(code(), request_id(1).0)).wait().unwrap();
        assert_eq!(files, [Uuid::from_u128(77)]);
        let phone = vault().index().value(code().as_str(), "phone", "13800000000");
        db.read(|tx| {
            assert_eq!(tx.kept_of(code(), request_id(1).0, Kind::Words)?, []);
            assert_eq!(tx.kept_of(code(), request_id(1).0, Kind::Reporter)?, []);
            assert_eq!(tx.filed_digest(code(), request_id(1))?, None);
            assert!(tx.photos(code(), request_id(1))?.is_empty());
            assert_eq!(tx.owners_of(code(), &phone)?, [("request".to_owned(), request_id(2).0)]);
            assert!(tx.filed_digest(code(), request_id(2))?.is_some(), "others stay");
            Ok::<_, StoreError>(())
        })
        .unwrap();
        assert_eq!(sound(&db), events);
        (events, START)
    });
}

/// Neither the words nor, once erased, what was sealed of them stand in any file of the database.
#[test]
fn no_file_holds_the_words() {
    let engine = Engine::Sqlite(tempfile::tempdir().unwrap());
    let db = fill(&engine);
    let sealed = db.read(|tx| tx.kept(&slot(0))).unwrap().unwrap();
    assert!(!stands_in(&engine, CANARY.as_bytes()));
    assert!(stands_in(&engine, &sealed), "the search finds what is there");
    db.write(code(), |tx| tx.erase_owner(code(), request_id(1).0)).wait().unwrap();
    drop(db);
    // What was written before stands in the write-ahead log until it is taken over into the file.
    engine.tamper("PRAGMA wal_checkpoint(TRUNCATE)");
    assert!(!stands_in(&engine, CANARY.as_bytes()));
    assert!(!stands_in(&engine, &sealed));
}

/// Whether bytes stand in a row in any file of the embedded database, in UTF-8 or whatever they are.
fn stands_in(engine: &Engine, bytes: &[u8]) -> bool {
    let files = std::fs::read_dir(engine.folder().unwrap()).unwrap();
    files
        .map(|file| std::fs::read(file.unwrap().path()).unwrap())
        .any(|content| content.windows(bytes.len()).any(|window| window == bytes))
}
