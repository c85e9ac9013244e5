//! ID numbers as they stand in sheets, where Excel likes to turn them into numbers.

use guanjia_domain::identity_number::{IdentityNumber, IdentityNumberError as Error};

use crate::problem::ProblemKind;
use crate::read::Value;
use crate::row::shown;

/// Excel keeps 15 digits of a number; a longer one has lost the others.
const FIRST_LOSSY: f64 = 1e15;

/// The number in 18 characters with a capital X, or what is wrong with it.
pub(crate) fn normal_form(value: &Value) -> Result<String, ProblemKind> {
    if matches!(value, Value::Number(number) if number.abs() >= FIRST_LOSSY) {
        return Err(ProblemKind::IdentityLostDigits);
    }
    let number: IdentityNumber = shown(value).parse().map_err(|error| match error {
        Error::DigitsLost => ProblemKind::IdentityLostDigits,
        Error::Legacy => ProblemKind::IdentityLegacy,
        Error::Length { .. } | Error::Character { .. } => ProblemKind::IdentityForm,
        Error::ImpossibleDate | Error::NotYetBorn => ProblemKind::IdentityDate,
        // A number that went through a cell of numbers once and is text again ends with the noughts it got there.
        Error::CheckDigit { .. } if shown(value).ends_with("000") => ProblemKind::IdentityLostDigits,
        Error::CheckDigit { .. } => ProblemKind::IdentityCheckDigit,
    })?;
    Ok(number.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Result<String, ProblemKind> {
        normal_form(&Value::Text(text.to_owned()))
    }

    #[test]
    fn each_fault_has_its_own_name() {
        assert_eq!(of("１１010519491231002x").as_deref(), Ok("11010519491231002X"));
        assert_eq!(of("110105194912310021"), Err(ProblemKind::IdentityCheckDigit));
        assert_eq!(of("110105194902300021"), Err(ProblemKind::IdentityDate));
        assert_eq!(of("110105491231002"), Err(ProblemKind::IdentityLegacy));
        assert_eq!(of("1101051949123100"), Err(ProblemKind::IdentityForm));
        assert_eq!(of("110105194912310000"), Err(ProblemKind::IdentityLostDigits));
        assert_eq!(of("1.1010519491231E+17"), Err(ProblemKind::IdentityLostDigits));
        assert_eq!(
            normal_form(&Value::Number(110_105_194_912_310_020.0)),
            Err(ProblemKind::IdentityLostDigits)
        );
    }
}
