//! Texts as weighted character pairs.

use crate::bigrams;
use rustc_hash::FxHashMap;

/// Numbers for pairs, and how many texts hold each.
#[derive(Debug, Default)]
pub struct Vocabulary {
    numbers: FxHashMap<[char; 2], u32>,
    /// In how many texts each pair stands.
    spread: Vec<u32>,
    texts: usize,
}

/// In a few texts of one estate the words of a real issue stand in half of them; they are telling all the same.
const UNSEEN: f32 = 1_000.0;

/// A text's pairs with weights, by number; the squares add up to 1.
pub type Vector = Vec<(u32, f32)>;

impl Vocabulary {
    /// The pairs of a text with how often they stand in it, sorted by number. A new pair gets the next number; the
    /// numbers depend on the order of the texts, what is computed with them does not.
    pub fn count(&mut self, text: &str) -> Vec<(u32, u16)> {
        let mut found: Vec<u32> = bigrams(text)
            .map(|pair| {
                let next = self.spread.len() as u32;
                let number = *self.numbers.entry(pair).or_insert(next);
                if number == next {
                    self.spread.push(0);
                }
                number
            })
            .collect();
        found.sort_unstable();
        let mut counts: Vec<(u32, u16)> = Vec::with_capacity(found.len());
        for number in found {
            match counts.last_mut() {
                Some((last, count)) if *last == number => *count = count.saturating_add(1),
                _ => counts.push((number, 1)),
            }
        }
        counts
    }

    /// Counts a text's pairs as spread over one more text.
    pub fn spread(&mut self, counts: &[(u32, u16)]) {
        self.texts += 1;
        for (number, _) in counts {
            self.spread[*number as usize] += 1;
        }
    }

    /// How telling a pair is: ln(1 + texts ÷ texts that hold it), as if [`UNSEEN`] texts without it had been seen too.
    pub fn weight(&self, number: u32) -> f32 {
        (1.0 + (self.texts as f32 + UNSEEN) / self.spread[number as usize].max(1) as f32).ln()
    }

    /// The weighted pairs of a text.
    pub fn vector(&self, counts: &[(u32, u16)]) -> Vector {
        let mut vector: Vector = counts
            .iter()
            .map(|(number, count)| (*number, (1.0 + f32::from(*count).ln()) * self.weight(*number)))
            .collect();
        let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        if length > 0.0 {
            for (_, weight) in &mut vector {
                *weight /= length;
            }
        }
        vector
    }

    /// The number of a pair that some text holds.
    pub fn number(&self, pair: [char; 2]) -> Option<u32> {
        self.numbers.get(&pair).copied()
    }

    /// How many texts hold a pair.
    pub fn texts_with(&self, number: u32) -> u32 {
        self.spread[number as usize]
    }

    /// How many different pairs there are.
    pub fn len(&self) -> usize {
        self.spread.len()
    }
}

/// The cosine of two vectors.
pub fn cosine(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += a[i].1 * b[j].1;
                i += 1;
                j += 1;
            }
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_is_one_and_another_nought() {
        let mut words = Vocabulary::default();
        let counts = ["楼道灯不亮", "电梯停运", "楼道灯不亮"].map(|text| words.count(text));
        counts.iter().for_each(|one| words.spread(one));
        let vectors = counts.map(|one| words.vector(&one));
        assert!((cosine(&vectors[0], &vectors[2]) - 1.0).abs() < 1e-6);
        assert!(cosine(&vectors[0], &vectors[1]).abs() < 1e-9);
    }
}
