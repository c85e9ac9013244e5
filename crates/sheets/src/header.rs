//! Finding the header row, and which known field each column is.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use crate::fields::{FieldId, SHEETS, SheetSpec, spec};
use crate::mapping::{Mappings, Said, Told, mark};
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

/// Whether a text is the name of a column of some sheet.
pub(crate) fn is_heading(text: &str) -> bool {
    let bare = bare_key(text);
    NAMES.iter().any(|names| names.contains_key(&bare))
}

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
    /// By which the headings are known again.
    pub(crate) mark: String,
    /// Whether a person has said what some of the columns hold.
    pub(crate) told: bool,
    /// What every row of the sheet has though no column says it: the building that the sheet is named after.
    pub(crate) implied: Vec<(FieldId, String)>,
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

    /// What every row has for a field that no column holds.
    pub(crate) fn implies(&self, field: FieldId) -> Option<&str> {
        self.implied.iter().find(|(known, _)| *known == field).map(|(_, value)| value.as_str())
    }

    /// How many columns are known.
    pub(crate) fn known(&self) -> usize {
        self.place_of.iter().flatten().count()
    }

    /// Whether the row is this header once more, as it is printed on every page.
    pub(crate) fn is_repeated(&self, cells: &[Cell]) -> bool {
        let same = |cell: &Cell| {
            let Value::Text(text) = &cell.value else { return false };
            self.targets.iter().any(|(column, at, _)| *at == cell.column && tidy(text) == *column.name)
        };
        let equal = cells.iter().filter(|cell| same(cell)).count();
        equal >= FEWEST_MATCHES && equal * 2 > cells.len()
    }

    /// What the header lacks, has twice or has beyond what is known.
    pub(crate) fn problems(&self, sheet: &Arc<str>) -> Vec<Problem> {
        let mut problems = Vec::new();
        let required = self.spec.fields.iter().filter(|field| field.required);
        for field in
            required.filter(|field| self.index(field.id).is_none() && self.implies(field.id).is_none())
        {
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

/// The texts of a row, each with the number of its column.
pub(crate) fn headings(cells: &[Cell]) -> Vec<(u32, String)> {
    let text = |cell: &Cell| match &cell.value {
        Value::Text(text) => Some((cell.column, tidy(text))),
        _ => None,
    };
    cells.iter().filter_map(text).filter(|(_, name)| !name.is_empty()).collect()
}

/// The layout that the row gives as a header of the best fitting kind of sheet, and how well it fits.
pub(crate) fn fit(sheet: &str, cells: &[Cell], mappings: &Mappings) -> Option<(usize, Layout)> {
    let names = headings(cells);
    if names.len() < FEWEST_MATCHES {
        return None;
    }
    if let Some(told) = mappings.of_source(&mark(&names))
        && let Some(kind) = told.kind
    {
        return Some((usize::MAX, lay_out(spec(kind), &names, mappings, &told)));
    }
    let told = mappings.of_source(&mark(&names)).unwrap_or_default();
    let sheet = key(sheet);
    SHEETS
        .into_iter()
        .filter_map(|spec| {
            let layout = lay_out(spec, &names, mappings, &told);
            let matches = layout.known();
            let required = spec.fields.iter().filter(|f| f.required && layout.index(f.id).is_some()).count();
            let named = usize::from(spec.names().any(|name| key(name) == sheet));
            // A required column counts a third as much again, the sheet's own name as much as four columns.
            (matches >= FEWEST_MATCHES && required > 0)
                .then_some((3 * matches + required + 12 * named, layout))
        })
        .max_by_key(|(score, layout)| (*score, std::cmp::Reverse(layout.spec.kind as usize)))
}

fn lay_out(spec: &'static SheetSpec, names: &[(u32, String)], mappings: &Mappings, told: &Told) -> Layout {
    let mut layout = Layout {
        spec,
        targets: Vec::new(),
        mark: mark(names),
        told: !told.columns.is_empty(),
        implied: Vec::new(),
        place_of: [None; FieldId::COUNT],
    };
    let said: Vec<Option<Said>> = names
        .iter()
        .map(|(index, name)| {
            let by_place = told.columns.get(index).copied();
            by_place.or_else(|| mappings.named(spec, &key(name)))
        })
        .collect();
    for ((index, name), own) in names.iter().zip(&said) {
        let bare = bare_key(name);
        let shared: Arc<str> = name.as_str().into();
        let target = match (own, NAMES[spec.kind as usize].get(&bare)) {
            (Some(Said::Field(field)), _) => Target::Known(*field),
            (Some(Said::LeftOut), _) | (None, Some(None)) => Target::Declined(shared.clone()),
            // Where a person has named another column for the field, this one is not it.
            (None, Some(Some(field))) if !said.contains(&Some(Said::Field(*field))) => Target::Known(*field),
            _ => Target::Unknown(shared.clone()),
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
