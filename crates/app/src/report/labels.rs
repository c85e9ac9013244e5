//! What a workbook says in the reader's language.

use super::calls::CallEntry;
use super::register::RegisterLine;
use crate::issue::IssueLine;
use crate::project::ProjectLine;
use guanjia_domain::numbers::{Measure, Out};
use guanjia_domain::report::{Figure, Register};
use guanjia_sheets::BookCell;

/// A sheet of the workbook after the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The rates of what was said in the month.
    Rates,
    /// A register of requests.
    Register(Register),
    /// The register of calls for help.
    Calls,
    /// Common issues as they stand.
    Issues,
    /// Projects as they stand.
    Projects,
}

/// What a workbook says in the reader's language. Counts, shares and times are told as what they are, never as text.
pub trait Labels {
    /// The name of a sheet.
    fn sheet(&self, sheet: Sheet) -> String;
    /// The name of a figure.
    fn figure(&self, figure: Figure) -> String;
    /// The name of a rate.
    fn rate(&self, measure: Measure) -> String;
    /// Why a request is left out of a rate.
    fn out(&self, why: Out) -> String;
    /// What stands beside a rate of which too few count.
    fn few(&self) -> String;
    /// The name of the line of all requests.
    fn all(&self) -> String;
    /// The name of a class of matters; that of none for an empty code.
    fn class(&self, code: &str) -> String;
    /// The headings of a sheet; those of the rates without the reasons, which are added behind.
    fn columns(&self, sheet: Sheet) -> Vec<String>;
    /// The cells of a line of a register.
    fn request(&self, line: &RegisterLine) -> Vec<BookCell<'static>>;
    /// The cells of a line of the register of calls.
    fn call(&self, line: &CallEntry) -> Vec<BookCell<'static>>;
    /// The cells of a common issue.
    fn issue(&self, line: &IssueLine) -> Vec<BookCell<'static>>;
    /// The cells of a project.
    fn project(&self, line: &ProjectLine) -> Vec<BookCell<'static>>;
}
