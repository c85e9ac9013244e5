//! Telephone numbers as they stand in sheets: those of persons, and the service numbers of companies.

use guanjia_domain::phone::{Phone, PhoneError};

use crate::problem::ProblemKind;
use crate::row::split_list;
use crate::text::key;

/// The number as it is dialled: `13800000000`, `0351-6012345`; of a company also `4008123456` or `95598`.
pub(crate) fn normal_form(text: &str, of_company: bool) -> Result<String, ProblemKind> {
    match text.parse::<Phone>() {
        Ok(phone) => Ok(phone.as_str().to_owned()),
        Err(error) => service_number(text).filter(|_| of_company).ok_or(match error {
            PhoneError::AreaCodeMissing => ProblemKind::AreaCodeMissing,
            _ => ProblemKind::BadPhone,
        }),
    }
}

/// The numbers of a cell: people write several with any sign or only a space between, and behind each whose it is.
/// A word or a stroke that says that there is none gives none.
pub(crate) fn numbers(cell: &str) -> Vec<String> {
    let (mut bare, mut inside, mut dropped) = (String::new(), false, false);
    for c in cell.chars() {
        match c {
            '(' | '（' => (inside, dropped) = (true, false),
            ')' | '）' => {
                inside = false;
                // Whose a number is ends it; an area code in brackets belongs to what follows.
                bare.push_str(if dropped { ";" } else { "" });
            }
            _ if inside && !c.is_numeric() => dropped = true,
            _ => bare.push(c),
        }
    }
    let parts = split_list(&bare.replace(['/', '／', '＼', '\\'], ";"));
    parts.iter().filter(|part| !NONE.contains(&key(part).as_str())).flat_map(|part| apart(part)).collect()
}

/// What people write where there is no number.
const NONE: [&str; 7] = ["无", "没有", "暂无", "不详", "-", "--", "none"];

/// Splits at a space where both sides are whole numbers; `138 0000 0000` is one.
fn apart(part: &str) -> Vec<String> {
    let words: Vec<&str> = part.split_whitespace().collect();
    let digits = |word: &str| word.chars().filter(|c| c.is_numeric()).count();
    if words.len() > 1 && words.iter().all(|word| digits(word) >= 7) {
        words.into_iter().map(str::to_owned).collect()
    } else {
        vec![part.to_owned()]
    }
}

fn service_number(text: &str) -> Option<String> {
    let digits = key(text).replace('-', "");
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    let short = digits.len() == 5 && (digits.starts_with("95") || digits.starts_with("12"));
    let free = digits.len() == 10 && (digits.starts_with("400") || digits.starts_with("800"));
    (is_number && (short || free)).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_numbers_of_a_cell_are_told_apart() {
        let two = ["13800000001", "13800000002"];
        for cell in [
            "13800000001;13800000002",
            "13800000001/13800000002",
            "13800000001 13800000002",
            "13800000001（本人）、13800000002（儿子）",
            "13800000001(本人)13800000002(儿子)",
        ] {
            assert_eq!(numbers(cell), two, "{cell}");
        }
        assert_eq!(numbers("138 0000 0001"), ["138 0000 0001"]);
        assert_eq!(numbers("(0351)6012345"), ["03516012345"]);
        for cell in ["", "无", "/", "-", "暂无"] {
            assert!(numbers(cell).is_empty(), "{cell}");
        }
    }

    #[test]
    fn a_company_may_have_a_service_number() {
        assert_eq!(normal_form("１３８ 0000 0000", false).as_deref(), Ok("13800000000"));
        assert_eq!(normal_form("400-812-3456", true).as_deref(), Ok("4008123456"));
        assert_eq!(normal_form("400-812-3456", false), Err(ProblemKind::BadPhone));
        assert_eq!(normal_form("6012345", false), Err(ProblemKind::AreaCodeMissing));
        assert_eq!(normal_form("无", true), Err(ProblemKind::BadPhone));
    }
}
