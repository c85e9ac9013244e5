//! The best loads of a block of estates among equal officers with at most two estates each.
//!
//! Sort the workloads and fold: the singles are the largest, and of the rest the largest goes with the smallest. The
//! fold makes the largest load and the sum of squared loads small at the same time: exchanging two partners of a
//! matching in which they do not run against each other never makes either larger (the rearrangement inequality of
//! Hardy, Littlewood and Pólya, *Inequalities*, 1934, ch. X).

/// What a fold comes to, in ticks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fold {
    /// The largest load.
    pub largest: i64,
    /// The sum of squared loads.
    pub squares: i64,
}

/// How many officers get two estates when `estates` go to `posts`.
pub const fn doubles(estates: usize, posts: usize) -> usize {
    estates.saturating_sub(posts)
}

/// Folds workloads that are sorted, smallest first; at most two for each post.
pub fn fold(sorted: &[i64], posts: usize) -> Fold {
    let paired = 2 * doubles(sorted.len(), posts);
    let mut folded = Fold::default();
    for place in 0..paired / 2 {
        let load = sorted[place] + sorted[paired - 1 - place];
        folded.largest = folded.largest.max(load);
        folded.squares += load * load;
    }
    for load in &sorted[paired..] {
        folded.largest = folded.largest.max(*load);
        folded.squares += load * load;
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The best of all ways to give the estates to the posts, by trying each.
    fn brute(work: &[i64], loads: &mut Vec<(i64, usize)>, best: &mut Fold) {
        let Some((first, rest)) = work.split_first() else {
            best.largest = best.largest.min(loads.iter().map(|load| load.0).max().unwrap_or(0));
            best.squares = best.squares.min(loads.iter().map(|load| load.0 * load.0).sum());
            return;
        };
        for post in 0..loads.len() {
            if loads[post].1 < 2 {
                loads[post] = (loads[post].0 + first, loads[post].1 + 1);
                brute(rest, loads, best);
                loads[post] = (loads[post].0 - first, loads[post].1 - 1);
            }
        }
    }

    proptest! {
        #[test]
        fn nothing_is_better_than_the_fold(mut work in prop::collection::vec(0_i64..30, 1..8), more in 0_usize..3) {
            work.sort_unstable();
            let posts = work.len().div_ceil(2) + more;
            let mut best = Fold { largest: i64::MAX, squares: i64::MAX };
            brute(&work, &mut vec![(0, 0); posts], &mut best);
            prop_assert_eq!(fold(&work, posts), best);
        }
    }
}
