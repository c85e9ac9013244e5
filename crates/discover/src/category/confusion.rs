//! How texts that a model had not seen were classified.

/// How many texts of each label got which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Confusion {
    labels: Vec<String>,
    /// Row by row: true label, then given label.
    counts: Vec<u32>,
}

impl Confusion {
    /// Counts texts by true and given label, both as numbers of labels.
    #[must_use]
    pub fn new(labels: Vec<String>, texts: impl IntoIterator<Item = (usize, usize)>) -> Self {
        let mut counts = vec![0; labels.len() * labels.len()];
        for (truth, given) in texts {
            counts[truth * labels.len() + given] += 1;
        }
        Self { labels, counts }
    }

    /// From counts as they are stored; `None` where their number does not fit.
    pub(super) fn stored(labels: &[String], counts: &[u64]) -> Option<Self> {
        let counts: Vec<u32> =
            counts.iter().map(|count| u32::try_from(*count).ok()).collect::<Option<_>>()?;
        (counts.len() == labels.len() * labels.len()).then(|| Self { labels: labels.to_vec(), counts })
    }

    /// The counts, row by row.
    pub(super) fn counts(&self) -> Vec<u64> {
        self.counts.iter().map(|count| u64::from(*count)).collect()
    }

    /// The labels, in order.
    #[must_use]
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    /// How many texts of the first label got the second.
    #[must_use]
    pub fn count(&self, truth: usize, given: usize) -> u32 {
        self.counts[truth * self.labels.len() + given]
    }

    /// How many texts of a label there were.
    #[must_use]
    pub fn texts(&self, label: usize) -> u32 {
        (0..self.labels.len()).map(|given| self.count(label, given)).sum()
    }

    /// How many texts got a label.
    #[must_use]
    pub fn given(&self, label: usize) -> u32 {
        (0..self.labels.len()).map(|truth| self.count(truth, label)).sum()
    }

    /// The share of those that got a label that are of it; `None` where none got it.
    #[must_use]
    pub fn precision(&self, label: usize) -> Option<f64> {
        share(self.count(label, label), self.given(label))
    }

    /// The share of a label's texts that got it; `None` where there are none.
    #[must_use]
    pub fn recall(&self, label: usize) -> Option<f64> {
        share(self.count(label, label), self.texts(label))
    }

    /// The share of all texts that are right; `None` of none.
    #[must_use]
    pub fn accuracy(&self) -> Option<f64> {
        let right = (0..self.labels.len()).map(|label| self.count(label, label)).sum();
        share(right, self.counts.iter().sum())
    }

    /// The mean of the labels' F1, over labels with texts; 0 of none.
    #[must_use]
    pub fn macro_f1(&self) -> f64 {
        let there: Vec<usize> = (0..self.labels.len()).filter(|label| self.texts(*label) > 0).collect();
        let f1 = |label: &usize| {
            f64::from(2 * self.count(*label, *label)) / f64::from(self.texts(*label) + self.given(*label))
        };
        there.iter().map(f1).sum::<f64>() / there.len().max(1) as f64
    }

    /// What the texts of a label are taken for most often, besides what they are; of equal ones the first.
    #[must_use]
    pub fn taken_for(&self, label: usize) -> Option<(usize, u32)> {
        let others = (0..self.labels.len()).filter(|given| *given != label);
        let counts = others.map(|given| (given, self.count(label, given))).filter(|(_, count)| *count > 0);
        counts.max_by_key(|(given, count)| (*count, std::cmp::Reverse(*given)))
    }

    /// The same over wider labels, for instance classes in place of their matters.
    #[must_use]
    pub fn widened(&self, wider: impl Fn(&str) -> String) -> Self {
        let names: Vec<String> = self.labels.iter().map(|label| wider(label)).collect();
        let mut labels = names.clone();
        labels.sort();
        labels.dedup();
        let at = |label: usize| labels.partition_point(|one| *one < names[label]);
        let mut counts = vec![0; labels.len() * labels.len()];
        for (cell, count) in self.counts.iter().enumerate() {
            counts[at(cell / names.len()) * labels.len() + at(cell % names.len())] += count;
        }
        Self { labels, counts }
    }
}

fn share(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        let labels = ["0101", "0102", "0501"].map(ToOwned::to_owned).to_vec();
        let table = Confusion::new(labels.clone(), [(0, 0), (0, 1), (0, 1), (1, 1), (2, 2), (2, 0)]);
        assert_eq!((table.texts(0), table.given(0), table.taken_for(0)), (3, 2, Some((1, 2))));
        assert_eq!((table.precision(1), table.recall(1)), (Some(1.0 / 3.0), Some(1.0)));
        assert_eq!(table.accuracy(), Some(0.5));
        // 2·1/(3+2), 2·1/(1+3), 2·1/(2+1).
        assert!((table.macro_f1() - (0.4 + 0.5 + 2.0 / 3.0) / 3.0).abs() < 1e-12);
        let classes = table.widened(|code| code[..2].to_owned());
        assert_eq!(
            (classes.labels(), classes.count(0, 0), classes.recall(1)),
            (&["01", "05"].map(ToOwned::to_owned)[..], 4, Some(0.5))
        );
        assert_eq!(Confusion::stored(&labels, &table.counts()), Some(table));
        assert_eq!(Confusion::stored(&labels, &[1]), None);
    }
}
