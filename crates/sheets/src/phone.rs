//! Telephone numbers as they stand in sheets.

use unicode_normalization::UnicodeNormalization;

/// The number as it is dialled, `13800000000` or `0351-1234567`; `None` when it is none.
pub(crate) fn normal_form(text: &str) -> Option<String> {
    let plain: String = text.nfkc().filter(|c| !c.is_whitespace() && !matches!(c, '(' | ')')).collect();
    let plain = plain.strip_prefix("+86").or_else(|| plain.strip_prefix("0086")).unwrap_or(&plain);
    let digits: String = plain.chars().filter(|c| !matches!(c, '-' | '—' | '–')).collect();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let bytes = digits.as_bytes();
    let is_mobile = bytes.len() == 11 && bytes[0] == b'1' && bytes[1] >= b'3';
    // Service numbers: 95xxx, 12345, 400-xxx-xxxx.
    let is_service = matches!(bytes.len(), 5) && (digits.starts_with("95") || digits.starts_with("12"))
        || bytes.len() == 10 && (digits.starts_with("400") || digits.starts_with("800"));
    // A local number of seven or eight digits, as residents write it.
    let is_local = matches!(bytes.len(), 7 | 8) && (b'2'..=b'8').contains(&bytes[0]);
    if is_mobile || is_service || is_local {
        return Some(digits);
    }
    // Area codes have three digits (010 and 02x) or four, the number behind them seven or eight.
    let area = if digits.starts_with("010") || digits.starts_with("02") { 3 } else { 4 };
    let behind = bytes.len().checked_sub(area)?;
    let is_landline = bytes[0] == b'0' && matches!(behind, 7 | 8) && bytes[area] >= b'2';
    is_landline.then(|| format!("{}-{}", &digits[..area], &digits[area..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_taken_as_people_write_them() {
        for (text, normal) in [
            ("13800000000", "13800000000"),
            ("１３８ 0000 0000", "13800000000"),
            ("+86-138-0000-0000", "13800000000"),
            ("0351-6012345", "0351-6012345"),
            ("（0351）6012345", "0351-6012345"),
            ("01062345678", "010-62345678"),
            ("400-812-3456", "4008123456"),
            ("6012345", "6012345"),
        ] {
            assert_eq!(normal_form(text).as_deref(), Some(normal), "{text}");
        }
        for text in ["12800000000", "1380000000", "138000000000", "无", "", "0351-12"] {
            assert_eq!(normal_form(text), None, "{text}");
        }
    }
}
