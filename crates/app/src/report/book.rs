//! The report as a workbook, written row by row: figures, registers, common issues, projects.

use super::month::MonthReport;
use super::register::{Names, RegisterLine};
use crate::error::Result;
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_domain::permission::Principal;
use guanjia_domain::report::{Figure, Month, Register, Split};
use guanjia_sheets::{Book, BookCell};
use guanjia_store::{StoreError, Tx};
use std::io::Write;
use zip::result::ZipError;

/// What a workbook says in the reader's language.
pub trait Labels {
    /// The message of a key.
    fn say(&self, key: &str) -> String;
    /// The cells of a line of a register, in the order of [`Labels::columns`].
    fn cells(&self, line: &RegisterLine) -> Vec<String>;
    /// The headings of a register.
    fn columns(&self) -> Vec<String>;
    /// The name of a class of matters; that of none for an empty code.
    fn class(&self, code: &str) -> String;
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
    /// Writes the workbook of a month into `sink`. The caller has written into the access log who takes it.
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
        figures(&mut book, &report, labels).map_err(broken)?;
        let (names, now) = (Names::read(self, tx, community)?, self.now());
        let columns = labels.columns();
        let header: Vec<&str> = columns.iter().map(String::as_str).collect();
        let mut done = BookDone { rows: 0, left_out: 0 };
        for register in Register::ALL {
            book.sheet(&labels.say(&format!("register-{}", register.name())), &header).map_err(broken)?;
            if none_of(*register, &report) {
                continue;
            }
            report.scope.walk(tx, month.span(), (0, None), |request, _| {
                if register.holds(request, month, now) {
                    let cells = labels.cells(&names.line(&report.scope, request));
                    let cells: Vec<_> = cells.iter().map(|text| BookCell::Text(text)).collect();
                    let written = book.row(&cells).map_err(broken)?;
                    done.rows += u64::from(written);
                    done.left_out += u64::from(!written);
                }
                Ok(true)
            })?;
        }
        self.whole_works(tx, who, community, labels, &mut book)?;
        book.finish().map_err(broken)?;
        Ok(done)
    }

    /// Common issues and projects as they stand.
    fn whole_works<W: Write>(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        labels: &dyn Labels,
        book: &mut Book<W>,
    ) -> Result<()> {
        let say = |key: &str| labels.say(key);
        let header = ["estates", "state", "households", "nav-requests", "report-since"].map(|key| say(key));
        book.sheet(&say("nav-issues"), &header.each_ref().map(String::as_str)).map_err(broken)?;
        for it in self.kept_issues(tx, who, community)? {
            let (state, since) = (say(&format!("issue-state-{}", it.issue.state.name())), day(it.first));
            let cells = [
                BookCell::Text(&it.estate),
                BookCell::Text(&state),
                BookCell::Number(it.households as u64),
                BookCell::Number(it.requests as u64),
                BookCell::Text(&since),
            ];
            book.row(&cells).map_err(broken)?;
        }
        let header = ["field-title", "estates", "state", "report-since"].map(|key| say(key));
        book.sheet(&say("nav-projects"), &header.each_ref().map(String::as_str)).map_err(broken)?;
        for it in self.projects(tx, who)? {
            let (stage, since) =
                (say(&format!("project-stage-{}", it.project.stage.name())), day(it.project.begun_at));
            let cells = [&it.title, &it.estate, &stage, &since].map(|text| BookCell::Text(text));
            book.row(&cells).map_err(broken)?;
        }
        Ok(())
    }
}

/// A register whose figure counts nothing needs no walk.
fn none_of(register: Register, report: &MonthReport) -> bool {
    let of = |figure| report.tally.all.of(figure) == 0;
    match register {
        Register::Requests => false,
        Register::OnTheSpot => of(Figure::OnTheSpot),
        Register::Overdue => of(Figure::Overdue),
        Register::Suspended => of(Figure::Suspended),
        Register::Escalated => of(Figure::Escalated),
    }
}

fn figures<W: Write>(
    book: &mut Book<W>,
    report: &MonthReport,
    labels: &dyn Labels,
) -> zip::result::ZipResult<()> {
    let names: Vec<String> =
        Figure::ALL.iter().map(|figure| labels.say(&format!("figure-{}", figure.name()))).collect();
    let header: Vec<&str> = std::iter::once("").chain(names.iter().map(String::as_str)).collect();
    book.sheet(&report.tally.month.to_string(), &header)?;
    let mut row = |name: &str, split: &Split| {
        let counts = Figure::ALL.iter().map(|figure| BookCell::Number(split.of(*figure)));
        let cells: Vec<_> = std::iter::once(BookCell::Text(name)).chain(counts).collect();
        book.row(&cells).map(drop)
    };
    row(&labels.say("report-all"), &report.tally.all)?;
    for (estate, split) in &report.tally.estates {
        row(report.scope.estate(*estate), split)?;
    }
    for (class, split) in &report.tally.classes {
        row(&labels.class(class), split)?;
    }
    Ok(())
}

fn day(at: guanjia_domain::Moment) -> String {
    guanjia_domain::report::day_of(at).to_string()
}

fn broken(error: ZipError) -> crate::AppError {
    StoreError::Refused(error.to_string()).into()
}
