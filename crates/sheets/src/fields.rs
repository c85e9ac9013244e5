//! The columns that are known: one table serves the header, the messages and the templates.

mod people;
mod places;
mod residents;

use crate::problem::Lang;
use serde::Serialize;

/// The kinds of sheets that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is the sheet that its name says")]
pub enum SheetKind {
    Estates,
    Buildings,
    Rooms,
    Staff,
    Grids,
    Organisations,
    Residents,
}

/// A known column, whatever its name in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is the column that its name says")]
pub enum FieldId {
    Address,
    Aliases,
    Basement,
    Born,
    Building,
    BuildingCount,
    BuiltYear,
    CareTags,
    Category,
    Class,
    Deceased,
    DeputyEstates,
    Estate,
    Estates,
    Floor,
    Floors,
    Grid,
    GridWorker,
    HouseholdNumber,
    Households,
    IdentityNumber,
    Latitude,
    Longitude,
    MovedOut,
    Name,
    PerFloor,
    Phone,
    Post,
    Property,
    PropertyCompany,
    PropertyPhone,
    Relation,
    Remark,
    Room,
    Scope,
    Separated,
    Tier,
    Unit,
    Units,
}

impl FieldId {
    /// How many fields there are.
    pub(crate) const COUNT: usize = Self::Units as usize + 1;
}

/// A word that a column takes, and other spellings of it.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) zh: &'static str,
    pub(crate) en: &'static str,
    pub(crate) also: &'static [&'static str],
}

const fn word(zh: &'static str, en: &'static str, also: &'static [&'static str]) -> Word {
    Word { zh, en, also }
}

/// 是 and 否, which the sheets of other tools write as 1 and 0.
pub(crate) const FLAG: &[Word] = &[
    word("是", "yes", &["1", "y", "t", "true", "有", "对", "√", "✓", "✔", "☑"]),
    word("否", "no", &["0", "n", "f", "false", "无", "没有", "×", "x", "✗", "✘", "☐", "/", "-"]),
];

/// What is known of a column.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) id: FieldId,
    zh: &'static str,
    en: &'static str,
    pub(crate) aliases: &'static [&'static str],
    pub(crate) required: bool,
    /// Read where a file has it, but not part of our own template.
    pub(crate) foreign: bool,
    hint: [&'static str; 2],
    example: [&'static str; 2],
    pub(crate) words: &'static [Word],
    /// Width in the template, in characters of Excel's default font.
    pub(crate) width: u8,
}

impl Field {
    const fn new(id: FieldId, zh: &'static str, en: &'static str) -> Self {
        let words = &[];
        let (hint, example) = ([""; 2], [""; 2]);
        Self { id, zh, en, aliases: &[], required: false, foreign: false, hint, example, words, width: 14 }
    }

    const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    const fn foreign(mut self) -> Self {
        self.foreign = true;
        self
    }

    const fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    const fn hint(mut self, zh: &'static str, en: &'static str) -> Self {
        self.hint = [zh, en];
        self
    }

    const fn example(mut self, zh: &'static str, en: &'static str) -> Self {
        self.example = [zh, en];
        self
    }

    const fn words(mut self, words: &'static [Word]) -> Self {
        self.words = words;
        self
    }

    const fn width(mut self, width: u8) -> Self {
        self.width = width;
        self
    }

    /// The column's name in the template.
    pub(crate) fn name(&self, lang: Lang) -> &'static str {
        pick(lang, [self.zh, self.en])
    }

    /// What the explanation row says about it.
    pub(crate) fn hint_in(&self, lang: Lang) -> &'static str {
        pick(lang, self.hint)
    }

    /// What the example row holds.
    pub(crate) fn example_in(&self, lang: Lang) -> &'static str {
        pick(lang, self.example)
    }

    /// All names under which the column is found.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        [self.zh, self.en].into_iter().chain(self.aliases.iter().copied())
    }
}

/// What is known of a sheet.
#[derive(Debug)]
pub(crate) struct SheetSpec {
    pub(crate) kind: SheetKind,
    zh: &'static str,
    en: &'static str,
    pub(crate) aliases: &'static [&'static str],
    pub(crate) fields: &'static [Field],
    /// Columns that are not imported on purpose.
    pub(crate) declined: &'static [&'static str],
}

impl SheetSpec {
    /// The sheet's name in the template.
    pub(crate) fn name(&self, lang: Lang) -> &'static str {
        pick(lang, [self.zh, self.en])
    }

    /// All names that a sheet of this kind is known to carry.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        [self.zh, self.en].into_iter().chain(self.aliases.iter().copied())
    }

    /// The field with this id, if the sheet has it.
    pub(crate) fn field(&self, id: FieldId) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.id == id)
    }
}

/// Every sheet that is read; the order decides between sheets that fit equally.
pub(crate) const SHEETS: [&SheetSpec; 7] = [
    &places::ESTATES,
    &places::BUILDINGS,
    &places::ROOMS,
    &people::STAFF,
    &people::GRIDS,
    &people::ORGANISATIONS,
    &residents::RESIDENTS,
];

/// What is known of sheets of this kind.
pub(crate) fn spec(kind: SheetKind) -> &'static SheetSpec {
    SHEETS[kind as usize]
}

fn pick(lang: Lang, [zh, en]: [&'static str; 2]) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::key;
    use std::collections::HashSet;

    #[test]
    fn sheets_stand_at_their_kind_and_no_name_means_two_columns() {
        for spec in SHEETS {
            assert_eq!(SHEETS[spec.kind as usize].kind, spec.kind);
            let mut seen = HashSet::new();
            for field in spec.fields {
                let own: HashSet<String> = field.names().map(key).collect();
                assert!(own.iter().all(|name| seen.insert(name.clone())), "{} {:?}", spec.zh, field.id);
                assert!(field.foreign || !field.hint[0].is_empty(), "{} {:?} has no hint", spec.zh, field.id);
            }
        }
    }
}
