//! Taking the file into an empty installation.

use super::accounts;
use super::findable::Subjects;
use super::line::{Kept, to_row};
use super::manifest::{ENTRY, FORM, Manifest, hex};
use super::{LEFT_OUT, LeavingError, Progress, TEXTS, is_taken};
use crate::clock::Clock;
use crate::office::App;
use crate::open::{PHOTOS, discard, find_key, install, is_installed, location};
use guanjia_domain::CommunityCode;
use guanjia_store::copy::{COPIED, Copied, fill_and};
use guanjia_store::value::Value;
use guanjia_store::verify::verify_in;
use guanjia_store::{Db, Kind, Slot, StoreError, Tx};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uuid::Uuid;
use zip::ZipArchive;

/// The largest manifest, photo and line that are read.
const LARGEST: u64 = 64 << 20;

/// What was taken in.
#[derive(Clone, Debug)]
pub struct BroughtIn {
    /// What the file says of itself.
    pub manifest: Manifest,
    /// How many photos.
    pub photos: u64,
}

/// Whether a file is one of everything, and not a spreadsheet: it has the manifest.
#[must_use]
pub fn is_everything(path: &Path) -> bool {
    let archive = File::open(path).ok().and_then(|file| ZipArchive::new(BufReader::new(file)).ok());
    archive.is_some_and(|mut archive| archive.by_name(ENTRY).is_ok())
}

/// Takes everything into an empty folder, or an empty PostgreSQL database with its photos in the folder, under the key
/// that lies there or a new one, and verifies it. All or nothing: the photos are there, and what was filled in is
/// verified, before it is committed.
///
/// # Errors
/// [`LeavingError::NotEmpty`], [`LeavingError::Broken`], [`LeavingError::Unsound`], else what the system says.
pub fn bring_in(
    path: &Path,
    folder: &Path,
    server: Option<&str>,
    clock: Arc<dyn Clock>,
    progress: Progress,
) -> Result<BroughtIn, LeavingError> {
    if is_installed(folder) {
        return Err(LeavingError::NotEmpty(folder.display().to_string()));
    }
    let mut coming = Coming::open(path)?;
    fs::create_dir_all(folder).map_err(|error| LeavingError::file(folder, &error))?;
    let key = find_key(folder, false)?;
    let database = folder.join("arriving.db");
    let outcome = Db::open(location(&database, server)).map_err(LeavingError::from).and_then(|db| {
        let app = App::with(db, &key, folder, clock)?;
        let photos = coming.photos(&app)?;
        fill_and(&app.db, |tx| coming.rows(&app, tx, progress), sound)?;
        Ok(photos)
    });
    match outcome {
        Ok(photos) => {
            if server.is_none() {
                install(&database, folder)?;
            }
            Ok(BroughtIn { manifest: coming.manifest, photos })
        }
        Err(error) => {
            discard(&database);
            // The folder is left as it was found; the photos were none of it before.
            let _nothing_there = fs::remove_dir_all(folder.join(PHOTOS));
            Err(error)
        }
    }
}

/// Opens the accounts of what was filled in, and verifies it.
fn sound(tx: &mut Tx) -> Result<(), LeavingError> {
    accounts::open(tx)?;
    let fault = verify_in(tx, &mut |_| {})?.fault;
    fault.map_or(Ok(()), |fault| Err(LeavingError::Unsound(fault.to_string())))
}

struct Coming {
    path: PathBuf,
    archive: ZipArchive<BufReader<File>>,
    manifest: Manifest,
}

impl Coming {
    fn open(path: &Path) -> Result<Self, LeavingError> {
        let file = File::open(path).map_err(|error| LeavingError::file(path, &error))?;
        let mut archive =
            ZipArchive::new(BufReader::new(file)).map_err(|error| LeavingError::zip(path, error))?;
        let mut text = Vec::new();
        let entry = archive.by_name(ENTRY).map_err(|error| LeavingError::zip(path, error))?;
        entry.take(LARGEST).read_to_end(&mut text).map_err(|error| LeavingError::broken(path, &error))?;
        let manifest: Manifest =
            serde_json::from_slice(&text).map_err(|error| LeavingError::broken(path, &error))?;
        if manifest.form != FORM {
            let reason = format!("its form is {}, and this version reads {FORM}", manifest.form);
            return Err(LeavingError::broken(path, &reason));
        }
        Ok(Self { path: path.to_owned(), archive, manifest })
    }

