//! The one masking of personal data, for lists, details, search, export, print and logs alike.
//!
//! One rule per field and no options: two different masks of the same number could be laid over each other and
//! give it back. Masking what is masked already changes nothing.

mod scan;

pub use scan::{Kind, Span, scan};

use crate::digits::{half_width, is_invisible};
use crate::phone::Phone;

const HIDDEN: &str = "****";

/// What kind of personal data a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// A person's name: its first character and `**`, however long it is; compound surnames too.
    Name,
    /// One or several telephone numbers: `138****1234`, `0351-****345`; what is none is hidden whole.
    Phone,
    /// An identity number, or any number of a certificate: the first and the last character and 16 stars.
    IdentityNumber,
    /// A person's address: what stands before the first numeral, and `****`.
    Address,
    /// A day of birth: nothing of it.
    Born,
    /// Free text: every number that [`scan`] finds is masked in its place.
    Text,
}

/// `text` with everything hidden that `field` does not allow to be shown. Nothing stays nothing.
#[must_use]
pub fn mask(field: Field, text: &str) -> String {
    if text.trim().is_empty() {
        return String::new();
    }
    match field {
        Field::Name => mask_name(text),
        Field::Phone => mask_phones(text),
        Field::IdentityNumber => mask_identity_number(text),
        Field::Address => mask_address(text),
        Field::Born => "****-**-**".to_owned(),
        Field::Text => mask_text(text),
    }
}

fn mask_name(text: &str) -> String {
    // Marks that only combine with a character before them are left out: alone they would show on the star.
    let first =
        text.chars().find(|&c| !c.is_whitespace() && !is_invisible(c) && !is_mark(c) && !c.is_control());
    first.into_iter().chain("**".chars()).collect()
}

fn mask_phones(text: &str) -> String {
    if is_masked_phones(text) {
        return text.to_owned();
    }
    match Phone::parse_cell(text) {
        Ok(phones) if !phones.is_empty() => phones.iter().map(mask_phone).collect::<Vec<_>>().join(";"),
        _ => HIDDEN.to_owned(),
    }
}

/// A landline keeps its area code and three digits, so that four at least are hidden, as in a mobile number.
fn mask_phone(phone: &Phone) -> String {
    let normal = phone.as_str();
    let mut groups = normal.split('-');
    match (groups.next(), groups.next()) {
        (Some(area), Some(local)) => format!("{area}-{HIDDEN}{}", &local[local.len().saturating_sub(3)..]),
        _ => format!("{}{HIDDEN}{}", &normal[..3], &normal[7..]),
    }
}

/// Whether the text is what [`mask_phones`] gives: every part is stars with at most seven digits around them.
fn is_masked_phones(text: &str) -> bool {
    text.split(';').all(|part| {
        part.split_once(HIDDEN).is_some_and(|(head, tail)| {
            let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            let head_digits = head.strip_suffix('-').unwrap_or(head);
            digits(head_digits) && digits(tail) && head_digits.len() <= 4 && tail.len() <= 4
        })
    })
}

fn mask_identity_number(text: &str) -> String {
    let shown: Vec<char> = text.chars().filter(|&c| !c.is_whitespace() && !is_invisible(c)).collect();
    let stars = "*".repeat(16);
    match shown.as_slice() {
        // Of a shorter number two characters would say too much.
        [first, middle @ .., last] if middle.len() >= 13 => format!("{first}{stars}{last}"),
        _ => format!("*{stars}*"),
    }
}

fn mask_address(text: &str) -> String {
    let numeral = |c: char| {
        half_width(c).is_ascii_digit() || c == '*' || c == '十' || crate::digits::chinese(c).is_some()
    };
    match text.find(numeral) {
        Some(end) => format!("{}{HIDDEN}", text[..end].trim()),
        None => HIDDEN.to_owned(),
    }
}

fn mask_text(text: &str) -> String {
    let (mut masked, mut done) = (String::with_capacity(text.len()), 0);
    for span in scan(text) {
        masked.push_str(&text[done..span.start]);
        masked.push_str(&match span.kind {
            Kind::Mobile | Kind::Landline => mask_phones(&span.digits),
            Kind::IdentityNumber => mask_identity_number(&span.digits),
        });
        done = span.end;
    }
    masked.push_str(&text[done..]);
    masked
}

/// Combining marks, variation selectors and emoji modifiers.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{302a}'..='\u{302f}' | '\u{3099}'..='\u{309a}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests;
