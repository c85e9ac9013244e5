//! Addresses inside an estate, as a whole cell: 3号楼2单元501室, 3#2-501, 1单元101室.

use guanjia_domain::place_text::{self, Gazetteer};

use crate::text::{key, room_name};

/// The parts of an address as far as they are named, in their normal forms.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    /// What stands before the building: usually the estate.
    pub(crate) before: String,
    /// `3号楼`.
    pub(crate) building: Option<String>,
    /// `2单元`.
    pub(crate) unit: Option<String>,
    /// `501`.
    pub(crate) room: Option<String>,
}

/// Splits an address; `None` when nothing of it is understood or something is left over behind it.
pub(crate) fn parse(text: &str) -> Option<Address> {
    let text = key(text);
    let mut found = place_text::find_all(&text, &Gazetteer::new(&[])).into_iter();
    let (Some(place), None) = (found.next(), found.next()) else { return None };
    let before = text.get(..place.span.start)?.trim_end_matches('-').to_owned();
    (place.span.end == text.len()).then(|| Address {
        before,
        building: place.building,
        unit: place.unit,
        room: place.room.map(|room| room_name(&room)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(String, [Option<String>; 3])> {
        parse(text).map(|address| (address.before, [address.building, address.unit, address.room]))
    }

    #[test]
    fn every_spelling_names_the_same_room() {
        let room = [Some("3号楼".to_owned()), Some("2单元".to_owned()), Some("501".to_owned())];
        for text in [
            "3-2-501",
            "3号楼2单元501室",
            "三栋二单元501",
            "3#2-501",
            "３号楼２单元５０１",
            "3 号楼 2 单元 501 室",
        ] {
            assert_eq!(parts(text), Some((String::new(), room.clone())), "{text}");
        }
        assert_eq!(parts("和平苑3号楼2单元501室"), Some(("和平苑".to_owned(), room)));
    }

    #[test]
    fn parts_may_be_missing() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(parts("1单元101室"), Some((String::new(), [None, some("1单元"), some("101")])));
        assert_eq!(parts("十二号楼"), Some((String::new(), [some("12号楼"), None, None])));
        for text in ["", "门口", "和平苑", "3号楼2单元门口"] {
            assert_eq!(parts(text), None, "{text}");
        }
    }
}
