//! The two engines behind one small surface: a transaction that asks, changes and appends.
//!
//! Statements are written once, with `?1`, `?2` … as SQLite numbers them; [`dialect`] holds the few differences.

pub mod dialect;
pub mod postgres;
pub mod sqlite;
pub(crate) mod statistics;

mod pending;

use crate::chain::Heads;
use crate::error::Result;
use crate::memory::{Memory, SharedMemory, Shelves};
use crate::value::{Row, Value};
use std::sync::Arc;

/// A connection of either engine.
pub enum Connection {
    /// The embedded database.
    Sqlite(sqlite::Sqlite),
    /// A PostgreSQL server.
    Postgres(Box<postgres::Postgres>),
}

impl Connection {
    pub(crate) fn begin(&mut self, write: bool) -> Result<()> {
        match self {
            Self::Sqlite(it) => it.batch(if write { "BEGIN IMMEDIATE" } else { "BEGIN" }),
            Self::Postgres(it) => {
                it.begin(if write { "BEGIN" } else { "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" });
                Ok(())
            }
        }
    }

    pub(crate) fn commit(&mut self) -> Result<()> {
        match self {
            Self::Sqlite(it) => it.batch("COMMIT"),
            Self::Postgres(it) => it.commit(),
        }
    }

    pub(crate) fn rollback(&mut self) -> Result<()> {
        match self {
            Self::Sqlite(it) => it.batch("ROLLBACK"),
            Self::Postgres(it) => it.rollback(),
        }
    }

    /// Ends a snapshot: there is nothing to undo, so nobody waits for it.
    pub(crate) fn leave(&mut self) -> Result<()> {
        match self {
            Self::Sqlite(it) => it.batch("ROLLBACK"),
            Self::Postgres(it) => it.leave(),
        }
    }

    /// Runs several statements without values: migrations.
    pub(crate) fn batch(&mut self, sql: &str) -> Result<()> {
        match self {
            Self::Sqlite(it) => it.batch(sql),
            Self::Postgres(it) => it.batch(sql),
        }
    }
}

/// A transaction. It is rolled back unless the layer above commits it.
pub struct Tx<'a> {
    connection: &'a mut Connection,
    pub(crate) heads: Heads,
    pub(crate) memory: Memory,
    pub(crate) shelves: Option<Shelves>,
    pub(crate) is_writer: bool,
    writes: u64,
}

impl<'a> Tx<'a> {
    pub(crate) fn new(connection: &'a mut Connection) -> Self {
        let (heads, memory) = (Heads::default(), Memory::default());
        Self { connection, heads, memory, shelves: None, is_writer: true, writes: 0 }
    }

    /// One that writes.
    pub(crate) fn writing(connection: &'a mut Connection, memory: &Arc<SharedMemory>) -> Self {
        Self { shelves: Some(Shelves::new(Arc::clone(memory))), ..Self::new(connection) }
    }

    /// One that only reads, and shares what it reads of the house with the others.
    pub(crate) fn reading(connection: &'a mut Connection, memory: &Arc<SharedMemory>) -> Self {
        Self { is_writer: false, ..Self::writing(connection, memory) }
    }

    pub(crate) const fn is_writer(&self) -> bool {
        self.is_writer
    }

    /// How many changes were tried: a command that fails before its first change leaves no trace.
    pub(crate) const fn writes(&self) -> u64 {
        self.writes
    }

    /// Counts a change that so far stands in memory only, such as a number that was taken.
    pub(crate) const fn count_change(&mut self) {
        self.writes += 1;
    }

    pub(crate) const fn is_postgres(&self) -> bool {
        matches!(self.connection, Connection::Postgres(_))
    }

    /// Every row of an answer.
    ///
    /// # Errors
    /// What the engine or `read` says.
    pub fn query<T>(
        &mut self,
        sql: &'static str,
        values: &[Value],
        mut read: impl FnMut(&Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut found = Vec::new();
        self.each(sql, values, |row| {
            found.push(read(row)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// Hands every row of an answer to `read`, without keeping them: for long answers.
    ///
    /// # Errors
    /// What the engine or `read` says.
    pub fn each(
        &mut self,
        sql: &'static str,
        values: &[Value],
        read: impl FnMut(&Row) -> Result<()>,
    ) -> Result<()> {
        match self.connection {
            Connection::Sqlite(it) => it.each(sql, values, read),
            Connection::Postgres(it) => it.each(sql, values, read),
        }
    }

    /// The first row of an answer.
    ///
    /// # Errors
    /// What the engine or `read` says.
    pub fn first<T>(
        &mut self,
        sql: &'static str,
        values: &[Value],
        read: impl FnMut(&Row) -> Result<T>,
    ) -> Result<Option<T>> {
        Ok(self.query(sql, values, read)?.into_iter().next())
    }

    /// Asks the same for several sets of values, the answers in their order. PostgreSQL gets all the questions at once;
    /// to SQLite there is no way that could be saved.
    ///
    /// # Errors
    /// What the engine or `read` says.
    pub fn first_of_each<T>(
        &mut self,
        sql: &'static str,
        questions: &[Vec<Value>],
        mut read: impl FnMut(&Row) -> Result<T>,
    ) -> Result<Vec<Option<T>>> {
        match self.connection {
            Connection::Sqlite(_) => {
                questions.iter().map(|values| self.first(sql, values, &mut read)).collect()
            }
            Connection::Postgres(it) => it.first_of_each(sql, questions, read),
        }
    }

    /// Changes rows and says how many.
    ///
    /// # Errors
    /// What the engine says.
    pub fn execute(&mut self, sql: &'static str, values: &[Value]) -> Result<u64> {
        self.writes += 1;
        match self.connection {
            Connection::Sqlite(it) => it.execute(sql, values),
            Connection::Postgres(it) => it.execute(sql, values),
        }
    }

    /// Changes rows when nobody needs to know how many: PostgreSQL is told without waiting for its answer, and an
    /// error comes with the next question or with the commit.
    ///
    /// # Errors
    /// What the engine says, perhaps later.
    pub fn put(&mut self, sql: &'static str, values: &[Value]) -> Result<()> {
        self.writes += 1;
        match self.connection {
            Connection::Sqlite(it) => it.execute(sql, values).map(drop),
            Connection::Postgres(it) => it.put(sql, values),
        }
    }
}
