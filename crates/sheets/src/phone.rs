//! Telephone numbers as they stand in sheets: those of persons, and the service numbers of companies.

use guanjia_domain::phone::{Phone, PhoneError};

use crate::problem::ProblemKind;
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
    fn a_company_may_have_a_service_number() {
        assert_eq!(normal_form("１３８ 0000 0000", false).as_deref(), Ok("13800000000"));
        assert_eq!(normal_form("400-812-3456", true).as_deref(), Ok("4008123456"));
        assert_eq!(normal_form("400-812-3456", false), Err(ProblemKind::BadPhone));
        assert_eq!(normal_form("6012345", false), Err(ProblemKind::AreaCodeMissing));
        assert_eq!(normal_form("无", true), Err(ProblemKind::BadPhone));
    }
}
