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
const KEY_FILE: &str = "guanjia.key";
/// The file of the embedded database.
const DATABASE_FILE: &str = "guanjia.db";

impl App {
    /// Opens the installation in `folder`: with the embedded database there, or with the PostgreSQL database at
    /// `server`. What does not exist yet is made.
    ///
    /// # Errors
    /// [`StoreError::WrongKey`] when the key is missing or wrong, [`StoreError::File`], and what the engine says.
    pub fn open(folder: &Path, server: Option<&str>, clock: Arc<dyn Clock>) -> Result<Self> {
        std::fs::create_dir_all(folder).map_err(|error| StoreError::file(folder, &error))?;
        let file = folder.join(DATABASE_FILE);
        let location = server.map_or_else(|| Location::File(file), |url| Location::Server(url.to_owned()));
        let db = Db::open(location)?;
        let data_exist = !db.read(|tx| -> Result<_> { Ok(tx.communities()?) })?.is_empty();
        let key = Key::find(&folder.join(KEY_FILE), data_exist)?;
        Self::with(db, &key, folder, clock)
    }

    /// The same with a database and a key at hand: tests.
    ///
    /// # Errors
    /// [`StoreError::File`].
    pub fn with(db: Db, key: &Key, folder: &Path, clock: Arc<dyn Clock>) -> Result<Self> {
        let vault = Vault::new(key);
        let files = Files::open(&folder.join("photos"), vault.clone())?;
        Ok(Self {
            db,
            vault,
            files,
            clock,
            ids: Arc::new(Ids::default()),
            rules: Arc::new(Rules::default()),
            press: Arc::new(PhotoPress::new()),
            recent: Arc::default(),
        })
    }
}
