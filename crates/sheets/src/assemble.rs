//! Takes the rows of all sheets and makes the workbook of them.

use std::sync::Arc;

use crate::check::{self, Layouts};
use crate::header::{self, Layout, Target};
use crate::known::Known;
use crate::parse;
use crate::problem::{Place, Problem, ProblemKind, ProblemList};
use crate::read::{Cell, Sink};
use crate::row::Row;
use crate::rows::{UnknownColumn, Workbook};

/// Rows between two calls of the progress function.
const STEP: u64 = 500;

/// What came out of a file.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The rows that could be read; complete only when there are no problems.
    pub workbook: Workbook,
    /// What keeps the file from being imported, in the order of sheets and rows.
    pub problems: Vec<Problem>,
    /// Problems beyond [`MOST_PROBLEMS`](crate::MOST_PROBLEMS) that are not in the list.
    pub more_problems: u64,
    /// What a person should know and need not change.
    pub notices: Vec<Problem>,
    /// Rows that were read.
    pub rows: u64,
}

/// Where in the present sheet the reader is.
enum State {
    /// Rows above the header, if one comes.
    Seeking { name: Arc<str>, tried: usize },
    /// Below the header; `first` until the row after it has been seen.
    Body { name: Arc<str>, layout: Box<Layout>, first: bool },
    /// Not a sheet that is read, or none yet.
    Passing,
}

pub(crate) struct Assembler<'a> {
    workbook: Workbook,
    problems: ProblemList,
    notices: ProblemList,
    layouts: Layouts,
    sheets: Vec<Arc<str>>,
    state: State,
    rows: u64,
    progress: &'a mut dyn FnMut(u64),
}

impl<'a> Assembler<'a> {
    pub(crate) fn new(progress: &'a mut dyn FnMut(u64)) -> Self {
        Self {
            workbook: Workbook::default(),
            problems: ProblemList::default(),
            notices: ProblemList::default(),
            layouts: Layouts::new(),
            sheets: Vec::new(),
            state: State::Passing,
            rows: 0,
            progress,
        }
    }

    /// Checks the whole and gives it back.
    pub(crate) fn finish(mut self, known: &Known) -> Reading {
        self.close_sheet();
        if self.layouts.is_empty() && self.problems.list.is_empty() {
            self.problems.push(Problem::of_file(ProblemKind::NoKnownSheet));
        }
        check::check(&mut self.workbook, known, &self.layouts, &mut self.problems);
        (self.progress)(self.rows);
        let (told, mut problems): (Vec<_>, Vec<_>) =
            self.problems.list.into_iter().partition(|p| p.what.is_notice());
        let mut notices = self.notices.list;
        notices.extend(told);
        let order = |problem: &Problem| {
            let sheet =
                problem.sheet.as_ref().map(|sheet| self.sheets.iter().position(|known| known == sheet));
            (sheet, problem.row)
        };
        problems.sort_by_key(order);
        notices.sort_by_key(order);
        Reading {
            workbook: self.workbook,
            problems,
            more_problems: self.problems.more,
            notices,
            rows: self.rows,
        }
    }

    fn close_sheet(&mut self) {
        match std::mem::replace(&mut self.state, State::Passing) {
            State::Seeking { name, tried } if tried > 0 => {
                self.notices.push(Problem::of_sheet(&name, ProblemKind::SheetIgnored));
            }
            State::Body { name, layout, .. } => {
                self.layouts.insert(name, *layout);
            }
            State::Seeking { .. } | State::Passing => {}
        }
    }

    /// Takes the header and gives the state below it.
    fn begin_body(&mut self, name: Arc<str>, layout: Layout) -> State {
        for problem in layout.problems(&name) {
            self.problems.push(problem);
        }
        let unknown = layout.targets.iter().filter(|(_, _, target)| matches!(target, Target::Unknown(_)));
        self.workbook.unknown_columns.extend(
            unknown.map(|(column, ..)| UnknownColumn { sheet: name.clone(), column: column.clone() }),
        );
        State::Body { name, layout: Box::new(layout), first: true }
    }

    fn body_row(&mut self, name: &Arc<str>, layout: &Layout, number: u32, cells: &[Cell]) {
        self.rows += 1;
        if self.rows.is_multiple_of(STEP) {
            (self.progress)(self.rows);
        }
        let place = Place { sheet: name.clone(), row: number };
        let mut row = Row { layout, place, cells, problems: &mut self.problems };
        parse::parse(&mut row, &mut self.workbook);
    }
}

impl Sink for Assembler<'_> {
    fn sheet(&mut self, name: &Arc<str>) {
        self.close_sheet();
        self.sheets.push(name.clone());
        self.state = State::Seeking { name: name.clone(), tried: 0 };
    }

    fn row(&mut self, number: u32, cells: Vec<Cell>) {
        self.state = match std::mem::replace(&mut self.state, State::Passing) {
            State::Seeking { name, tried } => match header::fit(&name, &cells) {
                Some((_, layout)) => self.begin_body(name, layout),
                None if tried + 1 < header::MOST_TITLE_ROWS => State::Seeking { name, tried: tried + 1 },
                None => {
                    self.notices.push(Problem::of_sheet(&name, ProblemKind::SheetIgnored));
                    State::Passing
                }
            },
            State::Body { name, layout, first } => {
                let skipped = (first && header::is_explanation(&cells)) || header::is_example(&cells);
                if !skipped {
                    self.body_row(&name, &layout, number, &cells);
                }
                State::Body { name, layout, first: false }
            }
            State::Passing => State::Passing,
        };
    }

    fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }
}
