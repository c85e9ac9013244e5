//! Which texts are held out: one fifth, near-duplicates on one side, as `evaluate.py to-classify` draws them.

use super::twister::Twister;
use std::collections::{HashMap, HashSet};

/// The draw.
const SEED: u32 = 20_200_508;
/// Titles that share this part of their triples are near-duplicates.
const ALIKE: f64 = 0.6;
/// Triples of more titles than this say nothing.
const COMMON: usize = 200;

/// Whether each title is held out.
pub fn held_out(titles: &[String]) -> Vec<bool> {
    let sets: Vec<HashSet<String>> = titles.iter().map(|title| triples(title)).collect();
    let mut holders: HashMap<&str, Vec<usize>> = HashMap::new();
    for (one, set) in sets.iter().enumerate() {
        set.iter().for_each(|triple| holders.entry(triple).or_default().push(one));
    }
    let mut owner: Vec<usize> = (0..titles.len()).collect();
    for (one, set) in sets.iter().enumerate() {
        let mut near: HashMap<usize, usize> = HashMap::new();
        for list in set.iter().map(|triple| &holders[triple.as_str()]).filter(|list| list.len() <= COMMON) {
            list.iter().filter(|other| **other < one).for_each(|other| *near.entry(*other).or_default() += 1);
        }
        for (other, shared) in near {
            if shared as f64 / (set.len() + sets[other].len() - shared) as f64 >= ALIKE {
                let (a, b) = (root(&mut owner, one), root(&mut owner, other));
                owner[a.max(b)] = a.min(b);
            }
        }
    }
    let of: Vec<usize> = (0..titles.len()).map(|one| root(&mut owner, one)).collect();
    let mut sizes: HashMap<usize, usize> = HashMap::new();
    of.iter().for_each(|one| *sizes.entry(*one).or_default() += 1);
    let mut roots: Vec<usize> = sizes.keys().copied().collect();
    roots.sort_unstable();
    Twister::new(SEED).shuffle(&mut roots);
    let (mut held, mut wanted) = (HashSet::new(), titles.len() / 5);
    for root in roots {
        if wanted == 0 {
            break;
        }
        held.insert(root);
        wanted = wanted.saturating_sub(sizes[&root]);
    }
    of.iter().map(|root| held.contains(root)).collect()
}

fn triples(title: &str) -> HashSet<String> {
    let chars: Vec<char> = title.chars().collect();
    (0..chars.len().saturating_sub(2).max(1))
        .map(|at| chars[at..chars.len().min(at + 3)].iter().collect())
        .collect()
}

fn root(owner: &mut [usize], mut one: usize) -> usize {
    while owner[one] != one {
        owner[one] = owner[owner[one]];
        one = owner[one];
    }
    one
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_duplicates_stay_on_one_side() {
        // Twenty-five titles without a sign in common, each in four endings.
        let sign = |number: usize| char::from_u32(0x4E00 + number as u32).unwrap_or('?');
        let title = |place: usize| {
            let own = (0..10).map(|at| sign(place % 25 * 10 + at)).collect::<String>();
            format!("{own}{}", place / 25)
        };
        let titles: Vec<String> = (0..100).map(title).collect();
        let held = held_out(&titles);
        assert!((20..=24).contains(&held.iter().filter(|held| **held).count()));
        assert!((0..25).all(|one| held[one] == held[one + 25] && held[one] == held[one + 75]));
    }
}
