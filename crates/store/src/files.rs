//! Photo files: sealed, under generated names, on the disk before any row speaks of them.
//!
//! Written to a temporary name, flushed, renamed, and the folder flushed: after a power cut a file is whole or not
//! there. A file that no request lists (the power went between photo and request) is swept away after a day.

use crate::error::{Result, StoreError};
use crate::vault::{Kind, Slot, Vault};
use guanjia_domain::CommunityCode;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;
use uuid::Uuid;

/// Which size of a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// For looking at.
    Full,
    /// For lists.
    Thumb,
}

/// A folder of sealed photos.
#[derive(Clone)]
pub struct Files {
    folder: PathBuf,
    vault: Vault,
}

impl Files {
    /// The photos in a folder, which is made where it does not exist.
    ///
    /// # Errors
    /// [`StoreError::File`].
    pub fn open(folder: &Path, vault: Vault) -> Result<Self> {
        fs::create_dir_all(folder).map_err(|error| StoreError::file(folder, &error))?;
        Ok(Self { folder: folder.to_owned(), vault })
    }

    /// Writes both sizes of a photo and flushes them.
    ///
    /// # Errors
    /// [`StoreError::File`] or [`StoreError::Unavailable`].
    pub fn write(&self, community: CommunityCode, id: Uuid, full: &[u8], thumb: &[u8]) -> Result<()> {
        let folder = self.folder_of(community);
        fs::create_dir_all(&folder).map_err(|error| StoreError::file(&folder, &error))?;
        for (size, plain) in [(Size::Full, full), (Size::Thumb, thumb)] {
            let sealed = self.vault.seal(&slot(community, id, size), plain)?;
            let path = self.path(community, id, size);
            write_whole(&path, &sealed).map_err(|error| StoreError::file(&path, &error))?;
        }
        flush_folder(&folder).map_err(|error| StoreError::file(&folder, &error))
    }

    /// Reads a photo; `None` when its file is gone.
    ///
    /// # Errors
    /// [`StoreError::File`], or [`StoreError::WrongKey`] when it was changed.
    pub fn read(&self, community: CommunityCode, id: Uuid, size: Size) -> Result<Option<Vec<u8>>> {
        let path = self.path(community, id, size);
        match fs::read(&path) {
            Ok(sealed) => self.vault.open(&slot(community, id, size), &sealed).map(Some),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(StoreError::file(&path, &error)),
        }
    }

    /// Both files of a photo as they lie on the disk, sealed, with their names; `None` for one that is gone.
    ///
    /// # Errors
    /// [`StoreError::File`].
    pub fn sealed(&self, community: CommunityCode, id: Uuid) -> Result<Vec<(String, Option<Vec<u8>>)>> {
        let both = [Size::Full, Size::Thumb].map(|size| {
            let path = self.path(community, id, size);
            match fs::read(&path) {
                Ok(bytes) => Ok((name(id, size), Some(bytes))),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok((name(id, size), None)),
                Err(error) => Err(StoreError::file(&path, &error)),
            }
        });
        both.into_iter().collect()
    }

    /// Removes both sizes of a photo. One that is gone already is no error.
    ///
    /// # Errors
    /// [`StoreError::File`].
    pub fn remove(&self, community: CommunityCode, id: Uuid) -> Result<()> {
        for size in [Size::Full, Size::Thumb] {
            let path = self.path(community, id, size);
            match fs::remove_file(&path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(StoreError::file(&path, &error));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Removes the files that no request lists and that are older than `age`: a photo is written before its request.
    /// Says how many.
    ///
    /// # Errors
    /// [`StoreError::File`].
    pub fn sweep(&self, community: CommunityCode, listed: &[Uuid], age: Duration) -> Result<usize> {
        let folder = self.folder_of(community);
        let Ok(entries) = fs::read_dir(&folder) else { return Ok(0) };
        let mut swept = 0;
        for entry in entries.flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let known =
                name.get(..36).and_then(|id| Uuid::parse_str(id).ok()).is_some_and(|id| listed.contains(&id));
            let whole = !name.ends_with(".part");
            let old = entry
                .metadata()
                .and_then(|it| it.modified())
                .is_ok_and(|at| at.elapsed().is_ok_and(|a| a >= age));
            if old && !(known && whole) {
                fs::remove_file(entry.path()).map_err(|error| StoreError::file(&entry.path(), &error))?;
                swept += 1;
            }
        }
        Ok(swept)
    }

    fn folder_of(&self, community: CommunityCode) -> PathBuf {
        self.folder.join(community.as_str())
    }

    fn path(&self, community: CommunityCode, id: Uuid, size: Size) -> PathBuf {
        self.folder_of(community).join(name(id, size))
    }
}

fn name(id: Uuid, size: Size) -> String {
    format!("{id}.{}", if size == Size::Full { "full" } else { "thumb" })
}

/// Whether a file name is one that this program gives.
#[must_use]
pub fn is_name(text: &str) -> bool {
    let id = text.split_once('.').and_then(|(id, _)| Uuid::parse_str(id).ok());
    id.is_some_and(|id| [Size::Full, Size::Thumb].into_iter().any(|size| name(id, size) == text))
}

fn slot(community: CommunityCode, id: Uuid, size: Size) -> Slot {
    Slot { community, owner: id, kind: Kind::Photo, n: u32::from(size == Size::Thumb) }
}

/// Makes the names in a folder outlast a power cut. Only Unix opens folders as files; NTFS keeps a journal of names.
///
/// # Errors
/// What the system says.
pub fn flush_folder(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Writes a file so that after a power cut it is whole or not there.
///
/// # Errors
/// What the system says.
pub fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let part = path.with_extension("part");
    let mut file = File::create(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&part, path)
}
