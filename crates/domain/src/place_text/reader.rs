//! The grammar of building, unit and room.

use super::numeral::{is_chinese_numeral, number};
use crate::digits::{half_width, is_dash};
use std::ops::Range;

/// Words that make a number a building without doubt, longest first.
const BUILDING_WORDS: [&str; 9] = ["号楼", "号栋", "号幢", "栋楼", "#楼", "#", "栋", "幢", "座"];

/// Words that make a number a building only if a unit follows: 3楼 alone is a floor, 3号 a date.
const WEAK_BUILDING_WORDS: [&str; 2] = ["号", "楼"];

/// What turns a bare number into a quantity, a date or a floor.
const COUNTED: &str = "年月日户人块元米个多度次天点时分棵盏辆只号楼层万千%:.";

/// A text as the grammar sees it: half-width, letters large.
pub(super) struct Reader {
    chars: Vec<char>,
    starts: Vec<usize>,
}

/// A number, perhaps with a letter before or behind, or a letter alone.
pub(super) struct Label {
    text: String,
    value: Option<u32>,
}

/// What stands at one place of the text.
pub(super) struct Place {
    pub(super) building: Option<String>,
    pub(super) unit: Option<String>,
    pub(super) room: Option<String>,
    pub(super) confidence: u8,
}

impl Label {
    pub(super) fn building(&self) -> String {
        format!("{}{}", self.text, if self.value.is_some() { "号楼" } else { "座" })
    }

    pub(super) fn unit(&self) -> String {
        format!("{}单元", self.text)
    }

    pub(super) fn room(&self) -> String {
        format!("{}室", self.text)
    }

    /// Whether the label can be a room as it stands: a floor and a number on it, 101 to 9999.
    fn is_room_number(&self) -> bool {
        self.value.is_some_and(|value| value > 100)
    }
}

impl Place {
    /// A building of the gazetteer that has a name and no number.
    pub(super) fn named(name: &str) -> Self {
        Self { building: Some(name.to_owned()), unit: None, room: None, confidence: 90 }
    }
}

impl Reader {
    pub(super) fn new(text: &str) -> Self {
        let chars =
            text.chars().map(|c| if is_dash(c) { '-' } else { half_width(c).to_ascii_uppercase() }).collect();
        let starts = text.char_indices().map(|(start, _)| start).chain([text.len()]).collect();
        Self { chars, starts }
    }

    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    pub(super) fn chars(&self) -> &[char] {
        &self.chars
    }

    /// The bytes that a range of characters takes in the text.
    pub(super) fn bytes(&self, chars: &Range<usize>) -> Range<usize> {
        self.starts[chars.start]..self.starts[chars.end]
    }

    /// The place that begins at `at`, and where it ends. `after_estate` lets shorter forms count.
    pub(super) fn place_at(&self, at: usize, after_estate: bool) -> Option<(Place, usize)> {
        self.building_first(at)
            .or_else(|| self.dashed(at, after_estate))
            .or_else(|| self.unit_or_room_first(at))
    }

    /// `3`, `3A`, `B3`, `A`, `三`; letters and digits must not go on on either side.
    pub(super) fn label(&self, at: usize) -> Option<(Label, usize)> {
        let letter = |at: usize| self.chars.get(at).copied().filter(char::is_ascii_uppercase);
        if at > 0
            && (letter(at - 1).is_some() || (letter(at).is_some() && self.chars[at - 1].is_ascii_digit()))
        {
            return None;
        }
        let before = letter(at);
        let number = number(&self.chars, at + usize::from(before.is_some()));
        let (value, mut end) = number.map_or((None, at + 1), |(value, end)| (Some(value), end));
        let mut text: String = before.into_iter().collect();
        match (value, before) {
            (Some(value), None) => {
                text.push_str(&value.to_string());
                if let Some(behind) = letter(end) {
                    text.push(behind);
                    end += 1;
                }
            }
            (Some(value), Some(_)) => text.push_str(&value.to_string()),
            (None, Some(_)) => {}
            (None, None) => return None,
        }
        let goes_on = self.chars.get(end).is_some_and(char::is_ascii_alphanumeric);
        (!goes_on).then_some((Label { text, value }, end))
    }

    /// 3号楼, 3号楼2单元501室, 3#2-501, 3号楼501.
    fn building_first(&self, at: usize) -> Option<(Place, usize)> {
        let (label, end) = self.label(at)?;
        if label.value.is_some_and(|value| value > 999) {
            return None;
        }
        let end = self.skip_spaces(end);
        let sure = self.word(end, &BUILDING_WORDS);
        let weak =
            || self.word(end, &WEAK_BUILDING_WORDS).filter(|end| self.unit(self.skip_spaces(*end)).is_some());
        let (end, mut confidence) = sure.map(|end| (end, 80)).or_else(|| weak().map(|end| (end, 70)))?;
        // 3-5号楼 names a range, of which this is one end only.
        if at > 1 && self.chars[at - 1] == '-' && is_numeral(self.chars[at - 2]) {
            confidence = 40;
        }
        let building = Some(label.building());
        let rest_at = self.skip_joint(end);
        if let Some((unit, room, end)) = self.unit_and_room(rest_at).or_else(|| self.pair(rest_at)) {
            return Some((Place { building, unit: Some(unit), room, confidence }, end));
        }
        let (room, end) = self.room(rest_at).map_or((None, end), |(room, end)| (Some(room), end));
        Some((Place { building, unit: None, room, confidence }, end))
    }

