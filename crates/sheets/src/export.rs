//! Lists out of the house in the columns in which an import takes them.

use std::collections::HashMap;

use crate::fields::{Field, FieldId, SheetKind, SheetSpec, spec};
use crate::problem::Lang;
use crate::text::key;
use crate::write::Table;

/// A row that leaves: what stands in which column. A value that is empty leaves its cell empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutRow {
    known: Vec<(FieldId, String)>,
    others: Vec<(String, String)>,
}

impl OutRow {
    /// Adds the value of a known column. A word that is chosen from a list is given in Chinese.
    #[must_use]
    pub fn with(mut self, field: FieldId, value: impl Into<String>) -> Self {
        let value = value.into();
        if !value.is_empty() {
            self.known.push((field, value));
        }
        self
    }

    /// Adds a column under the name that its sheet once had.
    #[must_use]
    pub fn with_other(mut self, name: &str, value: &str) -> Self {
        if !value.is_empty() {
            self.others.push((name.to_owned(), value.to_owned()));
        }
        self
    }
}

/// The rows of one sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// Which sheet.
    pub sheet: SheetKind,
    /// Its rows.
    pub rows: Vec<OutRow>,
}

/// The table of a sheet: first the columns of the template, then further known ones as far as a row fills them, then
/// those that the product has no field for, in the order in which they are met.
pub fn table(filled: Filled, lang: Lang) -> Table {
    let spec = spec(filled.sheet);
    let mut columns = Columns::new(spec);
    let rows: Vec<Vec<(usize, String)>> =
        filled.rows.into_iter().map(|row| columns.place(row, lang)).collect();
    let used = |at: usize| rows.iter().any(|row| row.iter().any(|(column, _)| *column == at));
    let own = |at: usize| spec.fields.get(at).is_some_and(|field| !field.foreign);
    let kept: Vec<usize> = (0..columns.count()).filter(|at| own(*at) || used(*at)).collect();
    let mut place = vec![0; columns.count()];
    for (to, from) in kept.iter().enumerate() {
        place[*from] = to;
    }
    let header: Vec<String> = kept.iter().map(|at| columns.heading(*at, lang)).collect();
    let line = |row: Vec<(usize, String)>| {
        let mut cells = vec![String::new(); header.len()];
        for (column, value) in row {
            cells[place[column]] = value;
        }
        cells
    };
    let rows = rows.into_iter().map(line).collect();
    Table { name: spec.name(lang).to_owned(), header, rows }
}

/// Every column of the sheet and those beyond it, by number.
struct Columns {
    spec: &'static SheetSpec,
    others: Vec<String>,
    by_name: HashMap<String, usize>,
}

impl Columns {
    fn new(spec: &'static SheetSpec) -> Self {
        let names = spec.fields.iter().enumerate();
        let by_name = names.flat_map(|(at, field)| field.names().map(move |name| (key(name), at))).collect();
        Self { spec, others: Vec::new(), by_name }
    }

    fn count(&self) -> usize {
        self.spec.fields.len() + self.others.len()
    }

    fn heading(&self, at: usize, lang: Lang) -> String {
        match self.spec.fields.get(at) {
            Some(field) => field.name(lang).to_owned(),
            None => self.others[at - self.spec.fields.len()].clone(),
        }
    }

    /// The values of a row with the numbers of their columns. What was kept under the name of a known column goes
    /// into that one.
    fn place(&mut self, row: OutRow, lang: Lang) -> Vec<(usize, String)> {
        let mut placed = Vec::new();
        for (id, value) in row.known {
            let found = self.spec.fields.iter().position(|field| field.id == id);
            if let Some(at) = found {
                placed.push((at, in_words(&self.spec.fields[at], value, lang)));
            }
        }
        for (name, value) in row.others {
            let at = match self.by_name.get(&key(&name)) {
                Some(at) => *at,
                None => {
                    self.by_name.insert(key(&name), self.count());
                    self.others.push(name);
                    self.count() - 1
                }
            };
            if !placed.iter().any(|(taken, _)| *taken == at) {
                placed.push((at, value));
            }
        }
        placed
    }
}

/// The value in the language of the sheet, where it is a word of a list.
fn in_words(field: &Field, value: String, lang: Lang) -> String {
    let word = field.words.iter().find(|word| lang == Lang::En && word.zh == value);
    word.map_or(value, |word| word.en.to_owned())
}
