//! From bytes to rows of filled cells, one after the other and within hard bounds.
//!
//! Nothing here holds a whole sheet: a row is handed on and forgotten. A sheet that declares a cell in its last
//! corner therefore costs nothing.

mod csv;
mod decode;
mod guard;
mod merged;
mod separator;
mod xlsx;

use std::sync::Arc;

use crate::problem::{Problem, ProblemKind};

/// Largest file that is read, in bytes.
pub const MOST_BYTES: usize = 64 << 20;
/// Most rows of a sheet, as many as Excel nearly has.
pub const MOST_ROWS: u32 = 1_000_000;
/// Most columns of a sheet: A to IV.
pub const MOST_COLUMNS: u32 = 256;
/// Most filled cells of a sheet.
pub const MOST_CELLS: u64 = 16_000_000;
/// Most sheets of a workbook.
pub const MOST_SHEETS: usize = 64;
/// Most characters of a cell; Excel's own limit.
pub const MOST_CHARACTERS: usize = 32_767;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Text(String),
    Number(f64),
    Flag(bool),
    /// A day, as `2026-03-01`.
    Day(String),
    /// An Excel error such as `#REF!`.
    Error(String),
}

/// A filled cell; columns count from 0.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cell {
    pub(crate) column: u32,
    pub(crate) value: Value,
}

/// Takes what a file holds, in its order.
pub(crate) trait Sink {
    /// A sheet begins.
    fn sheet(&mut self, name: &Arc<str>);
    /// A row with at least one filled cell, cells in ascending columns; `number` as Excel shows it.
    fn row(&mut self, number: u32, cells: Vec<Cell>);
    /// Something is wrong with the file or the sheet.
    fn problem(&mut self, problem: Problem);
}

/// Reads all sheets of a file. `name` is the file's name; csv takes the sheet's name from it.
pub(crate) fn read(name: &str, bytes: &[u8], sink: &mut dyn Sink) {
    let refusal = if bytes.len() > MOST_BYTES {
        let mib = |size: usize| u64::try_from(size >> 20).unwrap_or(u64::MAX);
        Some(ProblemKind::FileTooLarge { size: mib(bytes.len()), limit: mib(MOST_BYTES) })
    } else if bytes.starts_with(b"PK\x03\x04") {
        guard::check(bytes).and_then(|merges| xlsx::read(bytes, merges, sink)).err()
    } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        Some(ProblemKind::LegacyOrLocked)
    } else {
        decode::decode(bytes).map(|text| csv::read(sheet_name(name), &text, sink)).err()
    };
    if let Some(what) = refusal {
        sink.problem(Problem::of_file(what));
    }
}

/// `folder/工作人员.csv` → 工作人员.
fn sheet_name(file: &str) -> &str {
    let base = file.rsplit(['/', '\\']).next().unwrap_or(file);
    base.rsplit_once('.').map_or(base, |(stem, _)| stem)
}

/// Counts cells against the bounds of a sheet; a breach is reported once.
#[derive(Default)]
struct Bounds {
    cells: u64,
    outside: bool,
}

/// What the bounds say to a cell.
enum Verdict {
    Take,
    /// Leave this cell out and go on.
    Skip,
    /// Read no further in this sheet.
    Stop,
}

impl Bounds {
    fn judge(&mut self, sheet: &Arc<str>, row: u32, column: u32, sink: &mut dyn Sink) -> Verdict {
        let number = row.saturating_add(1);
        self.cells += 1;
        let breach = if column >= MOST_COLUMNS {
            if self.outside {
                return Verdict::Skip;
            }
            self.outside = true;
            let cell = format!("{}{number}", crate::problem::column_letter(column));
            sink.problem(Problem::of_sheet(sheet, ProblemKind::CellOutside { cell }));
            return Verdict::Skip;
        } else if row >= MOST_ROWS {
            ProblemKind::TooManyRows { limit: MOST_ROWS }
        } else if self.cells > MOST_CELLS {
            ProblemKind::TooManyCells { limit: MOST_CELLS }
        } else {
            return Verdict::Take;
        };
        sink.problem(Problem::of_sheet(sheet, breach));
        Verdict::Stop
    }
}
