//! Making the file.

use super::line::{Kept, of_row};
use super::manifest::{ENTRY, FORM, Manifest, hex};
use super::{LEFT_OUT, LeavingError, Progress, TEXTS, is_taken};
use crate::error::Result as Done;
use crate::office::App;
use guanjia_domain::permission::Principal;
use guanjia_domain::text::Text;
use guanjia_domain::{CommunityCode, Role};
use guanjia_sheets::{Lang, Template, xlsx};
use guanjia_store::copy::{COPIED, Copied};
use guanjia_store::files::Size;
use guanjia_store::value::Value;
use guanjia_store::{Kind, Slot, StoreError, Tx};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::Path;
use uuid::Uuid;
use zip::write::{SimpleFileOptions, ZipWriter};

/// How the form of the file is described, for whoever opens it.
const README: &str = include_str!("../../../../docs/export-format.md");
/// The lists that lie in the file for people to read.
const LISTS: [(Template, &str); 3] =
    [(Template::Places, "places"), (Template::People, "people"), (Template::Residents, "residents")];

/// What leaves, and why.
#[derive(Clone, Debug)]
pub struct Leaving {
    /// Only this community; `None` for the whole installation.
    pub community: Option<CommunityCode>,
    /// Why; it stands in the access log of each community that leaves, also in the one that is taken along.
    pub reason: String,
}

/// Writes everything into a file that does not exist yet.
///
/// # Errors
/// [`LeavingError::Exists`]; [`guanjia_domain::Refusal::TextMissing`] without a reason; else what the system says.
pub fn write(
    app: &App,
    path: &Path,
    leaving: &Leaving,
    progress: Progress,
) -> Result<Manifest, LeavingError> {
    let reason = Text::new("reason", &leaving.reason).map_err(crate::AppError::from)?;
    if path.exists() {
        return Err(LeavingError::Exists(path.display().to_string()));
    }
    let communities = log(app, leaving.community, &reason)?;
    let part = path.with_extension("part");
    let outcome = make(app, &part, leaving.community, &communities, progress);
    match outcome.and_then(|manifest| {
        fs::rename(&part, path).map_err(|error| LeavingError::file(path, &error))?;
        Ok(manifest)
    }) {
        Ok(manifest) => Ok(manifest),
        Err(error) => {
            // Half of it is of no use to anybody, and it holds names.
            let _nothing_there = fs::remove_file(&part);
            Err(error)
        }
    }
}

/// Before anything leaves: whoever reads a log later finds why.
fn log(app: &App, only: Option<CommunityCode>, reason: &Text) -> Done<Vec<CommunityCode>> {
    let all = app.db.read(|tx| -> Done<_> { Ok(tx.communities()?) })?;
    let codes: Vec<_> =
        all.into_iter().map(|(code, _)| code).filter(|it| only.is_none_or(|one| one == *it)).collect();
    for code in &codes {
        let (app, reason, code) = (app.clone(), reason.clone(), *code);
        let actor = Principal::plain(Role::System, code, None).actor();
        let writer = app.db.clone();
        writer.write(code, move |tx| app.log_export(tx, code, actor, "everything", Some(&reason))).wait()?;
    }
    Ok(codes)
}

fn make(
    app: &App,
    part: &Path,
    only: Option<CommunityCode>,
    communities: &[CommunityCode],
    progress: Progress,
) -> Result<Manifest, LeavingError> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(part).map_err(|error| LeavingError::file(part, &error))?;
    let archive = ZipWriter::new(BufWriter::new(file));
    let (lines, sums) = (BTreeMap::new(), BTreeMap::new());
    let mut making = Making { app, archive, part, only, lines, sums, photos: Vec::new(), done: 0, progress };
    app.db.read(|tx| making.everything(tx, communities))?;
    making.all_photos()?;
    making.finish()
}

struct Making<'a> {
    app: &'a App,
    archive: ZipWriter<BufWriter<File>>,
    part: &'a Path,
    only: Option<CommunityCode>,
    lines: BTreeMap<String, u64>,
    sums: BTreeMap<String, String>,
    photos: Vec<(CommunityCode, Uuid)>,
    done: u64,
    progress: Progress<'a>,
}

