//! Finding telephone and identity numbers in free text, before something is published.
//!
//! The scanner reads the text once. It gathers *runs*: groups of digits (half-width, full-width or Chinese) with at
//! most two separating characters between them, and then tries each group of a run as the beginning of a number,
//! over at most as many digits as the longest number has. The time is linear in the text.

use crate::digits::{half_width, is_dash, is_invisible, value};
use crate::identity_number::{IdentityNumber, IdentityNumberError};
use crate::phone::Phone;

/// The most digits that stand directly before or behind the stars of a masked number.
const BESIDE_STARS: usize = 4;

/// The most digits, such as a room, that are looked past for a mobile number glued to them.
const GLUED_BEFORE: usize = 4;

/// A number found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its first byte in the text.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
    /// Its digits, half-width and without what stands between them.
    pub(super) digits: String,
}

/// What a number in a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A mobile number.
    Mobile,
    /// A landline with its area code.
    Landline,
    /// An identity number of 18 digits, also with a wrong check digit, or of 15.
    IdentityNumber,
}

/// A digit, or the X that ends an identity number.
struct Digit {
    digit: char,
    start: usize,
    end: usize,
    /// Whether something stands between it and the digit before.
    begins_group: bool,
}

/// The telephone and identity numbers in `text`, in order, none overlapping another. Digits may be full-width or
/// Chinese and parted by spaces, hyphens, dots, parentheses or invisible characters.
#[must_use]
pub fn scan(text: &str) -> Vec<Span> {
    let (mut spans, mut run) = (Vec::new(), Vec::<Digit>::new());
    let (mut between, mut after_star) = (0, false);
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        let digit = value(c).and_then(|value| char::from_digit(value, 10));
        // An X belongs to a run only where it can end an identity number.
        let ends_number = matches!(half_width(c), 'x' | 'X') && between == 0 && run.len() >= 17;
        if let Some(digit) = digit.or(ends_number.then_some('X')) {
            run.push(Digit { digit, start, end, begins_group: between > 0 || run.is_empty() });
            between = 0;
        } else if is_invisible(c) {
            // It neither joins nor parts.
        } else if between < 2 && !run.is_empty() && is_separator(c) {
            between += 1;
        } else {
            search(unmasked(&run, after_star, c == '*' && between == 0), &mut spans);
            run.clear();
            (between, after_star) = (0, c == '*');
        }
    }
    search(unmasked(&run, after_star, false), &mut spans);
    spans
}

/// The run without the short groups that touch stars: they are what masking has left of a number, and joined to
/// a neighbour they would look like another.
fn unmasked(run: &[Digit], after_star: bool, before_star: bool) -> &[Digit] {
    let (mut from, mut to) = (0, run.len());
    if before_star {
        let last = run.iter().rposition(|digit| digit.begins_group).unwrap_or(0);
        to = if to - last <= BESIDE_STARS { last } else { to };
    }
    if after_star {
        let next = run.iter().skip(1).position(|digit| digit.begins_group).map_or(run.len(), |next| next + 1);
        from = if next <= BESIDE_STARS { next } else { 0 };
    }
    run.get(from..to).unwrap_or_default()
}

fn is_separator(c: char) -> bool {
    is_dash(c) || c == '·' || matches!(half_width(c), ' ' | '\t' | '.' | '(' | ')' | '_')
}

fn search(run: &[Digit], spans: &mut Vec<Span>) {
    let (mut at, mut group, mut found_to) = (0, 0, 0);
    while at < run.len() {
        if run[at].begins_group {
            group = at;
        }
        // A mobile number may be glued to the number before it or to a room.
        let glued = at > 0 && (at == found_to || at - group <= GLUED_BEFORE);
        let found = identity_number(&run[at..]).or_else(|| phone(&run[at..], glued));
        let Some((length, kind)) = found else {
            at += 1;
            continue;
        };
        let digits = &run[at..at + length];
        spans.push(Span {
            start: digits[0].start,
            end: digits[length - 1].end,
            kind,
            digits: digits.iter().map(|digit| digit.digit).collect(),
        });
        at += length;
        found_to = at;
    }
}

/// The identity number at the beginning of `rest`. Inside a longer group of digits only a number with the right
/// check digit counts, else every long number would hold some.
fn identity_number(rest: &[Digit]) -> Option<(usize, Kind)> {
    let whole = |length: usize| rest[0].begins_group && ends_group(rest, length);
    if rest.len() >= 18 {
        let read = text(&rest[..18]).parse::<IdentityNumber>();
        let plausible =
            matches!(read, Err(IdentityNumberError::CheckDigit { .. } | IdentityNumberError::DigitsLost));
        if read.is_ok() || (plausible && whole(18)) {
            return Some((18, Kind::IdentityNumber));
        }
    }
    if rest.len() >= 15 && whole(15) {
        // With the century that it leaves out, the old number is the beginning of the present one.
        let old = text(&rest[..15]);
        let present = format!("{}19{}X", &old[..6], &old[6..]);
        let read = present.parse::<IdentityNumber>();
        if matches!(read, Ok(_) | Err(IdentityNumberError::CheckDigit { .. })) {
            return Some((15, Kind::IdentityNumber));
        }
    }
    None
}

/// The telephone number at the beginning of `rest`. It begins with a group, or is a mobile number `glued` to what
/// stands before it; it ends with a group, or another mobile number is glued to it.
fn phone(rest: &[Digit], glued: bool) -> Option<(usize, Kind)> {
    let lengths = if rest[0].begins_group {
        10..=15
    } else if glued && is_mobile(rest) {
        11..=11
    } else {
        return None;
    };
    for length in lengths.rev().filter(|length| *length <= rest.len()) {
        if !ends_group(rest, length) && !is_mobile(&rest[length..]) {
            continue;
        }
        if let Ok(phone) = text(&rest[..length]).parse::<Phone>() {
            return Some((length, if phone.is_mobile() { Kind::Mobile } else { Kind::Landline }));
        }
    }
    None
}

fn is_mobile(digits: &[Digit]) -> bool {
    digits.len() >= 11 && text(&digits[..11]).parse::<Phone>().is_ok_and(|phone| phone.is_mobile())
}

fn ends_group(rest: &[Digit], length: usize) -> bool {
    rest.get(length).is_none_or(|next| next.begins_group)
}

fn text(digits: &[Digit]) -> String {
    digits.iter().map(|digit| digit.digit).collect()
}
