//! How text is tidied and compared: people type full-width digits, spaces inside names and Chinese numerals.

use guanjia_domain::place_text::{normal_building, normal_room, normal_unit};
use unicode_normalization::UnicodeNormalization;

/// The value as it is kept: ends trimmed (full-width spaces too), invisible and control characters gone. Line
/// breaks inside stay.
pub(crate) fn tidy(text: &str) -> String {
    let visible: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    visible.trim().to_owned()
}

/// The form in which names are compared: NFKC, without any space, lower case. 「３ 号楼」 and 「3号楼」 are one.
pub(crate) fn key(text: &str) -> String {
    text.nfkc()
        .filter(|c| !c.is_whitespace() && !is_invisible(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if matches!(c, '–' | '—' | '−' | '~' | '‐') { '-' } else { c })
        .collect()
}

/// Zero-width characters, direction marks and controls: nobody means them, and they make equal names differ.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}')
        || (c.is_control() && !matches!(c, '\n' | '\t'))
}

/// A whole number in digits or in Chinese numerals up to 999: `12`, `十二`, `一百零三`.
pub(crate) fn numeral(text: &str) -> Option<u32> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    let (mut sum, mut digit) = (0, None);
    for c in text.chars() {
        if let Some(value) = "零一二三四五六七八九".chars().position(|known| known == c) {
            digit = Some(u32::try_from(value).ok()?);
            continue;
        }
        let scale = match c {
            '两' => {
                digit = Some(2);
                continue;
            }
            '十' => 10,
            '百' => 100,
            _ => return None,
        };
        sum += digit.take().unwrap_or(1) * scale;
    }
    (!text.is_empty()).then(|| sum + digit.unwrap_or(0))
}

/// What 3号楼, 三栋, 3# and 3 have in common: `3`. A building with a name keeps it.
pub(crate) fn building_key(text: &str) -> String {
    stem(text, &["号楼", "号栋", "号幢", "栋", "幢", "座", "楼", "#", "号"])
}

/// What 2单元, 二单元 and 2 have in common.
pub(crate) fn unit_key(text: &str) -> String {
    stem(text, &["单元", "门"])
}

fn stem(text: &str, suffixes: &[&str]) -> String {
    let key = key(text);
    let stem = suffixes.iter().find_map(|suffix| key.strip_suffix(suffix)).filter(|stem| !stem.is_empty());
    let stem = stem.unwrap_or(&key);
    numeral(stem).map_or_else(|| stem.to_owned(), |number| number.to_string())
}

/// The name that a building is shown with: `3号楼`, `A座`; a name without a number stays as it was typed.
pub(crate) fn building_name(text: &str) -> String {
    normal_building(text).unwrap_or_else(|| tidy(text))
}

/// The name that a unit is shown with: `2单元`.
pub(crate) fn unit_name(text: &str) -> String {
    normal_unit(text).unwrap_or_else(|| tidy(text))
}

/// What stands on the door, without 室: `501`.
pub(crate) fn room_name(text: &str) -> String {
    let name = normal_room(text).unwrap_or_else(|| tidy(text));
    name.strip_suffix('室').map(str::to_owned).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_every_script() {
        for (text, number) in [("3", 3), ("十", 10), ("十二", 12), ("二十", 20), ("一百零三", 103), ("两", 2)]
        {
            assert_eq!(numeral(text), Some(number), "{text}");
        }
        assert_eq!(numeral(""), None);
        assert_eq!(numeral("甲"), None);
    }

    #[test]
    fn one_building_has_one_key() {
        for text in ["3号楼", "３号楼", " 3 栋", "三幢", "3#", "3", "03"] {
            assert_eq!(building_key(text), "3", "{text}");
        }
        assert_eq!(building_key("A座"), "a");
        assert_eq!(building_name("五"), "5号楼");
        assert_eq!(building_name("东配楼"), "东配楼");
    }

    #[test]
    fn invisible_characters_do_not_make_names_differ() {
        assert_eq!(key("和\u{200B}平　苑"), key("和平苑"));
        assert_eq!(tidy("\u{FEFF}　和平苑 \u{202E}"), "和平苑");
    }
}
