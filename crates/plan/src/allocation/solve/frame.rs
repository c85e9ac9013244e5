//! What the exact search knows beforehand, and what the rest of a half-made plan costs at least.

use super::fold::{doubles, fold};
use super::model::{FAR, Model, Ticks};
use super::targets::{Target, full, targets};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// With more targets than this the bound of the later tiers takes them as one block.
const MOST_CHAINED: usize = 64;

/// Sets, bounds and memory of a search.
pub struct Frame<'a> {
    /// The case.
    pub model: &'a Model,
    /// Pairs against the order that are allowed.
    pub budget: i64,
    /// For each post the ranks that it may hold.
    pub allowed: Vec<u64>,
    /// For each post the ranks pinned to it.
    pub pinned: Vec<u64>,
    /// For each post, and one past the last: its tier.
    pub tier_of: Vec<usize>,
    /// For each post whether it and all later ones of its tier are interchangeable.
    pub alike: Vec<bool>,
    /// For each post whether it and the later ones of its tier have the same capacity and at most two estates.
    folds: Vec<bool>,
    /// The least and most estates that the posts from this one to the end of its tier hold.
    room: Vec<(usize, usize)>,
    /// Ranks by workload, smallest first.
    by_work: Vec<usize>,
    /// Ranks by the way to their nearest neighbour, smallest first.
    by_near: Vec<(i64, usize)>,
    targets: HashMap<(usize, u64), Option<Rc<Vec<Target>>>>,
    later: HashMap<(usize, u64), Option<Ticks>>,
}

impl<'a> Frame<'a> {
    /// For a search; `personal` says whether the present officers tell posts apart.
    pub fn new(model: &'a Model, budget: i64, personal: bool) -> Self {
        let posts = model.posts.len();
        let ranks = 0..model.count();
        let set = |holds: &dyn Fn(usize) -> bool| {
            ranks.clone().filter(|rank| holds(*rank)).fold(0, |set, rank| set | 1 << rank)
        };
        let allowed: Vec<u64> = (0..posts).map(|post| set(&|rank| model.may(rank, post))).collect();
        let pinned: Vec<u64> = (0..posts).map(|post| set(&|rank| model.pinned[rank] == Some(post))).collect();
        let now: Vec<u64> =
            (0..posts).map(|post| set(&|rank| personal && model.current[rank] == Some(Some(post)))).collect();
        let mut frame = Self {
            model,
            budget,
            tier_of: Vec::new(),
            alike: vec![true; posts],
            folds: vec![true; posts],
            room: vec![(0, 0); posts],
            by_work: ranks.clone().collect(),
            by_near: near(model),
            targets: HashMap::new(),
            later: HashMap::new(),
            allowed,
            pinned,
        };
        frame.by_work.sort_by_key(|rank| model.work[*rank]);
        for (tier, range) in model.tiers.iter().enumerate() {
            frame.tier_of.extend(range.clone().map(|_| tier));
            for post in range.clone().rev() {
                let (one, next) = (&model.posts[post], post + 1);
                let after = if next < range.end { frame.room[next] } else { (0, 0) };
                frame.room[post] = (after.0 + one.min, after.1 + one.max);
                let plain = now[post] == 0 && frame.pinned[post] == 0;
                let other = (next < range.end).then(|| &model.posts[next]);
                let even = other.is_none_or(|other| other.capacity == one.capacity);
                let same = even && other.is_none_or(|other| (other.min, other.max) == (one.min, one.max));
                let same = same
                    && other.is_none_or(|_| frame.allowed[next] == frame.allowed[post] && now[next] == 0);
                frame.alike[post] = plain && same && other.is_none_or(|_| frame.alike[next]);
                frame.folds[post] = even && one.max <= 2 && other.is_none_or(|_| frame.folds[next]);
            }
        }
        frame.tier_of.push(model.tiers.len());
        frame
    }

    /// Whether `count` estates fit the posts from `post` to the end of tier `tier`.
    pub fn fits(&self, post: usize, tier: usize, count: usize) -> bool {
        let (least, most) = if post < self.model.tiers[tier].end { self.room[post] } else { (0, 0) };
        (least..=most).contains(&count)
    }

    /// The targets of a tier; `None` when they are too many.
    pub fn targets(&mut self, tier: usize, used: u64) -> Option<Rc<Vec<Target>>> {
        let (model, budget) = (self.model, self.budget);
        self.targets
            .entry((tier, used))
            .or_insert_with(|| targets(model, tier, used, budget).map(Rc::new))
            .clone()
    }

