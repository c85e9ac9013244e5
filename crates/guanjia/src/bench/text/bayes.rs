//! Naive Bayes over character pairs, for comparison (Rennie, Shih, Teevan and Karger's complement form, ICML 2003).

use guanjia_discover::bigrams;
use std::collections::HashMap;

/// A trained comparison.
pub struct Bayes {
    labels: Vec<String>,
    /// By pair: how telling its presence is for each label.
    weights: HashMap<[char; 2], Vec<f64>>,
}

impl Bayes {
    /// Counts the pairs of texts with labels.
    pub fn train(texts: &[(&str, &str)]) -> Self {
        let mut labels: Vec<String> = texts.iter().map(|(_, label)| (*label).to_owned()).collect();
        labels.sort();
        labels.dedup();
        let mut counts: HashMap<[char; 2], Vec<f64>> = HashMap::new();
        let mut sums = vec![0.0; labels.len()];
        for (text, label) in texts {
            let class = labels.partition_point(|one| one.as_str() < *label);
            for pair in bigrams(text) {
                counts.entry(pair).or_insert_with(|| vec![0.0; labels.len()])[class] += 1.0;
                sums[class] += 1.0;
            }
        }
        let (all, kinds) = (sums.iter().sum::<f64>(), counts.len() as f64);
        for of_pair in counts.values_mut() {
            let total: f64 = of_pair.iter().sum();
            for (count, sum) in of_pair.iter_mut().zip(&sums) {
                // How rare the pair is in all other classes together.
                *count = -((total - *count + 1.0) / (all - sum + kinds)).ln();
            }
        }
        Self { labels, weights: counts }
    }

    /// The likeliest label.
    pub fn answer(&self, text: &str) -> &str {
        let mut sums = vec![0.0; self.labels.len()];
        for weights in bigrams(text).filter_map(|pair| self.weights.get(&pair)) {
            sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
        }
        let best = (1..sums.len()).fold(0, |best, one| if sums[one] > sums[best] { one } else { best });
        self.labels.get(best).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_class_speak_for_it() {
        let bayes = Bayes::train(&[("楼道灯不亮", "灯"), ("路灯坏了", "灯"), ("电梯停运", "电梯")]);
        assert_eq!(bayes.answer("三楼灯不亮"), "灯");
        assert_eq!(bayes.answer("电梯停了"), "电梯");
    }
}
