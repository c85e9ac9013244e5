//! All connected subsets of a small graph up to a load.
//!
//! Each subset is found once, from its lowest vertex, by growing over neighbours that were not refused before
//! (Wernicke 2006, "ESU", with a bound on the load).

/// A small graph: at most 64 vertices with a load each.
#[derive(Clone, Debug)]
pub struct SmallGraph {
    /// Neighbours of each vertex, a bit each.
    pub near: Vec<u64>,
    /// Load of each vertex.
    pub load: Vec<i64>,
}

/// A subset, a bit for each vertex, with its load.
pub type Subset = (u64, i64);

impl SmallGraph {
    /// The connected subsets with a load of `0..=max` that `keep` wants; `None` where they are more than `most`, or
    /// where looking at them takes more than fifty times as many steps.
    pub fn connected(&self, max: i64, most: usize, keep: impl Fn(Subset) -> bool) -> Option<Vec<Subset>> {
        let mut search =
            Search { graph: self, max, most, steps: most.saturating_mul(50), found: Vec::new(), keep };
        for root in 0..self.near.len() {
            let below = (1_u64 << root) - 1;
            let load = self.load[root];
            if load <= max {
                let frontier = self.near[root] & !below & !(1 << root);
                search.grow(1 << root, load, frontier, below | 1 << root)?;
            }
        }
        Some(search.found)
    }

    /// Whether a subset hangs together.
    pub fn is_whole(&self, set: u64) -> bool {
        let mut seen = set & set.wrapping_neg();
        loop {
            let mut next = seen;
            let mut rest = seen;
            while rest != 0 {
                next |= self.near[rest.trailing_zeros() as usize] & set;
                rest &= rest - 1;
            }
            if next == seen {
                return seen == set;
            }
            seen = next;
        }
    }
}

struct Search<'a, F> {
    graph: &'a SmallGraph,
    max: i64,
    most: usize,
    steps: usize,
    found: Vec<Subset>,
    keep: F,
}

impl<F: Fn(Subset) -> bool> Search<'_, F> {
    /// Reports the set and grows it; `refused` are vertices that must not come in any more.
    fn grow(&mut self, set: u64, load: i64, mut frontier: u64, mut refused: u64) -> Option<()> {
        self.steps = self.steps.checked_sub(1)?;
        if (self.keep)((set, load)) {
            if self.found.len() >= self.most {
                return None;
            }
            self.found.push((set, load));
        }
        while frontier != 0 {
            let next = frontier.trailing_zeros() as usize;
            frontier &= frontier - 1;
            refused |= 1 << next;
            let load = load + self.graph.load[next];
            if load <= self.max {
                self.grow(
                    set | 1 << next,
                    load,
                    frontier | self.graph.near[next] & !refused & !set,
                    refused,
                )?;
            }
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::chance::Chance;
    use super::*;

    #[test]
    fn every_connected_subset_is_found_once() {
        for seed in 0..40 {
            let mut chance = Chance::new(seed);
            let count = 1 + chance.below(8);
            let mut graph = SmallGraph { near: vec![0; count], load: vec![0; count] };
            for a in 0..count {
                graph.load[a] = chance.below(50) as i64;
                for b in 0..a {
                    if chance.below(3) == 0 {
                        graph.near[a] |= 1 << b;
                        graph.near[b] |= 1 << a;
                    }
                }
            }
            let mut found: Vec<_> =
                graph.connected(100, 1000, |_| true).unwrap().iter().map(|it| it.0).collect();
            found.sort_unstable();
            let load =
                |set: u64| (0..count).filter(|it| set >> it & 1 == 1).map(|it| graph.load[it]).sum::<i64>();
            let expected: Vec<u64> =
                (1..1_u64 << count).filter(|&set| graph.is_whole(set) && load(set) <= 100).collect();
            assert_eq!(found, expected, "seed {seed}");
        }
    }

    #[test]
    fn too_many_are_said_to_be_too_many() {
        let near = (0..20).map(|it| ((1_u64 << 20) - 1) & !(1 << it)).collect();
        let graph = SmallGraph { near, load: vec![1; 20] };
        assert!(graph.connected(20, 1000, |_| true).is_none());
    }
}
