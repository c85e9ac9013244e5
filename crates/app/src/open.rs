//! Opening an installation: database, key, photos.

use crate::clock::{Clock, Ids};
use crate::error::Result;
use crate::office::App;
use crate::photo::PhotoPress;
use guanjia_domain::limit::Rules;
use guanjia_store::files::Files;
use guanjia_store::{Db, Key, Location, StoreError, Vault};
use std::path::Path;
use std::sync::Arc;

/// The file that holds the key, unless the environment does.
pub(crate) const KEY_FILE: &str = "guanjia.key";
/// The file of the embedded database.
const DATABASE_FILE: &str = "guanjia.db";
/// The folder of the photos.
pub(crate) const PHOTOS: &str = "photos";

impl App {
    /// Opens the installation in `folder`: with the embedded database there, or with the PostgreSQL database at
    /// `server`. What does not exist yet is made.
    ///
    /// # Errors
    /// [`StoreError::WrongKey`] when the key is missing or wrong, [`StoreError::File`], and what the engine says.
    pub fn open(folder: &Path, server: Option<&str>, clock: Arc<dyn Clock>) -> Result<Self> {
        std::fs::create_dir_all(folder).map_err(|error| StoreError::file(folder, &error))?;
        let db = Db::open(location(&folder.join(DATABASE_FILE), server))?;
        let data_exist = !db.read(|tx| -> Result<_> { Ok(tx.communities()?) })?.is_empty();
        let key = find_key(folder, data_exist)?;
        Self::with(db, &key, folder, clock)
    }

    /// The same with a database and a key at hand: tests.
    ///
    /// # Errors
    /// [`StoreError::File`].
    pub fn with(db: Db, key: &Key, folder: &Path, clock: Arc<dyn Clock>) -> Result<Self> {
        let vault = Vault::new(key);
        let files = Files::open(&folder.join(PHOTOS), vault.clone())?;
        Ok(Self {
            db,
            vault,
            files,
            clock,
            ids: Arc::new(Ids::default()),
            rules: Arc::new(Rules::default()),
            press: Arc::new(PhotoPress::new()),
            exports: Arc::default(),
            recent: Arc::default(),
            reasons: Arc::default(),
            category: None,
        })
    }
}

/// Where the data lie: in a file, or on a server.
pub(crate) fn location(file: &Path, server: Option<&str>) -> Location {
    server.map_or_else(|| Location::File(file.to_owned()), |url| Location::Server(url.to_owned()))
}

/// The key of an installation.
pub(crate) fn find_key(folder: &Path, data_exist: bool) -> std::result::Result<Key, StoreError> {
    Key::find(&folder.join(KEY_FILE), data_exist)
}

/// Whether a folder holds an embedded database, or photos of one on a server.
pub(crate) fn is_installed(folder: &Path) -> bool {
    folder.join(DATABASE_FILE).exists() || folder.join(PHOTOS).exists()
}

/// Gives a database that was made beside it the name by which the installation is known. It was closed before, and its
/// log is merged into it.
pub(crate) fn install(made: &Path, folder: &Path) -> std::result::Result<(), StoreError> {
    guanjia_store::engine::sqlite::merge_log(made)?;
    std::fs::rename(made, folder.join(DATABASE_FILE))
        .and_then(|()| guanjia_store::files::flush_folder(folder))
        .map_err(|error| StoreError::file(made, &error))
}

/// Removes a database that is not wanted, with its log.
pub(crate) fn discard(file: &Path) {
    for end in ["", "-wal", "-shm"] {
        let mut name = file.as_os_str().to_owned();
        name.push(end);
        // What was never made cannot be removed.
        let _not_there = std::fs::remove_file(Path::new(&name));
    }
}
