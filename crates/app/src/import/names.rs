//! When two names mean the same: people write 3号楼, 三栋 and ３＃ for one building.

use guanjia_domain::place_text::{normal_building, normal_room, normal_unit};

/// A name as it is compared: half width, lower case, without white space.
pub(super) fn fold(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).map(half_width).flat_map(char::to_lowercase).collect()
}

/// A building's name as it is compared.
pub(super) fn building(name: &str) -> String {
    fold(&normal_building(name).unwrap_or_else(|| name.to_owned()))
}

/// A unit's name as it is compared.
pub(super) fn unit(name: &str) -> String {
    fold(&normal_unit(name).unwrap_or_else(|| name.to_owned()))
}

/// A room's name as it is compared.
pub(super) fn room(name: &str) -> String {
    let folded = fold(&normal_room(name).unwrap_or_else(|| name.to_owned()));
    folded.strip_suffix('室').map(str::to_owned).unwrap_or(folded)
}

fn half_width(c: char) -> char {
    let shifted = u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32);
    shifted.filter(|_| ('！'..='～').contains(&c)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_thing_has_one_name() {
        assert_eq!(fold(" 和平 苑Ａ区 "), "和平苑a区");
        assert_eq!(building("三号楼"), building("3栋"));
        assert_eq!(unit("二单元"), unit("2"));
        assert_eq!(room("501室"), room("５０１"));
        assert_ne!(building("东配楼"), building("西配楼"));
    }
}
