//! The read tables against the states that the events lead to.

use super::Fault;
use super::batches::{Batches, side_by_side};
use crate::engine::Tx;
use crate::error::{Result, StoreError};
use crate::tables::{self, Table, TableRow, rows_of};
use crate::value::{Row, Value};
use crate::values;
use guanjia_domain::{CommunityCode, Entity, Subject};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::panic::resume_unwind;
use uuid::Uuid;

/// Sixteen bytes of SHA-256: a million rows are compared without keeping them.
type Print = [u8; 16];
/// The prints of whole rows by those of their keys.
type Prints = HashMap<Print, Print>;

/// The first row that is not what the events say.
pub(super) fn compare(
    tx: &mut Tx,
    community: CommunityCode,
    states: &HashMap<Subject, Entity>,
) -> Result<Option<Fault>> {
    let mut expected = expected(states)?;
    for table in tables::ALL.iter().copied() {
        let reading = |rows: &mut Batches<TableRow>| {
            tx.each(table.scan, values![community], |row| {
                rows.hand_over(read_row(table, row)?);
                Ok::<_, StoreError>(())
            })
        };
        let known = &mut expected;
        let fault = side_by_side(reading, move |rows| {
            rows.fold(None, |fault, row| fault.or_else(|| misfit(known, community, &row)))
        })?;
        if fault.is_some() {
            return Ok(fault);
        }
    }
    if expected.is_empty() { Ok(None) } else { missing(community, states, &expected).map(Some) }
}

fn misfit(expected: &mut Prints, community: CommunityCode, row: &TableRow) -> Option<Fault> {
    let what = match expected.remove(&key_print(row)) {
        None => "no event speaks of it",
        Some(known) if known != print(row.table, &row.values) => "it differs from what the events say",
        Some(_) => return None,
    };
    Some(Fault::Row { community, table: row.table.name, key: shown(row.key()), what })
}

/// The prints of every row that should be there, made on two threads.
fn expected(states: &HashMap<Subject, Entity>) -> Result<Prints> {
    let states: Vec<_> = states.values().collect();
    let (one, other) = states.split_at(states.len() / 2);
    let (one, other) = std::thread::scope(|scope| {
        let beside = scope.spawn(|| prints(other));
        (prints(one), beside.join().unwrap_or_else(|panic| resume_unwind(panic)))
    });
    let mut all: Prints = one?.into_iter().collect();
    all.extend(other?);
    Ok(all)
}

fn prints(states: &[&Entity]) -> Result<Vec<(Print, Print)>> {
    let mut prints = Vec::with_capacity(states.len());
    for entity in states {
        prints.extend(rows_of(entity)?.iter().map(|row| (key_print(row), print(row.table, &row.values))));
    }
    Ok(prints)
}

/// The first in order of the rows that were expected and not found.
fn missing(community: CommunityCode, states: &HashMap<Subject, Entity>, left: &Prints) -> Result<Fault> {
    let mut first: Option<TableRow> = None;
    for entity in states.values() {
        for row in rows_of(entity)?.into_iter().filter(|row| left.contains_key(&key_print(row))) {
            let before = |other: &TableRow| (row.table.name, row.key()) < (other.table.name, other.key());
            if first.as_ref().is_none_or(before) {
                first = Some(row);
            }
        }
    }
    let row = first.ok_or_else(|| StoreError::Damaged("a row that no state has".into()))?;
    Ok(Fault::Row { community, table: row.table.name, key: shown(row.key()), what: "it is missing" })
}

fn key_print(row: &TableRow) -> Print {
    print(row.table, row.key())
}

fn print(table: &Table, values: &[Value]) -> Print {
    let mut hasher = Sha256::new();
    hasher.update(table.name);
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
    let mut short = Print::default();
    short.copy_from_slice(&hasher.finalize()[..16]);
    short
}

fn read_row(table: &'static Table, row: &Row) -> Result<TableRow> {
    let values = (0..table.columns.len()).map(|at| row.value(at)).collect::<Result<_>>()?;
    Ok(TableRow { table, values })
}

fn shown(key: &[Value]) -> String {
    let part = |value: &Value| match value {
        Value::Null => "–".to_owned(),
        Value::Int(value) => value.to_string(),
        Value::Text(value) => value.clone(),
        Value::Blob(value) => {
            Uuid::from_slice(value).map_or_else(|_| format!("{value:?}"), |id| id.to_string())
        }
    };
    key.iter().map(part).collect::<Vec<_>>().join(" ")
}
