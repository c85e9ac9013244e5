//! Takes the rows of all sheets and makes the workbook of them.

use std::sync::Arc;

use crate::check::{self, Layouts};
use crate::header::{self, Layout, Target};
use crate::known::Known;
use crate::mapping::Source;
use crate::named_sheet;
use crate::parse;
use crate::problem::{Place, Problem, ProblemKind, ProblemList, Skipped};
use crate::read::{Cell, Sink};
use crate::row::Row;
use crate::rows::{UnknownColumn, Workbook};
use crate::{skipped, source};

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
    /// The sheets with their headings, for a person who says what their columns hold.
    pub sources: Vec<Source>,
    /// Rows that were read.
    pub rows: u64,
}

/// Where in the present sheet the reader is.
enum State {
    /// Rows above the header, if one comes.
    Seeking { name: Arc<str>, rows: Vec<Vec<Cell>> },
    /// Below the header; `fresh` while the row behind it has not been seen.
    Body { name: Arc<str>, layout: Box<Layout>, fresh: bool, source: Source },
    /// Not a sheet that is read, or none yet.
    Passing,
}

pub(crate) struct Assembler<'a> {
    file: &'a str,
    known: &'a Known,
    workbook: Workbook,
    problems: ProblemList,
    notices: ProblemList,
    layouts: Layouts,
    sheets: Vec<Arc<str>>,
    sources: Vec<Source>,
    state: State,
    rows: u64,
    progress: &'a mut dyn FnMut(u64),
}

impl<'a> Assembler<'a> {
    pub(crate) fn new(file: &'a str, known: &'a Known, progress: &'a mut dyn FnMut(u64)) -> Self {
        Self {
            file,
            known,
            workbook: Workbook::default(),
            problems: ProblemList::default(),
            notices: ProblemList::default(),
            layouts: Layouts::new(),
            sheets: Vec::new(),
            sources: Vec::new(),
            state: State::Passing,
            rows: 0,
            progress,
        }
    }

    /// Checks the whole and gives it back.
    pub(crate) fn finish(mut self) -> Reading {
        self.close_sheet();
        if self.layouts.is_empty() && self.problems.list.is_empty() {
            self.problems.push(Problem::of_file(ProblemKind::NoKnownSheet));
        }
        check::check(&mut self.workbook, self.known, &self.layouts, &mut self.problems);
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
            sources: self.sources,
            rows: self.rows,
        }
    }

    fn close_sheet(&mut self) {
        match std::mem::replace(&mut self.state, State::Passing) {
            State::Seeking { name, rows } => self.leave_out(&name, &rows),
            State::Body { name, mut layout, fresh, source } => {
                if fresh {
                    self.settle(&name, &mut layout);
                }
                self.sources.push(source);
                self.layouts.insert(name, *layout);
            }
            State::Passing => {}
        }
    }

    /// No header is known: a person may say what the columns hold.
    fn leave_out(&mut self, name: &Arc<str>, rows: &[Vec<Cell>]) {
        if !rows.is_empty() {
            self.notices.push(Problem::of_sheet(name, ProblemKind::SheetIgnored));
            self.sources.extend(source::of_rows(name, rows));
        }
    }

    /// The header is complete: what it lacks is said, and what the sheet's name says is taken over.
    fn settle(&mut self, name: &Arc<str>, layout: &mut Layout) {
        if let Some(notice) = named_sheet::complete(layout, name, self.file) {
            self.notices.push(notice);
        }
        for problem in layout.problems(name) {
            self.problems.push(problem);
        }
        let unknown = layout.targets.iter().filter(|(_, _, target)| matches!(target, Target::Unknown(_)));
        self.workbook.unknown_columns.extend(
            unknown.map(|(column, ..)| UnknownColumn { sheet: name.clone(), column: column.clone() }),
        );
    }

    fn begin(name: Arc<str>, layout: Layout) -> State {
        let source = source::of_layout(&name, &layout);
        State::Body { name, layout: Box::new(layout), fresh: true, source }
    }

    /// A row below the header.
    fn below(
        &mut self,
        number: u32,
        cells: &[Cell],
        name: Arc<str>,
        mut layout: Box<Layout>,
        fresh: bool,
        mut source: Source,
    ) -> State {
        if fresh && !skipped::is_explanation(cells) {
            // A header of two rows: the second tells apart what the first has under one word.
            let second = header::fit(&name, cells, &self.known.mappings).map(|(_, second)| second);
            if let Some(second) =
                second.filter(|it| it.spec.kind == layout.spec.kind && it.known() >= layout.known())
            {
                return Self::begin(name, second);
            }
        }
        if fresh {
            self.settle(&name, &mut layout);
        }
        let is_sample = (fresh && skipped::is_explanation(cells)) || skipped::is_example(cells);
        let why = if layout.is_repeated(cells) { Some(Skipped::Header) } else { skipped::reason(cells) };
        match why {
            _ if is_sample => {}
            Some(why) => {
                let place = Place { sheet: name.clone(), row: number };
                self.notices.push(Problem::of_row(&place, None, ProblemKind::RowSkipped { why }));
            }
            None => {
                source::add(&mut source, cells);
                self.body_row(&name, &layout, number, cells);
            }
        }
        State::Body { name, layout, fresh: false, source }
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
        self.state = State::Seeking { name: name.clone(), rows: Vec::new() };
    }

    fn row(&mut self, number: u32, cells: Vec<Cell>) {
        self.state = match std::mem::replace(&mut self.state, State::Passing) {
            State::Seeking { name, mut rows } => match header::fit(&name, &cells, &self.known.mappings) {
                Some((_, layout)) => Self::begin(name, layout),
                None => {
                    rows.push(cells);
                    if rows.len() < header::MOST_TITLE_ROWS {
                        State::Seeking { name, rows }
                    } else {
                        self.leave_out(&name, &rows);
                        State::Passing
                    }
                }
            },
            State::Body { name, layout, fresh, source } => {
                self.below(number, &cells, name, layout, fresh, source)
            }
            State::Passing => State::Passing,
        };
    }

    fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }
}