impl Making<'_> {
    /// Tables, texts and lists, in one snapshot.
    fn everything(&mut self, tx: &mut Tx, communities: &[CommunityCode]) -> Result<(), LeavingError> {
        for table in COPIED.iter().filter(|table| !LEFT_OUT.contains(&table.name)) {
            self.table(tx, table, &format!("tables/{}.jsonl", table.name), |_, table, row| {
                Ok(is_taken(table, row).then(|| of_row(table, row)))
            })?;
        }
        if let Some(vault) = COPIED.iter().find(|table| table.name == "vault") {
            self.table(tx, vault, TEXTS, |app, _, row| {
                let Some((slot, sealed)) = kept(row) else { return Ok(None) };
                let plain = app.vault.open(&slot, sealed)?;
                Ok(Some(serde_json::to_value(Kept::of(&slot, &plain))?))
            })?;
        }
        for code in communities {
            for (list, name) in LISTS {
                let tables = self.app.lists(tx, *code, list, Lang::Zh)?;
                let book = xlsx(&tables).map_err(|error| StoreError::Refused(error.to_string()))?;
                self.entry(&format!("sheets/{code}/{name}.xlsx"), &book, false)?;
            }
        }
        Ok(())
    }

    fn table(
        &mut self,
        tx: &mut Tx,
        table: &Copied,
        name: &str,
        line_of: impl Fn(&App, &Copied, &[Value]) -> Result<Option<serde_json::Value>, StoreError>,
    ) -> Result<(), LeavingError> {
        let packed = SimpleFileOptions::default().large_file(true);
        self.archive.start_file(name, packed).map_err(|error| LeavingError::zip(self.part, error))?;
        let at = table.columns.iter().position(|column| *column == "community_id").unwrap_or(0);
        let (mut count, mut sum) = (0, Sha256::new());
        tx.copy_out(table, |row| {
            let is_other = |only: CommunityCode| row.get(at) != Some(&Value::from(only));
            if self.only.is_some_and(is_other) {
                return Ok(());
            }
            let Some(line) = line_of(self.app, table, row)? else { return Ok(()) };
            let line = format!("{line}\n");
            self.archive.write_all(line.as_bytes()).map_err(|error| StoreError::file(self.part, &error))?;
            sum.update(&line);
            if table.name == "photo" {
                self.photos.extend(photo(table, row));
            }
            (count, self.done) = (count + 1, self.done + 1);
            (self.progress)(self.done);
            Ok(())
        })?;
        self.lines.insert(name.to_owned(), count);
        self.sums.insert(name.to_owned(), hex(&sum.finalize()));
        Ok(())
    }

    /// The photos in clear, without what a camera writes into them: it was taken out when they came.
    fn all_photos(&mut self) -> Result<(), LeavingError> {
        for (community, id) in std::mem::take(&mut self.photos) {
            for (size, name) in [(Size::Full, "full"), (Size::Thumb, "thumb")] {
                if let Some(bytes) = self.app.files.read(community, id, size)? {
                    self.entry(&format!("photos/{community}/{id}.{name}.jpg"), &bytes, true)?;
                }
            }
            self.done += 1;
            (self.progress)(self.done);
        }
        Ok(())
    }

    fn entry(&mut self, name: &str, bytes: &[u8], summed: bool) -> Result<(), LeavingError> {
        self.archive
            .start_file(name, SimpleFileOptions::default())
            .map_err(|error| LeavingError::zip(self.part, error))?;
        self.archive.write_all(bytes).map_err(|error| LeavingError::file(self.part, &error))?;
        if summed {
            self.sums.insert(name.to_owned(), hex(&Sha256::digest(bytes)));
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Manifest, LeavingError> {
        self.entry("README.md", README.as_bytes(), false)?;
        let manifest = Manifest {
            form: FORM.to_owned(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            made_at: self.app.now(),
            community: self.only,
            lines: std::mem::take(&mut self.lines),
            sha256: std::mem::take(&mut self.sums),
        };
        let text = serde_json::to_vec_pretty(&manifest).map_err(StoreError::from)?;
        self.entry(ENTRY, &text, false)?;
        let file = self.archive.finish().map_err(|error| LeavingError::zip(self.part, error))?;
        let file = file.into_inner().map_err(|error| LeavingError::file(self.part, error.error()))?;
        file.sync_all().map_err(|error| LeavingError::file(self.part, &error))?;
        Ok(manifest)
    }
}

/// The slot of a row of the vault, with what is sealed; `None` for an upload, which waits for an hour only,
/// and for the secret of a second factor, which stays behind with the account.
fn kept(row: &[Value]) -> Option<(Slot, &[u8])> {
    let [Value::Text(community), Value::Blob(owner), Value::Text(kind), Value::Int(n), Value::Blob(sealed)] =
        row
    else {
        return None;
    };
    let kind = Kind::of_name(kind).filter(|kind| !matches!(kind, Kind::Upload | Kind::Factor))?;
    let owner = Uuid::from_slice(owner).ok()?;
    Some((Slot { community: community.parse().ok()?, owner, kind, n: u32::try_from(*n).ok()? }, sealed))
}

fn photo(table: &Copied, row: &[Value]) -> Option<(CommunityCode, Uuid)> {
    let column = |name: &str| table.columns.iter().position(|it| *it == name).and_then(|at| row.get(at));
    match (column("community_id"), column("file_id")) {
        (Some(Value::Text(code)), Some(Value::Blob(id))) => {
            Some((code.parse().ok()?, Uuid::from_slice(id).ok()?))
        }
        _ => None,
    }
}
