//! Making a backup.

use super::erased::keep_list;
use super::manifest::{ENTRY, EntryFacts, FORM, Manifest, fingerprint, hex};
use super::rows::write_row;
use super::{BackupError, Progress, read};
use crate::office::App;
use guanjia_domain::{Actor, CommunityCode, Moment};
use guanjia_store::access::Access;
use guanjia_store::copy::COPIED;
use guanjia_store::value::Value;
use guanjia_store::{StoreError, Tx};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, IntoInnerError, Write};
use std::path::{Path, PathBuf};
use uuid::Uuid;
use zip::write::{SimpleFileOptions, ZipWriter};

/// What a backup came to.
#[derive(Clone, Debug)]
pub struct Written {
    /// What it says of itself.
    pub manifest: Manifest,
    /// How many bytes the file has.
    pub bytes: u64,
}

/// The action of the access log that says that a backup failed.
pub const FAILED: &str = "backup_failed";

type Archive = ZipWriter<BufWriter<File>>;

/// Makes a backup of an installation that may be in use, proves it by bringing it back into a folder of its own and
/// verifying that, and only then gives it its name. That a copy was made stands in every community's access log.
///
/// # Errors
/// [`BackupError::Exists`]; [`BackupError::Unsound`] when the installation itself is damaged; else what the system
/// says.
pub fn write(app: &App, path: &Path, progress: Progress) -> Result<Written, BackupError> {
    if path.exists() {
        return Err(BackupError::Exists(path.display().to_string()));
    }
    let part = beside(path, "part");
    let outcome = write_part(app, &part, progress).and_then(|manifest| {
        prove(app, &part, progress)?;
        let bytes = fs::metadata(&part).map_err(|error| BackupError::file(&part, &error))?.len();
        name_it(&part, path)?;
        Ok(Written { manifest, bytes })
    });
    // Either it has its name by now, or it is not wanted.
    let _nothing_left = fs::remove_file(&part);
    let written = outcome?;
    keep_list(app, path)?;
    flush_folder(path)?;
    log(app, written.manifest.made_at, "backup", &format!("events {}", written.manifest.events))?;
    Ok(written)
}

/// Gives a file its name, unless that is taken: a link fails there, a renaming would overwrite. Sticks and shares that
/// know no links get the next best.
fn name_it(part: &Path, path: &Path) -> Result<(), BackupError> {
    match fs::hard_link(part, path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists || path.exists() => {
            Err(BackupError::Exists(path.display().to_string()))
        }
        Err(_) => fs::rename(part, path).map_err(|error| BackupError::file(path, &error)),
    }
}

/// A file beside another, of the same name with another end.
pub(super) fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(end);
    path.with_file_name(name)
}

fn write_part(app: &App, part: &Path, progress: Progress) -> Result<Manifest, BackupError> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(part).map_err(|error| BackupError::file(part, &error))?;
    let mut making = Making {
        archive: ZipWriter::new(BufWriter::new(file)),
        part,
        entries: BTreeMap::new(),
        photos: Vec::new(),
        missing: Vec::new(),
        done: 0,
        progress,
    };
    let events = app.db.read(|tx| making.tables(tx))?;
    making.all_photos(app)?;
    making.finish(app, events)
}

struct Making<'a> {
    archive: Archive,
    part: &'a Path,
    entries: BTreeMap<String, EntryFacts>,
    photos: Vec<(CommunityCode, Uuid)>,
    missing: Vec<String>,
    done: u64,
    progress: Progress<'a>,
}

