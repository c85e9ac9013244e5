//! Finding the header row, and which known field each column is.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use crate::fields::{FieldId, SHEETS, SheetSpec};
use crate::problem::{Column, Lang, Problem, ProblemKind, column_letter};
use crate::read::{Cell, Value};
use crate::text::{key, tidy};

/// Title rows that may stand above the header.
pub(crate) const MOST_TITLE_ROWS: usize = 20;
/// A row with fewer known names is a title or a note.
const FEWEST_MATCHES: usize = 2;

/// For each kind of sheet the column names it knows; `None` for a column that is declined.
static NAMES: LazyLock<Vec<HashMap<String, Option<FieldId>>>> = LazyLock::new(|| {
    let names = |spec: &'static SheetSpec| {
        let known =
            spec.fields.iter().flat_map(|field| field.names().map(move |name| (key(name), Some(field.id))));
        known.chain(spec.declined.iter().map(|name| (key(name), None))).collect()
    };
    SHEETS.into_iter().map(names).collect()
});

/// What a column of the file holds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Target {
    Known(FieldId),
    /// Kept under its own name.
    Unknown(Arc<str>),
    Declined(Arc<str>),
}

/// The header of a sheet: its kind and the meaning of its columns.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    pub(crate) spec: &'static SheetSpec,
    pub(crate) targets: Vec<(Column, u32, Target)>,
    place_of: [Option<usize>; FieldId::COUNT],
}

impl Layout {
    /// The number of the column that holds a field.
    pub(crate) fn index(&self, field: FieldId) -> Option<u32> {
        self.place_of[field as usize].map(|place| self.targets[place].1)
    }

    /// Name and letter of the column that holds a field.
    pub(crate) fn column(&self, field: FieldId) -> Option<Column> {
        self.place_of[field as usize].map(|place| self.targets[place].0.clone())
    }

    /// What the header lacks, has twice or has beyond what is known.
    pub(crate) fn problems(&self, sheet: &Arc<str>) -> Vec<Problem> {
        let mut problems = Vec::new();
        let required = self.spec.fields.iter().filter(|field| field.required);
        for field in required.filter(|field| self.index(field.id).is_none()) {
            let [zh, en] = [Lang::Zh, Lang::En].map(|lang| field.name(lang).to_owned());
            problems.push(Problem::of_sheet(sheet, ProblemKind::MissingColumn { zh, en }));
        }
        let names = |wanted: fn(&Target) -> Option<&Arc<str>>| -> Vec<String> {
            self.targets.iter().filter_map(|(_, _, target)| wanted(target)).map(ToString::to_string).collect()
        };
        let unknown = names(|target| if let Target::Unknown(name) = target { Some(name) } else { None });
        if !unknown.is_empty() {
            problems.push(Problem::of_sheet(sheet, ProblemKind::UnknownColumns { columns: unknown }));
        }
        let declined = names(|target| if let Target::Declined(name) = target { Some(name) } else { None });
        if !declined.is_empty() {
            problems.push(Problem::of_sheet(sheet, ProblemKind::DeclinedColumns { columns: declined }));
        }
        for (place, (column, _, target)) in self.targets.iter().enumerate() {
            if matches!(target, Target::Known(field) if self.place_of[*field as usize] != Some(place)) {
                let what = ProblemKind::RepeatedColumn { column: column.name.to_string() };
                problems.push(Problem { column: Some(column.clone()), ..Problem::of_sheet(sheet, what) });
            }
        }
        problems
    }
}

/// The layout that the row gives as a header of the best fitting kind of sheet, and how well it fits.
pub(crate) fn fit(sheet: &str, cells: &[Cell]) -> Option<(usize, Layout)> {
    let names: Vec<(u32, String)> = cells
        .iter()
        .filter_map(|cell| match &cell.value {
            Value::Text(text) => Some((cell.column, tidy(text))),
            _ => None,
        })
        .filter(|(_, name)| !name.is_empty())
        .collect();
    let sheet = key(sheet);
    SHEETS
        .into_iter()
        .filter_map(|spec| {
            let layout = lay_out(spec, &names);
            let matches = layout.place_of.iter().flatten().count();
            let required = spec.fields.iter().filter(|f| f.required && layout.index(f.id).is_some()).count();
            let named = usize::from(spec.names().any(|name| key(name) == sheet));
            // The sheet's own name counts as much as four columns; a required column counts twice.
            (matches >= FEWEST_MATCHES && required > 0).then_some((matches + required + 4 * named, layout))
        })
        .max_by_key(|(score, layout)| (*score, std::cmp::Reverse(layout.spec.kind as usize)))
}

fn lay_out(spec: &'static SheetSpec, names: &[(u32, String)]) -> Layout {
    let mut layout = Layout { spec, targets: Vec::new(), place_of: [None; FieldId::COUNT] };
    for (index, name) in names {
        let bare = bare_key(name);
        let shared: Arc<str> = name.as_str().into();
        let target = match NAMES[spec.kind as usize].get(&bare) {
            Some(Some(field)) => Target::Known(*field),
            Some(None) => Target::Declined(shared.clone()),
            None => Target::Unknown(shared.clone()),
        };
        if let Target::Known(field) = &target {
            layout.place_of[*field as usize].get_or_insert(layout.targets.len());
        }
        layout.targets.push((Column { name: shared, letter: column_letter(*index) }, *index, target));
    }
    layout
}

/// `*姓名（必填）` and 姓名 are one column.
fn bare_key(name: &str) -> String {
    let key = key(name);
    let bare = key.trim_matches('*');
    let marks = ["(必填)", "(选填)", "(可选)", "(required)", "(optional)"];
    marks.iter().find_map(|mark| bare.strip_suffix(mark)).unwrap_or(bare).trim_matches('*').to_owned()
}

/// Whether a row explains the columns (必填…, 可选…) instead of holding data.
pub(crate) fn is_explanation(cells: &[Cell]) -> bool {
    let marks = ["必填", "可选", "选填", "required", "optional"];
    let explains = |cell: &Cell| match &cell.value {
        Value::Text(text) => {
            let text = key(text);
            marks.iter().any(|mark| {
                text.strip_prefix(mark).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            })
        }
        _ => false,
    };
    cells.first().is_some_and(explains) || cells.iter().filter(|cell| explains(cell)).count() >= 2
}

/// What the first cell of a template's example row begins with.
pub(crate) const EXAMPLE_MARKS: [&str; 2] = ["示例：", "Example: "];

/// Whether a row is the template's example.
pub(crate) fn is_example(cells: &[Cell]) -> bool {
    cells.first().is_some_and(|cell| match &cell.value {
        Value::Text(text) => {
            let text = key(text);
            EXAMPLE_MARKS.iter().any(|mark| text.starts_with(&key(mark)))
        }
        _ => false,
    })
}
