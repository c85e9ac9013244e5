//! Addresses inside an estate: 3号楼2单元501室, 三栋二单元, 3#2-501, 3-2-501, 1单元101室.

use crate::text::{is_number_like, key, numeral};

/// The parts of an address as far as they are named; numbers in digits.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    /// What stands before the building: usually the estate.
    pub(crate) before: String,
    pub(crate) building: Option<String>,
    pub(crate) unit: Option<String>,
    pub(crate) room: Option<String>,
}

const BUILDING_MARKS: [&str; 7] = ["号楼", "号栋", "栋", "幢", "座", "楼", "#"];
const UNIT_MARKS: [&str; 2] = ["单元", "门"];
const ROOM_MARKS: [&str; 3] = ["室", "号", "户"];

/// Splits an address; `None` when nothing of it is understood or something is left over.
pub(crate) fn parse(text: &str) -> Option<Address> {
    let text = key(text).replace(['/', '_'], "-");
    let mut address = Address::default();
    let mut rest = text.as_str();
    if let Some((before, number, after)) = cut(rest, &BUILDING_MARKS) {
        address.before = before.to_owned();
        address.building = Some(number);
        rest = after;
    }
    if let Some((before, number, after)) = cut(rest, &UNIT_MARKS) {
        if address.building.is_none() {
            address.before = before.to_owned();
        }
        address.unit = Some(number);
        rest = after;
    }
    let rest = rest.trim_matches('-');
    if rest.is_empty() {
        return (address.building.is_some() || address.unit.is_some()).then_some(address);
    }
    let rest = ROOM_MARKS.iter().find_map(|mark| rest.strip_suffix(mark)).unwrap_or(rest);
    let mut parts: Vec<&str> = rest.split('-').collect();
    if address.building.is_none() && address.unit.is_none() {
        // Without any mark the first part may carry the estate in front of the number: 和平苑3-2-501.
        let first = parts.first().copied().unwrap_or_default();
        let start = first.trim_end_matches(|c: char| c.is_ascii_alphanumeric()).len();
        address.before = first[..start].to_owned();
        parts[0] = &first[start..];
    }
    let named: Option<Vec<String>> = parts.into_iter().map(number_text).collect();
    match (named?.as_slice(), address.building.is_some(), address.unit.is_some()) {
        ([building, unit, room], false, false) => {
            address.building = Some(building.clone());
            address.unit = Some(unit.clone());
            address.room = Some(room.clone());
        }
        ([unit, room], _, false) => {
            address.unit = Some(unit.clone());
            address.room = Some(room.clone());
        }
        ([room], true, _) | ([room], _, true) => address.room = Some(room.clone()),
        _ => return None,
    }
    Some(address)
}

/// Text before the number, the number before the first mark, and what follows the mark.
fn cut<'a>(text: &'a str, marks: &[&str]) -> Option<(&'a str, String, &'a str)> {
    marks.iter().find_map(|mark| {
        let at = text.find(mark)?;
        let head = &text[..at];
        let start = head.trim_end_matches(is_number_like).len();
        let number = number_text(&head[start..])?;
        Some((head[..start].trim_end_matches('-'), number, &text[at + mark.len()..]))
    })
}

/// `03` and 三 become `3`; letters stay (`a`); nothing else is a number.
fn number_text(text: &str) -> Option<String> {
    if let Some(number) = numeral(text).filter(|_| !text.is_empty()) {
        return Some(number.to_string());
    }
    let plain = !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric());
    plain.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(String, [Option<String>; 3])> {
        parse(text).map(|address| (address.before, [address.building, address.unit, address.room]))
    }

    #[test]
    fn every_spelling_names_the_same_room() {
        let room = [Some("3".to_owned()), Some("2".to_owned()), Some("501".to_owned())];
        for text in [
            "3-2-501",
            "3号楼2单元501室",
            "三栋二单元501",
            "3#2-501",
            "３号楼２单元５０１",
            "3幢2单元-501",
            "3/2/501",
        ] {
            assert_eq!(parts(text), Some((String::new(), room.clone())), "{text}");
        }
        assert_eq!(parts("和平苑3号楼2单元501室"), Some(("和平苑".to_owned(), room)));
    }

    #[test]
    fn parts_may_be_missing() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(parts("1单元101室"), Some((String::new(), [None, some("1"), some("101")])));
        assert_eq!(parts("2-501"), Some((String::new(), [None, some("2"), some("501")])));
        assert_eq!(parts("十二号楼"), Some((String::new(), [some("12"), None, None])));
        assert_eq!(parts("a座1203"), Some((String::new(), [some("a"), None, some("1203")])));
        for text in ["", "门口", "和平苑", "1-2-3-4"] {
            assert_eq!(parts(text), None, "{text}");
        }
    }
}
