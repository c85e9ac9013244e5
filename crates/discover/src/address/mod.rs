//! The parts of a full address: a linear-chain conditional random field that the community trains on its own addresses.
//!
//! Lafferty, McCallum and Pereira, ICML 2001. Tags are written as `B-houseno`, `I-houseno` at each sign; a run of
//! digits is one sign, every other character is one.

mod chain;
mod invented;
mod signs;
mod spans;
mod train;

#[cfg(test)]
mod tests;

pub use signs::{Sign, signs};
pub use spans::{Span, SpanScore, score_spans, spans_of};

use crate::codec::{ModelError, Reader, Writer};
use chain::Chain;
use rustc_hash::FxHashMap;

const NAME: [u8; 8] = *b"gj-addre";
const VERSION: u32 = 1;

/// An address with the tag of each sign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tagged {
    /// The signs, as written.
    pub signs: Vec<String>,
    /// Their tags: `B-…`, `I-…` or `O`.
    pub tags: Vec<String>,
}

/// A trained tagger.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tagger {
    tags: Vec<String>,
    features: FxHashMap<u64, u32>,
    chain: Chain,
}

impl Tagger {
    /// Trains on tagged addresses; `step` is called with the part done, from 0 to 1. `None` where there are fewer than
    /// two tags.
    #[must_use]
    pub fn train(addresses: &[Tagged], step: impl FnMut(f64)) -> Option<Self> {
        let mut tags: Vec<String> = addresses.iter().flat_map(|one| one.tags.iter().cloned()).collect();
        tags.sort();
        tags.dedup();
        if tags.len() < 2 {
            return None;
        }
        let (features, chain) = train::train(addresses, &tags, step);
        Some(Self { tags, features, chain })
    }

    /// The tags of an address.
    #[must_use]
    pub fn tag(&self, text: &[Sign]) -> Vec<&str> {
        let rows = signs::features(text).into_iter().map(|row| {
            row.into_iter().filter_map(|feature| self.features.get(&feature).copied()).collect::<Vec<u32>>()
        });
        let path = self.chain.best(&rows.collect::<Vec<_>>());
        path.into_iter().map(|tag| self.tags[tag].as_str()).collect()
    }

    /// The parts of an address.
    #[must_use]
    pub fn spans(&self, text: &str) -> Vec<Span> {
        let signs = signs(text);
        let tags = self.tag(&signs);
        spans_of(&signs, &tags)
    }

    /// The model as a file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::new(NAME, VERSION);
        writer.number(self.tags.len() as u64);
        self.tags.iter().for_each(|tag| writer.text(tag));
        let mut features: Vec<(u32, u64)> =
            self.features.iter().map(|(name, number)| (*number, *name)).collect();
        features.sort_unstable();
        writer.numbers(&features.into_iter().map(|(_, name)| name).collect::<Vec<_>>());
        writer.fractions(&self.chain.emissions);
        writer.fractions(&self.chain.moves);
        writer.done()
    }

    /// Reads a model.
    ///
    /// # Errors
    ///
    /// What is wrong with the file.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut reader = Reader::new(bytes, NAME, VERSION)?;
        let count = reader.count(8)?;
        let tags: Vec<String> = (0..count).map(|_| reader.text()).collect::<Result<_, _>>()?;
        let names = reader.numbers()?;
        let (emissions, moves) = (reader.fractions()?, reader.fractions()?);
        reader.done()?;
        let sizes = (names.len() * count, (count + 1) * count);
        if count < 2 || (emissions.len(), moves.len()) != sizes {
            return Err(ModelError::Damaged);
        }
        let features = names.into_iter().zip(0..).collect();
        Ok(Self { tags, features, chain: Chain { tags: count, emissions, moves } })
    }
}
