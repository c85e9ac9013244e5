//! Importing spreadsheets: choose, look at every problem, confirm.

use askama::Template;

use super::TellSheet;
use crate::view::{Community, PageFrame, Problem, Problems, samples};

/// One problem of the sheets.
#[derive(Debug, Clone)]
pub struct ImportProblem {
    /// The file.
    pub file: String,
    /// The sheet.
    pub sheet: String,
    /// The row, as the spreadsheet program counts.
    pub row: Option<u32>,
    /// The column, as a letter or its heading.
    pub column: Option<String>,
    /// What is wrong, in the reader's language.
    pub message: String,
    /// What to do.
    pub cure: String,
}

/// What the import would do with one kind of thing.
#[derive(Debug, Clone)]
pub struct ImportTally {
    /// The word for the kind, in the reader's language ("楼栋").
    pub kind: String,
    /// How many are new.
    pub new: u32,
    /// How many change.
    pub changed: u32,
    /// How many stay as they are.
    pub unchanged: u32,
}

/// A difference.
#[derive(Debug, Clone)]
pub struct ImportLine {
    /// The word for the kind, in the reader's language.
    pub kind: String,
    /// "New" or "changed", in the reader's language.
    pub change: String,
    /// The name.
    pub name: String,
    /// What differs: the word for it, before and after; both are empty where only the difference is told.
    pub differences: Vec<(String, String, String)>,
}

/// What a preview found. With a problem nothing can be confirmed: all or nothing.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The mark of the files that were looked at; the confirming form and those about columns send it back.
    pub mark: String,
    /// The names of the files.
    pub files: Vec<String>,
    /// Numbers by kind.
    pub tallies: Vec<ImportTally>,
    /// The first problems, at most two hundred.
    pub problems: Vec<ImportProblem>,
    /// How many problems there are.
    pub problem_count: u32,
    /// What a person should know and need not change, at most two hundred.
    pub notices: Vec<ImportProblem>,
    /// The first differences; residents are named masked.
    pub lines: Vec<ImportLine>,
    /// Sheets of whose columns somebody can say what they hold.
    pub sheets: Vec<TellSheet>,
}

/// `GET /import`; `POST /import` (multipart: `csrf`, `files`) shows the preview; `POST /import/confirm` with
/// `csrf` and `mark` does it, all or nothing. `POST /import/columns` with `csrf`, `mark`, `source` and `column-N`
/// says what columns hold. Templates are at `GET /import/template.xlsx`.
#[derive(Template)]
#[template(path = "office/import.html")]
pub struct ImportPage {
    /// The frame.
    pub page: PageFrame,
    /// The community that is filled.
    pub community: Community,
    /// What the last upload would do.
    pub preview: Option<Preview>,
    /// Rows that were written a moment ago.
    pub done: Option<u32>,
    /// What was wrong with the upload as such.
    pub problems: Problems,
}

impl ImportPage {
    fn question(page: &PageFrame, preview: &Preview) -> String {
        let rows = preview.tallies.iter().map(|tally| tally.new + tally.changed).sum();
        page.count("import-confirm-question", &rows)
    }

    /// A preview without problems.
    pub fn sample(page: PageFrame) -> Self {
        let tally = |kind: &str, new, changed, unchanged| ImportTally {
            kind: kind.to_owned(),
            new,
            changed,
            unchanged,
        };
        let line = |kind: &str, change: &str, name: &str, differences: &[(&str, &str, &str)]| ImportLine {
            kind: kind.to_owned(),
            change: change.to_owned(),
            name: name.to_owned(),
            differences: differences
                .iter()
                .map(|(what, before, after)| ((*what).to_owned(), (*before).to_owned(), (*after).to_owned()))
                .collect(),
        };
        let preview = Preview {
            mark: "sample".to_owned(),
            files: vec!["小区楼栋.xlsx".to_owned(), "居民.xlsx".to_owned()],
            tallies: vec![tally("小区", 13, 0, 0), tally("楼栋", 160, 2, 4), tally("住户", 7_119, 0, 0)],
            problems: Vec::new(),
            problem_count: 0,
            notices: Vec::new(),
            lines: vec![
                line("小区", "新增", samples::ESTATE, &[]),
                line("居民", "变更", "张**", &[("电话", "138****0001", "139****0002"), ("备注", "", "")]),
            ],
            sheets: vec![TellSheet::sample()],
        };
        Self {
            page,
            community: samples::community(),
            preview: Some(preview),
            done: None,
            problems: Problems::default(),
        }
    }

    /// Before an upload, after the last one was done.
    pub fn sample_empty(page: PageFrame) -> Self {
        Self { preview: None, done: Some(7_292), ..Self::sample(page) }
    }

    /// A preview with problems, and a file that is no spreadsheet.
    pub fn sample_long(page: PageFrame) -> Self {
        let problem = ImportProblem {
            file: "居民.xlsx".to_owned(),
            sheet: "居民".to_owned(),
            row: Some(4_102),
            column: Some("D 单元".to_owned()),
            message: "没有“7单元”。".to_owned(),
            cure: "请在“小区楼栋”表里补上，或改这一格。".to_owned(),
        };
        let wrong = Problem::new(page.words, "files", "problem-sheet", "cure-sheet", &[]);
        let mut page = Self::sample(page);
        if let Some(preview) = &mut page.preview {
            preview.notices = vec![problem.clone()];
            preview.problems = vec![problem; 3];
            preview.problem_count = 3;
        }
        Self { problems: vec![wrong].into(), ..page }
    }
}
