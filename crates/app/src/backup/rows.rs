//! Rows as lines of JSON: numbers, texts, `null`, and bytes as `{"b":"…"}` in Base64.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use guanjia_store::StoreError;
use guanjia_store::value::Value;
use serde::{Deserialize, Serialize};
use std::io::{BufRead, Read, Write};

/// The longest line that is read: the largest sealed item is an uploaded workbook.
const LONGEST: u64 = 256 * 1024 * 1024;

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Cell {
    Null(()),
    Int(i64),
    Text(String),
    Bytes { b: String },
}

impl From<&Value> for Cell {
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null(()),
            Value::Int(number) => Self::Int(*number),
            Value::Text(text) => Self::Text(text.clone()),
            Value::Blob(bytes) => Self::Bytes { b: STANDARD.encode(bytes) },
        }
    }
}

impl TryFrom<Cell> for Value {
    type Error = StoreError;

    fn try_from(cell: Cell) -> Result<Self, StoreError> {
        Ok(match cell {
            Cell::Null(()) => Self::Null,
            Cell::Int(number) => Self::Int(number),
            Cell::Text(text) => Self::Text(text),
            Cell::Bytes { b } => {
                Self::Blob(STANDARD.decode(b).map_err(|error| StoreError::Damaged(error.to_string()))?)
            }
        })
    }
}

/// Writes a row.
pub(super) fn write_row(out: &mut impl Write, row: &[Value]) -> std::io::Result<()> {
    let cells: Vec<Cell> = row.iter().map(Cell::from).collect();
    serde_json::to_writer(&mut *out, &cells)?;
    out.write_all(b"\n")
}

/// Reads every row; each is handed to `take`.
pub(super) fn read_rows<E: From<StoreError>>(
    lines: impl BufRead,
    mut take: impl FnMut(&[Value]) -> Result<(), E>,
) -> Result<u64, E> {
    let damaged = |error: &dyn std::fmt::Display| StoreError::Damaged(error.to_string());
    let (mut lines, mut line, mut rows) = (lines, Vec::new(), 0);
    loop {
        line.clear();
        let read =
            lines.by_ref().take(LONGEST).read_until(b'\n', &mut line).map_err(|error| damaged(&error))?;
        if read == 0 {
            return Ok(rows);
        }
        let cells: Vec<Cell> = serde_json::from_slice(&line).map_err(|error| damaged(&error))?;
        let row: Vec<Value> = cells.into_iter().map(Value::try_from).collect::<Result<_, _>>()?;
        take(&row)?;
        rows += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value() -> impl Strategy<Value = Value> {
        prop_oneof![
            Just(Value::Null),
            any::<i64>().prop_map(Value::Int),
            any::<String>().prop_map(Value::Text),
            any::<Vec<u8>>().prop_map(Value::Blob),
        ]
    }

    proptest! {
        #[test]
        fn rows_come_back_as_they_were(rows in prop::collection::vec(prop::collection::vec(value(), 0..6), 0..9)) {
            let mut file = Vec::new();
            for row in &rows {
                write_row(&mut file, row).unwrap();
            }
            let mut back = Vec::new();
            let count = read_rows(file.as_slice(), |row| -> Result<(), StoreError> {
                back.push(row.to_vec());
                Ok(())
            });
            prop_assert_eq!(count.unwrap(), rows.len() as u64);
            prop_assert_eq!(back, rows);
        }
    }

    #[test]
    fn a_line_that_is_no_row_is_refused() {
        for wrong in ["{}\n", "[1.5]\n", "[{\"b\":\"*\"}]\n", "[1\n", "[true]\n"] {
            assert!(read_rows(wrong.as_bytes(), |_| Ok::<_, StoreError>(())).is_err(), "{wrong}");
        }
    }
}
