//! What is wrong in a workbook, where, and how it is put right.

mod chinese;
mod english;
mod kind;

use std::sync::Arc;

pub use kind::{ProblemKind, Skipped};
use serde::Serialize;

/// As many problems as a person can still work through; the rest is counted.
pub const MOST_PROBLEMS: usize = 10_000;

/// The language in which a problem or a template speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// Chinese, the first language of the program.
    Zh,
    /// English.
    En,
}

/// A row of a sheet, as Excel shows it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Place {
    /// Name of the sheet; for csv the name of the file without its ending.
    pub sheet: Arc<str>,
    /// Number of the row, the first is 1.
    pub row: u32,
}

/// A column by both names people know it by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// The name in the header row, as it stands there.
    pub name: Arc<str>,
    /// The letter above it in Excel: A … IV.
    pub letter: String,
}

/// Something that keeps a workbook from being imported, or (a notice) that a person should know.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Problem {
    /// The sheet; `None` when the whole file is meant.
    pub sheet: Option<Arc<str>>,
    /// The row as Excel shows it, the first is 1; `None` when the sheet as a whole is meant.
    pub row: Option<u32>,
    /// The column; `None` when the row as a whole is meant.
    pub column: Option<Column>,
    /// What it is.
    pub what: ProblemKind,
}

impl Problem {
    pub(crate) fn of_file(what: ProblemKind) -> Self {
        Self { sheet: None, row: None, column: None, what }
    }

    pub(crate) fn of_sheet(sheet: &Arc<str>, what: ProblemKind) -> Self {
        Self { sheet: Some(sheet.clone()), row: None, column: None, what }
    }

    pub(crate) fn of_row(place: &Place, column: Option<Column>, what: ProblemKind) -> Self {
        Self { sheet: Some(place.sheet.clone()), row: Some(place.row), column, what }
    }

    /// What is wrong, in one sentence without its place.
    pub fn text(&self, lang: Lang) -> String {
        self.words(lang).0
    }

    /// What to do about it, in one sentence.
    pub fn cure(&self, lang: Lang) -> String {
        self.words(lang).1
    }

    /// Where it is: sheet, row, column name and letter, as far as they are known; empty for a whole file.
    pub fn location(&self, lang: Lang) -> String {
        let mut parts = Vec::new();
        match lang {
            Lang::Zh => {
                parts.extend(self.sheet.iter().map(|sheet| format!("工作表「{sheet}」")));
                parts.extend(self.row.iter().map(|row| format!("第 {row} 行")));
                parts.extend(
                    self.column.iter().map(|column| format!("{}列（{}）", column.letter, column.name)),
                );
                parts.join("，")
            }
            Lang::En => {
                parts.extend(self.sheet.iter().map(|sheet| format!("sheet “{sheet}”")));
                parts.extend(self.row.iter().map(|row| format!("row {row}")));
                parts.extend(
                    self.column.iter().map(|column| format!("column {} ({})", column.letter, column.name)),
                );
                parts.join(", ")
            }
        }
    }

    /// Place, matter and cure in one line, for a terminal or a list.
    pub fn line(&self, lang: Lang) -> String {
        let (text, cure) = self.words(lang);
        match (self.location(lang), lang) {
            (place, Lang::Zh) if place.is_empty() => format!("{text}。{cure}。"),
            (place, Lang::Zh) => format!("{place}：{text}。{cure}。"),
            (place, Lang::En) if place.is_empty() => format!("{text}. {cure}."),
            (place, Lang::En) => format!("{place}: {text}. {cure}."),
        }
    }

    fn words(&self, lang: Lang) -> (String, String) {
        match lang {
            Lang::Zh => chinese::words(&self.what),
            Lang::En => english::words(&self.what),
        }
    }
}

/// Problems in the order in which they were met, at most [`MOST_PROBLEMS`].
#[derive(Debug, Default)]
pub(crate) struct ProblemList {
    pub(crate) list: Vec<Problem>,
    pub(crate) more: u64,
}

impl ProblemList {
    pub(crate) fn push(&mut self, problem: Problem) {
        if self.list.len() < MOST_PROBLEMS {
            self.list.push(problem);
        } else {
            self.more += 1;
        }
    }
}

/// The letter that Excel writes above a column, counted from 0.
pub(crate) fn column_letter(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(char::from(b'A' + u8::try_from(digit).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_excel_does() {
        for (column, letter) in [(0, "A"), (25, "Z"), (26, "AA"), (255, "IV"), (16_383, "XFD")] {
            assert_eq!(column_letter(column), letter);
        }
    }

    #[test]
    fn a_line_names_sheet_row_column_and_cure() {
        let column = Column { name: "电话".into(), letter: "D".to_owned() };
        let place = Place { sheet: "工作人员".into(), row: 7 };
        let problem = Problem::of_row(&place, Some(column), ProblemKind::BadPhone);
        assert!(problem.line(Lang::Zh).starts_with("工作表「工作人员」，第 7 行，D列（电话）："));
        assert!(problem.line(Lang::En).starts_with("sheet “工作人员”, row 7, column D (电话): "));
    }

    #[test]
    fn the_list_is_capped_and_says_how_many_more() {
        let mut problems = ProblemList::default();
        for _ in 0..MOST_PROBLEMS + 7 {
            problems.push(Problem::of_file(ProblemKind::NotASheet));
        }
        assert_eq!((problems.list.len(), problems.more), (MOST_PROBLEMS, 7));
    }
}
