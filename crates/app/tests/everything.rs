//! Everything out of the house in clear, and into an empty one: nothing is lost, whatever the engine and the key.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

#[path = "../../store/tests/support/postgres.rs"]
mod postgres;

use guanjia_app::access::{Passwords, SignIn};
use guanjia_app::demo::{self, DemoPlan};
use guanjia_app::everything::{self, Leaving, LeavingError};
use guanjia_app::{App, Result, SystemClock};
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Moment, Role};
use guanjia_store::access::{Holder, Link, LinkKind};
use guanjia_store::copy::COPIED;
use guanjia_store::files::Size;
use guanjia_store::value::Value;
use guanjia_store::verify::verify;
use guanjia_store::{Kind, Slot, Tx, tables};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;
use uuid::Uuid;

/// A Saturday evening in autumn.
const END: Moment = Moment(1_795_262_400_000);
const PHOTO: Uuid = Uuid::from_u128(5);

const PASSWORD: &str = "晋祠路的桥有七个洞吗";
/// Kinds of links that let somebody in.
const IN_BY_LINK: [&str; 4] = ["api", "invitation", "second_step", "view"];

struct House {
    folder: TempDir,
    app: App,
}

impl House {
    fn full(server: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let plan = DemoPlan { end: END, seed: 1 };
        let (app, cast) = demo::open(folder.path(), server, plan, &mut |_, _| {}).unwrap();
        let community = cast.community();
        app.files.write(community, PHOTO, b"a photo", b"small").unwrap();
        let request = app.db.read(|tx| tx.newest(community, None, None, 1)).unwrap()[0].request.id;
        let row = [
            Value::from(community),
            Value::from(request.0),
            Value::Int(0),
            Value::from("before"),
            Value::from(PHOTO),
            Value::Int(4),
            Value::Int(3),
        ];
        let photos = COPIED.iter().find(|table| table.name == "photo").unwrap();
        app.db.write(community, move |tx| tx.copy_in(photos, &row)).wait().unwrap();
        for kind in [LinkKind::Invitation, LinkKind::SecondStep, LinkKind::Api, LinkKind::View] {
            let link = Link { subject: PHOTO, holder: Some(PHOTO), ends_at: None, used_at: None };
            let keep = move |tx: &mut Tx| tx.keep_link(community, kind.name(), kind, &link, END);
            app.db.write(community, keep).wait().unwrap();
        }
        Self { folder, app }
    }

    fn leave(&self, name: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        let leaving = Leaving { community: None, reason: "换系统".into() };
        everything::write(&self.app, &path, &leaving, &mut |_| {}).unwrap();
        path
    }
}

fn communities(app: &App) -> Vec<CommunityCode> {
    let all = app.db.read(|tx| -> Result<_> { Ok(tx.communities()?) }).unwrap();
    all.into_iter().map(|(code, _)| code).collect()
}

type Dump = BTreeMap<String, BTreeSet<String>>;

/// Every row of every table; of the vault what is sealed, and of what is bound to the key only with the same key.
fn dump(app: &App, same_key: bool) -> Dump {
    let mut dump = Dump::new();
    let gone = ["sign_in_name", "account", "account_guard", "second_factor", "recovery_code"];
    for table in COPIED.iter().filter(|table| !gone.contains(&table.name)) {
        let of_key = ["search_entry", "contact"].contains(&table.name);
        if of_key && !same_key {
            continue;
        }
        let rows = dump.entry(table.name.to_owned()).or_default();
        app.db
            .read(|tx| {
                tx.copy_out(table, |row| {
                    rows.extend(line(app, table.name, row));
                    Ok(())
                })
            })
            .unwrap();
    }
    for code in communities(app) {
        for table in tables::ALL.iter() {
            let rows = app.db.read(|tx| {
                tx.query(table.scan, &[Value::from(code)], |row| {
                    (0..table.columns.len())
                        .map(|at| row.value(at))
                        .collect::<std::result::Result<Vec<_>, _>>()
                })
            });
            let lines = rows.unwrap().into_iter().map(|row| format!("{code} {row:?}"));
            dump.entry(format!("read {}", table.name)).or_default().extend(lines);
        }
    }
    dump
}

/// A row as it is compared; `None` for what is meant to stay behind.
fn line(app: &App, table: &str, row: &[Value]) -> Option<String> {
    match (table, row) {
        (
            "vault",
            [Value::Text(code), Value::Blob(owner), Value::Text(kind), Value::Int(n), Value::Blob(sealed)],
        ) => {
            let kind = Kind::of_name(kind).unwrap();
            let owner = Uuid::from_slice(owner).unwrap();
            let slot = Slot { community: code.parse().unwrap(), owner, kind, n: u32::try_from(*n).unwrap() };
            let plain = app.vault.open(&slot, sealed).unwrap();
            // The order of an object's members means nothing.
            let said = serde_json::from_slice::<serde_json::Value>(&plain)
                .map_or_else(|_| format!("{plain:?}"), |value| value.to_string());
            Some(format!("{code} {owner} {kind:?} {n} {said}"))
        }
        // The last number only says that what was read of the house before is to be read again.
        ("chain_head", [rest @ .., _]) => Some(format!("{rest:?}")),
        ("search_entry", [code, request, _, tokens]) => Some(format!("{code:?} {request:?} {tokens:?}")),
        // Whoever has joined is told apart by their link, which the new house does not know.
        ("contact", [_, _, Value::Text(kind), _]) if kind == "join" => None,
        ("link", [_, _, Value::Text(kind), ..]) if IN_BY_LINK.contains(&kind.as_str()) => None,
        (_, row) => Some(format!("{row:?}")),
    }
}

