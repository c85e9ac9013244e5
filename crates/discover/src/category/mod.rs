//! Which matter a text is about: a linear model over character n-grams with calibrated probabilities.
//!
//! Features are pieces of one to four characters (the longer ones are most of the language's words), weighted by
//! frequency and rarity. Each class has a support vector machine against all others; what they say is turned into
//! probabilities on texts that they were not trained on.

mod calibration;
mod confusion;
mod grams;
mod machine;
mod matters;
mod scores;

#[cfg(test)]
mod tests;

pub use confusion::Confusion;
pub use scores::{Score, score};

use crate::codec::{ModelError, Reader, Writer};
use calibration::Calibration;
use grams::{Grams, Sparse};
use machine::Machines;

const NAME: [u8; 8] = *b"gj-categ";
/// Since version 2 a model says how texts were classified that it had not seen.
const VERSION: u32 = 2;
/// Folds for the calibration.
const FOLDS: usize = 4;
/// From this probability on the answer is given without asking.
const SURE: f64 = 0.6;

/// Why a model cannot be trained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrainError {
    /// Fewer than two classes: the one there is, if any.
    OneClass(Option<String>),
    /// No text has anything to learn from.
    NoText,
}

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer<'a> {
    /// Classes with their probabilities, the likeliest first; three at most.
    pub likeliest: Vec<(&'a str, f64)>,
    /// Whether the first is likely enough; if not, all are offered.
    pub sure: bool,
}

/// A trained model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Category {
    labels: Vec<String>,
    grams: Grams,
    machines: Machines,
    calibration: Calibration,
    held_out: Option<Confusion>,
}

impl Category {
    /// Trains on texts with labels. The same texts in the same order give the same model. `step` is called with the
    /// part done, from 0 to 1.
    ///
    /// # Errors
    ///
    /// Fewer than two labels, or no text with a letter.
    pub fn train(texts: &[(&str, &str)], mut step: impl FnMut(f64)) -> Result<Self, TrainError> {
        let mut labels: Vec<String> = texts.iter().map(|(_, label)| (*label).to_owned()).collect();
        labels.sort();
        labels.dedup();
        if labels.len() < 2 {
            return Err(TrainError::OneClass(labels.pop()));
        }
        let classes: Vec<usize> =
            texts.iter().map(|(_, label)| labels.partition_point(|one| one.as_str() < *label)).collect();
        let grams = Grams::learn(texts.iter().map(|(text, _)| *text));
        if grams.is_empty() {
            return Err(TrainError::NoText);
        }
        let vectors: Vec<Sparse> = texts.iter().map(|(text, _)| grams.vector(text)).collect();
        step(0.1);
        let mut held: Vec<(Vec<f32>, usize)> = Vec::with_capacity(texts.len());
        for fold in 0..FOLDS {
            let inside: Vec<usize> = (0..texts.len()).filter(|one| one % FOLDS != fold).collect();
            let machines = Machines::train(&vectors, &classes, &inside, labels.len(), grams.len());
            let outside = (0..texts.len()).filter(|one| one % FOLDS == fold);
            held.extend(outside.map(|one| (machines.values(&vectors[one]), classes[one])));
            step(0.1 + 0.7 * (fold + 1) as f64 / FOLDS as f64);
        }
        let calibration = Calibration::fit(&held, labels.len());
        let given = |values: &[f32]| likeliest(&calibration.probabilities(values));
        let held_out =
            Confusion::new(labels.clone(), held.iter().map(|(values, class)| (*class, given(values))));
        let all: Vec<usize> = (0..texts.len()).collect();
        let machines = Machines::train(&vectors, &classes, &all, labels.len(), grams.len());
        step(1.0);
        Ok(Self { labels, grams, machines, calibration, held_out: Some(held_out) })
    }

    /// How the texts that it was trained on were classified while they were held out, a quarter at a time; `None` of a
    /// model that an older program wrote, and of the product's own, where [`Category::measured_on_matters`] tells.
    #[must_use]
    pub const fn held_out(&self) -> Option<&Confusion> {
        self.held_out.as_ref()
    }

    /// The labels, in order.
    #[must_use]
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    /// The probability of each label, in their order.
    #[must_use]
    pub fn probabilities(&self, text: &str) -> Vec<f64> {
        self.calibration.probabilities(&self.machines.values(&self.grams.vector(text)))
    }

    /// The likeliest labels.
    #[must_use]
    pub fn answer(&self, text: &str) -> Answer<'_> {
        let mut likeliest: Vec<(&str, f64)> =
            self.labels.iter().map(String::as_str).zip(self.probabilities(text)).collect();
        likeliest.sort_by(|a, b| b.1.total_cmp(&a.1));
        likeliest.truncate(3);
        // Where nothing of a text is known, the answer is only what is most frequent.
        let known = !self.grams.vector(text).is_empty();
        let sure = known && likeliest.first().is_some_and(|(_, probability)| *probability >= SURE);
        Answer { likeliest, sure }
    }

    /// The model as a file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::new(NAME, VERSION);
        writer.number(self.labels.len() as u64);
        self.labels.iter().for_each(|label| writer.text(label));
        self.grams.write(&mut writer);
        writer.fractions(&self.machines.weights);
        writer.fractions(&self.calibration.factors());
        writer.numbers(&self.held_out.as_ref().map(Confusion::counts).unwrap_or_default());
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
        let labels: Vec<String> = (0..count).map(|_| reader.text()).collect::<Result<_, _>>()?;
        let grams = Grams::read(&mut reader)?;
        let weights = reader.fractions()?;
        let calibration = Calibration::of(&reader.fractions()?, labels.len()).ok_or(ModelError::Damaged)?;
        let counts = if reader.version() > 1 { reader.numbers()? } else { Vec::new() };
        reader.done()?;
        if labels.len() < 2 || weights.len() != (grams.len() + 1) * labels.len() {
            return Err(ModelError::Damaged);
        }
        let machines = Machines { weights, classes: labels.len() };
        let held_out = if counts.is_empty() {
            None
        } else {
            Some(Confusion::stored(&labels, &counts).ok_or(ModelError::Damaged)?)
        };
        Ok(Self { labels, grams, machines, calibration, held_out })
    }
}

/// The class with the highest probability; of equal ones the first.
fn likeliest(probabilities: &[f64]) -> usize {
    (1..probabilities.len())
        .fold(0, |best, one| if probabilities[one] > probabilities[best] { one } else { best })
}
