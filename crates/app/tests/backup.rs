//! Backups: made while people work, proved, brought back on either engine, and never in the place of anything.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

#[path = "../../store/tests/support/postgres.rs"]
mod postgres;

use guanjia_app::backup::{self, BackupError};
use guanjia_app::demo::{self, DemoPlan};
use guanjia_app::{App, Result, SystemClock};
use guanjia_domain::{Actor, CommunityCode, Moment};
use guanjia_store::access::Access;
use guanjia_store::copy::COPIED;
use guanjia_store::value::Value;
use guanjia_store::verify::verify;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};
use tempfile::TempDir;
use uuid::Uuid;

/// A Saturday evening in autumn.
const END: Moment = Moment(1_795_262_400_000);

struct House {
    folder: TempDir,
    app: App,
}

/// The demo, made once for all tests here and closed; each works on a copy of its folder.
static DEMO: LazyLock<(PathBuf, CommunityCode)> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("backup-demo");
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).unwrap();
    let (_, cast) = demo::open(&folder, None, DemoPlan { end: END, seed: 1 }, &mut |_, _| {}).unwrap();
    (folder, cast.community())
});

impl House {
    fn full() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (made, community) = (&DEMO.0, DEMO.1);
        copy_all(made, folder.path());
        let app = App::open(folder.path(), None, Arc::new(SystemClock)).unwrap();
        app.files.write(community, Uuid::from_u128(5), b"a photo", b"small").unwrap();
        let request = app.db.read(|tx| tx.newest(community, None, None, 1)).unwrap()[0].request.id;
        app.db
            .write(community, move |tx| {
                let row = [
                    Value::from(community),
                    Value::from(request.0),
                    Value::Int(0),
                    Value::from("before"),
                    Value::from(Uuid::from_u128(5)),
                    Value::Int(4),
                    Value::Int(3),
                ];
                tx.copy_in(COPIED.iter().find(|table| table.name == "photo").unwrap(), &row)
            })
            .wait()
            .unwrap();
        Self { folder, app }
    }

    fn key(&self) -> PathBuf {
        self.folder.path().join("guanjia.key")
    }

    /// How many files the photos are: each is there in full and small.
    fn photo_files(&self) -> u64 {
        let (photo, mut files) = (COPIED.iter().find(|table| table.name == "photo").unwrap(), 0);
        let count = |tx: &mut guanjia_store::Tx| {
            tx.copy_out(photo, |_| {
                files += 2;
                Ok(())
            })
        };
        self.app.db.read(count).unwrap();
        assert!(files > 0);
        files
    }

    fn back_up(&self, name: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        backup::write(&self.app, &path, &mut |_| {}).unwrap();
        path
    }
}

fn copy_all(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(std::result::Result::unwrap) {
        let (path, copy) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_all(&path, &copy);
        } else {
            fs::copy(&path, &copy).unwrap();
        }
    }
}

fn last_community(app: &App) -> CommunityCode {
    let found = app.db.read(|tx| -> Result<_> { Ok(tx.communities()?) });
    found.unwrap().pop().unwrap().0
}

/// An empty folder with the key.
fn place(house: &House) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(house.key(), folder.path().join("guanjia.key")).unwrap();
    folder
}

