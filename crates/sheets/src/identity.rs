//! ID numbers (GB 11643) as they stand in sheets, where Excel likes to turn them into numbers.

use crate::problem::ProblemKind;
use crate::read::Value;
use crate::row::shown;
use crate::text::key;

/// Weights of the first 17 digits.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// Check characters by the remainder of the weighted sum modulo 11.
const CHECKS: &[u8; 11] = b"10X98765432";

/// The number in 18 characters with a capital X, or what is wrong with it.
pub(crate) fn normal_form(value: &Value) -> Result<String, ProblemKind> {
    let text = key(&shown(value)).to_uppercase();
    let from_number =
        matches!(value, Value::Number(number) if number.abs() >= 1e15) || looks_scientific(&text);
    if from_number {
        return Err(ProblemKind::IdentityLostDigits);
    }
    let bytes = text.as_bytes();
    if bytes.len() == 15 && bytes.iter().all(u8::is_ascii_digit) {
        return Err(ProblemKind::IdentityLegacy);
    }
    let is_form = bytes.len() == 18
        && bytes[..17].iter().all(u8::is_ascii_digit)
        && (bytes[17].is_ascii_digit() || bytes[17] == b'X');
    if !is_form {
        return Err(ProblemKind::IdentityForm);
    }
    if !is_date(&text[6..14]) {
        return Err(ProblemKind::IdentityDate);
    }
    let sum: u32 = bytes.iter().zip(WEIGHTS).map(|(byte, weight)| u32::from(byte - b'0') * weight).sum();
    if CHECKS[(sum % 11) as usize] == bytes[17] {
        return Ok(text);
    }
    // Excel keeps 15 digits and fills up with zeros; pasted back as text such a number still shows it.
    Err(if text.ends_with("000") { ProblemKind::IdentityLostDigits } else { ProblemKind::IdentityCheckDigit })
}

/// `1.1010519491231E+17`.
fn looks_scientific(text: &str) -> bool {
    text.split_once('E').is_some_and(|(number, power)| {
        number.parse::<f64>().is_ok() && power.trim_start_matches('+').parse::<u8>().is_ok()
    })
}

fn is_date(digits: &str) -> bool {
    let part = |range: std::ops::Range<usize>| digits.get(range).and_then(|part| part.parse::<u32>().ok());
    let (Some(year), Some(month), Some(day)) = (part(0..4), part(4..6), part(6..8)) else { return false };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1850..=2200).contains(&year) && (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Result<String, ProblemKind> {
        normal_form(&Value::Text(text.to_owned()))
    }

    #[test]
    fn the_sample_of_the_standard_is_right_in_every_spelling() {
        for text in [
            "11010519491231002X",
            "11010519491231002x",
            "１１０１０５１９４９１２３１００２Ｘ",
            " 110105 19491231 002X",
        ] {
            assert_eq!(of(text).as_deref(), Ok("11010519491231002X"), "{text}");
        }
    }

    #[test]
    fn each_fault_has_its_own_name() {
        assert_eq!(of("110105194912310021"), Err(ProblemKind::IdentityCheckDigit));
        assert_eq!(of("110105194902300021"), Err(ProblemKind::IdentityDate));
        assert_eq!(of("110105491231002"), Err(ProblemKind::IdentityLegacy));
        assert_eq!(of("1101051949123100"), Err(ProblemKind::IdentityForm));
        assert_eq!(of("1.1010519491231E+17"), Err(ProblemKind::IdentityLostDigits));
        assert_eq!(of("110105194912310000"), Err(ProblemKind::IdentityLostDigits));
        assert_eq!(
            normal_form(&Value::Number(110_105_194_912_310_020.0)),
            Err(ProblemKind::IdentityLostDigits)
        );
    }
}
