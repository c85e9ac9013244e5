//! Workbooks through calamine's streaming cell reader. `worksheet_range` is never used: it lays a sheet out as a
//! full rectangle, and two cells in opposite corners then cost gigabytes.

use std::io::{Cursor, Read, Seek};
use std::sync::Arc;

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};

use super::merged::Merged;
use super::{Bounds, Cell, MOST_CHARACTERS, MOST_SHEETS, Sink, Value, Verdict};
use crate::problem::{Problem, ProblemKind};

/// Reads every sheet; a sheet that breaks off is reported and the next one is read.
/// `merges` says whether some sheet has merged cells.
pub(super) fn read(bytes: &[u8], merges: bool, sink: &mut dyn Sink) -> Result<(), ProblemKind> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(refusal)?;
    let names = workbook.sheet_names();
    if names.len() > MOST_SHEETS {
        return Err(ProblemKind::TooManySheets { limit: u32::try_from(MOST_SHEETS).unwrap_or(u32::MAX) });
    }
    for name in names {
        let sheet: Arc<str> = name.as_str().into();
        match sheet_cells(&mut workbook, &sheet, merges, sink) {
            // A page that holds only a chart has no cells.
            Ok(()) | Err(XlsxError::NotAWorksheet(_)) => {}
            Err(error) => sink.problem(Problem::of_sheet(&sheet, refusal(error))),
        }
    }
    Ok(())
}

fn refusal(error: XlsxError) -> ProblemKind {
    match error {
        XlsxError::Password => ProblemKind::LegacyOrLocked,
        // A zip archive without a workbook: a document, a phone program, a folder.
        XlsxError::FileNotFound(_) => ProblemKind::NotASheet,
        other => ProblemKind::Damaged { detail: other.to_string() },
    }
}

fn sheet_cells<R: Read + Seek>(
    workbook: &mut Xlsx<R>,
    sheet: &Arc<str>,
    merges: bool,
    sink: &mut dyn Sink,
) -> Result<(), XlsxError> {
    let ranges = if merges { workbook.merge_cells_by_sheet_name(sheet)? } else { Vec::new() };
    let mut merged = Merged::new(ranges);
    let mut reader = workbook.worksheet_cells_reader(sheet)?;
    sink.sheet(sheet);
    let mut bounds = Bounds::default();
    let mut current = 0;
    let mut cells: Vec<Cell> = Vec::new();
    while let Some(cell) = reader.next_cell()? {
        let (row, column) = cell.get_position();
        let Some(value) = value(cell.get_value()) else { continue };
        if row < current {
            sink.problem(Problem::of_sheet(sheet, ProblemKind::RowsOutOfOrder));
            return Ok(());
        }
        if row > current {
            hand_on(&mut cells, current, &mut merged, sink);
            current = row;
        }
        match bounds.judge(sheet, row, column, sink) {
            Verdict::Take => cells.push(Cell { column, value: bounded(value, sheet, row, sink) }),
            Verdict::Skip => {}
            Verdict::Stop => return Ok(()),
        }
    }
    hand_on(&mut cells, current, &mut merged, sink);
    Ok(())
}

fn hand_on(cells: &mut Vec<Cell>, row: u32, merged: &mut Merged, sink: &mut dyn Sink) {
    if !cells.is_empty() {
        cells.sort_by_key(|cell| cell.column);
        merged.fill(row, cells);
        sink.row(row + 1, std::mem::take(cells));
    }
}

/// Cuts what no Excel could have written.
fn bounded(value: Value, sheet: &Arc<str>, row: u32, sink: &mut dyn Sink) -> Value {
    match value {
        Value::Text(text) if text.len() > MOST_CHARACTERS && text.chars().count() > MOST_CHARACTERS => {
            let limit = u32::try_from(MOST_CHARACTERS).unwrap_or(u32::MAX);
            let problem = Problem::of_sheet(sheet, ProblemKind::TooLong { limit });
            sink.problem(Problem { row: Some(row + 1), ..problem });
            Value::Text(text.chars().take(MOST_CHARACTERS).collect())
        }
        other => other,
    }
}

/// `None` for an empty cell.
fn value(data: &DataRef<'_>) -> Option<Value> {
    let text = |text: &str| (!text.trim().is_empty()).then(|| Value::Text(text.to_owned()));
    match data {
        DataRef::Empty => None,
        DataRef::Int(number) => Some(Value::Text(number.to_string())),
        DataRef::Float(number) => Some(Value::Number(*number)),
        DataRef::String(string) => text(string),
        DataRef::SharedString(string) => text(string),
        DataRef::Bool(flag) => Some(Value::Flag(*flag)),
        DataRef::DateTime(moment) => Some(Value::Day(date(moment))),
        DataRef::DateTimeIso(moment) | DataRef::DurationIso(moment) => text(moment),
        DataRef::Error(error) => Some(Value::Error(error.to_string())),
    }
}

/// Dates are text here: `2015-06-01`.
fn date(moment: &ExcelDateTime) -> String {
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}
