//! From pairs to issues: day by day, the surest pairs first.

use super::pair::NEVER;
use rustc_hash::FxHashMap;

/// How members of two issues are weighed against each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linkage {
    /// How much the best pair counts against the mean of all pairs: 1 is single link, which chains; 0 is average link,
    /// which splits large issues.
    pub best: f32,
    /// Issues are joined from this score on.
    pub join: f32,
    /// No pair counts as less: one text that says little does not outweigh the others.
    pub floor: f32,
    /// So many members of an issue are compared.
    pub compared: usize,
}

impl Default for Linkage {
    fn default() -> Self {
        Self { best: 0.6, join: -0.7, floor: -5.0, compared: 8 }
    }
}

/// A pair that may belong together.
#[derive(Clone, Copy, Debug)]
pub struct Edge {
    /// The later request.
    pub from: u32,
    /// The earlier one.
    pub to: u32,
    /// Its score.
    pub score: f32,
}

/// Requests in issues.
#[derive(Debug)]
pub struct Groups {
    of: Vec<u32>,
    members: Vec<Vec<u32>>,
    linkage: Linkage,
}

impl Groups {
    /// Every request alone.
    pub fn new(requests: usize, linkage: Linkage) -> Self {
        let all = 0..requests as u32;
        Self { of: all.clone().collect(), members: all.map(|one| vec![one]).collect(), linkage }
    }

    /// The issue of a request.
    pub fn of(&self, request: u32) -> u32 {
        self.of[request as usize]
    }

    /// The members of an issue, ascending.
    pub fn members(&self, issue: u32) -> &[u32] {
        &self.members[issue as usize]
    }

    /// Issues with their members; those that were joined into others are empty.
    pub fn all(&self) -> impl Iterator<Item = &[u32]> {
        self.members.iter().map(Vec::as_slice)
    }

    /// No pair below this can join anything.
    pub fn least(&self) -> f32 {
        self.linkage.join
    }

    /// Joins along the edges, surest first. `score` compares any two requests, `may` has the last word on two issues.
    pub fn join(
        &mut self,
        edges: &mut [Edge],
        score: impl Fn(u32, u32) -> f32,
        may: impl Fn(&[u32], &[u32]) -> bool,
    ) {
        edges.sort_by(|a, b| b.score.total_cmp(&a.score).then((a.from, a.to).cmp(&(b.from, b.to))));
        // Two issues that did not join, with their sizes then: later edges are weaker and need not be weighed.
        let mut refused: FxHashMap<(u32, u32), (usize, usize)> = FxHashMap::default();
        for edge in edges {
            let (a, b) = (self.of(edge.from), self.of(edge.to));
            let (pair, sizes) =
                ((a.min(b), a.max(b)), (self.members(a.min(b)).len(), self.members(a.max(b)).len()));
            if a == b || refused.get(&pair) == Some(&sizes) {
                continue;
            }
            if may(self.members(a), self.members(b))
                && self.link(a, b, edge.score, &score) >= self.linkage.join
            {
                self.unite(a, b);
            } else {
                refused.insert(pair, sizes);
            }
        }
    }

    /// The score of two issues; [`NEVER`] where a quarter of the pairs says never.
    fn link(&self, a: u32, b: u32, best: f32, score: impl Fn(u32, u32) -> f32) -> f32 {
        let (left, right) = (self.compared(a), self.compared(b));
        let (mut sum, mut count, mut never) = (0.0, 0, 0);
        for one in &left {
            for other in &right {
                let score = score(*one, *other);
                never += usize::from(score <= NEVER);
                sum += score.max(self.linkage.floor);
                count += 1;
            }
        }
        if never * 4 >= count {
            return NEVER;
        }
        self.linkage.best * best + (1.0 - self.linkage.best) * sum / count as f32
    }

    /// Members spread evenly over an issue.
    fn compared(&self, issue: u32) -> Vec<u32> {
        let members = self.members(issue);
        let most = self.linkage.compared;
        if members.len() <= most {
            return members.to_vec();
        }
        (0..most).map(|place| members[place * members.len() / most]).collect()
    }

    /// Puts two issues together.
    pub fn unite(&mut self, a: u32, b: u32) {
        if a == b {
            return;
        }
        let (into, from) = (a.min(b), a.max(b));
        let moved = std::mem::take(&mut self.members[from as usize]);
        for request in &moved {
            self.of[*request as usize] = into;
        }
        self.members[into as usize].extend(moved);
        self.members[into as usize].sort_unstable();
    }
}