    /// What the rest costs at least when the posts before `post` hold `used` and the tier that `post` belongs to (or
    /// that ends before it) is to hold everything up to `target`. `None` when it cannot be done.
    pub fn rest(&mut self, post: usize, tier: usize, used: u64, target: u64) -> Option<Ticks> {
        let block = target & !used;
        if !self.fits(post, tier, block.count_ones() as usize) {
            return None;
        }
        let here = self.block(block, post..self.model.tiers[tier].end)?;
        Some(joined(&here, &self.later(tier, target)?))
    }

    /// What the tiers behind `tier` cost at least when everything up to it is `used`.
    fn later(&mut self, tier: usize, used: u64) -> Option<Ticks> {
        let next = tier + 1;
        if next == self.model.tiers.len() {
            return (used == full(self.model.count())).then_some([0; 5]);
        }
        if let Some(known) = self.later.get(&(tier, used)) {
            return *known;
        }
        let chained = if self.budget == 0 { self.targets(next, used) } else { None };
        let bound = match chained.filter(|list| list.len() <= MOST_CHAINED) {
            Some(list) => {
                let mut best: Option<Ticks> = None;
                for (target, _) in list.iter() {
                    let posts = self.model.tiers[next].clone();
                    if let Some(bound) = self.rest(posts.start, next, used, *target) {
                        best = Some(
                            best.map_or(bound, |best| std::array::from_fn(|at| best[at].min(bound[at]))),
                        );
                    }
                }
                best
            }
            None => self.block(
                full(self.model.count()) & !used,
                self.model.tiers[next].start..self.model.posts.len(),
            ),
        };
        self.later.insert((tier, used), bound);
        bound
    }

    /// What it costs at least when `block` goes to `posts`.
    fn block(&self, block: u64, posts: Range<usize>) -> Option<Ticks> {
        let (model, count) = (self.model, block.count_ones() as usize);
        if posts.is_empty() {
            return (block == 0).then_some([0; 5]);
        }
        let mut bound = [0; 5];
        let first = posts.start;
        let folds = self.folds[first]
            && (posts.end == model.tiers[self.tier_of[first]].end
                || model.even && model.posts[posts.clone()].iter().all(|one| one.max <= 2));
        let work =
            || self.by_work.iter().filter(|rank| block >> **rank & 1 == 1).map(|rank| model.work[*rank]);
        let apart = if folds {
            if count > 2 * posts.len() {
                return None;
            }
            let sorted: Vec<i64> = work().collect();
            let folded = fold(&sorted, posts.len());
            bound[0] = model.share(first, folded.largest);
            bound[2] = if model.even {
                folded.squares
            } else {
                let total: i64 = sorted.iter().sum();
                model.even_spread(first, posts.len(), total, folded.squares)
            };
            2 * doubles(count, posts.len())
        } else {
            let (total, largest) =
                work().fold((0, 0), |(total, largest), one| (total + one, largest.max(one)));
            let capacities = posts.clone().map(|post| model.posts[post].capacity);
            let most = capacities.clone().fold(0.0, f64::max);
            let whole: f64 = capacities.clone().sum();
            bound[0] = (total as f64 / whole).max(largest as f64 / most).floor() as i64 - 1;
            bound[2] = model.least_spread(posts.clone(), total);
            doubles(count, posts.len()) + usize::from(count > posts.len())
        };
        let near = self.by_near.iter().filter(|(_, rank)| block >> rank & 1 == 1);
        bound[3] = near.take(apart).map(|(way, _)| way).sum::<i64>() / 2;
        let moved = |rank: &usize| block >> rank & 1 == 1 && self.leaves(*rank, &posts);
        bound[4] = (0..model.count()).filter(moved).count() as i64;
        Some(bound)
    }

    /// Whether a rank changes hands whoever of `posts` gets it.
    fn leaves(&self, rank: usize, posts: &Range<usize>) -> bool {
        self.model.current[rank].is_some_and(|now| now.is_none_or(|now| !posts.contains(&now)))
    }
}

/// The values of two parts of a plan together.
pub fn joined(one: &Ticks, other: &Ticks) -> Ticks {
    std::array::from_fn(|at| if at == 0 { one[0].max(other[0]) } else { (one[at] + other[at]).min(FAR) })
}

/// The way of each rank to its nearest neighbour; half of it counts for each of a pair.
fn near(model: &Model) -> Vec<(i64, usize)> {
    let ranks = 0..model.count();
    let nearest =
        |rank: usize| ranks.clone().filter(|other| *other != rank).map(|other| model.way(rank, other)).min();
    let mut list: Vec<_> = ranks.clone().map(|rank| (nearest(rank).unwrap_or(0), rank)).collect();
    list.sort_unstable();
    list
}
