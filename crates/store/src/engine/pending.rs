//! Changes that wait to be sent to PostgreSQL.
//!
//! A change waits until somebody asks about its table, or until the commit. Rows for the same table then go out in
//! one statement: a statement costs the server several times what a row costs. Tables have no triggers and no
//! references, and no change reads a table but its own, so that the order between tables means nothing.

use crate::engine::dialect;
use crate::value::Value;

/// The most rows of one statement; a power of two.
const MOST_ROWS: usize = 32;

/// A statement with the values of one or more rows.
pub(super) struct Change {
    table: &'static str,
    sql: &'static str,
    rows: usize,
    values: Vec<Value>,
}

/// The changes that wait, in order.
#[derive(Default)]
pub(super) struct Pending(Vec<Change>);

impl Pending {
    /// Adds a change, as one more row of the last one of its table where that is the same statement.
    pub(super) fn add(&mut self, sql: &'static str, values: &[Value]) {
        let table = table_of(sql);
        let last = self.0.iter_mut().rev().find(|change| change.table == table);
        match last.filter(|last| last.sql == sql && last.rows < MOST_ROWS && last.takes(values)) {
            Some(last) => {
                last.rows += 1;
                last.values.extend_from_slice(values);
            }
            None => self.0.push(Change { table, sql, rows: 1, values: values.to_vec() }),
        }
    }

    /// Takes out what `sql` must not overtake: the changes of every table it names.
    pub(super) fn ahead_of(&mut self, sql: &str) -> Vec<Change> {
        self.0.extract_if(.., |change| sql.contains(change.table)).collect()
    }

    /// Takes out everything.
    pub(super) fn take(&mut self) -> Vec<Change> {
        std::mem::take(&mut self.0)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

impl Change {
    /// Whether one more row may go in the same statement. Every column must be a parameter, so that each row brings as
    /// many values as it has columns; and a statement that replaces must not meet a row twice.
    fn takes(&self, row: &[Value]) -> bool {
        match parts_of(self.sql) {
            None => false,
            Some(Parts { replaces: None, .. }) => true,
            Some(Parts { replaces: Some(key), .. }) => {
                self.values.chunks(row.len().max(1)).all(|known| known.get(..key) != row.get(..key))
            }
        }
    }

    /// The statements to run: how many rows each takes is a power of two, so that few have to be prepared.
    pub(super) fn statements(&self) -> impl Iterator<Item = (Rows, &[Value])> {
        let width = self.values.len() / self.rows;
        let mut left = self.values.as_slice();
        let mut rows = self.rows;
        std::iter::from_fn(move || {
            let count = 1 << rows.checked_ilog2()?;
            let (these, rest) = left.split_at_checked(count * width)?;
            (left, rows) = (rest, rows - count);
            Some((Rows { sql: self.sql, count }, these))
        })
    }
}

/// A statement for a number of rows.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Rows {
    sql: &'static str,
    count: usize,
}

impl Rows {
    /// The statement as it was written.
    pub(super) const fn one(sql: &'static str) -> Self {
        Self { sql, count: 1 }
    }

