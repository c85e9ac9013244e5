//! How good a classification is.

use std::collections::BTreeMap;

/// The quality of a classification.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Score {
    /// The mean of the labels' F1.
    pub macro_f1: f64,
    /// The share that is right.
    pub accuracy: f64,
    /// Precision, recall and F1 of each label.
    pub per_label: BTreeMap<String, [f64; 3]>,
    /// How many texts of the first label got the second.
    pub confusion: BTreeMap<(String, String), usize>,
}

/// Compares true labels with given ones. Labels that were only given, never true, count for the precision of nothing
/// and are not in the mean.
#[must_use]
pub fn score(pairs: &[(&str, &str)]) -> Score {
    let mut out = Score::default();
    for (truth, given) in pairs {
        *out.confusion.entry(((*truth).to_owned(), (*given).to_owned())).or_default() += 1;
    }
    let count = |keep: &dyn Fn(&str, &str) -> bool| pairs.iter().filter(|(a, b)| keep(a, b)).count() as f64;
    let ratio = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.0 };
    let mut labels: Vec<&str> = pairs.iter().map(|(truth, _)| *truth).collect();
    labels.sort_unstable();
    labels.dedup();
    for label in &labels {
        let hit = count(&|a, b| a == *label && b == *label);
        let precision = ratio(hit, count(&|_, b| b == *label));
        let recall = ratio(hit, count(&|a, _| a == *label));
        let f1 = ratio(2.0 * precision * recall, precision + recall);
        out.per_label.insert((*label).to_owned(), [precision, recall, f1]);
    }
    out.macro_f1 = ratio(out.per_label.values().map(|one| one[2]).sum(), labels.len() as f64);
    out.accuracy = ratio(count(&|a, b| a == b), pairs.len() as f64);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        let score = score(&[("a", "a"), ("a", "b"), ("b", "b"), ("b", "b"), ("c", "a")]);
        assert!((score.accuracy - 0.6).abs() < 1e-12);
        // a: 1/2 and 1/2; b: 2/3 and 1; c: nothing.
        assert!(
            (score.per_label["a"][2] - 0.5).abs() < 1e-12 && (score.per_label["b"][2] - 0.8).abs() < 1e-12
        );
        assert!((score.macro_f1 - 1.3 / 3.0).abs() < 1e-12);
        assert_eq!(score.confusion[&("c".to_owned(), "a".to_owned())], 1);
    }
}