/// Takes the file in; with the key of the house where that is given.
fn taken_in(file: &Path, key_of: Option<&House>, server: Option<&str>) -> (App, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    if let Some(house) = key_of {
        std::fs::copy(house.folder.path().join("guanjia.key"), folder.path().join("guanjia.key")).unwrap();
    }
    let done = everything::bring_in(file, folder.path(), server, Arc::new(SystemClock), &mut |_| {}).unwrap();
    let app = App::open(folder.path(), server, Arc::new(SystemClock)).unwrap();
    let (photo, mut shown) = (COPIED.iter().find(|table| table.name == "photo").unwrap(), 0);
    let count = |tx: &mut Tx| {
        tx.copy_out(photo, |_| {
            shown += 1;
            Ok(())
        })
    };
    app.db.read(count).unwrap();
    assert!(shown > 0 && done.photos == shown, "{} photos of {shown}", done.photos);
    assert_eq!(verify(&app.db, &mut |_| {}).unwrap().fault, None);
    (app, folder)
}

/// Whoever works there has an account without a password; those who left have a closed one.
fn everybody_is_invited_again(app: &App) {
    let passwords = Passwords::new().unwrap();
    for code in communities(app) {
        let program = Principal::plain(Role::System, code, None);
        let (staff, bodies) =
            app.db.read(|tx| -> Result<_> { Ok((tx.staff(code)?, tx.organisations(code)?)) }).unwrap();
        let staff = staff.into_iter().map(|it| (Holder::Staff(it.id.0), it.left));
        let bodies = bodies.into_iter().map(|it| (Holder::Organisation(it.id.0), it.left));
        for (holder, left) in staff.chain(bodies) {
            let invited = app.invite(&program, code, holder, false);
            assert_eq!(invited.is_ok(), !left, "{holder:?}");
            let Ok(secret) = invited else { continue };
            let name = holder.id().to_string();
            let done = app.accept_invitation(&passwords, code, &secret, &name, PASSWORD, "phone");
            assert!(matches!(done, Ok(SignIn::In(_))), "{holder:?}: {done:?}");
        }
    }
}

fn assert_same(one: &Dump, other: &Dump) {
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (name, rows) in one {
        let (lost, more): (Vec<_>, Vec<_>) =
            (rows.difference(&other[name]).collect(), other[name].difference(rows).collect());
        assert!(lost.is_empty() && more.is_empty(), "{name}: lost {lost:#?}, more {more:#?}");
        assert!(
            !rows.is_empty() || !["event", "vault", "contact", "read request"].contains(&name.as_str()),
            "{name}"
        );
    }
}

fn is_lossless(from: Option<&str>, to: Option<&str>) {
    let house = House::full(from);
    let file = house.leave("alles.zip");
    let (app, _folder) = taken_in(&file, Some(&house), to);
    assert_same(&dump(&house.app, true), &dump(&app, true));
    let code = communities(&app).into_iter().find(|it| it.as_str().len() == 12).unwrap();
    assert_eq!(app.files.read(code, PHOTO, Size::Full).unwrap().as_deref(), Some(b"a photo".as_slice()));
    // And out again, and in under another key.
    let again = house.folder.path().join("again.zip");
    let leaving = Leaving { community: None, reason: "再换".into() };
    everything::write(&app, &again, &leaving, &mut |_| {}).unwrap();
    let (other, _folder) = taken_in(&again, None, None);
    assert_same(&dump(&app, false), &dump(&other, false));
    assert_eq!(dump(&app, true)["contact"].len(), dump(&other, true)["contact"].len());
    everybody_is_invited_again(&app);
    // Residents' links are made from the key, and live as long as it.
    let request = app.db.read(|tx| tx.newest(code, None, None, 1)).unwrap()[0].request.id;
    let link = house.app.resident_link(code, request, None);
    let opens = |app: &App| app.db.read(|tx| app.open_resident_link(tx, code, &link)).is_ok();
    assert!(opens(&app) && !opens(&other));
}

#[test]
fn an_empty_house_becomes_the_same_one() {
    is_lossless(None, None);
}

#[test]
fn and_on_the_other_engine() {
    if let (Some(from), Some(to)) = (postgres::database_url(), postgres::database_url()) {
        is_lossless(None, Some(&to));
        is_lossless(Some(&from), None);
    }
}