    /// As PostgreSQL wants it, with the values repeated for each row.
    pub(super) fn text(self) -> String {
        match parts_of(self.sql).filter(|_| self.count > 1) {
            None => dialect::for_postgres(self.sql),
            Some(Parts { head, row, tail, .. }) => {
                let columns = row.split(',').count();
                let rows =
                    (0..self.count).map(|at| shifted(row, at * columns)).collect::<Vec<_>>().join(", ");
                dialect::for_postgres(&format!("{head}VALUES {rows}{tail}"))
            }
        }
    }
}

/// A row whose parameters are counted from `by` on.
fn shifted(row: &str, by: usize) -> String {
    let columns =
        row.split(',').map(|column| match column.trim().strip_prefix('?').map(str::parse::<usize>) {
            Some(Ok(number)) => format!("?{}", number + by),
            _ => column.trim().to_owned(),
        });
    format!("({})", columns.collect::<Vec<_>>().join(", "))
}

/// A statement that adds rows, taken apart.
struct Parts {
    head: &'static str,
    row: &'static str,
    tail: &'static str,
    /// How many columns at the front say which row is replaced, where one is.
    replaces: Option<usize>,
}

/// The parts of a statement that may take several rows; `None` for any other.
fn parts_of(sql: &'static str) -> Option<Parts> {
    let (head, rest) = sql.split_once("VALUES (").filter(|_| sql.starts_with("INSERT"))?;
    let (row, tail) = rest.split_once(')')?;
    let only_parameters = row.split(',').all(|column| column.trim().starts_with('?')) && !tail.contains('?');
    let replaces = match tail.split_once("DO UPDATE") {
        None => None,
        Some((conflict, _)) => {
            let between = |text: &'static str| Some(text.split_once('(')?.1.split_once(')')?.0);
            let (columns, key) = (between(head)?, between(conflict)?);
            Some(key.split(',').count()).filter(|_| columns.starts_with(key))
        }
    };
    let known = replaces.is_some() || !tail.contains("DO UPDATE");
    (only_parameters && known).then_some(Parts { head, row, tail, replaces })
}

/// The table that a statement changes; empty for one that changes none, which nothing may overtake.
fn table_of(sql: &'static str) -> &'static str {
    let mut words = sql.split_whitespace();
    match (words.next(), words.next()) {
        (Some("INSERT" | "DELETE"), Some("INTO" | "FROM")) => words.next().unwrap_or_default(),
        (Some("UPDATE"), Some(table)) => table,
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: &str = "INSERT INTO room (a, b) VALUES (?1, ?2)";
    const GONE: &str = "DELETE FROM room WHERE a = ?1";
    const NOTE: &str = "SELECT pg_notify('x', ?1)";

    fn sent(changes: &[Change]) -> Vec<(String, usize)> {
        changes
            .iter()
            .flat_map(Change::statements)
            .map(|(rows, values)| (rows.text(), values.len()))
            .collect()
    }

    #[test]
    fn rows_of_a_table_go_together() {
        let mut pending = Pending::default();
        for n in 0..3u64 {
            pending.add(ROOM, &[n.into(), Value::Null]);
            pending.add("UPDATE unit SET a = ?1", &[n.into()]);
        }
        let rooms = sent(&pending.ahead_of("SELECT a FROM room"));
        let two = "INSERT INTO room (a, b) VALUES ($1, $2), ($3, $4)".to_owned();
        assert_eq!(rooms, [(two, 4), (dialect::for_postgres(ROOM), 2)]);
        assert_eq!(pending.len(), 3, "the other table waits on");
    }

    #[test]
    fn rows_that_replace_go_together_but_never_the_same_twice() {
        const KEPT: &str =
            "INSERT INTO vault (a, n, b) VALUES (?1, ?2, ?3) ON CONFLICT (a, n) DO UPDATE SET b = excluded.b";
        const ELSE: &str =
            "INSERT INTO vault (a, n, b) VALUES (?1, ?2, ?3) ON CONFLICT (n) DO UPDATE SET b = excluded.b";
        let mut pending = Pending::default();
        for n in [0_u64, 1, 2, 1] {
            pending.add(KEPT, &[7_u64.into(), n.into(), Value::Null]);
        }
        let rows: Vec<usize> = pending.take().iter().map(|change| change.rows).collect();
        assert_eq!(rows, [3, 1]);
        (0..2_u64).for_each(|n| pending.add(ELSE, &[7_u64.into(), n.into(), Value::Null]));
        assert_eq!(pending.take().len(), 2, "which row is replaced does not stand in front");
    }

    #[test]
    fn the_order_within_a_table_stays() {
        let mut pending = Pending::default();
        for sql in [ROOM, GONE, ROOM] {
            pending.add(sql, &[Value::Null, Value::Null]);
        }
        assert_eq!(sent(&pending.take()).len(), 3);
    }

    #[test]
    fn a_statement_without_a_table_is_overtaken_by_nothing() {
        let mut pending = Pending::default();
        pending.add(NOTE, &[Value::Null]);
        assert_eq!(pending.ahead_of("SELECT 1").len(), 1);
    }
}
