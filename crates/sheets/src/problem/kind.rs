//! The kinds of problems.

use super::Place;
use serde::Serialize;

/// Why a row was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Skipped {
    /// 合计, 小计: a sum over the rows above.
    Sum,
    /// The header once more, as it is printed on every page.
    Header,
    /// A remark that fills the row.
    Remark,
}

/// What is wrong. The values are what a message needs; an ID number or a phone number is never repeated.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the sentence above each variant tells what its values are")]
pub enum ProblemKind {
    /// The file is larger than what is read; sizes in MiB.
    FileTooLarge { size: u64, limit: u64 },
    /// Neither an xlsx workbook nor text.
    NotASheet,
    /// An OLE file: the old .xls form, or a workbook with a password.
    LegacyOrLocked,
    /// The workbook cannot be read to its end.
    Damaged { detail: String },
    /// A part of the workbook unpacks to far more than a real one would.
    Bomb { part: String },
    /// The text is in no encoding that is read (UTF-8, UTF-16, GB18030).
    UnreadableText,
    /// More sheets than are read.
    TooManySheets { limit: u32 },
    /// More rows than are read.
    TooManyRows { limit: u32 },
    /// More filled cells than are read.
    TooManyCells { limit: u64 },
    /// A cell to the right of the last column that is read.
    CellOutside { cell: String },
    /// More characters in a cell than the field takes.
    TooLong { limit: u32 },
    /// The rows of the sheet do not stand in ascending order.
    RowsOutOfOrder,
    /// No sheet of the file has a header that is known.
    NoKnownSheet,
    /// Notice: a sheet without a known header was left out.
    SheetIgnored,
    /// A column that must be there is not.
    MissingColumn { zh: String, en: String },
    /// A known column stands there twice.
    RepeatedColumn { column: String },
    /// Notice: columns that are kept beside the known ones.
    UnknownColumns { columns: Vec<String> },
    /// Notice: columns that are not imported on purpose.
    DeclinedColumns { columns: Vec<String> },
    /// Notice: a tag that is none of the care tags was not imported.
    DeclinedTag,
    /// Notice: what stands in a column of days is none, and was not imported.
    NotADay,
    /// Notice: a row that holds no data: a sum, a header printed on each page, a remark below the table.
    RowSkipped { why: Skipped },
    /// Notice: rows without a building of their own lie in the one that the sheet is named after.
    BuildingOfSheet { building: String },
    /// A spreadsheet program took a door such as 3-2 for a day of the year.
    BecameDate,
    /// Two rows call themselves the householder of one household.
    TwoHouseholders { first: Place },
    /// A cell that must be filled is empty.
    Required,
    /// The cell holds an Excel error such as `#REF!`.
    CellError { code: String },
    /// Not a number.
    NotANumber { value: String },
    /// A count below zero.
    Negative,
    /// A count with a fraction.
    Fraction,
    /// A number outside the range that makes sense.
    OutOfRange { least: i64, most: i64 },
    /// None of the words that the column takes.
    NotAChoice { value: String, choices: Vec<(String, String)> },
    /// Neither a mobile nor a landline number.
    BadPhone,
    /// A local number without its area code.
    AreaCodeMissing,
    /// The cell was a number, so Excel has dropped digits of the ID number.
    IdentityLostDigits,
    /// An ID number of 15 digits, out of use since 2013.
    IdentityLegacy,
    /// Not 18 characters, or others than digits and a final X.
    IdentityForm,
    /// The date of birth inside the ID number is none.
    IdentityDate,
    /// The check digit does not fit the others.
    IdentityCheckDigit,
    /// A tier other than 1, 2 or 3.
    BadTier { value: String },
    /// The scope of a grid cannot be read.
    BadScope { value: String },
    /// The address cannot be split into building, unit and room.
    BadAddress { value: String },
    /// The same row a second time.
    Duplicate { first: Place },
    /// An estate that no sheet and no stored record names.
    UnknownEstate { name: String, near: Option<String> },
    /// A building that no sheet and no stored record names.
    UnknownBuilding { estate: String, name: String },
    /// A unit that the building does not have.
    UnknownUnit { estate: String, building: String, name: String },
    /// Two officers claim one estate; exactly one is accountable.
    ClaimedTwice { estate: String, other: String, first: Place },
    /// The deputy of an estate is its steward.
    DeputyIsSteward { estate: String },
    /// A grid worker claims an estate; stewards are officers.
    GridWorkerClaims,
    /// A building or unit lies in two grids.
    GridOverlap { what: String, other: String, first: Place },
    /// Notice: buildings that lie in no grid.
    GridGap { buildings: u64, example: String },
    /// Notice: a grid worker who is in no list of staff.
    UnknownGridWorker { name: String },
    /// A building without units, floors or rooms per floor, and without rooms of its own.
    IncompleteBuilding,
    /// A building with more rooms than are made.
    BuildingTooLarge { rooms: u64, limit: u64 },
    /// The household count of a building differs from the sum over its rooms.
    HouseholdsDiffer { given: u64, counted: u64 },
}

impl ProblemKind {
    /// Whether it only informs; everything else keeps the workbook from being imported.
    pub fn is_notice(&self) -> bool {
        matches!(
            self,
            Self::SheetIgnored
                | Self::RowSkipped { .. }
                | Self::BuildingOfSheet { .. }
                | Self::UnknownColumns { .. }
                | Self::DeclinedColumns { .. }
                | Self::DeclinedTag
                | Self::NotADay
                | Self::GridGap { .. }
                | Self::UnknownGridWorker { .. }
        )
    }
}
