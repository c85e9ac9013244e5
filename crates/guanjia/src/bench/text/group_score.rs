//! How good groups are: pairs, B³ over what is not alone, events of three and more.

use super::gold::Gold;

/// Precision, recall and F1, three times.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct GroupScore {
    /// Over pairs of messages.
    pub pairs: [f64; 3],
    /// B³ over messages that are not alone, themselves not counted.
    pub b3: [f64; 3],
    /// Over events of at least three messages: found when half of it and a group are the same.
    pub events: [f64; 3],
}

/// Scores groups; every message stands in exactly one, alone where nothing is like it.
pub fn score(gold: &Gold, groups: &[Vec<usize>]) -> GroupScore {
    let mut of = vec![0; gold.len()];
    for (at, group) in groups.iter().enumerate() {
        group.iter().for_each(|one| of[*one] = at);
    }
    let group_of = |one: usize| groups[of[one]].as_slice();
    GroupScore { pairs: pairs(gold, groups), b3: b3(gold, group_of), events: events(gold, groups, group_of) }
}

fn figures(precision: f64, recall: f64) -> [f64; 3] {
    [precision, recall, 2.0 * precision * recall / (precision + recall).max(1e-9)]
}

fn pairs(gold: &Gold, groups: &[Vec<usize>]) -> [f64; 3] {
    let (mut given, mut right) = (0_usize, 0_usize);
    for group in groups {
        for (place, a) in group.iter().enumerate() {
            for b in group[place + 1..].iter().filter(|b| !gold.undecided(*a, **b)) {
                given += 1;
                right += usize::from(gold.same(*a, *b));
            }
        }
    }
    let wanted: usize = gold.events().iter().map(|event| event.len() * (event.len() - 1) / 2).sum();
    figures(right as f64 / given.max(1) as f64, right as f64 / wanted.max(1) as f64)
}

fn b3<'a>(gold: &Gold, group_of: impl Fn(usize) -> &'a [usize]) -> [f64; 3] {
    let (mut precision, mut recall) = (Mean::default(), Mean::default());
    for one in 0..gold.len() {
        let others = || group_of(one).iter().filter(|other| **other != one);
        let right = others().filter(|other| gold.same(one, **other)).count() as f64;
        let scored = others().filter(|other| !gold.undecided(one, **other)).count();
        if scored > 0 {
            precision.add(right / scored as f64);
        }
        if let Some(event) = gold.event(one).map(|event| gold.events()[event].len()).filter(|size| *size > 1)
        {
            recall.add(right / (event - 1) as f64);
        }
    }
    figures(precision.value(), recall.value())
}

/// From this overlap on a group is an event.
const HALF: f64 = 0.5;

fn events<'a>(gold: &Gold, groups: &[Vec<usize>], group_of: impl Fn(usize) -> &'a [usize]) -> [f64; 3] {
    let (mut precision, mut recall) = (Mean::default(), Mean::default());
    for (event, members) in gold.events().iter().enumerate().filter(|(_, members)| members.len() >= 3) {
        let found = members.iter().any(|one| gold.overlap(event, group_of(*one)) >= HALF);
        recall.add(f64::from(u8::from(found)));
    }
    for group in groups.iter().filter(|group| group.len() >= 3) {
        let right =
            group.iter().filter_map(|one| gold.event(*one)).any(|event| gold.overlap(event, group) >= HALF);
        if right || gold.doubt(group) < HALF {
            precision.add(f64::from(u8::from(right)));
        }
    }
    figures(precision.value(), recall.value())
}

/// A mean; 0 of nothing.
#[derive(Default)]
struct Mean(f64, usize);

impl Mean {
    fn add(&mut self, value: f64) {
        self.0 += value;
        self.1 += 1;
    }

    fn value(&self) -> f64 {
        self.0 / self.1.max(1) as f64
    }
}

#[cfg(test)]
mod tests;
