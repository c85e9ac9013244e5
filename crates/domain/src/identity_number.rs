//! The citizen identity number of GB 11643: 6 digits of place, 8 of birth, 3 of sequence, a check digit.

use crate::digits::{half_width, is_invisible};
use jiff::civil::Date;
use std::fmt;
use std::str::FromStr;

const LENGTH: usize = 18;
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS: [u8; 11] = *b"10X98765432";

/// Below this age a person's data are sensitive by law (PIPL, article 31).
const MINOR_BELOW: u16 = 14;

/// The earliest year of birth that is believed.
const EARLIEST: i16 = 1900;

/// A checked identity number. It shows itself to nobody: `Debug` is masked and there is no `Display`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct IdentityNumber {
    digits: String,
    birth: Date,
}

/// Sex as the sequence digits of an identity number say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// An odd sequence.
    Male,
    /// An even sequence.
    Female,
}

/// Why a text is no identity number. No message repeats the number, so that it can be logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdentityNumberError {
    /// A spreadsheet kept the number as a floating-point value and lost its last digits.
    #[error(
        "the last digits were lost because the cell is a number; format the column as text and type it again"
    )]
    DigitsLost,
    /// The number of 15 digits that was given out until 1999.
    #[error("this is the old number of 15 digits; enter the 18 digits of the present card")]
    Legacy,
    /// There are not 18 characters.
    #[error("there are {found} characters instead of 18; compare with the card")]
    Length {
        /// How many there are.
        found: usize,
    },
    /// A character that cannot stand where it stands.
    #[error("character {position} is “{found}”, no digit; only the last may be X")]
    Character {
        /// Its position, from 1.
        position: usize,
        /// The character.
        found: char,
    },
    /// The digits 7 to 14 are no date.
    #[error("digits 7 to 14 are no date of birth; compare them with the card")]
    ImpossibleDate,
    /// The last digit does not fit the others.
    #[error("the last digit should be {expected} if the others are right; compare all with the card")]
    CheckDigit {
        /// The digit that fits the other 17.
        expected: char,
    },
    /// The date of birth is in the future.
    #[error("digits 7 to 14 are a date in the future; compare them with the card")]
    NotYetBorn,
}

impl IdentityNumberError {
    /// The message in Chinese.
    #[must_use]
    pub fn chinese(&self) -> String {
        match self {
            Self::DigitsLost => "单元格是数值格式，后几位已丢失。请把该列设为文本格式后重新填写".to_owned(),
            Self::Legacy => "这是15位旧号码。请填写现用证件上的18位号码".to_owned(),
            Self::Length { found } => format!("应为18位，现有{found}位。请与证件核对"),
            Self::Character { position, found } => {
                format!("第{position}位是“{found}”，不是数字。只有最后一位可以是X")
            }
            Self::ImpossibleDate => "第7至14位不是出生日期。请与证件核对".to_owned(),
            Self::CheckDigit { expected } => {
                format!("若其余各位无误，最后一位应为{expected}。请逐位与证件核对")
            }
            Self::NotYetBorn => "第7至14位的出生日期晚于今天。请与证件核对".to_owned(),
        }
    }
}

impl IdentityNumber {
    /// The 18 characters, half-width, with a capital X: personal data of the most sensitive kind.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.digits
    }

    /// The date of birth.
    #[must_use]
    pub fn birth_date(&self) -> Date {
        self.birth
    }

    /// The sex.
    #[must_use]
    pub fn sex(&self) -> Sex {
        if self.digits.as_bytes()[16] % 2 == 1 { Sex::Male } else { Sex::Female }
    }

    /// Full years of life on `day`; `None` before birth. Who was born on 29 February grows older on 1 March in a
    /// common year.
    #[must_use]
    pub fn age_on(&self, day: Date) -> Option<u16> {
        let years = day.year() - self.birth.year();
        let before = (day.month(), day.day()) < (self.birth.month(), self.birth.day());
        u16::try_from(years - i16::from(before)).ok()
    }

    /// Whether the person is under 14 on `day` (or not yet born), so that a guardian must consent.
    #[must_use]
    pub fn is_minor_on(&self, day: Date) -> bool {
        self.age_on(day).is_none_or(|age| age < MINOR_BELOW)
    }

    /// The same number, if its owner is born on `today`.
    ///
    /// # Errors
    /// [`IdentityNumberError::NotYetBorn`].
    pub fn born_by(self, today: Date) -> Result<Self, IdentityNumberError> {
        if self.birth > today { Err(IdentityNumberError::NotYetBorn) } else { Ok(self) }
    }
}

impl FromStr for IdentityNumber {
    type Err = IdentityNumberError;

    /// Reads full-width or half-width characters, x or X; spaces, invisible characters and the apostrophe by which
    /// spreadsheets mark text are passed over. A numeric cell must be refused by the reader of the sheet: one in
    /// eleven numbers whose last digits were lost still has a fitting check digit.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let chars: Vec<char> = text
            .chars()
            .map(|c| half_width(c).to_ascii_uppercase())
            .filter(|c| !c.is_whitespace() && !is_invisible(*c) && *c != '\'')
            .collect();
        // 1.10105194912310E+17 and 110105194912310000.0 are how a floating-point cell is written.
        if chars.contains(&'.') && chars.iter().all(|c| matches!(c, '0'..='9' | '.' | 'E' | '+')) {
            return Err(IdentityNumberError::DigitsLost);
        }
        if chars.len() == 15 && chars.iter().all(char::is_ascii_digit) {
            return Err(IdentityNumberError::Legacy);
        }
        if chars.len() != LENGTH {
            return Err(IdentityNumberError::Length { found: chars.len() });
        }
        for (index, &found) in chars.iter().enumerate() {
            let allowed = found.is_ascii_digit() || (found == 'X' && index == LENGTH - 1);
            if !allowed {
                return Err(IdentityNumberError::Character { position: index + 1, found });
            }
        }
        let digits: String = chars.into_iter().collect();
        let expected = check_digit(&digits);
        let fits = digits.ends_with(expected);
        if !fits && digits.ends_with("000") {
            return Err(IdentityNumberError::DigitsLost);
        }
        let birth = birth(&digits).ok_or(IdentityNumberError::ImpossibleDate)?;
        if fits { Ok(Self { digits, birth }) } else { Err(IdentityNumberError::CheckDigit { expected }) }
    }
}

impl fmt::Debug for IdentityNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdentityNumber(masked)")
    }
}

/// The check digit for the first 17 digits: the weighted sum modulo 11, by the table of the standard.
fn check_digit(digits: &str) -> char {
    let sum: u32 = digits.bytes().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    char::from(CHECK_DIGITS[usize::try_from(sum % 11).unwrap_or(0)])
}

fn birth(digits: &str) -> Option<Date> {
    let part = |from: usize, to: usize| digits.get(from..to)?.parse::<i16>().ok();
    let (month, day) = (i8::try_from(part(10, 12)?).ok()?, i8::try_from(part(12, 14)?).ok()?);
    Date::new(part(6, 10)?, month, day).ok().filter(|date| date.year() >= EARLIEST)
}

#[cfg(test)]
mod tests;
