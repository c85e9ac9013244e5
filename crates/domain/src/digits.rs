//! Digits as people type them: half-width, full-width, Chinese.

/// A full-width ASCII character as its half-width twin, the ideographic space as a space; all else unchanged.
pub(crate) fn half_width(c: char) -> char {
    match c {
        '\u{3000}' | '\u{a0}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c),
        _ => c,
    }
}

/// The value of a digit in any of the three ways; 十 is no digit.
pub(crate) fn value(c: char) -> Option<u32> {
    half_width(c).to_digit(10).or_else(|| chinese(c))
}

/// The value of a Chinese digit, among them 幺 as said on the telephone and 两 as said before a counted thing.
pub(crate) fn chinese(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' | '幺' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Hyphens and dashes that stand between groups of digits.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}')
}

/// Characters without width that hide in pasted text: joiners, spaces, marks of direction, soft hyphen.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
