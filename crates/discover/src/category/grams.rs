//! Texts as weighted pieces of one to four characters.

use crate::codec::{ModelError, Reader, Writer, feature};
use crate::normal::half_width_small;
use rustc_hash::FxHashMap;

/// The longest piece, in characters.
const LONGEST: usize = 3;
/// Pieces of fewer training texts are accidents.
const LEAST_TEXTS: u32 = 1;

/// The weighted pieces of a text by number, ascending; the squares add up to 1.
pub type Sparse = Vec<(u32, f32)>;

/// The pieces that are known, with their rarity. They are kept as numbers: a model holds no words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grams {
    numbers: FxHashMap<u64, u32>,
    rarity: Vec<f32>,
}

impl Grams {
    /// Learns the pieces of some texts.
    pub fn learn<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut spread: FxHashMap<u64, u32> = FxHashMap::default();
        let mut all = 0;
        for text in texts {
            let mut found = pieces(text);
            found.sort_unstable();
            found.dedup();
            for piece in found {
                *spread.entry(piece).or_default() += 1;
            }
            all += 1;
        }
        // With few texts a piece that stands once may be the only one of its class.
        let least = if all < 200 { 1 } else { LEAST_TEXTS };
        let mut kept: Vec<(u64, u32)> = spread.into_iter().filter(|(_, count)| *count >= least).collect();
        kept.sort_unstable();
        let rarity =
            kept.iter().map(|(_, count)| (1.0 + f64::from(all) / f64::from(*count)).ln() as f32).collect();
        Self { numbers: kept.into_iter().map(|(piece, _)| piece).zip(0..).collect(), rarity }
    }

    pub fn len(&self) -> usize {
        self.rarity.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rarity.is_empty()
    }

    /// The vector of a text. What was never seen is left out, but makes the text as long as what is rarest.
    pub fn vector(&self, text: &str) -> Sparse {
        let pieces = pieces(text);
        let mut found: Vec<u32> =
            pieces.iter().filter_map(|piece| self.numbers.get(piece).copied()).collect();
        found.sort_unstable();
        let mut vector: Sparse = found
            .chunk_by(|a, b| a == b)
            .map(|same| (same[0], (1.0 + (same.len() as f32).ln()) * self.rarity[same[0] as usize]))
            .collect();
        let rarest = self.rarity.iter().copied().fold(0.0, f32::max);
        let unseen = (pieces.len() - found.len()) as f32 * rarest * rarest;
        let length = (unseen + vector.iter().map(|(_, weight)| weight * weight).sum::<f32>()).sqrt();
        for (_, weight) in &mut vector {
            *weight /= length;
        }
        vector
    }

    pub fn write(&self, writer: &mut Writer) {
        let mut pieces: Vec<(u32, u64)> =
            self.numbers.iter().map(|(piece, number)| (*number, *piece)).collect();
        pieces.sort_unstable();
        writer.numbers(&pieces.into_iter().map(|(_, piece)| piece).collect::<Vec<_>>());
        writer.fractions(&self.rarity);
    }

    pub fn read(reader: &mut Reader) -> Result<Self, ModelError> {
        let (pieces, rarity) = (reader.numbers()?, reader.fractions()?);
        let count = pieces.len();
        let numbers: FxHashMap<u64, u32> = pieces.into_iter().zip(0..).collect();
        if numbers.len() != count || rarity.len() != count {
            return Err(ModelError::Damaged);
        }
        Ok(Self { numbers, rarity })
    }
}

/// All pieces of a text. They do not cross punctuation; a run of digits counts as one sign, for its value says nothing.
fn pieces(text: &str) -> Vec<u64> {
    let mut chars: Vec<char> = Vec::with_capacity(text.len() / 2);
    for c in text.chars().map(half_width_small) {
        let sign = if c.is_ascii_digit() {
            '0'
        } else if c.is_alphanumeric() {
            c
        } else {
            ' '
        };
        if !(matches!(sign, '0' | ' ') && chars.last() == Some(&sign)) {
            chars.push(sign);
        }
    }
    let mut found = Vec::with_capacity(chars.len() * LONGEST);
    for start in 0..chars.len() {
        for length in 1..=LONGEST.min(chars.len() - start) {
            let piece = &chars[start..start + length];
            if piece[length - 1] == ' ' {
                break;
            }
            found.push(feature(length as u8, piece.iter().copied()));
        }
    }
    found
}
