//! Bringing a backup back.

use super::manifest::{ENTRY, EntryFacts, FORM, Manifest, fingerprint, hex};
use super::rows::read_rows;
use super::{BackupError, Progress};
use crate::clock::SystemClock;
use crate::office::App;
use crate::open::{find_key, is_installed};
use guanjia_store::copy::{COPIED, LATER, fill_and};
use guanjia_store::erased::Erased;
use guanjia_store::verify::verify_in;
use guanjia_store::{Db, StoreError, Tx, Vault};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use zip::ZipArchive;

/// The largest manifest that is read: a hundred thousand photos fit.
const LARGEST_MANIFEST: u64 = 64 * 1024 * 1024;
/// The largest photo, sealed.
const LARGEST_PHOTO: u64 = 64 * 1024 * 1024;

/// What was brought back.
#[derive(Clone, Debug)]
pub struct Restored {
    /// What the backup says of itself.
    pub manifest: Manifest,
    /// How many photo files.
    pub photos: u64,
    /// How much was erased after the backup was made, and therefore again.
    pub erased_again: u64,
}

/// What a backup is brought back into.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// The folder of the installation.
    pub folder: &'a Path,
    /// The PostgreSQL database, where it is one.
    pub server: Option<&'a str>,
    /// What was erased since, by number: see [`super::read_list`].
    pub erased: &'a [Erased],
}

/// Brings a backup back into an empty folder, or into an empty PostgreSQL database with its photos in the folder, and
/// verifies it. The key must lie in the folder already, or stand in the environment. All or nothing.
///
/// # Errors
/// [`BackupError::NotEmpty`], [`BackupError::Broken`], [`BackupError::OtherKey`], else what the system says.
pub fn restore(path: &Path, target: Target, progress: Progress) -> Result<Restored, BackupError> {
    let Target { folder, server, erased } = target;
    if is_installed(folder) {
        return Err(BackupError::NotEmpty(folder.display().to_string()));
    }
    let mut backup = Backup::open(path)?;
    fs::create_dir_all(folder).map_err(|error| BackupError::file(folder, &error))?;
    let key = find_key(folder, true)?;
    backup.must_fit(&Vault::new(&key))?;
    let database = folder.join("restoring.db");
    let location = crate::open::location(&database, server);
    let outcome = Db::open(location).map_err(BackupError::from).and_then(|db| {
        let photos = backup.photos(&folder.join(crate::open::PHOTOS))?;
        let app = App::with(db, &key, folder, Arc::new(SystemClock))?;
        let again = backup.fill_and_verify(&app.db, progress, |tx| Ok(app.erase_again(tx, erased)?))?;
        // What was taken out of the tables names no photo any more; a file left behind would be swept later.
        for (community, file) in &again.files {
            let _swept_later = app.files.remove(*community, *file);
        }
        Ok((photos, again.count))
    });
    match outcome {
        Ok((photos, erased_again)) => {
            if server.is_none() {
                crate::open::install(&database, folder)?;
            }
            Ok(Restored { manifest: backup.manifest, photos, erased_again })
        }
        Err(error) => {
            crate::open::discard(&database);
            // A failed restore leaves the folder as it found it; the photos were none of it before.
            let _nothing_left = fs::remove_dir_all(folder.join(crate::open::PHOTOS));
            Err(error)
        }
    }
}

/// Brings a backup back where nobody looks, and verifies it.
pub(super) fn prove(
    vault: &Vault,
    path: &Path,
    folder: &Path,
    progress: Progress,
) -> Result<(), BackupError> {
    let mut backup = Backup::open(path)?;
    backup.must_fit(vault)?;
    fs::create_dir(folder).map_err(|error| BackupError::file(folder, &error))?;
    backup.photos(&folder.join(crate::open::PHOTOS))?;
    backup.fill_and_verify(&Db::open_folder(folder)?, progress, |_| Ok(()))
}

struct Backup {
    path: PathBuf,
    archive: ZipArchive<BufReader<File>>,
    manifest: Manifest,
}

impl Backup {
    fn open(path: &Path) -> Result<Self, BackupError> {
        let file = File::open(path).map_err(|error| BackupError::file(path, &error))?;
        let mut archive =
            ZipArchive::new(BufReader::new(file)).map_err(|error| BackupError::zip(path, error))?;
        let mut text = Vec::new();
        let entry = archive.by_name(ENTRY).map_err(|error| BackupError::zip(path, error))?;
        entry
            .take(LARGEST_MANIFEST)
            .read_to_end(&mut text)
            .map_err(|error| BackupError::broken(path, &error))?;
        let manifest: Manifest =
            serde_json::from_slice(&text).map_err(|error| BackupError::broken(path, &error))?;
        if manifest.form != FORM {
            let reason = format!("its form is {}, and this version reads {FORM}", manifest.form);
            return Err(BackupError::broken(path, &reason));
        }
        let backup = Self { path: path.to_owned(), archive, manifest };
        backup.must_be_whole()?;
        Ok(backup)
    }

