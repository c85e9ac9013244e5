//! What an installation consists of, as rows that are the same on both engines: for backups, and for moving from one
//! engine to the other.
//!
//! Only what is told nowhere else is copied: the books, the vault with what makes it findable, accounts, links, timers
//! and notices. The read tables are made again from the ledger ([`fill`]), so a copy that was tampered with cannot show
//! what its ledger does not say. Sessions are left out: who signed in before signs in again.

use crate::db::Db;
use crate::engine::Tx;
use crate::error::{Result, StoreError};
use crate::value::Value;
use crate::verify::rebuild_all;
use std::sync::LazyLock;

/// A table that is copied.
#[derive(Debug)]
pub struct Copied {
    /// Its name.
    pub name: &'static str,
    /// Its columns, those of the key first.
    pub columns: &'static [&'static str],
    read: &'static str,
    any: &'static str,
    write: &'static str,
}

/// Table, columns, how many of them are the key.
type Outline = (&'static str, &'static [&'static str], usize);

const OUTLINES: &[Outline] = &[
    ("chain_head", &["community_id", "book", "seq", "hash", "requests", "house"], 2),
    (
        "event",
        &["community_id", "seq", "at", "actor", "subject_kind", "subject_id", "kind", "body", "hash"],
        2,
    ),
    ("audit", &["community_id", "seq", "at", "actor", "action", "object_id", "detail", "hash"], 2),
    ("vault", &["community_id", "owner_id", "kind", "n", "sealed"], 4),
    ("search_entry", &["community_id", "request_id", "digest", "tokens"], 2),
    ("contact", &["community_id", "token", "owner_kind", "owner_id"], 4),
    ("photo", &["community_id", "request_id", "n", "phase", "file_id", "width", "height"], 3),
    ("sign_in_name", &["token", "community_id", "holder_kind", "holder_id"], 1),
    ("account", &["community_id", "holder_id", "holder_kind", "password", "closed"], 2),
    (
        "link",
        &["community_id", "token", "kind", "subject_id", "holder_id", "created_at", "ends_at", "used_at"],
        2,
    ),
    ("erased", &["community_id", "owner_id", "kind", "n", "at"], 5),
    (
        "account_guard",
        &["community_id", "holder_id", "locked_at", "failures", "failed_at", "signed_in_at"],
        2,
    ),
    ("second_factor", &["community_id", "holder_id", "since", "step"], 2),
    ("recovery_code", &["community_id", "holder_id", "token"], 3),
    ("timer", &["community_id", "rings_at", "subject_id", "kind"], 4),
    ("notice", &["community_id", "recipient", "id", "at", "kind", "subject_id", "read_at"], 3),
    (
        "held_notice",
        &["community_id", "recipient", "id", "at", "kind", "subject_id", "release_at", "digest"],
        3,
    ),
];

/// Tables that backups of earlier versions do not have.
pub const LATER: &[&str] = &["erased", "account_guard", "second_factor", "recovery_code", "held_notice"];

/// Every table that is copied, in the order in which it is written.
pub static COPIED: LazyLock<Vec<Copied>> = LazyLock::new(|| OUTLINES.iter().map(copied).collect());

fn copied(&(name, columns, keys): &Outline) -> Copied {
    let all = columns.join(", ");
    let places = (1..=columns.len()).map(|n| format!("?{n}")).collect::<Vec<_>>().join(", ");
    let kept = |sql: String| -> &'static str { Box::leak(sql.into_boxed_str()) };
    Copied {
        name,
        columns,
        read: kept(format!("SELECT {all} FROM {name} ORDER BY {}", columns[..keys].join(", "))),
        any: kept(format!("SELECT CAST(1 AS BIGINT) FROM {name} LIMIT 1")),
        write: kept(format!("INSERT INTO {name} ({all}) VALUES ({places})")),
    }
}

impl Tx<'_> {
    /// Hands every row of a table to `take`, in the order of its key.
    ///
    /// # Errors
    /// What the engine or `take` says.
    pub fn copy_out(&mut self, table: &Copied, mut take: impl FnMut(&[Value]) -> Result<()>) -> Result<()> {
        let mut values = Vec::with_capacity(table.columns.len());
        self.each(table.read, &[], |row| {
            values.clear();
            for at in 0..table.columns.len() {
                values.push(row.value(at)?);
            }
            take(&values)
        })
    }

    /// Adds a row that was copied out.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when it has another number of columns, else what the engine says.
    pub fn copy_in(&mut self, table: &Copied, row: &[Value]) -> Result<()> {
        if row.len() != table.columns.len() {
            return Err(StoreError::Damaged(format!("a row of {} has {} columns", table.name, row.len())));
        }
        self.put(table.write, row)
    }
}

/// Fills an empty installation with rows that `rows` adds by [`Tx::copy_in`], and makes the read tables from them. All
/// or nothing. Says how many rows the read tables have.
///
/// # Errors
/// [`StoreError::Refused`] when the installation holds anything, [`StoreError::Damaged`] when the ledger does not fit
/// together, else what `rows` or the engine says.
pub fn fill<E: From<StoreError>>(
    db: &Db,
    rows: impl FnOnce(&mut Tx) -> std::result::Result<(), E>,
) -> std::result::Result<u64, E> {
    fill_and(db, rows, |_| Ok(())).map(|(filled, ())| filled)
}

/// The same, and changes what was filled in before anybody can see it.
///
/// # Errors
/// As [`fill`], and what `then` says.
pub fn fill_and<T, E: From<StoreError>>(
    db: &Db,
    rows: impl FnOnce(&mut Tx) -> std::result::Result<(), E>,
    then: impl FnOnce(&mut Tx) -> std::result::Result<T, E>,
) -> std::result::Result<(u64, T), E> {
    let filled = db.alone(|tx| {
        for table in COPIED.iter() {
            if tx.first(table.any, &[], |row| row.get::<i64>(0))?.is_some() {
                return Err(StoreError::Refused(format!(
                    "the installation holds data already ({})",
                    table.name
                ))
                .into());
            }
        }
        rows(tx)?;
        let filled = rebuild_all(tx)?;
        Ok::<_, E>((filled, then(tx)?))
    })?;
    // It is in by now, whatever comes of this: without it the server only looks for itself a minute later.
    let _measured_later = db.measure_tables();
    Ok(filled)
}
