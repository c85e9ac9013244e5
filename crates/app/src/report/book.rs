//! The report as a workbook, written row by row: figures, rates, registers, common issues, projects.

use super::figures::{figures, rates};
use super::labels::{Labels, Sheet};
use super::month::MonthReport;
use super::register::Names;
use crate::error::Result;
use crate::export::Turn;
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_domain::permission::Principal;
use guanjia_domain::report::{Month, Register};
use guanjia_sheets::{Book, BookCell};
use guanjia_store::{StoreError, Tx};
use std::io::Write;
use zip::result::ZipError;

/// A report is being made until this is dropped.
pub struct ReportTurn {
    _until_written: Turn,
}

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BookDone {
    /// Rows of registers.
    pub rows: u64,
    /// Rows that a sheet had no room for.
    pub left_out: u64,
}

impl App {
    /// Writes into the access log that somebody takes a month away, before it is made; until what is answered is
    /// dropped no other list of the community begins. Blocks.
    ///
    /// # Errors
    /// As [`App::report_scope`]; [`guanjia_domain::Refusal::TooManyTries`] while another list of the community is made.
    pub fn begin_report(&self, who: &Principal, community: CommunityCode) -> Result<ReportTurn> {
        let turn = self.exports.take(community)?;
        let (app, who) = (self.clone(), who.clone());
        let noted = self.db.write(community, move |tx| {
            app.report_scope(tx, &who, community)?;
            app.log_export(tx, community, who.actor(), "report", None)
        });
        noted.wait()?;
        Ok(ReportTurn { _until_written: turn })
    }

    /// Writes the workbook of a month into `sink`. The caller has begun it with [`App::begin_report`].
    ///
    /// # Errors
    /// As [`App::report_scope`]; [`StoreError::Refused`] when the sink takes no more.
    pub fn write_month_book(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        month: Month,
        labels: &dyn Labels,
        sink: impl Write,
    ) -> Result<BookDone> {
        let report = self.month_report(tx, who, community, month)?;
        let mut book = Book::new(sink);
        figures(&mut book, &report, labels).map_err(|error| broken(&error))?;
        let counted = self.month_rates(tx, &report)?;
        rates(&mut book, &counted, labels).map_err(|error| broken(&error))?;
        let (names, by) = (Names::read(self, tx, community)?, &report.tally.by);
        let mut done = BookDone { rows: 0, left_out: 0 };
        for register in Register::ALL {
            begin(&mut book, labels, Sheet::Register(*register))?;
            if none_of(*register, &report) {
                continue;
            }
            report.scope.walk(tx, month.span(), (0, None), |request, _| {
                if register.holds(request, by) {
                    let written = put(&mut book, &labels.request(&names.line(&report.scope, request)))?;
                    done.rows += u64::from(written);
                    done.left_out += u64::from(!written);
                }
                Ok(true)
            })?;
        }
        begin(&mut book, labels, Sheet::Calls)?;
        for line in self.call_register(tx, who, community, month)?.lines {
            put(&mut book, &labels.call(&line))?;
        }
        begin(&mut book, labels, Sheet::Issues)?;
        for line in self.kept_issues(tx, who, community)? {
            put(&mut book, &labels.issue(&line))?;
        }
        begin(&mut book, labels, Sheet::Projects)?;
        for line in self.projects(tx, who)? {
            put(&mut book, &labels.project(&line))?;
        }
        book.finish().map_err(|error| broken(&error))?;
        Ok(done)
    }
}

fn begin<W: Write>(book: &mut Book<W>, labels: &dyn Labels, sheet: Sheet) -> Result<()> {
    let columns = labels.columns(sheet);
    let header: Vec<&str> = columns.iter().map(String::as_str).collect();
    book.sheet(&labels.sheet(sheet), &header).map_err(|error| broken(&error))
}

/// Says whether there was room.
fn put<W: Write>(book: &mut Book<W>, cells: &[BookCell<'_>]) -> Result<bool> {
    book.row(cells).map_err(|error| broken(&error))
}

/// A register whose figure counts nothing needs no walk.
fn none_of(register: Register, report: &MonthReport) -> bool {
    register.figures().iter().all(|figure| report.tally.all.of(*figure) == 0)
}

fn broken(error: &ZipError) -> crate::AppError {
    StoreError::Refused(error.to_string()).into()
}
