//! Spreadsheets in and out: streaming reader, problems with their place, templates.
//!
//! Pure: bytes in, typed rows and problems out; tables in, bytes out. A file is read within hard bounds and row by
//! row, and everything that is wrong is collected, each with sheet, row, column and cure. Whether a workbook may be
//! imported is the caller's decision: it is sound when [`Reading::problems`] is empty.
//!
//! The columns that are known stand in one table (`fields`), which serves header, messages and templates alike.

mod address;
mod assemble;
mod book;
mod check;
mod coordinates;
mod date;
mod expand;
mod export;
mod fields;
mod header;
mod identity;
mod known;
mod mapping;
mod named_sheet;
mod parse;
mod phone;
mod problem;
mod read;
mod row;
mod rows;
mod scope;
mod skipped;
mod source;
mod template;
mod text;
mod write;

pub use assemble::Reading;
pub use book::{Book, BookCell, MOST_SHEET_ROWS};
pub use coordinates::{PlacedRow, read_coordinates};
pub use expand::{MOST_ROOMS, RoomSpec, rooms_of};
pub use export::{Filled, OutRow, table};
pub use fields::{FieldId, SheetKind};
pub use known::{Known, KnownBuilding, KnownEstate};
pub use mapping::{
    Columns, FieldChoice, LEFT_OUT, Mappings, Source, SourceColumn, field_choices, is_field, is_field_word,
};
pub use problem::{Column, Lang, MOST_PROBLEMS, Place, Problem, ProblemKind, Skipped};
pub use read::{MOST_BYTES, MOST_CELLS, MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS};
pub use rows::{
    BuildingRow, CareTag, EstateRow, GridRow, OrganisationRow, Others, Position, ResidentCategory,
    ResidentRow, RoomRow, ScopePart, StaffRow, UnknownColumn, Workbook,
};
pub use template::{Template, template, whole_template};
pub use write::{Table, TextCell, WriteError, csv, csv_archive, text_cell, xlsx};

/// Reads an xlsx or csv file: estates, buildings, rooms, staff, grids, organisations and residents, whichever of
/// them it holds. `name` is the file's name, `known` what its rows may refer to beside each other; `progress` is
/// told the number of rows read, every 500 rows and at the end.
pub fn read_workbook(name: &str, bytes: &[u8], known: &Known, progress: &mut dyn FnMut(u64)) -> Reading {
    let mut assembler = assemble::Assembler::new(name, known, progress);
    read::read(name, bytes, &mut assembler);
    assembler.finish()
}
