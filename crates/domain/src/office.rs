//! How the community's office is reached, and which number stands for a steward where everybody can read it: on the
//! public pages, on posters and on doors.

use crate::phone::Phone;
use crate::refusal::Refusal;
use crate::text::clean_line;
use serde::{Deserialize, Serialize};

/// The longest line of office hours or of the name of an emergency line, in characters.
const LONGEST: usize = 60;

/// Which number is published for a steward.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StewardPhone {
    /// The steward's own, as the responsibility statement promises.
    #[default]
    Own,
    /// The office's: whoever answers there fetches the steward.
    Office,
    /// None at all.
    Hidden,
}

/// The office of a community.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// Its phone; empty while there is none.
    pub phone: String,
    /// When somebody is there, in words; empty while nobody has said.
    pub hours: String,
    /// Which number is published for stewards.
    pub steward_phone: StewardPhone,
}

impl Office {
    /// An office as it was typed.
    ///
    /// # Errors
    /// [`Refusal::BadPhone`], [`Refusal::TextTooLong`]; [`Refusal::TextMissing`] when the office's number is to be
    /// published and there is none.
    pub fn typed(phone: &str, hours: &str, steward_phone: StewardPhone) -> Result<Self, Refusal> {
        let phone = public_number("office_phone", phone)?;
        if phone.is_empty() && steward_phone == StewardPhone::Office {
            return Err(Refusal::TextMissing { field: "office_phone" });
        }
        Ok(Self { phone, hours: short_line("hours", hours)?, steward_phone })
    }

    /// Whether this is how every community begins.
    #[must_use]
    pub fn is_unset(&self) -> bool {
        *self == Self::default()
    }

    /// The number that everybody may read for a steward whose own is `own`.
    #[must_use]
    pub fn published<'a>(&'a self, own: &'a str) -> Option<&'a str> {
        let number = match self.steward_phone {
            StewardPhone::Own => own,
            StewardPhone::Office => &self.phone,
            StewardPhone::Hidden => "",
        };
        Some(number).filter(|number| !number.is_empty())
    }
}

/// A number that is no person's: a phone, a service number of three to six digits (12345, 96111), or any landline with
/// its area code, also one that no subscriber can have: the demo shows only such. Empty is empty.
///
/// # Errors
/// [`Refusal::BadPhone`] with the field.
pub fn public_number(field: &'static str, typed: &str) -> Result<String, Refusal> {
    let typed = clean_line(typed);
    let is_number = |text: &str, least, most| {
        (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let landline = typed.split_once('-').filter(|(area, _)| area.starts_with('0') && is_number(area, 3, 4));
    let is_landline = landline.is_some_and(|(_, number)| is_number(number, 7, 8));
    if typed.is_empty() || is_number(&typed, 3, 6) || is_landline {
        return Ok(typed);
    }
    let phone: Phone = typed.parse().map_err(|_| Refusal::BadPhone { field })?;
    Ok(phone.as_str().to_owned())
}

/// The local emergency lines as they were typed, name and number; a line with neither is none.
///
/// # Errors
/// [`Refusal::TextMissing`] when one of the two is missing, [`Refusal::BadPhone`], [`Refusal::TextTooLong`].
pub fn emergency_lines(typed: &[(String, String)]) -> Result<Vec<(String, String)>, Refusal> {
    let mut lines = Vec::new();
    for (name, number) in typed {
        let line = (short_line("emergency_name", name)?, public_number("emergency_phone", number)?);
        match (line.0.is_empty(), line.1.is_empty()) {
            (true, true) => {}
            (false, false) => lines.push(line),
            (true, false) => return Err(Refusal::TextMissing { field: "emergency_name" }),
            (false, true) => return Err(Refusal::TextMissing { field: "emergency_phone" }),
        }
    }
    Ok(lines)
}

fn short_line(field: &'static str, typed: &str) -> Result<String, Refusal> {
    let line = clean_line(typed);
    match line.chars().count() {
        length if length > LONGEST => Err(Refusal::TextTooLong { field, length, most: LONGEST }),
        _ => Ok(line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_setting_says_which_number_everybody_reads() {
        let office = |steward_phone| Office::typed("0351-6012345", "", steward_phone).unwrap();
        let own = "13800001234";
        assert_eq!(Office::default().published(own), Some(own));
        assert_eq!(Office::default().published(""), None);
        assert_eq!(office(StewardPhone::Own).published(own), Some(own));
        assert_eq!(office(StewardPhone::Office).published(own), Some("0351-6012345"));
        assert_eq!(office(StewardPhone::Hidden).published(own), None);
    }

    #[test]
    fn numbers_that_are_none_are_refused_with_their_field() {
        assert_eq!(public_number("supervision", " 12345 "), Ok("12345".to_owned()));
        assert_eq!(public_number("supervision", "0351-0000001"), Ok("0351-0000001".to_owned()));
        assert_eq!(public_number("supervision", "０３５１－６０１２３４５"), Ok("0351-6012345".to_owned()));
        for wrong in ["12", "1234567", "abc", "138000012345", "110;rm", "351-0000001"] {
            assert_eq!(public_number("supervision", wrong), Err(Refusal::BadPhone { field: "supervision" }));
        }
        let missing = Err(Refusal::TextMissing { field: "office_phone" });
        assert_eq!(Office::typed("", "", StewardPhone::Office), missing);
        let long = "周".repeat(LONGEST + 1);
        assert!(matches!(Office::typed("", &long, StewardPhone::Own), Err(Refusal::TextTooLong { .. })));
    }

    #[test]
    fn an_emergency_line_has_a_name_and_a_number() {
        let lines = |pairs: &[(&str, &str)]| {
            let typed: Vec<_> = pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
            emergency_lines(&typed)
        };
        assert_eq!(lines(&[("", ""), ("燃气", "96777")]), Ok(vec![("燃气".to_owned(), "96777".to_owned())]));
        assert_eq!(lines(&[("燃气", "")]), Err(Refusal::TextMissing { field: "emergency_phone" }));
        assert_eq!(lines(&[("", "96777")]), Err(Refusal::TextMissing { field: "emergency_name" }));
    }
}
