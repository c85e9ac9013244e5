//! Tables out: csv and xlsx in which no cell can become a formula.
//!
//! A value that begins with = + - @ (also full-width), TAB or CR would be run by a spreadsheet program. In xlsx it
//! is written as a string, which is never run. csv has no types, so the value gets a `'` in front, and the reader of
//! this crate takes it off again: what comes back is what went out.

use std::borrow::Cow;
use std::io::{Cursor, Write as _};

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// A sheet to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Name of the sheet, at most 31 characters, none of `[]:*?/\`.
    pub name: String,
    /// The header row.
    pub header: Vec<String>,
    /// The rows below it.
    pub rows: Vec<Vec<String>>,
}

/// A table that cannot be written: a sheet name that Excel refuses, a cell of more than 32 767 characters.
#[derive(Debug, thiserror::Error)]
#[error("the table cannot be written: {0}")]
pub struct WriteError(#[from] XlsxError);

/// A cell's text and the only ways it leaves this crate: a string cell of a workbook, or a guarded field of csv.
#[derive(Debug, Clone, Copy)]
pub struct TextCell<'a>(&'a str);

/// Takes a value that is to be written as text, whatever it looks like.
pub fn text_cell(value: &str) -> TextCell<'_> {
    TextCell(value)
}

impl TextCell<'_> {
    /// Writes the value as a string, never as a formula or a number.
    pub(crate) fn put(
        self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        format: &Format,
    ) -> Result<(), XlsxError> {
        sheet.write_string_with_format(row, column, self.0, format).map(drop)
    }

    /// The value as a field of csv, guarded and quoted as it needs.
    pub fn csv_field(self) -> Cow<'static, str> {
        let guard = if is_dangerous(self.0) || self.0.starts_with('\'') { "'" } else { "" };
        let plain = !self.0.contains([',', ';', '\t', '"', '\n', '\r']) && self.0.trim() == self.0;
        if plain {
            Cow::Owned(format!("{guard}{}", self.0))
        } else {
            Cow::Owned(format!("\"{guard}{}\"", self.0.replace('"', "\"\"")))
        }
    }
}

fn is_dangerous(value: &str) -> bool {
    value.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// Takes off the guard that [`TextCell::csv_field`] put on; an apostrophe of the text itself stays.
pub(crate) fn unguard(field: &str) -> &str {
    match field.strip_prefix('\'') {
        Some(rest) if is_dangerous(rest) || rest.starts_with('\'') => rest,
        _ => field,
    }
}

/// The table as UTF-8 csv with a byte order mark, without which Excel garbles Chinese.
pub fn csv(table: &Table) -> Vec<u8> {
    let mut out = String::from("\u{FEFF}");
    for row in std::iter::once(&table.header).chain(&table.rows) {
        for (column, value) in row.iter().enumerate() {
            if column > 0 {
                out.push(',');
            }
            out.push_str(&text_cell(value).csv_field());
        }
        out.push_str("\r\n");
    }
    out.into_bytes()
}

/// The tables as a workbook, a sheet each; all cells are text, so that ID and phone numbers keep their digits.
///
/// # Errors
/// [`WriteError`] for a name or cell that Excel does not take.
pub fn xlsx(tables: &[Table]) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Workbook::new();
    let text = Format::new().set_num_format("@");
    let bold = Format::new().set_num_format("@").set_bold();
    for table in tables {
        let sheet = workbook.add_worksheet().set_name(&table.name)?.set_freeze_panes(1, 0)?;
        for (row, values) in (0..).zip(std::iter::once(&table.header).chain(&table.rows)) {
            let format = if row == 0 { &bold } else { &text };
            for (column, value) in (0..).zip(values).filter(|(_, value)| !value.is_empty()) {
                text_cell(value).put(sheet, row, column, format)?;
            }
        }
    }
    Ok(workbook.save_to_buffer()?)
}

/// The tables as an archive with a csv file for each.
///
/// # Errors
/// When they do not fit an archive.
pub fn csv_archive(tables: &[Table]) -> zip::result::ZipResult<Vec<u8>> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for table in tables {
        archive.start_file(format!("{}.csv", table.name), zip::write::SimpleFileOptions::default())?;
        archive.write_all(&csv(table))?;
    }
    Ok(archive.finish()?.into_inner())
}
