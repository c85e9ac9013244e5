//! Saying what the columns of a sheet hold whose headings do not say it.

use crate::view::{Choice, ChoiceGroup};

/// A column whose heading is not known, or of which somebody has said what it is.
#[derive(Debug, Clone)]
pub struct TellColumn {
    /// Its number, the first is 0; the field of the form is `column-` and this.
    pub number: u32,
    /// The letter that the spreadsheet program writes above it.
    pub letter: String,
    /// Its heading.
    pub name: String,
    /// Its first values, masked.
    pub samples: Vec<String>,
    /// What it may be, sheet by sheet; the chosen one is what it is read as now.
    pub fields: Vec<ChoiceGroup>,
}

/// A sheet with such columns.
#[derive(Debug, Clone)]
pub struct TellSheet {
    /// Its name.
    pub sheet: String,
    /// By which its headings are known again.
    pub source: String,
    /// Whether no heading of it was known.
    pub unknown: bool,
    /// The columns.
    pub columns: Vec<TellColumn>,
}

impl TellSheet {
    /// A sheet of residents with one heading that nobody knows.
    pub fn sample() -> Self {
        let field = |value: &str, label: &str, chosen| Choice { chosen, ..Choice::new(value, label) };
        let residents = ChoiceGroup {
            label: "居民".to_owned(),
            choices: vec![field("residents.name", "姓名", true), field("residents.phone", "电话", false)],
        };
        let column = |number, letter: &str, name: &str, samples: &[&str]| TellColumn {
            number,
            letter: letter.to_owned(),
            name: name.to_owned(),
            samples: samples.iter().map(ToString::to_string).collect(),
            fields: vec![residents.clone()],
        };
        Self {
            sheet: "居民".to_owned(),
            source: "0".repeat(32),
            unknown: false,
            columns: vec![
                column(4, "E", "住户大名", &["张**", "李**"]),
                column(6, "G", "从前在街道登记时用过的那一种联系办法", &["138****0001"]),
            ],
        }
    }
}
