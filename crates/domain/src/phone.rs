//! Telephone numbers of mainland China.

use crate::digits::{half_width, is_dash, is_invisible};
use std::fmt;
use std::str::FromStr;

/// A mobile number of 11 digits, or a landline with its area code and perhaps an extension.
///
/// The normal forms are `13800001234`, `0351-6012345` and `0351-6012345-801`. Like all personal data it shows
/// itself to nobody: `Debug` is masked and there is no `Display`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Phone {
    normal: String,
}

/// Why a text is no telephone number. No message repeats the number, so that it can be logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhoneError {
    /// There is nothing.
    #[error("there is no number; leave the cell out or type a number")]
    Empty,
    /// A spreadsheet wrote the number as 1.38E+10.
    #[error("digits were lost because the cell is a number; format the column as text and type it again")]
    DigitsLost,
    /// A character that no number holds.
    #[error("“{0}” cannot stand in a number; type digits only and put a comma between two numbers")]
    Character(char),
    /// A mobile number has 11 digits, a landline 7 or 8 after its area code.
    #[error("a mobile number has 11 digits, a landline 7 or 8 after its area code, here are {digits} in all")]
    Length {
        /// How many digits there are.
        digits: usize,
    },
    /// Eleven digits that begin with 10, 11 or 12.
    #[error("a mobile number begins with 13 to 19; compare the first digits")]
    MobilePrefix,
    /// Seven or eight digits without an area code.
    #[error("the area code is missing; write it in front, such as 0351-6012345")]
    AreaCodeMissing,
    /// An area code or local number that does not exist.
    #[error("such an area code or local number does not exist; compare with 0351-6012345 or 010-60123456")]
    Landline,
}

impl PhoneError {
    /// The message in Chinese.
    #[must_use]
    pub fn chinese(&self) -> String {
        match self {
            Self::Empty => "没有号码。请留空或填写号码".to_owned(),
            Self::DigitsLost => "单元格是数值格式，号码已丢失几位。请把该列设为文本格式后重新填写".to_owned(),
            Self::Character(found) => format!("号码中不能有“{found}”。请只填数字，多个号码用逗号隔开"),
            Self::Length { digits } => {
                format!("手机号应为11位，固定电话区号后应为7或8位，现共{digits}位。请核对")
            }
            Self::MobilePrefix => "手机号应以13至19开头。请核对前几位".to_owned(),
            Self::AreaCodeMissing => "缺少区号。请写成 0351-6012345 的样子".to_owned(),
            Self::Landline => "没有这样的区号或号码。请写成 0351-6012345 或 010-60123456 的样子".to_owned(),
        }
    }
}

/// A number of a cell that could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("number {position} in the cell: {error}")]
pub struct CellError {
    /// Which number of the cell, from 1.
    pub position: usize,
    /// What is wrong with it.
    pub error: PhoneError,
}

impl Phone {
    /// The normal form: personal data.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.normal
    }

    /// Whether this is a mobile number, which can receive short messages.
    #[must_use]
    pub fn is_mobile(&self) -> bool {
        self.normal.starts_with('1')
    }

    /// The numbers of a spreadsheet cell, in order and each once; they are parted by `;` `,` `、` `/` `|`, a line
    /// break or a space. An empty cell holds none.
    ///
    /// # Errors
    /// The first number that is none, with its position.
    pub fn parse_cell(cell: &str) -> Result<Vec<Self>, CellError> {
        let mut phones: Vec<Self> = Vec::new();
        for piece in cell.split(is_separator).filter(|piece| piece.chars().any(|c| !is_ignored(c))) {
            let position = phones.len() + 1;
            let found = read_piece(piece).map_err(|error| CellError { position, error })?;
            phones.extend(found);
        }
        let mut seen = std::collections::BTreeSet::new();
        phones.retain(|phone| seen.insert(phone.normal.clone()));
        Ok(phones)
    }
}

/// One number, in which spaces may stand between groups, or several parted by spaces.
fn read_piece(piece: &str) -> Result<Vec<Phone>, PhoneError> {
    let whole = piece.parse::<Phone>();
    let words: Vec<&str> = piece.split_whitespace().collect();
    if whole.is_ok() || words.len() < 2 {
        return whole.map(|phone| vec![phone]);
    }
    let (mut phones, mut group) = (Vec::new(), String::new());
    for word in words {
        group.push_str(word);
        match group.parse() {
            Ok(phone) => {
                phones.push(phone);
                group.clear();
            }
            // More than any number holds: the words cannot become one.
            Err(error) if group.len() > 64 => return Err(error),
            Err(_) => {}
        }
    }
    if group.is_empty() { Ok(phones) } else { group.parse().map(|_: Phone| phones) }
}

