//! What a person is shown of a sheet to say what its columns hold: headings and a few values, masked.

use std::sync::Arc;

use guanjia_domain::masking::{Field, mask};
use guanjia_domain::phone::Phone;

use crate::header::{Layout, Target, headings};
use crate::mapping::{LEFT_OUT, Source, SourceColumn, mark, word};
use crate::problem::column_letter;
use crate::read::Cell;
use crate::row::shown;

/// Values of a column that are shown.
pub(crate) const SAMPLES: usize = 3;
/// A row with fewer headings is a title.
const FEWEST_HEADINGS: usize = 2;

/// A sheet whose header is known.
pub(crate) fn of_layout(sheet: &Arc<str>, layout: &Layout) -> Source {
    let column = |(column, number, target): &(crate::problem::Column, u32, Target)| SourceColumn {
        number: *number,
        letter: column.letter.clone(),
        name: column.name.to_string(),
        field: match target {
            Target::Known(field) => Some(format!("{}.{}", word(&layout.spec.kind), word(field))),
            Target::Declined(_) => Some(LEFT_OUT.to_owned()),
            Target::Unknown(_) => None,
        },
        samples: Vec::new(),
    };
    Source {
        sheet: sheet.clone(),
        mark: layout.mark.clone(),
        kind: Some(word(&layout.spec.kind)),
        told: layout.told,
        columns: layout.targets.iter().map(column).collect(),
        rows: 0,
    }
}

/// A sheet without a known header: the row with the most texts is taken for one, and the rows below it for data.
pub(crate) fn of_rows(sheet: &Arc<str>, rows: &[Vec<Cell>]) -> Option<Source> {
    let texts: Vec<_> = rows.iter().map(|row| headings(row)).collect();
    let most = texts.iter().map(Vec::len).max().filter(|most| *most >= FEWEST_HEADINGS)?;
    let at = texts.iter().position(|row| row.len() == most)?;
    let column = |(number, name): &(u32, String)| SourceColumn {
        number: *number,
        letter: column_letter(*number),
        // Where there is no header at all, the first person stands here: nobody's name is shown as a heading.
        name: if at + 1 == rows.len() || has_number(&rows[at]) { sample(name) } else { name.clone() },
        field: None,
        samples: Vec::new(),
    };
    let mut source = Source {
        sheet: sheet.clone(),
        mark: mark(&texts[at]),
        kind: None,
        told: false,
        columns: texts[at].iter().map(column).collect(),
        rows: 0,
    };
    for row in rows.iter().skip(at + 1).take(SAMPLES) {
        add(&mut source, row);
    }
    Some(source)
}

/// Adds a row to the values that are shown.
pub(crate) fn add(source: &mut Source, row: &[Cell]) {
    if source.rows >= SAMPLES {
        return;
    }
    source.rows += 1;
    for cell in row {
        let column = source.columns.iter_mut().find(|column| column.number == cell.column);
        if let Some(column) = column {
            column.samples.push(sample(&shown(&cell.value)));
        }
    }
}

fn has_number(row: &[Cell]) -> bool {
    row.iter().any(|cell| shown(&cell.value).chars().filter(char::is_ascii_digit).count() >= 7)
}

/// A value as it may be shown: one sees what kind of thing it is and not whose.
fn sample(text: &str) -> String {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let field = if digits >= 15 {
        Field::IdentityNumber
    } else if digits >= 7 && Phone::parse_cell(text).is_ok_and(|phones| !phones.is_empty()) {
        Field::Phone
    } else if digits > 0 && text.chars().count() > digits {
        Field::Address
    } else {
        Field::Name
    };
    mask(field, text)
}