#[test]
fn it_is_read_without_a_key_and_asks_why() {
    let house = House::full(None);
    let path = house.folder.path().join("a.zip");
    let leaving = |reason: &str| Leaving { community: None, reason: reason.into() };
    assert!(everything::write(&house.app, &path, &leaving(" "), &mut |_| {}).is_err());
    assert!(!path.exists());
    let file = house.leave("b.zip");
    let mut archive = zip::ZipArchive::new(std::fs::File::open(&file).unwrap()).unwrap();
    let mut texts = String::new();
    archive.by_name("texts.jsonl").unwrap().read_to_string(&mut texts).unwrap();
    assert!(texts.contains("换系统"), "the reason travels with it");
    assert!(texts.contains("书记") || texts.contains("\"name\""));
    let mut links = String::new();
    archive.by_name("tables/link.jsonl").unwrap().read_to_string(&mut links).unwrap();
    for kind in IN_BY_LINK {
        assert!(!links.contains(&format!("{kind:?}")), "{kind}");
    }
    assert!(archive.by_name("README.md").is_ok() && !texts.contains("argon2"));
    for code in communities(&house.app) {
        assert!(house.app.db.read(|tx| tx.last_access(code, "export")).unwrap().is_some(), "{code}");
    }
    assert!(matches!(
        everything::write(&house.app, &file, &leaving("x"), &mut |_| {}),
        Err(LeavingError::Exists(_))
    ));
}

#[test]
fn what_was_changed_is_refused_and_leaves_nothing() {
    let house = House::full(None);
    let file = house.leave("alles.zip");
    let refuse = |change: Change| {
        let made = forged(&file, change);
        let folder = tempfile::tempdir().unwrap();
        let outcome =
            everything::bring_in(made.path(), folder.path(), None, Arc::new(SystemClock), &mut |_| {});
        assert!(outcome.is_err());
        assert!(!folder.path().join("guanjia.db").exists() && !folder.path().join("photos").exists());
    };
    refuse(&|name, bytes| (name != "texts.jsonl").then_some(bytes));
    refuse(&|name, bytes| (name != "tables/event.jsonl").then_some(bytes));
    refuse(&|name, mut bytes| {
        if name == "tables/event.jsonl" {
            bytes.truncate(bytes.len() / 2);
        }
        Some(bytes)
    });
    refuse(&|name, bytes| Some(if name.starts_with("photos/") { b"another".to_vec() } else { bytes }));
    refuse(&|name, bytes| Some(if name == "manifest.json" { b"{}".to_vec() } else { bytes }));
    let own = everything::bring_in(&file, house.folder.path(), None, Arc::new(SystemClock), &mut |_| {});
    assert!(matches!(own, Err(LeavingError::NotEmpty(_))));
}

/// What becomes of an entry.
type Change<'a> = &'a dyn Fn(&str, Vec<u8>) -> Option<Vec<u8>>;

/// The archive with every entry changed, or left out.
fn forged(file: &Path, change: Change) -> tempfile::NamedTempFile {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(file).unwrap()).unwrap();
    let out = tempfile::NamedTempFile::new().unwrap();
    let mut made = zip::ZipWriter::new(out.reopen().unwrap());
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let (name, mut bytes) = (entry.name().unwrap().into_owned(), Vec::new());
        entry.read_to_end(&mut bytes).unwrap();
        if let Some(bytes) = change(&name, bytes) {
            made.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            made.write_all(&bytes).unwrap();
        }
    }
    made.finish().unwrap();
    out
}

/// The archive with an entry changed, and the manifest telling of it as if it had always been so.
fn forged_soundly(file: &Path, entry: &str, change: &dyn Fn(String) -> String) -> tempfile::NamedTempFile {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(file).unwrap()).unwrap();
    let mut text = String::new();
    archive.by_name(entry).unwrap().read_to_string(&mut text).unwrap();
    let sum = |text: &str| Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let changed = change(text.clone());
    assert_ne!(text, changed);
    forged(file, &|name, bytes| match name {
        "manifest.json" => {
            let told = String::from_utf8(bytes).unwrap().replace(&sum(&text), &sum(&changed));
            Some(told.into_bytes())
        }
        name if name == entry => Some(changed.clone().into_bytes()),
        _ => Some(bytes),
    })
}

#[test]
fn on_a_server_too_a_file_that_is_not_sound_leaves_nothing() {
    let Some(server) = postgres::database_url() else { return };
    let house = House::full(None);
    let file = house.leave("alles.zip");
    let refuse = |made: &Path| {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(SystemClock);
        let error = everything::bring_in(made, folder.path(), Some(&server), clock, &mut |_| {}).unwrap_err();
        assert!(!folder.path().join("photos").exists());
        error.to_string()
    };
    let photo = forged(&file, &|name, bytes| {
        Some(if name.starts_with("photos/") { b"another".to_vec() } else { bytes })
    });
    assert!(refuse(photo.path()).contains("was changed"));
    // Another actor: the rows fit together, and the chain does not.
    let unsound =
        forged_soundly(&file, "tables/audit.jsonl", &|text| text.replacen("everything", "something", 1));
    let said = refuse(unsound.path());
    assert!(said.contains("does not verify"), "{said}");
    taken_in(&file, None, Some(&server));
}