    /// Every table, then the texts: by then it is known what they belong to.
    fn rows(&mut self, app: &App, tx: &mut Tx, progress: Progress) -> Result<(), LeavingError> {
        let (mut subjects, mut done) = (Subjects::default(), 0);
        for table in COPIED.iter().filter(|table| !LEFT_OUT.contains(&table.name)) {
            let name = format!("tables/{}.jsonl", table.name);
            // A table that a later version has and the file's did not.
            if !self.manifest.lines.contains_key(&name) {
                continue;
            }
            self.lines(&name, |line| {
                let row = to_row(table, &serde_json::from_slice(line).map_err(StoreError::from)?)?;
                take_subject(&mut subjects, table, &row);
                // Files of earlier versions hold links that were meant to stay behind.
                if is_taken(table, &row) {
                    tx.copy_in(table, &row)?;
                }
                done += 1;
                progress(done);
                Ok(())
            })?;
        }
        self.lines(TEXTS, |line| {
            let kept: Kept = serde_json::from_slice(line).map_err(StoreError::from)?;
            let (slot, plain) = (slot(&kept)?, kept.plain()?);
            tx.keep(&slot, &app.vault.seal(&slot, &plain)?)?;
            subjects.index(app, tx, &slot, &plain)?;
            done += 1;
            progress(done);
            Ok(())
        })
    }

    /// Every line of an entry, which must be the one that the manifest names.
    fn lines(
        &mut self,
        name: &str,
        mut take: impl FnMut(&[u8]) -> Result<(), LeavingError>,
    ) -> Result<(), LeavingError> {
        let broken =
            |reason: &dyn std::fmt::Display| LeavingError::broken(&self.path, &format!("{name}: {reason}"));
        let entry = self.archive.by_name(name).map_err(|error| LeavingError::zip(&self.path, error))?;
        let (mut reader, mut line, mut count, mut sum) =
            (BufReader::new(entry), Vec::new(), 0u64, Sha256::new());
        loop {
            line.clear();
            let read =
                reader.by_ref().take(LARGEST).read_until(b'\n', &mut line).map_err(|error| broken(&error))?;
            if read == 0 {
                break;
            }
            sum.update(&line);
            count += 1;
            take(&line).map_err(|error| broken(&format!("line {count}: {error}")))?;
        }
        let same = self.manifest.lines.get(name) == Some(&count)
            && self.manifest.sha256.get(name) == Some(&hex(&sum.finalize()));
        if same { Ok(()) } else { Err(broken(&"it was changed, or is not whole")) }
    }

    /// The photos, each pair under the name that the program itself gives.
    fn photos(&mut self, app: &App) -> Result<u64, LeavingError> {
        let mut pairs: BTreeMap<(CommunityCode, Uuid), [Vec<u8>; 2]> = BTreeMap::new();
        let names: Vec<String> =
            self.manifest.sha256.keys().filter(|name| name.starts_with("photos/")).cloned().collect();
        let mut written = 0;
        for name in &names {
            let broken = |reason: &str| LeavingError::broken(&self.path, &format!("{name} {reason}"));
            let (community, id, at) = photo_name(name).ok_or_else(|| broken("is no photo"))?;
            let entry = self.archive.by_name(name).map_err(|error| LeavingError::zip(&self.path, error))?;
            let mut bytes = Vec::new();
            entry.take(LARGEST).read_to_end(&mut bytes).map_err(|error| broken(&error.to_string()))?;
            if self.manifest.sha256.get(name) != Some(&hex(&Sha256::digest(&bytes))) {
                return Err(broken("was changed"));
            }
            pairs.entry((community, id)).or_default()[at] = bytes;
            // The names stand in order, so a pair is whole as soon as both have been there.
            if let Some([full, thumb]) =
                pairs.get(&(community, id)).filter(|pair| pair.iter().all(|it| !it.is_empty()))
            {
                app.files.write(community, id, full, thumb)?;
                pairs.remove(&(community, id));
                written += 1;
            }
        }
        Ok(written)
    }
}

fn take_subject(subjects: &mut Subjects, table: &Copied, row: &[Value]) {
    let column = |name: &str| table.columns.iter().position(|it| *it == name).and_then(|at| row.get(at));
    if let ("event", Some(Value::Text(kind)), Some(Value::Blob(id))) =
        (table.name, column("subject_kind"), column("subject_id"))
        && let Ok(id) = Uuid::from_slice(id)
    {
        subjects.take(kind, id);
    }
}

fn slot(kept: &Kept) -> Result<Slot, StoreError> {
    let damaged = |what: &str| StoreError::Damaged(format!("texts: {what}"));
    let community = kept.community_id.parse().map_err(|_| damaged("community_id"))?;
    let kind = Kind::of_name(&kept.kind).ok_or_else(|| damaged("kind"))?;
    Ok(Slot { community, owner: kept.owner_id, kind, n: kept.n })
}

/// Community, id and size of `photos/COMMUNITY/ID.full.jpg`.
fn photo_name(name: &str) -> Option<(CommunityCode, Uuid, usize)> {
    let (community, file) = name.strip_prefix("photos/")?.split_once('/')?;
    let (id, size) = file.strip_suffix(".jpg")?.split_once('.')?;
    let at = ["full", "thumb"].iter().position(|known| *known == size)?;
    Some((community.parse().ok()?, Uuid::parse_str(id).ok()?, at))
}
