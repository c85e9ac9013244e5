//! Normal forms of building, unit and room as they stand alone in a cell or a form.

use super::reader::{Label, Reader};

/// `3号楼` from 3, 三栋, 3#, 3幢, 03号, 3号楼, 3座, full-width digits; `3A号楼` from 3A栋; `A座` from A座, A栋.
/// `None` for what has no number or letter, such as a building with a name: it keeps its name.
#[must_use]
pub fn normal_building(text: &str) -> Option<String> {
    const WORDS: [&str; 12] = ["", "号楼", "号栋", "号幢", "栋楼", "#楼", "#", "栋", "幢", "座", "号", "楼"];
    alone(text, &WORDS).map(|label| label.building())
}

/// `2单元` from 2, 二单元, 2门; `A单元`; 东单元, 中单元 and 西单元 stay. `None` for anything else.
#[must_use]
pub fn normal_unit(text: &str) -> Option<String> {
    let word = text.trim();
    if ["东单元", "中单元", "西单元"].contains(&word) {
        return Some(word.to_owned());
    }
    alone(text, &["", "单元", "单元门", "门"]).map(|label| label.unit())
}

/// `501室` from 501, 501室, 501号, 501房, 五零一, 0501; `3A室` from 3A. `None` for anything else.
#[must_use]
pub fn normal_room(text: &str) -> Option<String> {
    alone(text, &["", "室", "号", "房", "户", "号房"]).map(|label| label.room())
}

/// The label, if the whole text is a label and one of the words behind it.
fn alone(text: &str, words: &[&str]) -> Option<Label> {
    let reader = Reader::new(text.trim());
    let start = usize::from(reader.chars().first() == Some(&'第'));
    let (label, end) = reader.label(start)?;
    let rest: String = reader.chars()[end..].iter().filter(|c| **c != ' ').collect();
    words.contains(&rest.as_str()).then_some(label)
}
