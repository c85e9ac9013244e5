//! The demo's folder: when it is whole, when it is half-built, and when it is something else.

use super::{DemoCast, DemoError};
use guanjia_store::StoreError;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Who is who in the demo; there once the demo is whole.
const CAST: &str = "demo.json";
/// There while the demo is being made.
const MARK: &str = "demo.building";
/// What an installation leaves in its folder, the key first.
const FILES: [&str; 5] = ["guanjia.key", "guanjia.db", "guanjia.db-wal", "guanjia.db-shm", "demo.json.part"];
/// Its folder of photos.
const PHOTOS: &str = "photos";

/// The cast of a whole demo; `None` when there is none.
pub(super) fn whole(folder: &Path) -> Result<Option<DemoCast>, DemoError> {
    let path = folder.join(CAST);
    match fs::read(&path) {
        Ok(bytes) => Ok(Some(serde_json::from_slice(&bytes).map_err(StoreError::from)?)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(StoreError::file(&path, &error).into()),
    }
}

/// Makes the folder ready for a new demo: what a killed one left is removed, anything else is refused. The key stays
/// where the data lie on a server (`served`): they cannot be removed from here, and only the key opens them.
pub(super) fn prepare(folder: &Path, served: bool) -> Result<(), DemoError> {
    let mark = folder.join(MARK);
    if mark.exists() {
        clear(folder, if served { &FILES[1..] } else { &FILES })?;
    } else if FILES.iter().any(|name| folder.join(name).exists()) {
        return Err(DemoError::NotADemo(folder.display().to_string()));
    }
    fs::create_dir_all(folder).map_err(|error| StoreError::file(folder, &error))?;
    Ok(write(&mark, b"").map_err(|error| StoreError::file(&mark, &error))?)
}

/// Says that the demo is whole.
pub(super) fn finish(folder: &Path, cast: &DemoCast) -> Result<(), DemoError> {
    let (path, mark) = (folder.join(CAST), folder.join(MARK));
    let part = path.with_extension("json.part");
    let bytes = serde_json::to_vec_pretty(cast).map_err(StoreError::from)?;
    write(&part, &bytes)
        .and_then(|()| fs::rename(&part, &path))
        .and_then(|()| guanjia_store::files::flush_folder(folder))
        .map_err(|error| StoreError::file(&path, &error))?;
    Ok(fs::remove_file(&mark).map_err(|error| StoreError::file(&mark, &error))?)
}

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn clear(folder: &Path, files: &[&str]) -> Result<(), StoreError> {
    for name in files {
        let path = folder.join(name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(StoreError::file(&path, &error)),
            _ => {}
        }
    }
    let photos = folder.join(PHOTOS);
    match fs::remove_dir_all(&photos) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(StoreError::file(&photos, &error)),
        _ => Ok(()),
    }
}