impl Making<'_> {
    /// Every table, in one snapshot; says how many events there are.
    fn tables(&mut self, tx: &mut Tx) -> Result<u64, BackupError> {
        let packed = SimpleFileOptions::default().large_file(true);
        for table in COPIED.iter() {
            let name = format!("tables/{}.jsonl", table.name);
            self.archive.start_file(&name, packed).map_err(|error| BackupError::zip(self.part, error))?;
            let (mut rows, mut sum, mut line) = (0, Sha256::new(), Vec::new());
            tx.copy_out(table, |row| {
                line.clear();
                write_row(&mut line, row)
                    .and_then(|()| self.archive.write_all(&line))
                    .map_err(|error| StoreError::file(self.part, &error))?;
                sum.update(&line);
                rows += 1;
                if table.name == "photo" {
                    self.photos.extend(photo_of(row));
                }
                self.done += 1;
                (self.progress)(self.done);
                Ok(())
            })?;
            self.entries.insert(name, EntryFacts { rows, sha256: hex(&sum.finalize()) });
        }
        Ok(self.entries.get("tables/event.jsonl").map_or(0, |event| event.rows))
    }

    /// The photos that the rows name. They never change once they are there, so they need no snapshot.
    fn all_photos(&mut self, app: &App) -> Result<(), BackupError> {
        let sealed = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        for (community, id) in std::mem::take(&mut self.photos) {
            for (file, bytes) in app.files.sealed(community, id)? {
                let name = format!("photos/{community}/{file}");
                let Some(bytes) = bytes else {
                    self.missing.push(name);
                    continue;
                };
                self.archive.start_file(&name, sealed).map_err(|error| BackupError::zip(self.part, error))?;
                self.archive.write_all(&bytes).map_err(|error| BackupError::file(self.part, &error))?;
                self.entries.insert(name, EntryFacts { rows: 0, sha256: hex(&Sha256::digest(&bytes)) });
            }
            self.done += 1;
            (self.progress)(self.done);
        }
        Ok(())
    }

    fn finish(self, app: &App, events: u64) -> Result<Manifest, BackupError> {
        let Self { mut archive, part, entries, missing, .. } = self;
        let manifest = Manifest {
            form: FORM.to_owned(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            made_at: app.now(),
            key: fingerprint(&app.vault),
            entries,
            events,
            missing,
        };
        let text = serde_json::to_vec_pretty(&manifest).map_err(StoreError::from)?;
        archive
            .start_file(ENTRY, SimpleFileOptions::default())
            .map_err(|error| BackupError::zip(part, error))?;
        archive.write_all(&text).map_err(|error| BackupError::file(part, &error))?;
        let file = archive.finish().map_err(|error| BackupError::zip(part, error))?;
        let flushed = file.into_inner().map_err(IntoInnerError::into_error).and_then(|file| file.sync_all());
        flushed.map_err(|error| BackupError::file(part, &error))?;
        Ok(manifest)
    }
}

/// Community and file of a row of the table `photo`.
fn photo_of(row: &[Value]) -> Option<(CommunityCode, Uuid)> {
    match row {
        [Value::Text(community), _, _, _, Value::Blob(file), ..] => {
            Some((community.parse().ok()?, Uuid::from_slice(file).ok()?))
        }
        _ => None,
    }
}

/// A backup that was never brought back is a hope. So this one is, beside the file, and goes away again.
fn prove(app: &App, part: &Path, progress: Progress) -> Result<(), BackupError> {
    let folder = beside(part, "proof");
    let proven = read::prove(&app.vault, part, &folder, progress);
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            proven.and(Err(BackupError::file(&folder, &error)))
        }
        _ => proven,
    }
}

fn flush_folder(path: &Path) -> Result<(), BackupError> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    guanjia_store::files::flush_folder(folder).map_err(|error| BackupError::file(folder, &error))
}

/// Notes that a backup that should have been made was not, so that `doctor` and the administrator's page tell. Where
/// even that cannot be written, the age of the last backup tells in the end.
pub fn note_failure(app: &App) {
    if let Err(error) = log(app, app.now(), FAILED, "") {
        tracing::warn!(%error, "the failed backup could not be noted");
    }
}

/// Writes into the access log of every community what became of a copy of its data.
fn log(app: &App, at: Moment, action: &'static str, detail: &str) -> Result<(), BackupError> {
    let communities = app.db.read(|tx| -> Result<_, BackupError> { Ok(tx.communities()?) })?;
    for (community, _) in communities {
        let access = Access {
            at,
            actor: Actor::SYSTEM,
            action: action.into(),
            object: Uuid::nil(),
            detail: detail.to_owned(),
        };
        app.db
            .write(community, move |tx| -> Result<_, StoreError> { tx.log_access(community, &access) })
            .wait()?;
    }
    Ok(())
}