    /// Exactly the entries that the manifest names, and every table among them.
    fn must_be_whole(&self) -> Result<(), BackupError> {
        let names = self.archive.file_names().map(|name| name.map(Cow::into_owned));
        let mut there: BTreeSet<String> =
            names.collect::<Result<_, _>>().map_err(|error| BackupError::zip(&self.path, error))?;
        there.remove(ENTRY);
        let named: BTreeSet<String> = self.manifest.entries.keys().cloned().collect();
        if let Some(odd) = there.symmetric_difference(&named).next() {
            return Err(BackupError::broken(&self.path, &format!("{odd} is missing, or not listed")));
        }
        let wanted = COPIED.iter().filter(|it| !LATER.contains(&it.name));
        let missing = wanted.into_iter().find(|it| !named.contains(&format!("tables/{}.jsonl", it.name)));
        match missing {
            Some(table) => {
                Err(BackupError::broken(&self.path, &format!("the table {} is missing", table.name)))
            }
            None => Ok(()),
        }
    }

    fn must_fit(&self, vault: &Vault) -> Result<(), BackupError> {
        if self.manifest.key == fingerprint(vault) {
            return Ok(());
        }
        Err(BackupError::OtherKey(self.path.display().to_string()))
    }

    fn fill_and_verify<T>(
        &mut self,
        db: &Db,
        progress: Progress,
        then: impl FnOnce(&mut Tx) -> Result<T, BackupError>,
    ) -> Result<T, BackupError> {
        // Before it is committed: a server's database is as empty after a failure as it was before.
        let verified = |tx: &mut Tx| {
            let done = then(tx)?;
            match verify_in(tx, &mut |_| {})?.fault {
                Some(fault) => Err(BackupError::Unsound(fault.to_string())),
                None => Ok(done),
            }
        };
        Ok(fill_and(db, |tx| self.rows(tx, progress), verified)?.1)
    }

    fn rows(&mut self, tx: &mut Tx, progress: Progress) -> Result<(), BackupError> {
        let mut done = 0;
        for table in COPIED.iter() {
            let name = format!("tables/{}.jsonl", table.name);
            if !self.manifest.entries.contains_key(&name) && LATER.contains(&table.name) {
                continue;
            }
            let facts = self.facts(&name)?;
            let entry = self.archive.by_name(&name).map_err(|error| BackupError::zip(&self.path, error))?;
            let mut sum = Summed { inner: entry, sum: Sha256::new() };
            let rows = read_rows(BufReader::new(&mut sum), |row| -> Result<(), StoreError> {
                tx.copy_in(table, row)?;
                done += 1;
                progress(done);
                Ok(())
            })
            .map_err(|error| BackupError::broken(&self.path, &format!("{name}: {error}")))?;
            if rows != facts.rows || hex(&sum.sum.finalize()) != facts.sha256 {
                return Err(BackupError::broken(&self.path, &format!("{name} was changed")));
            }
        }
        Ok(())
    }

    fn facts(&self, name: &str) -> Result<EntryFacts, BackupError> {
        let facts = self.manifest.entries.get(name).cloned();
        facts.ok_or_else(|| BackupError::broken(&self.path, &format!("{name} is not listed")))
    }

    /// Writes the photos into a folder, each under the name that the program itself gives: none that leads elsewhere.
    fn photos(&mut self, folder: &Path) -> Result<u64, BackupError> {
        let names: Vec<String> =
            self.manifest.entries.keys().filter(|name| name.starts_with("photos/")).cloned().collect();
        for name in &names {
            let broken = |reason: &str| BackupError::broken(&self.path, &format!("{name} {reason}"));
            let (community, file) = photo_name(name).ok_or_else(|| broken("is no photo"))?;
            let facts = self.facts(name)?;
            let entry = self.archive.by_name(name).map_err(|error| BackupError::zip(&self.path, error))?;
            let mut bytes = Vec::new();
            entry.take(LARGEST_PHOTO).read_to_end(&mut bytes).map_err(|error| broken(&error.to_string()))?;
            if hex(&Sha256::digest(&bytes)) != facts.sha256 {
                return Err(broken("was changed"));
            }
            let folder = folder.join(community);
            fs::create_dir_all(&folder).map_err(|error| BackupError::file(&folder, &error))?;
            let path = folder.join(file);
            guanjia_store::files::write_whole(&path, &bytes)
                .map_err(|error| BackupError::file(&path, &error))?;
        }
        Ok(names.len() as u64)
    }
}

/// Community and file of `photos/COMMUNITY/FILE`, when both are what the program itself writes.
fn photo_name(name: &str) -> Option<(&str, &str)> {
    let (community, file) = name.strip_prefix("photos/")?.split_once('/')?;
    let sound =
        community.parse::<guanjia_domain::CommunityCode>().is_ok() && guanjia_store::files::is_name(file);
    sound.then_some((community, file))
}

/// Hashes what is read through it.
struct Summed<R> {
    inner: R,
    sum: Sha256,
}

impl<R: Read> Read for Summed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.sum.update(buffer.get(..read).unwrap_or_default());
        Ok(read)
    }
}