    /// 3-2-501, 3-501, 3-2单元501; and 3-2 directly after an estate.
    fn dashed(&self, at: usize, after_estate: bool) -> Option<(Place, usize)> {
        if at > 0 && matches!(self.chars[at - 1], '-' | '.' | '/' | ':') {
            return None;
        }
        let (first, end) = self.label(at)?;
        if first.value.is_some_and(|value| value > 999) || self.chars[at] == '0' {
            return None;
        }
        let second_at = self.dash(end)?;
        let building = Some(first.building());
        if let Some((unit, room, end)) = self.unit_and_room(second_at) {
            return Some((Place { building, unit: Some(unit), room, confidence: 75 }, end));
        }
        if let Some((unit, room, end)) = self.pair(second_at) {
            return Some((Place { building, unit: Some(unit), room, confidence: 75 }, end));
        }
        first.value?;
        if let Some((room, end)) = self.room(second_at).filter(|(_, end)| !self.goes_on(*end)) {
            let confidence = if after_estate { 70 } else { 50 };
            return Some((Place { building, unit: None, room: Some(room), confidence }, end));
        }
        let (second, end) = self.label(second_at).filter(|(second, end)| {
            after_estate
                && second.value.is_some_and(|value| value < 100)
                && !self.goes_on(*end)
                && !self.counts(*end)
        })?;
        Some((Place { building, unit: Some(second.unit()), room: None, confidence: 60 }, end))
    }

    /// 2单元, 2单元501, 501室.
    fn unit_or_room_first(&self, at: usize) -> Option<(Place, usize)> {
        if let Some((unit, room, end)) = self.unit_and_room(at) {
            return Some((Place { building: None, unit: Some(unit), room, confidence: 60 }, end));
        }
        let (label, end) = self.label(at).filter(|(label, _)| label.is_room_number())?;
        let end = self.word(self.skip_spaces(end), &["室"])?;
        Some((Place { building: None, unit: None, room: Some(label.room()), confidence: 40 }, end))
    }

    fn unit_and_room(&self, at: usize) -> Option<(String, Option<String>, usize)> {
        let (unit, end) = self.unit(at)?;
        let floor_end = self.floor(self.skip_joint(end)).unwrap_or(end);
        let room = self.room(self.skip_joint(floor_end));
        Some(room.map_or((unit.clone(), None, end), |(room, end)| (unit, Some(room), end)))
    }

    fn unit(&self, at: usize) -> Option<(String, usize)> {
        if let Some(side) = self.chars.get(at).filter(|c| "东中西".contains(**c)) {
            return self.word(at + 1, &["单元"]).map(|end| (format!("{side}单元"), end));
        }
        let (label, end) = self.label(at).filter(|(label, _)| label.value.is_none_or(|value| value < 100))?;
        self.word(self.skip_spaces(end), &["单元"]).map(|end| (label.unit(), end))
    }

    /// 5层 or 5楼 between unit and room.
    fn floor(&self, at: usize) -> Option<usize> {
        let (_, end) = self.label(at)?;
        self.word(end, &["层", "楼"])
    }

    /// `2-501`: unit and room.
    fn pair(&self, at: usize) -> Option<(String, Option<String>, usize)> {
        let (unit, end) = self.label(at).filter(|(unit, _)| unit.value.is_none_or(|value| value < 100))?;
        let (room, end) = self.room(self.dash(end)?).filter(|(_, end)| !self.goes_on(*end))?;
        Some((unit.unit(), Some(room), end))
    }

    /// `501`, `501室`; without a word behind it not what is counted, such as 200户.
    fn room(&self, at: usize) -> Option<(String, usize)> {
        let (label, end) = self.label(at).filter(|(label, _)| label.is_room_number())?;
        let worded = self.word(self.skip_spaces(end), &["号房", "室", "房", "号"]);
        if worded.is_none() && self.counts(end) {
            return None;
        }
        Some((label.room(), worded.unwrap_or(end)))
    }

    fn word(&self, at: usize, words: &[&str]) -> Option<usize> {
        let rest = self.chars.get(at..)?;
        words.iter().find_map(|word| {
            let length = word.chars().count();
            (rest.len() >= length && word.chars().eq(rest[..length].iter().copied())).then_some(at + length)
        })
    }

    fn dash(&self, at: usize) -> Option<usize> {
        (self.chars.get(self.skip_spaces(at)) == Some(&'-'))
            .then(|| self.skip_spaces(self.skip_spaces(at) + 1))
    }

    /// Whether digits or a further dash follow, so that this is a date or a telephone number.
    fn goes_on(&self, at: usize) -> bool {
        self.chars.get(at).is_some_and(|c| *c == '-' || c.is_ascii_alphanumeric())
    }

    fn counts(&self, at: usize) -> bool {
        self.chars.get(at).is_some_and(|c| COUNTED.contains(*c))
    }

    /// At most two spaces, so that a place is read in bounded time.
    fn skip_spaces(&self, at: usize) -> usize {
        at + self.chars.iter().skip(at).take(2).take_while(|c| **c == ' ').count()
    }

    /// What may stand between building, unit and room.
    fn skip_joint(&self, at: usize) -> usize {
        let at = self.skip_spaces(at);
        let joined = self.chars.get(at).is_some_and(|c| matches!(c, '-' | ',' | '的' | '第'));
        self.skip_spaces(at + usize::from(joined))
    }
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || is_chinese_numeral(c)
}