fn restore(file: &Path, folder: &Path, server: Option<&str>) -> std::result::Result<u64, BackupError> {
    let target = backup::Target { folder, server, erased: &[] };
    backup::restore(file, target, &mut |_| {}).map(|restored| restored.photos)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn lives(house: &House, folder: &Path, server: Option<&str>) {
    let app = App::open(folder, server, Arc::new(SystemClock)).unwrap();
    let before = verify(&house.app.db, &mut |_| {}).unwrap();
    let after = verify(&app.db, &mut |_| {}).unwrap();
    assert_eq!((after.events, after.fault), (before.events, None));
    let community = last_community(&app);
    let said = |app: &App| -> Vec<String> {
        let staff = app.db.read(|tx| tx.staff(community)).unwrap();
        let name = |id| app.db.read(|tx| -> Result<_> { app.person(tx, community, id) }).unwrap().name;
        staff.iter().map(|it| name(it.id.0)).collect()
    };
    assert_eq!(said(&app), said(&house.app));
    assert!(said(&app).iter().all(|name| !name.is_empty()));
}

#[test]
fn what_was_backed_up_lives_on_on_either_engine() {
    let house = House::full();
    let (file, files) = (house.back_up("copy.zip"), house.photo_files());
    assert!(!names(house.folder.path()).iter().any(|name| name.contains("part") || name.contains("proof")));
    let folder = place(&house);
    assert_eq!(restore(&file, folder.path(), None).unwrap(), files);
    assert_eq!(names(folder.path()), ["guanjia.db", "guanjia.key", "photos"]);
    lives(&house, folder.path(), None);
    if let Some(url) = postgres::database_url() {
        let folder = place(&house);
        assert_eq!(restore(&file, folder.path(), Some(&url)).unwrap(), files);
        lives(&house, folder.path(), Some(&url));
        // And back again: leaving PostgreSQL is as easy.
        let app = App::open(folder.path(), Some(&url), Arc::new(SystemClock)).unwrap();
        let again = folder.path().join("again.zip");
        backup::write(&app, &again, &mut |_| {}).unwrap();
        let home = place(&house);
        restore(&again, home.path(), None).unwrap();
        lives(&house, home.path(), None);
    }
    // Where somebody looks: the access log says that a copy was made.
    let community = last_community(&house.app);
    assert!(house.app.db.read(|tx| tx.last_access(community, "backup")).unwrap().is_some());
}

#[test]
fn nothing_is_ever_overwritten() {
    let house = House::full();
    let file = house.back_up("copy.zip");
    let bytes = fs::read(&file).unwrap();
    let again = backup::write(&house.app, &file, &mut |_| {});
    assert!(matches!(again, Err(BackupError::Exists(_))));
    assert_eq!(fs::read(&file).unwrap(), bytes);
    assert!(matches!(restore(&file, house.folder.path(), None), Err(BackupError::NotEmpty(_))));
    if let Some(url) = postgres::database_url() {
        let folder = place(&house);
        restore(&file, folder.path(), Some(&url)).unwrap();
        let second = place(&house);
        assert!(restore(&file, second.path(), Some(&url)).is_err());
        assert_eq!(names(second.path()), ["guanjia.key"]);
        lives(&house, folder.path(), Some(&url));
    }
}

#[test]
fn the_words_and_names_are_not_in_it_and_it_needs_its_key() {
    let house = House::full();
    let file = house.back_up("copy.zip");
    let mut archive = zip::ZipArchive::new(fs::File::open(&file).unwrap()).unwrap();
    let mut all = Vec::new();
    for at in 0..archive.len() {
        archive.by_index(at).unwrap().read_to_end(&mut all).unwrap();
    }
    let community = last_community(&house.app);
    let staff = house.app.db.read(|tx| tx.staff(community)).unwrap();
    for member in staff {
        let person =
            house.app.db.read(|tx| -> Result<_> { house.app.person(tx, community, member.id.0) }).unwrap();
        for word in [&person.name, &person.phone] {
            assert!(!all.windows(word.len()).any(|part| part == word.as_bytes()), "{word}");
        }
    }
    let other = tempfile::tempdir().unwrap();
    let app = App::open(other.path(), None, Arc::new(SystemClock)).unwrap();
    let wrong = place(&House { folder: other, app });
    assert!(matches!(restore(&file, wrong.path(), None), Err(BackupError::OtherKey(_))));
    assert_eq!(names(wrong.path()), ["guanjia.key"]);
    let without = tempfile::tempdir().unwrap();
    assert!(restore(&file, without.path(), None).is_err());
    assert!(names(without.path()).is_empty());
}

type Entries = BTreeMap<String, Vec<u8>>;
type Change = &'static dyn Fn(&mut Entries);

/// The entries of an archive, changed by `change`, as another archive.
fn forged(file: &Path, change: impl Fn(&mut Entries)) -> tempfile::NamedTempFile {
    let mut archive = zip::ZipArchive::new(fs::File::open(file).unwrap()).unwrap();
    let mut entries = BTreeMap::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        entries.insert(entry.name().unwrap().into_owned(), bytes);
    }
    change(&mut entries);
    let out = tempfile::NamedTempFile::new().unwrap();
    let mut made = zip::ZipWriter::new(out.reopen().unwrap());
    for (name, bytes) in entries {
        made.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        made.write_all(&bytes).unwrap();
    }
    made.finish().unwrap();
    out
}

