//! What people have said of the columns of spreadsheets whose headings say it not: remembered for the next file.

use serde::{Deserialize, Serialize};

/// Sheets that are remembered at once; the one that was told of first is forgotten for a new one.
pub const MOST_SHEETS: usize = 100;

/// A sheet by the mark of its headings, with what its columns hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldSheet {
    /// By which its headings are known again; they cannot be read out of it.
    pub source: String,
    /// The numbers of columns, the first is 0, each with the stable word of a field.
    pub columns: Vec<(u32, String)>,
}

/// Everything that was said, the latest last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ToldSheets(Vec<ToldSheet>);

impl ToldSheets {
    /// Whether nothing was said yet.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every sheet, the latest last.
    pub fn iter(&self) -> impl Iterator<Item = &ToldSheet> {
        self.0.iter()
    }

    /// What was said of a sheet.
    #[must_use]
    pub fn of(&self, source: &str) -> Option<&[(u32, String)]> {
        self.0.iter().find(|it| it.source == source).map(|it| it.columns.as_slice())
    }

    /// Takes what was said; nothing about any column forgets the sheet.
    pub(crate) fn tell(&mut self, source: String, columns: Vec<(u32, String)>) {
        self.0.retain(|it| it.source != source);
        if !columns.is_empty() {
            self.0.push(ToldSheet { source, columns });
        }
        let over = self.0.len().saturating_sub(MOST_SHEETS);
        self.0.drain(..over);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_word_holds_and_the_oldest_sheet_goes() {
        let mut told = ToldSheets::default();
        for n in 0..=MOST_SHEETS {
            told.tell(n.to_string(), vec![(0, "residents.name".into())]);
        }
        assert_eq!((told.of("0"), told.iter().count()), (None, MOST_SHEETS));
        told.tell("7".into(), vec![(1, "residents.phone".into())]);
        assert_eq!(told.of("7").map(<[_]>::len), Some(1));
        assert_eq!(told.iter().last().map(|it| it.source.as_str()), Some("7"));
        told.tell("7".into(), Vec::new());
        assert_eq!(told.of("7"), None);
    }
}
