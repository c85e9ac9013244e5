//! SQLite: one file, write-ahead log, every commit on the disk before it is said to be done.

use crate::error::{Result, StoreError};
use crate::value::{Row, Value};
use rusqlite::ErrorCode;
use rusqlite::config::DbConfig;
use std::path::Path;
use std::time::{Duration, Instant};

/// A connection to the embedded database.
pub struct Sqlite(rusqlite::Connection);

/// How a connection is opened. `synchronous` is always FULL: with NORMAL a power cut loses acknowledged requests,
/// which the power-cut suite shows by setting this variable.
const SYNCHRONOUS_FOR_TESTS: &str = "GUANJIA_UNSAFE_SYNCHRONOUS";

/// How long a connection waits for another one.
const PATIENCE: Duration = Duration::from_secs(10);

impl Sqlite {
    /// Opens the file, making it where it does not exist.
    ///
    /// # Errors
    /// [`StoreError::File`] when the path cannot be opened, else what SQLite says.
    pub fn open(path: &Path) -> Result<Self> {
        let connection = rusqlite::Connection::open(path).map_err(|error| StoreError::File {
            path: path.display().to_string(),
            reason: error.to_string(),
        })?;
        let synchronous = match std::env::var(SYNCHRONOUS_FOR_TESTS) {
            Ok(level) if level == "NORMAL" => "NORMAL",
            _ => "FULL",
        };
        connection.busy_timeout(PATIENCE)?;
        keep_a_log(&connection)?;
        connection.execute_batch(&format!(
            "PRAGMA synchronous = {synchronous}; PRAGMA foreign_keys = ON;
             PRAGMA secure_delete = ON; PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY;
             PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864; PRAGMA mmap_size = 268435456;"
        ))?;
        // Else a statement whose LIMIT is a parameter is planned anew for every value, which costs many times its work.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.set_prepared_statement_cache_capacity(256);
        Ok(Self(connection))
    }

    /// The raw connection, for what is measured beside the product.
    pub(crate) const fn raw(&self) -> &rusqlite::Connection {
        &self.0
    }

    pub(crate) fn batch(&self, sql: &str) -> Result<()> {
        Ok(self.0.execute_batch(sql)?)
    }

    pub(crate) fn each(
        &self,
        sql: &'static str,
        values: &[Value],
        mut read: impl FnMut(&Row) -> Result<()>,
    ) -> Result<()> {
        let mut statement = self.0.prepare_cached(sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(values))?;
        while let Some(row) = rows.next()? {
            read(&Row::Sqlite(row))?;
        }
        Ok(())
    }

    pub(crate) fn execute(&self, sql: &'static str, values: &[Value]) -> Result<u64> {
        let changed = self.0.prepare_cached(sql)?.execute(rusqlite::params_from_iter(values))?;
        Ok(changed as u64)
    }
}

/// Gives a new file its write-ahead log. That asks for the file alone, and SQLite does not wait for it by itself: of
/// several that open a new file at once, one does it and the others find it done.
fn keep_a_log(connection: &rusqlite::Connection) -> Result<()> {
    let began = Instant::now();
    loop {
        match connection.execute_batch("PRAGMA journal_mode = WAL") {
            Err(error)
                if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
                    && began.elapsed() < PATIENCE =>
            {
                std::thread::sleep(Duration::from_millis(2));
            }
            done => return Ok(done?),
        }
    }
}

/// Merges the log of a closed database into its file, so that the file alone is the whole of it.
///
/// # Errors
/// What SQLite says.
pub fn merge_log(path: &Path) -> Result<()> {
    let connection = rusqlite::Connection::open(path)?;
    connection.busy_timeout(PATIENCE)?;
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;")?;
    Ok(())
}
