//! Proof that nothing was changed behind the product's back: the chain of each book, and the read tables against
//! the events they come from.

mod batches;
mod compare;
mod fold;
mod walk;

use crate::chain::Book;
use crate::db::Db;
use crate::engine::Tx;
use crate::error::{Result, StoreError};
use crate::tables::{self, rows_of};
use crate::values;
use batches::{Batches, side_by_side};
use compare::compare;
use fold::{Fold, Told};
use guanjia_domain::CommunityCode;
use std::collections::BTreeSet;
use std::fmt;
use walk::Walk;

/// Every event of a community, as [`Told::read`] and [`Walk::step`] take them.
const EVENTS: &str = "SELECT seq, at, hash, actor, subject_kind, subject_id, kind, body FROM event \
                      WHERE community_id = ?1 ORDER BY seq";

/// The first thing that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// An entry of a book was changed, added, moved or left out.
    Chain {
        /// The community.
        community: CommunityCode,
        /// The book.
        book: &'static str,
        /// The first entry that does not fit.
        seq: u64,
    },
    /// Entries at the end of a book are missing, or the head was changed.
    Head {
        /// The community.
        community: CommunityCode,
        /// The book.
        book: &'static str,
        /// The last entry that is there.
        seq: u64,
    },
    /// An event cannot be read, or does not fit what came before.
    Event {
        /// The community.
        community: CommunityCode,
        /// Its place.
        seq: u64,
        /// Why.
        reason: String,
    },
    /// A row of a read table differs from what the events say.
    Row {
        /// The community.
        community: CommunityCode,
        /// The table.
        table: &'static str,
        /// The row's key.
        key: String,
        /// What is wrong with it.
        what: &'static str,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chain { community, book, seq } => {
                write!(
                    f,
                    "{community}: entry {seq} of the {book} was changed, added or moved, or one before it is missing"
                )
            }
            Self::Head { community, book, seq } => {
                write!(f, "{community}: the {book} ends at entry {seq}, which is not where its head says")
            }
            Self::Event { community, seq, reason } => write!(f, "{community}: event {seq}: {reason}"),
            Self::Row { community, table, key, what } => {
                write!(f, "{community}: table {table}, row {key}: {what}")
            }
        }
    }
}

/// What was looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many events.
    pub events: u64,
    /// How many entries of access logs.
    pub accesses: u64,
    /// The first fault, if there is one.
    pub fault: Option<Fault>,
}

/// Checks every community. `progress` is told how many entries were looked at.
///
/// # Errors
/// What the engine says; a fault is no error but in the report.
pub fn verify(db: &Db, progress: &mut dyn FnMut(u64)) -> Result<Report> {
    db.read(|tx| verify_in(tx, progress))
}

/// The same inside a transaction: what it is about to commit is looked at before anybody else can see it.
///
/// # Errors
/// As [`verify`].
pub fn verify_in(tx: &mut Tx, progress: &mut dyn FnMut(u64)) -> Result<Report> {
    tx.write_heads()?;
    let mut report = Report::default();
    for community in communities(tx)? {
        let fault = community_fault(tx, community, &mut report, progress)?;
        if fault.is_some() {
            report.fault = fault;
            break;
        }
    }
    Ok(report)
}

/// Every community that any book or read table speaks of, also where its chain head was taken away.
fn communities(tx: &mut Tx) -> Result<BTreeSet<CommunityCode>> {
    let books = [
        "SELECT min(community_id) FROM chain_head WHERE community_id > ?1",
        "SELECT min(community_id) FROM event WHERE community_id > ?1",
        "SELECT min(community_id) FROM audit WHERE community_id > ?1",
    ];
    let mut found = BTreeSet::new();
    for sql in books.into_iter().chain(tables::ALL.iter().map(|table| table.next_community)) {
        let mut last = String::new();
        while let Some(code) = tx.first(sql, values![last], |row| row.get::<Option<String>>(0))?.flatten() {
            found.insert(code.parse().map_err(|_| StoreError::Damaged(format!("community {code}")))?);
            last = code;
        }
    }
    Ok(found)
}

fn community_fault(
    tx: &mut Tx,
    community: CommunityCode,
    report: &mut Report,
    progress: &mut dyn FnMut(u64),
) -> Result<Option<Fault>> {
    let mut chain = Walk::new(community, Book::Ledger);
    let reading = |entries: &mut Batches<Told>| {
        tx.each(EVENTS, values![community], |row| {
            report.events += 1;
            if report.events.is_multiple_of(10_000) {
                progress(report.events);
            }
            let told = Told::read(row)?;
            if chain.step(row, &told.columns())? {
                entries.hand_over(told);
            }
            Ok(())
        })
    };
    let mut fold = side_by_side(reading, |told| {
        let mut fold = Fold::new(community);
        told.for_each(|entry| fold.take(&entry));
        fold
    })?;
    if let Some(fault) = chain.fault.take().or(fold.fault.take()) {
        return Ok(Some(fault));
    }
    if let Some(fault) = chain.at_head(tx, fold.requests())? {
        return Ok(Some(fault));
    }
    let mut audit = Walk::new(community, Book::Audit);
    tx.each(
        "SELECT seq, at, hash, actor, action, object_id, detail FROM audit WHERE community_id = ?1 ORDER BY seq",
        values![community],
        |row| {
            report.accesses += 1;
            let text: [String; 3] = [row.get(3)?, row.get(4)?, row.get(6)?];
            let object: Vec<u8> = row.get(5)?;
            audit.step(row, &[text[0].as_bytes(), text[1].as_bytes(), &object, text[2].as_bytes()])?;
            Ok(())
        },
    )?;
    if let Some(fault) = audit.fault.take().or(audit.at_head(tx, 0)?) {
        return Ok(Some(fault));
    }
    compare(tx, community, fold.states)
}

/// Makes the read tables of every community again from the events. Chain and events stay untouched. All or nothing
/// for each community.
///
/// # Errors
/// [`StoreError::Damaged`] when the ledger does not fit together: run `verify` to learn where.
pub fn rebuild(db: &Db) -> Result<u64> {
    let communities = db.read(communities)?;
    let mut rows = 0;
    for community in communities {
        rows += db.write(community, move |tx| rebuild_one(tx, community)).wait()?;
    }
    Ok(rows)
}

/// The same inside a transaction, for all communities.
pub(crate) fn rebuild_all(tx: &mut Tx) -> Result<u64> {
    let mut rows = 0;
    for community in communities(tx)? {
        rows += rebuild_one(tx, community)?;
    }
    Ok(rows)
}

fn rebuild_one(tx: &mut Tx, community: CommunityCode) -> Result<u64> {
    let mut fold = Fold::new(community);
    tx.each(EVENTS, values![community], |row| {
        fold.take(&Told::read(row)?);
        Ok(())
    })?;
    if let Some(fault) = fold.fault {
        return Err(StoreError::Damaged(fault.to_string()));
    }
    for table in tables::ALL.iter().rev() {
        tx.put(table.clear, values![community])?;
    }
    // Running servers must not show what they read of the tables before.
    tx.house_changed(community)?;
    tx.work_changed(community)?;
    let mut written = 0;
    for entity in fold.states.values() {
        let rows = rows_of(entity)?;
        written += rows.len() as u64;
        tx.show(community, &[], &rows)?;
    }
    Ok(written)
}