#[test]
fn on_a_server_too_a_backup_that_is_not_sound_leaves_nothing() {
    let Some(url) = postgres::database_url() else { return };
    let house = House::full();
    let community = last_community(&house.app);
    let entry = Access {
        at: END,
        actor: Actor::SYSTEM,
        action: "sign_in".into(),
        object: Uuid::nil(),
        detail: String::new(),
    };
    house.app.db.write(community, move |tx| tx.log_access(community, &entry)).wait().unwrap();
    let file = house.back_up("copy.zip");
    let folder = place(&house);
    let sum = |bytes: &[u8]| Sha256::digest(bytes).iter().map(|it| format!("{it:02x}")).collect::<String>();
    // Told in the manifest as if it had always been so: the rows fit, and the chain does not.
    let made = forged(&file, |it| {
        let audit = it["tables/audit.jsonl"].clone();
        let changed =
            String::from_utf8(audit.clone()).unwrap().replacen("sign_in", "sign_on", 1).into_bytes();
        let manifest = String::from_utf8(it["manifest.json"].clone()).unwrap();
        let manifest = manifest.replace(&sum(&audit), &sum(&changed)).into_bytes();
        it.extend([("tables/audit.jsonl".into(), changed), ("manifest.json".into(), manifest)]);
    });
    assert!(matches!(restore(made.path(), folder.path(), Some(&url)), Err(BackupError::Unsound(_))));
    assert_eq!(names(folder.path()), ["guanjia.key"]);
    restore(&file, folder.path(), Some(&url)).unwrap();
    lives(&house, folder.path(), Some(&url));
}

fn photo_in(entries: &Entries) -> String {
    entries.keys().find(|name| name.starts_with("photos/")).unwrap().clone()
}

#[test]
fn what_was_changed_is_refused_and_leaves_nothing() {
    let house = House::full();
    let file = house.back_up("copy.zip");
    let changes: [(&str, Change); 7] = [
        ("a word", &|it| {
            let event = it.get_mut("tables/event.jsonl").unwrap();
            let text = String::from_utf8(event.clone()).unwrap().replacen("web", "wea", 1);
            *event = text.into_bytes();
        }),
        ("a row less", &|it| {
            let vault = it.get_mut("tables/vault.jsonl").unwrap();
            vault.truncate(vault.len() - 3);
            let end = vault.iter().rposition(|byte| *byte == b'\n').unwrap();
            vault.truncate(end + 1);
        }),
        ("a table less", &|it| drop(it.remove("tables/account.jsonl"))),
        ("an entry more", &|it| drop(it.insert("photos/../../etc/passwd".into(), b"x".to_vec()))),
        ("a photo", &|it| drop(it.insert(photo_in(it), b"x".to_vec()))),
        ("no manifest", &|it| drop(it.remove("manifest.json"))),
        ("another form", &|it| {
            let text = String::from_utf8(it["manifest.json"].clone()).unwrap();
            it.insert(
                "manifest.json".into(),
                text.replace("guanjia-backup/1", "guanjia-backup/9").into_bytes(),
            );
        }),
    ];
    let folder = place(&house);
    for (what, change) in changes {
        let made = forged(&file, change);
        match restore(made.path(), folder.path(), None) {
            Err(BackupError::Broken { .. }) => {}
            other => panic!("{what}: {other:?}"),
        }
        assert_eq!(names(folder.path()), ["guanjia.key"], "{what}");
    }
    let torn = tempfile::NamedTempFile::new().unwrap();
    let whole = fs::read(&file).unwrap();
    fs::write(torn.path(), &whole[..whole.len() / 2]).unwrap();
    assert!(matches!(restore(torn.path(), folder.path(), None), Err(BackupError::Broken { .. })));
    assert!(restore(&folder.path().join("nowhere.zip"), folder.path(), None).is_err());
    restore(&file, folder.path(), None).unwrap();
    lives(&house, folder.path(), None);
}

#[test]
fn a_damaged_installation_gets_no_new_backup() {
    let house = House::full();
    let community = last_community(&house.app);
    house
        .app
        .db
        .write(community, |tx| tx.put("UPDATE event SET at = at + 1 WHERE seq = 5", &[]))
        .wait()
        .unwrap();
    let file = house.folder.path().join("copy.zip");
    assert!(matches!(backup::write(&house.app, &file, &mut |_| {}), Err(BackupError::Unsound(_))));
    assert!(!names(house.folder.path()).iter().any(|name| name.starts_with("copy")));
}
