//! Which estates the tiers down to one can hold together: cuts of the ranking, with ties and, where tiers are only
//! preferred, with a budget of pairs against the order.

use super::model::Model;

/// The estates that the posts up to the end of a tier hold, as a set of ranks, and the pairs against the order that
/// this tier brings.
pub type Target = (u64, i64);

/// More targets than this for one tier are not listed.
const MOST: usize = 20_000;

/// Lists the targets of tier `tier` when the tiers above hold `used`. `None` when there are too many to list.
pub fn targets(model: &Model, tier: usize, used: u64, budget: i64) -> Option<Vec<Target>> {
    let all = full(model.count());
    let posts = &model.tiers[tier];
    let later = posts.end..model.posts.len();
    if later.is_empty() {
        return Some(vec![(all, 0)]);
    }
    let sum = |range: std::ops::Range<usize>, of: fn(&super::model::Post) -> usize| -> usize {
        model.posts[range].iter().map(of).sum()
    };
    let free = model.count() - used.count_ones() as usize;
    let most =
        sum(posts.clone(), |post| post.max).min(free.saturating_sub(sum(later.clone(), |post| post.min)));
    let least = sum(posts.clone(), |post| post.min).max(free.saturating_sub(sum(later, |post| post.max)));
    let mut walk = Walk { model, budget, least, most, used, must: 0, never: 0, found: Vec::new() };
    for (rank, pin) in model.pinned.iter().enumerate() {
        match pin {
            Some(post) if posts.contains(post) => walk.must |= 1 << rank,
            Some(_) => walk.never |= 1 << rank,
            None => {}
        }
    }
    if walk.must & used == 0 && least <= most {
        walk.from(0, (used, 0), 0, &mut Vec::new());
    }
    (walk.found.len() < MOST).then_some(walk.found)
}

/// The set of the first `count` ranks.
pub const fn full(count: usize) -> u64 {
    if count >= 64 { u64::MAX } else { (1 << count) - 1 }
}

struct Walk<'a> {
    model: &'a Model,
    budget: i64,
    least: usize,
    most: usize,
    /// What the tiers above hold.
    used: u64,
    /// What is pinned to this tier.
    must: u64,
    /// What is pinned to another one.
    never: u64,
    found: Vec<Target>,
}

impl Walk<'_> {
    /// Goes on at `rank` with what the tier has so far; `left` are the ranks that were left to later tiers.
    fn from(&mut self, rank: usize, (set, against): Target, size: usize, left: &mut Vec<usize>) {
        let rest = self.model.count() - rank;
        if self.found.len() >= MOST || size + rest < self.least {
            return;
        }
        if rest == 0 || size == self.most {
            return self.keep((set, against), size);
        }
        let bit = 1_u64 << rank;
        if self.used & bit != 0 {
            return self.from(rank + 1, (set, against), size, left);
        }
        // Ranks fall in difficulty, so those that are harder by more than a tie were left first.
        let more = left.partition_point(|one| self.model.harder(*one, rank)) as i64;
        if against + more > self.budget {
            // Later ranks are no harder: nothing more can join.
            return self.keep((set, against), size);
        }
        if self.never & bit == 0 {
            self.from(rank + 1, (set | bit, against + more), size + 1, left);
        }
        if self.must & bit == 0 {
            left.push(rank);
            self.from(rank + 1, (set, against), size, left);
            left.pop();
        }
    }

    fn keep(&mut self, target: Target, size: usize) {
        if self.must & !target.0 == 0 && size >= self.least {
            self.found.push(target);
        }
    }
}
