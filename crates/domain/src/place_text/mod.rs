//! Places as people write them: `3-2-501`, `3号楼2单元501室`, `三栋二单元`, `3#2-501`, `理工大长风4号楼`.
//!
//! The normal forms are `3号楼`, `2单元` and `501室`; a building that has a letter only is `A座`. Reading is linear in
//! the text for a given gazetteer and never fails: what is no place is no finding.

mod gazetteer;
mod normal;
mod numeral;
mod reader;

pub use gazetteer::{Estate, Gazetteer};
pub use normal::{normal_building, normal_room, normal_unit};

use reader::{Place, Reader};
use std::ops::Range;

/// How many characters may stand between an estate and the building behind it, such as 小区的.
const NEAR: usize = 6;

/// A place found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Index of the estate in the gazetteer: the one named before the building, or the only one in the text.
    pub estate: Option<usize>,
    /// Normal form, `4号楼`; or the gazetteer's name of a building that has no number.
    pub building: Option<String>,
    /// Normal form, `2单元`.
    pub unit: Option<String>,
    /// Normal form, `501室`.
    pub room: Option<String>,
    /// The bytes of the text in which it stands, with the estate where that stands directly before.
    pub span: Range<usize>,
    /// How sure the reading is, in per cent: 90 and more for what the gazetteer knows, below 50 for a guess that
    /// a person should confirm.
    pub confidence: u8,
}

/// An estate or a place, as they follow one another in the text; positions in characters.
enum Mention {
    Estate { estate: usize, at: Range<usize> },
    Place { place: Place, at: Range<usize> },
}

/// The place in `text` of which most is known with most confidence; the first of several equal ones.
#[must_use]
pub fn find(text: &str, gazetteer: &Gazetteer) -> Option<Found> {
    let depth = |found: &Found| {
        let parts =
            [found.room.is_some(), found.unit.is_some(), found.building.is_some(), found.estate.is_some()];
        (found.confidence >= 50, parts.into_iter().filter(|part| *part).count(), found.confidence)
    };
    find_all(text, gazetteer).into_iter().rev().max_by_key(depth)
}

/// Every place in `text`, in order, none overlapping another.
#[must_use]
pub fn find_all(text: &str, gazetteer: &Gazetteer) -> Vec<Found> {
    let reader = Reader::new(text);
    let mentions = mentions(&reader, gazetteer);
    let mut estates = mentions.iter().filter_map(|mention| match mention {
        Mention::Estate { estate, .. } => Some(*estate),
        Mention::Place { .. } => None,
    });
    let first = estates.next();
    let only = first.filter(|first| estates.all(|estate| estate == *first));
    let mut found: Vec<Found> = Vec::new();
    let mut before: Option<(usize, Range<usize>)> = None;
    let mut estate_alone = false;
    for mention in mentions {
        match mention {
            Mention::Estate { estate, at } => {
                found.push(Found::estate(estate, reader.bytes(&at)));
                before = Some((estate, at));
                estate_alone = true;
            }
            Mention::Place { place, at } => {
                let near =
                    before.as_ref().filter(|(_, estate_at)| estate_alone && at.start - estate_at.end <= NEAR);
                let from = near.map_or(at.start, |(_, estate_at)| estate_at.start);
                let estate = before.as_ref().map(|(estate, _)| *estate).or(only);
                if near.is_some() {
                    // The estate was found as a place of its own; now it is the beginning of this one.
                    found.pop();
                }
                estate_alone = false;
                found.push(Found::place(
                    place,
                    estate,
                    near.is_some(),
                    reader.bytes(&(from..at.end)),
                    gazetteer,
                ));
            }
        }
    }
    found
}

fn mentions(reader: &Reader, gazetteer: &Gazetteer) -> Vec<Mention> {
    let (mut mentions, mut at) = (Vec::new(), 0);
    let (mut estate, mut after_estate) = (None, None);
    while at < reader.len() {
        let near = after_estate.is_some_and(|end: usize| at - end <= NEAR);
        if let Some((index, end)) = gazetteer.estate_at(reader.chars(), at) {
            mentions.push(Mention::Estate { estate: index, at: at..end });
            (estate, after_estate, at) = (Some(index), Some(end), end);
        } else if let Some((name, end)) =
            estate.and_then(|index| gazetteer.named_building_at(index, reader.chars(), at))
        {
            mentions.push(Mention::Place { place: Place::named(name), at: at..end });
            at = end;
        } else if let Some((place, end)) = reader.place_at(at, near) {
            mentions.push(Mention::Place { place, at: at..end });
            at = end;
        } else {
            at += 1;
        }
    }
    mentions
}

impl Found {
    fn estate(estate: usize, span: Range<usize>) -> Self {
        Self { estate: Some(estate), building: None, unit: None, room: None, span, confidence: 90 }
    }

    fn place(
        place: Place,
        estate: Option<usize>,
        near: bool,
        span: Range<usize>,
        gazetteer: &Gazetteer,
    ) -> Self {
        let known = match (estate, &place.building) {
            (Some(estate), Some(building)) => gazetteer.has_building(estate, building),
            _ => None,
        };
        let confidence = match known {
            Some(true) if near => place.confidence.max(95),
            Some(true) => place.confidence.max(90),
            // The estate has no such building: a slip of the pen, or another estate is meant.
            Some(false) => place.confidence.min(45),
            None => place.confidence,
        };
        Self { estate, building: place.building, unit: place.unit, room: place.room, span, confidence }
    }
}

#[cfg(test)]
mod tests;
