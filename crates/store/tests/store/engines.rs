//! The two engines, and how to change their data behind the product's back.

use crate::support::postgres::{DatabaseUrl, database_url};
use guanjia_store::{Db, Location};
use std::fmt::Debug;
use std::path::Path;
use tempfile::TempDir;
use tokio_postgres::NoTls;

/// An empty database of one engine; gone when dropped.
pub enum Engine {
    Sqlite(TempDir),
    Postgres(DatabaseUrl),
}

/// Runs `body` on both engines, each with an empty database, and compares what it answers. Without a PostgreSQL
/// server only SQLite is tried, which the support module says aloud.
pub fn on_both<T: PartialEq + Debug>(body: impl Fn(&Engine) -> T) {
    let embedded = body(&Engine::Sqlite(TempDir::new().unwrap()));
    if let Some(url) = database_url() {
        assert_eq!(body(&Engine::Postgres(url)), embedded, "PostgreSQL (left) and SQLite (right) differ");
    }
}

impl Engine {
    pub fn open(&self) -> Db {
        Db::open(self.location()).unwrap()
    }

    pub fn location(&self) -> Location {
        match self {
            Self::Sqlite(folder) => Location::File(folder.path().join("guanjia.db")),
            Self::Postgres(url) => Location::Server(url.to_string()),
        }
    }

    /// The folder of the embedded database.
    pub fn folder(&self) -> Option<&Path> {
        match self {
            Self::Sqlite(folder) => Some(folder.path()),
            Self::Postgres(_) => None,
        }
    }

    /// Statements that both engines understand, past the product.
    pub fn tamper(&self, sql: &str) {
        match self {
            Self::Sqlite(_) => self.raw().execute_batch(sql).unwrap(),
            Self::Postgres(url) => postgres(url, sql),
        }
    }

    /// Flips the lowest bit of the first byte of a blob.
    pub fn flip(&self, table: &str, column: &str, which: &str) {
        match self {
            Self::Sqlite(_) => {
                let raw = self.raw();
                let mut bytes: Vec<u8> = raw
                    .query_row(&format!("SELECT {column} FROM {table} WHERE {which}"), [], |row| row.get(0))
                    .unwrap();
                bytes[0] ^= 1;
                let sql = format!("UPDATE {table} SET {column} = ?1 WHERE {which}");
                assert_eq!(raw.execute(&sql, [bytes]).unwrap(), 1);
            }
            Self::Postgres(url) => postgres(
                url,
                &format!(
                    "UPDATE {table} SET {column} = set_byte({column}, 0, get_byte({column}, 0) # 1) WHERE {which}"
                ),
            ),
        }
    }

    fn raw(&self) -> rusqlite::Connection {
        let Self::Sqlite(folder) = self else { panic!("only the embedded database is a file") };
        rusqlite::Connection::open(folder.path().join("guanjia.db")).unwrap()
    }
}

fn postgres(url: &str, sql: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let (client, connection) = tokio_postgres::connect(url, NoTls).await.unwrap();
        let driver = tokio::spawn(connection);
        client.batch_execute(sql).await.unwrap();
        drop(client);
        driver.await.unwrap().unwrap();
    });
}
