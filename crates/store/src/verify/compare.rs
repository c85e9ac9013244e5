//! The read tables against the states that the events lead to.

use super::Fault;
use super::batches::{Batches, side_by_side};
use crate::engine::Tx;
use crate::error::{Result, StoreError};
use crate::tables::{self, Table, TableRow, rows_of};
use crate::value::{Row, Value};
use crate::values;
use guanjia_domain::{CommunityCode, Entity, Subject};
use std::collections::HashMap;
use uuid::Uuid;

/// The first row that is not what the events say.
pub(super) fn compare(
    tx: &mut Tx,
    community: CommunityCode,
    states: HashMap<Subject, Entity>,
) -> Result<Option<Fault>> {
    let mut expected = Expected::of(states)?;
    for table in tables::ALL.iter().copied() {
        let reading = |rows: &mut Batches<TableRow>| {
            tx.each(table.scan, values![community], |row| {
                rows.hand_over(read_row(table, row)?);
                Ok::<_, StoreError>(())
            })
        };
        let known = &mut expected;
        let first = side_by_side(reading, move |mut rows| {
            let wrong = |row: TableRow| known.misfit(&row).map(|what| Some((row, what?))).transpose();
            rows.find_map(wrong).transpose()
        })??;
        if let Some((row, what)) = first {
            return Ok(Some(fault(community, &row, what)));
        }
    }
    Ok(expected.first_left()?.map(|row| fault(community, &row, "it is missing")))
}

fn fault(community: CommunityCode, row: &TableRow, what: &'static str) -> Fault {
    Fault::Row { community, table: row.table.name, key: shown(row.key()), what }
}

/// What should be there and was not met yet. There may be a million requests: their rows are made one by one when the
/// table's is met.
struct Expected {
    requests: HashMap<Uuid, Entity>,
    others: HashMap<(&'static str, Vec<Value>), TableRow>,
}

impl Expected {
    fn of(states: HashMap<Subject, Entity>) -> Result<Self> {
        let mut expected = Self { requests: HashMap::with_capacity(states.len()), others: HashMap::new() };
        for (subject, entity) in states {
            if let Subject::Request(id) = subject {
                expected.requests.insert(id.0, entity);
            } else {
                let rows = rows_of(&entity)?.into_iter();
                expected.others.extend(rows.map(|row| ((row.table.name, row.key().to_vec()), row)));
            }
        }
        Ok(expected)
    }

    /// What is wrong with a row, if anything is.
    fn misfit(&mut self, row: &TableRow) -> Result<Option<&'static str>> {
        Ok(match self.take(row)? {
            None => Some("no event speaks of it"),
            Some(wanted) if wanted != *row => Some("it differs from what the events say"),
            Some(_) => None,
        })
    }

    fn take(&mut self, row: &TableRow) -> Result<Option<TableRow>> {
        match row.key() {
            [Value::Blob(id)] if *row.table == *tables::REQUEST => {
                let id = Uuid::from_slice(id).unwrap_or_default();
                let entity = self.requests.remove(&id);
                Ok(entity.map(|it| rows_of(&it)).transpose()?.and_then(|mut rows| rows.pop()))
            }
            key => Ok(self.others.remove(&(row.table.name, key.to_vec()))),
        }
    }

    /// The first in order of what was not met.
    fn first_left(self) -> Result<Option<TableRow>> {
        let mut left: Vec<_> = self.others.into_values().collect();
        for entity in self.requests.values() {
            left.extend(rows_of(entity)?);
        }
        Ok(left
            .into_iter()
            .min_by(|one, other| (one.table.name, one.key()).cmp(&(other.table.name, other.key()))))
    }
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
