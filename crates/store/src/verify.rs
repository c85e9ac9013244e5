//! Proof that nothing was changed behind the product's back: the chain of each book, and the read tables against
//! the events they come from.

use crate::chain::Book;
use crate::db::Db;
use crate::engine::Tx;
use crate::error::{Result, StoreError};
use crate::tables::{self, TableRow, rows_of};
use crate::value::{Row, Value};
use crate::values;
use guanjia_domain::ledger::{Entry, Hash, genesis, link};
use guanjia_domain::{Body, CommunityCode, Entity, Event, Subject};
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashMap};
use std::fmt;

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
    db.read(|tx| {
        let mut report = Report::default();
        for community in communities(tx)? {
            let fault = community_fault(tx, community, &mut report, progress)?;
            if fault.is_some() {
                report.fault = fault;
                break;
            }
        }
        Ok(report)
    })
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
    let mut fold = Fold::new(community);
    let mut chain = Walk::new(community, Book::Ledger);
    tx.each(
        "SELECT seq, at, hash, actor, subject_kind, subject_id, kind, body FROM event WHERE community_id = ?1 ORDER BY seq",
        values![community],
        |row| {
            report.events += 1;
            if report.events.is_multiple_of(10_000) {
                progress(report.events);
            }
            let text: [String; 4] = [row.get(3)?, row.get(4)?, row.get(6)?, row.get(7)?];
            let subject: Vec<u8> = row.get(5)?;
            let columns: [&[u8]; 5] =
                [text[0].as_bytes(), text[1].as_bytes(), &subject, text[2].as_bytes(), text[3].as_bytes()];
            if chain.step(row, &columns)? {
                fold.take(chain.seq, row.get(1)?, &text, &subject);
            }
            Ok(())
        },
    )?;
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
    fold.compare(tx)
}

/// Walks along a chain.
struct Walk {
    community: CommunityCode,
    book: Book,
    seq: u64,
    hash: Hash,
    fault: Option<Fault>,
}

impl Walk {
    fn new(community: CommunityCode, book: Book) -> Self {
        Self { community, book, seq: 0, hash: genesis(book.name(), community), fault: None }
    }

    /// Checks the next entry: columns 0 to 2 of the row are place, time and hash. `false` once something was wrong.
    fn step(&mut self, row: &Row, columns: &[&[u8]]) -> Result<bool> {
        if self.fault.is_some() {
            return Ok(false);
        }
        let seq: u64 = row.get(0)?;
        let stored: Vec<u8> = row.get(2)?;
        let expected = link(&self.hash, &Entry { seq, at: row.get(1)?, columns });
        if seq != self.seq + 1 || stored != expected {
            self.fault = Some(Fault::Chain { community: self.community, book: self.book.name(), seq });
            return Ok(false);
        }
        (self.seq, self.hash) = (seq, expected);
        Ok(true)
    }

    /// Whether the head says where the book ends and how many requests it tells of.
    fn at_head(&self, tx: &mut Tx, requests: u64) -> Result<Option<Fault>> {
        let head = tx.first(
            "SELECT seq, hash, requests FROM chain_head WHERE community_id = ?1 AND book = ?2",
            values![self.community, self.book.name()],
            |row| Ok((row.get::<u64>(0)?, row.get::<Vec<u8>>(1)?, row.get::<u64>(2)?)),
        )?;
        let head = head.unwrap_or((0, genesis(self.book.name(), self.community).to_vec(), 0));
        let fits = head == (self.seq, self.hash.to_vec(), requests);
        Ok((!fits).then(|| Fault::Head { community: self.community, book: self.book.name(), seq: self.seq }))
    }
}

/// Folds all events of a community and compares the outcome with the read tables.
struct Fold {
    community: CommunityCode,
    states: HashMap<Subject, Entity>,
    fault: Option<Fault>,
}

impl Fold {
    fn new(community: CommunityCode) -> Self {
        Self { community, states: HashMap::new(), fault: None }
    }

    fn take(&mut self, seq: u64, at: i64, text: &[String; 4], subject: &[u8]) {
        if self.fault.is_none()
            && let Err(reason) = self.try_take(at, text, subject)
        {
            self.fault = Some(Fault::Event { community: self.community, seq, reason });
        }
    }

    fn try_take(
        &mut self,
        at: i64,
        [actor, kind, name, body]: &[String; 4],
        subject: &[u8],
    ) -> std::result::Result<(), String> {
        let id = uuid::Uuid::from_slice(subject).map_err(|error| error.to_string())?;
        let subject = Subject::of(kind, id).ok_or_else(|| format!("subject {kind} is not known"))?;
        let body: Body = serde_json::from_str(body).map_err(|error| error.to_string())?;
        if crate::ledger::kind_of(&body) != name {
            return Err(format!("it is called {name}, but holds something else"));
        }
        let actor = actor.parse().map_err(|_| format!("actor {actor} is not known"))?;
        let event = Event { at: guanjia_domain::Moment(at), actor, subject, body };
        let before = self.states.remove(&subject);
        let after = Entity::after(before, &event).map_err(|misfit| misfit.to_string())?;
        self.states.insert(subject, after);
        Ok(())
    }

