//! The plainest grouping there is, for comparison: single link over the cosine of weighted character pairs.

use guanjia_discover::bigrams;
use std::collections::HashMap;

/// A text as numbers of its pairs with weights, ascending; the squares add up to 1.
type Vector = Vec<(u32, f32)>;

/// Pairs of texts with their cosine, where it is at least `least`.
pub fn alike(texts: &[String], least: f32) -> Vec<(f32, usize, usize)> {
    let vectors = vectors(texts);
    let mut lists: HashMap<u32, Vec<(usize, f32)>> = HashMap::new();
    let mut found = Vec::new();
    let mut sums = vec![0.0_f32; texts.len()];
    for (one, vector) in vectors.iter().enumerate() {
        for (pair, weight) in vector {
            let list = lists.entry(*pair).or_default();
            list.iter().for_each(|(other, own)| sums[*other] += weight * own);
            list.push((one, *weight));
        }
        for (other, sum) in sums[..one].iter_mut().enumerate() {
            let cosine = std::mem::take(sum);
            if cosine >= least {
                found.push((cosine, other, one));
            }
        }
    }
    found
}

fn vectors(texts: &[String]) -> Vec<Vector> {
    let mut numbers: HashMap<[char; 2], u32> = HashMap::new();
    let mut spread: Vec<f32> = Vec::new();
    let counted: Vec<HashMap<u32, f32>> = texts
        .iter()
        .map(|text| {
            let mut counts: HashMap<u32, f32> = HashMap::new();
            for pair in bigrams(text) {
                let next = numbers.len() as u32;
                *counts.entry(*numbers.entry(pair).or_insert(next)).or_default() += 1.0;
            }
            spread.resize(numbers.len(), 0.0);
            counts.keys().for_each(|pair| spread[*pair as usize] += 1.0);
            counts
        })
        .collect();
    let all = texts.len() as f32;
    let weigh = |(pair, count): (u32, f32)| (pair, (1.0 + count.ln()) * (all / spread[pair as usize]).ln());
    let unit = |counts: HashMap<u32, f32>| {
        let mut vector: Vector = counts.into_iter().map(weigh).collect();
        vector.sort_unstable_by_key(|(pair, _)| *pair);
        let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        vector.iter_mut().for_each(|(_, weight)| *weight /= length.max(f32::MIN_POSITIVE));
        vector
    };
    counted.into_iter().map(unit).collect()
}

/// Groups along pairs: whoever is linked is together, as DBSCAN does it with two points to a core.
pub fn linked(texts: usize, pairs: impl Iterator<Item = (usize, usize)>) -> Vec<Vec<usize>> {
    let mut of: Vec<usize> = (0..texts).collect();
    let mut groups: Vec<Vec<usize>> = (0..texts).map(|one| vec![one]).collect();
    for (a, b) in pairs {
        let (into, from) = (of[a].min(of[b]), of[a].max(of[b]));
        if into != from {
            let moved = std::mem::take(&mut groups[from]);
            moved.iter().for_each(|one| of[*one] = into);
            groups[into].extend(moved);
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_are_linked_and_others_not() {
        let texts = ["楼道灯不亮", "电梯停运", "楼道灯不亮了", "道闸坏了"].map(ToOwned::to_owned);
        let pairs = alike(&texts, 0.5);
        assert_eq!(pairs.iter().map(|(_, a, b)| (*a, *b)).collect::<Vec<_>>(), [(0, 2)]);
        assert_eq!(linked(4, [(0, 2)].into_iter()), [vec![0, 2], vec![1], vec![3]]);
    }
}