impl FromStr for Phone {
    type Err = PhoneError;

    /// Reads one number: full-width or half-width, with +86, 0086 or 86 in front, with spaces, hyphens or
    /// parentheses between its groups, an extension after a hyphen or 转.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text: String = text.chars().filter(|c| !is_ignored(*c)).map(half_width).collect();
        let text = text.strip_suffix(".0").unwrap_or(&text);
        if text.is_empty() {
            return Err(PhoneError::Empty);
        }
        if text.contains(['E', 'e']) && text.starts_with(|c: char| c.is_ascii_digit()) && text.contains('.') {
            return Err(PhoneError::DigitsLost);
        }
        let (number, abroad) = match text.strip_prefix("+86").or_else(|| text.strip_prefix("0086")) {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let (digits, extension) = groups(number)?;
        let digits = if digits.len() == 13 { digits.strip_prefix("86").unwrap_or(&digits) } else { &digits };
        let digits = if digits.len() == 12 && !digits.starts_with("010") && digits.starts_with("01") {
            // A 0 before a mobile number once dialled it over long distance.
            &digits[1..]
        } else {
            digits
        };
        let normal = if digits.starts_with('0') {
            landline(digits, &extension)?
        } else if abroad && !digits.starts_with('1') {
            landline(&format!("0{digits}"), &extension)?
        } else {
            mobile(digits, &extension)?
        };
        Ok(Self { normal })
    }
}

/// The digits of the number itself and of its extension.
fn groups(number: &str) -> Result<(String, String), PhoneError> {
    let (number, extension) = number.split_once(['转', 'x', 'X']).unwrap_or((number, ""));
    let mut groups: Vec<String> = vec![String::new()];
    for c in number.chars() {
        match (c, groups.last_mut()) {
            ('0'..='9', Some(group)) => group.push(c),
            _ if is_dash(c) || matches!(c, '(' | ')' | '.') => groups.push(String::new()),
            _ => return Err(PhoneError::Character(c)),
        }
    }
    if let Some(c) = extension.chars().find(|c| !c.is_ascii_digit()) {
        return Err(PhoneError::Character(c));
    }
    groups.retain(|group| !group.is_empty());
    // 0351-6012345-801, 03516012345-801: what follows a whole landline is its extension.
    let before_extension = match groups.as_slice() {
        [area, local, _] if matches!(area.len(), 3 | 4) && matches!(local.len(), 7 | 8) => 2,
        [whole, _] if matches!(whole.len(), 10..=12) => 1,
        _ => groups.len(),
    };
    if extension.is_empty() && groups.len() > before_extension && groups[0].starts_with('0') {
        let extension = groups.pop().unwrap_or_default();
        return Ok((groups.concat(), extension));
    }
    Ok((groups.concat(), extension.to_owned()))
}

fn mobile(digits: &str, extension: &str) -> Result<String, PhoneError> {
    let length = digits.len() + extension.len();
    match digits.as_bytes() {
        _ if length > digits.len() => Err(PhoneError::Length { digits: length }),
        [b'1', b'3'..=b'9', ..] if length == 11 => Ok(digits.to_owned()),
        [b'1', ..] if length == 11 => Err(PhoneError::MobilePrefix),
        [b'2'..=b'9', ..] if matches!(length, 7 | 8) => Err(PhoneError::AreaCodeMissing),
        _ => Err(PhoneError::Length { digits: length }),
    }
}

/// Area codes: 010 and 02x have three digits, 03xx to 09xx four; the local number has 7 or 8, from 2 on.
fn landline(digits: &str, extension: &str) -> Result<String, PhoneError> {
    let area = if digits.starts_with("010") || digits.starts_with("02") { 3 } else { 4 };
    let local = digits.get(area..).unwrap_or_default();
    let total = digits.len() + extension.len();
    if !matches!(local.len(), 7 | 8) || extension.len() > 6 {
        return Err(PhoneError::Length { digits: total });
    }
    if digits.starts_with("00") || (area == 4 && digits.starts_with("01")) || local.starts_with(['0', '1']) {
        return Err(PhoneError::Landline);
    }
    let hyphen = if extension.is_empty() { "" } else { "-" };
    Ok(format!("{}-{local}{hyphen}{extension}", &digits[..area]))
}

fn is_separator(c: char) -> bool {
    matches!(half_width(c), ';' | ',' | '/' | '|') || matches!(c, '、' | '\n' | '\r')
}

fn is_ignored(c: char) -> bool {
    c.is_whitespace() || is_invisible(c) || c == '\''
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(masked)")
    }
}

#[cfg(test)]
mod tests;