    fn requests(&self) -> u64 {
        self.states.keys().filter(|subject| matches!(subject, Subject::Request(_))).count() as u64
    }

    fn compare(self, tx: &mut Tx) -> Result<Option<Fault>> {
        let mut expected: HashMap<RowKey, Digest16> = HashMap::new();
        for entity in self.states.values() {
            for row in rows_of(entity)? {
                expected.insert(row_key(&row), digest(&row.values));
            }
        }
        let community = self.community;
        let mut fault = None;
        for table in tables::ALL.iter() {
            tx.each(table.scan, values![community], |row| {
                if fault.is_some() {
                    return Ok(());
                }
                let row = read_row(table, row)?;
                let what = match expected.remove(&row_key(&row)) {
                    None => "no event speaks of it",
                    Some(known) if known != digest(&row.values) => "it differs from what the events say",
                    Some(_) => return Ok(()),
                };
                fault = Some(Fault::Row { community, table: table.name, key: shown(row.key()), what });
                Ok(())
            })?;
        }
        let missing = || {
            let (table, key) = expected.keys().min()?;
            Some(Fault::Row { community, table, key: shown(key), what: "it is missing" })
        };
        Ok(fault.or_else(missing))
    }
}

type RowKey = (&'static str, Vec<Value>);
type Digest16 = [u8; 16];

fn row_key(row: &TableRow) -> RowKey {
    (row.table.name, row.key().to_vec())
}

/// Sixteen bytes of SHA-256 over the values: a million rows are compared without keeping them.
fn digest(values: &[Value]) -> Digest16 {
    let mut hasher = Sha256::new();
    for value in values {
        match value {
            Value::Null => hasher.update([0]),
            Value::Int(value) => {
                hasher.update([1]);
                hasher.update(value.to_be_bytes());
            }
            Value::Text(value) => {
                hasher.update([2]);
                hasher.update((value.len() as u64).to_be_bytes());
                hasher.update(value);
            }
            Value::Blob(value) => {
                hasher.update([3]);
                hasher.update((value.len() as u64).to_be_bytes());
                hasher.update(value);
            }
        }
    }
    let mut short = Digest16::default();
    short.copy_from_slice(&hasher.finalize()[..16]);
    short
}

fn read_row(table: &'static tables::Table, row: &Row) -> Result<TableRow> {
    let values = (0..table.columns.len()).map(|at| any(row, at)).collect::<Result<_>>()?;
    Ok(TableRow { table, values })
}

/// A column of whatever type it has.
fn any(row: &Row, at: usize) -> Result<Value> {
    if let Ok(value) = row.get::<Option<i64>>(at) {
        return Ok(value.into());
    }
    if let Ok(value) = row.get::<Option<String>>(at) {
        return Ok(value.into());
    }
    row.get::<Option<Vec<u8>>>(at).map(Value::from).map_err(|_| StoreError::Damaged(format!("column {at}")))
}

fn shown(key: &[Value]) -> String {
    let part = |value: &Value| match value {
        Value::Null => "–".to_owned(),
        Value::Int(value) => value.to_string(),
        Value::Text(value) => value.clone(),
        Value::Blob(value) => {
            uuid::Uuid::from_slice(value).map_or_else(|_| format!("{value:?}"), |id| id.to_string())
        }
    };
    key.iter().map(part).collect::<Vec<_>>().join(" ")
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

fn rebuild_one(tx: &mut Tx, community: CommunityCode) -> Result<u64> {
    let mut fold = Fold::new(community);
    tx.each(
        "SELECT seq, at, hash, actor, subject_kind, subject_id, kind, body FROM event WHERE community_id = ?1 ORDER BY seq",
        values![community],
        |row| {
            let text: [String; 4] = [row.get(3)?, row.get(4)?, row.get(6)?, row.get(7)?];
            fold.take(row.get(0)?, row.get(1)?, &text, &row.get::<Vec<u8>>(5)?);
            Ok(())
        },
    )?;
    if let Some(fault) = fold.fault {
        return Err(StoreError::Damaged(fault.to_string()));
    }
    for table in tables::ALL.iter().rev() {
        tx.put(table.clear, values![community])?;
    }
    let mut written = 0;
    for entity in fold.states.values() {
        let rows = rows_of(entity)?;
        written += rows.len() as u64;
        tx.show(community, &[], &rows)?;
    }
    Ok(written)
}
