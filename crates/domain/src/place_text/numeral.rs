//! Numbers in places: ASCII digits, and Chinese numerals up to 99 or digit by digit (五零一).

use crate::digits::chinese;

/// The longest number in a place; a longer run of digits is a telephone number or the like.
const LONGEST: usize = 4;

/// The number that begins at `at`, and where it ends. Chinese and other digits do not mix, and a number never
/// begins inside a longer one. Zero is no number of anything.
pub(super) fn number(chars: &[char], at: usize) -> Option<(u32, usize)> {
    let is_kind: fn(char) -> bool =
        if chars.get(at)?.is_ascii_digit() { |c| c.is_ascii_digit() } else { is_chinese_numeral };
    if at > 0 && is_kind(chars[at - 1]) {
        return None;
    }
    let run = &chars[at..chars.len().min(at + LONGEST + 1)];
    let length = run.iter().take_while(|c| is_kind(**c)).count();
    if length == 0 || length > LONGEST {
        return None;
    }
    let digits = &run[..length];
    let value = if digits.contains(&'十') { tens(digits)? } else { digit_by_digit(digits)? };
    (value > 0).then_some((value, at + length))
}

/// Whether `c` may be part of a Chinese numeral.
pub(super) fn is_chinese_numeral(c: char) -> bool {
    c == '十' || chinese(c).is_some()
}

/// 十, 十二, 二十, 二十三.
fn tens(numeral: &[char]) -> Option<u32> {
    let ten = numeral.iter().position(|c| *c == '十')?;
    let value = |part: &[char], empty: u32| match part {
        [] => Some(empty),
        [digit] => chinese(*digit).filter(|value| *value > 0),
        _ => None,
    };
    Some(value(&numeral[..ten], 1)? * 10 + value(&numeral[ten + 1..], 0)?)
}

fn digit_by_digit(digits: &[char]) -> Option<u32> {
    digits.iter().try_fold(0, |value, c| Some(value * 10 + c.to_digit(10).or_else(|| chinese(*c))?))
}
