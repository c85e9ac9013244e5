//! Which field a column holds where its heading does not say it: told by a person, and kept for the next file whose
//! headings are the same.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock};

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::fields::{FieldId, SHEETS, SheetKind, SheetSpec};
use crate::problem::Lang;
use crate::text::key;

/// What a person says of a column that shall not be read at all.
pub const LEFT_OUT: &str = "left_out";

/// Columns by their number, the first is 0, each with the word of a [`FieldChoice`] or [`LEFT_OUT`].
pub type Columns = BTreeMap<u32, String>;

/// What people have said of columns so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mappings {
    /// For headings that were met before, by the mark of their source ([`Source::mark`]).
    pub sources: HashMap<String, Columns>,
    /// For a heading by its name, whatever the sheet: the name of a field in either language, or its word.
    pub names: Vec<(String, String)>,
}

/// A field that a column can be told to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChoice {
    /// Its stable word: `residents.phone`.
    pub word: String,
    /// The sheet that has it, and its own name.
    pub name: (&'static str, &'static str),
}

/// Every field, sheet by sheet.
pub fn field_choices(lang: Lang) -> Vec<FieldChoice> {
    let of_sheet = |spec: &'static SheetSpec| {
        spec.fields.iter().map(move |field| FieldChoice {
            word: format!("{}.{}", word(&spec.kind), word(&field.id)),
            name: (spec.name(lang), field.name(lang)),
        })
    };
    SHEETS.into_iter().flat_map(of_sheet).collect()
}

/// Whether a person may say this of a column: a word of [`field_choices`] or [`LEFT_OUT`].
pub fn is_field_word(text: &str) -> bool {
    text == LEFT_OUT || FIELDS.contains_key(text)
}

/// The same, or the name of a field in either language.
pub fn is_field(text: &str) -> bool {
    let wanted = key(text);
    let named =
        |spec: &SheetSpec| spec.fields.iter().any(|field| field.names().any(|name| key(name) == wanted));
    is_field_word(text) || SHEETS.into_iter().any(named)
}

static FIELDS: LazyLock<HashMap<String, (SheetKind, FieldId)>> = LazyLock::new(|| {
    let pairs =
        SHEETS.into_iter().flat_map(|spec| spec.fields.iter().map(move |field| (spec.kind, field.id)));
    pairs.map(|(kind, field)| (format!("{}.{}", word(&kind), word(&field)), (kind, field))).collect()
});

/// The word under which a kind or a field is known outside.
pub(crate) fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|it| it.as_str().map(str::to_owned)).unwrap_or_default()
}

/// What is said of one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    Field(FieldId),
    LeftOut,
}

/// What is said of the columns of one header.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// The kind of sheet, where a person chose columns of it.
    pub(crate) kind: Option<SheetKind>,
    pub(crate) columns: HashMap<u32, Said>,
}

impl Mappings {
    /// What was said of a source.
    pub(crate) fn of_source(&self, mark: &str) -> Option<Told> {
        let mut told = Told::default();
        for (column, word) in self.sources.get(mark)? {
            if let Some((kind, field)) = FIELDS.get(word) {
                told.kind.get_or_insert(*kind);
                told.columns.insert(*column, Said::Field(*field));
            } else if word == LEFT_OUT {
                told.columns.insert(*column, Said::LeftOut);
            }
        }
        Some(told)
    }

    /// The field of a sheet that a heading was said to be.
    pub(crate) fn named(&self, spec: &SheetSpec, heading: &str) -> Option<Said> {
        let (_, wanted) = self.names.iter().find(|(name, _)| key(name) == heading)?;
        if wanted == LEFT_OUT {
            return Some(Said::LeftOut);
        }
        let of_kind = FIELDS.get(wanted).filter(|(kind, _)| *kind == spec.kind).map(|(_, field)| *field);
        let by_name = || {
            let fits = |name: &str| key(name) == key(wanted);
            spec.fields.iter().find(|field| field.names().any(fits)).map(|field| field.id)
        };
        of_kind.or_else(by_name).map(Said::Field)
    }
}

/// The mark by which headings are known again: they, and where they stand. Nobody can read them out of it.
pub(crate) fn mark(headings: &[(u32, String)]) -> String {
    let mut sum = Sha256::new();
    for (column, name) in headings {
        sum.update(column.to_le_bytes());
        sum.update(key(name).as_bytes());
        sum.update([0]);
    }
    sum.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// A sheet with its headings, for a person who says what its columns hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// The sheet.
    pub sheet: Arc<str>,
    /// By which it is known again.
    pub mark: String,
    /// The kind of sheet it was read as, by its word; `None` when no heading was known.
    pub kind: Option<String>,
    /// Whether a person has said before what its columns hold.
    pub told: bool,
    /// Its columns.
    pub columns: Vec<SourceColumn>,
    /// How many rows the samples come from.
    pub(crate) rows: usize,
}

/// A column of a source.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceColumn {
    /// Its number, the first is 0.
    pub number: u32,
    /// The letter that Excel writes above it.
    pub letter: String,
    /// Its heading.
    pub name: String,
    /// The word of the field that it is read as, or [`LEFT_OUT`]; `None` when it is kept under its own name.
    pub field: Option<String>,
    /// Its first values, masked.
    pub samples: Vec<String>,
}
