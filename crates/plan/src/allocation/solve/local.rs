//! Improving a plan step by step: exchanges, moves and exchanges of whole groups, with falling tolerance for worse
//! steps (simulated annealing; Kirkpatrick, Gelatt and Vecchi, Science 220, 1983). It proves nothing; the bounds do.

use super::model::{FAR, Model, Ticks};
use crate::allocation::objective::Objective;
use crate::allocation::sample::Draw;

/// A plan that is being improved.
pub struct Local<'a> {
    model: &'a Model,
    /// Whether the order of the tiers is a rule.
    strict: bool,
    plan: Vec<usize>,
    groups: Vec<Vec<usize>>,
    tier_of: Vec<usize>,
    cost: Vec<Ticks>,
    /// The greatest and the least difficulty of each tier.
    span: Vec<(f64, f64)>,
    total: Ticks,
    broken: i64,
}

impl<'a> Local<'a> {
    /// From a plan by rank.
    pub fn new(model: &'a Model, plan: Vec<usize>, strict: bool) -> Self {
        let mut groups = vec![Vec::new(); model.posts.len()];
        plan.iter().enumerate().for_each(|(rank, post)| groups[*post].push(rank));
        let tier_of =
            (0..model.tiers.len()).flat_map(|tier| model.tiers[tier].clone().map(move |_| tier)).collect();
        let mut local = Self {
            model,
            strict,
            plan,
            tier_of,
            cost: Vec::new(),
            span: Vec::new(),
            total: [0; 5],
            broken: 0,
            groups,
        };
        let each: Vec<_> =
            (0..model.posts.len()).map(|post| local.priced(post, &local.groups[post])).collect();
        local.broken = each.iter().map(|one| one.1).sum();
        local.cost = each.into_iter().map(|one| one.0).collect();
        local.total = std::array::from_fn(|at| local.cost.iter().map(|one| one[at]).sum());
        local.total[0] = local.largest();
        local.span = (0..model.tiers.len()).map(|tier| local.span_of(tier, &[], &[])).collect();
        local
    }

    /// The plan by rank.
    pub fn plan(&self) -> &[usize] {
        &self.plan
    }

    /// What it costs; the pairs against the order of the tiers are not counted.
    pub const fn total(&self) -> Ticks {
        self.total
    }

    /// How many rules it breaks.
    pub const fn broken(&self) -> i64 {
        self.broken + self.over()
    }

    const fn over(&self) -> i64 {
        match self.model.max_changes {
            Some(most) if self.total[4] > most => self.total[4] - most,
            _ => 0,
        }
    }

    fn largest(&self) -> i64 {
        self.cost.iter().map(|one| one[0]).max().unwrap_or(0)
    }

    /// What a post with a group costs, and how many rules it breaks.
    fn priced(&self, post: usize, group: &[usize]) -> (Ticks, i64) {
        let (model, one) = (self.model, &self.model.posts[post]);
        let work = group.iter().map(|rank| model.work[*rank]).sum();
        let pairs = || {
            group.iter().enumerate().flat_map(|(at, rank)| group[..at].iter().map(move |other| (rank, other)))
        };
        let way = pairs().map(|(rank, other)| model.way(*rank, *other)).sum();
        let changes = group.iter().filter(|rank| model.changes(**rank, post)).count() as i64;
        let wrong = group.iter().filter(|rank| !model.may(**rank, post)).count();
        let count = one.min.saturating_sub(group.len()) + group.len().saturating_sub(one.max);
        ([model.share(post, work), 0, model.spread(post, work), way, changes], (wrong + count) as i64)
    }

    fn span_of(&self, tier: usize, without: &[usize], with: &[usize]) -> (f64, f64) {
        let held = self.model.tiers[tier].clone().flat_map(|post| &self.groups[post]);
        let ranks = held.filter(|rank| !without.contains(rank)).chain(with);
        ranks.fold((f64::NEG_INFINITY, f64::INFINITY), |(most, least), rank| {
            let difficulty = self.model.difficulty[*rank];
            (most.max(difficulty), least.min(difficulty))
        })
    }

    /// Makes `goal` small under `bounds`, or the number of broken rules where there are any, in `steps` steps.
    pub fn improve(
        &mut self,
        goal: Objective,
        bounds: &Ticks,
        steps: usize,
        draw: &mut Draw,
        stop: &mut dyn FnMut() -> bool,
    ) {
        let at = goal.place();
        let mut best = (self.broken(), self.total[at], self.plan.clone());
        let mut heat = self.first_heat(at, draw);
        let cooling = (1e-4_f64).powf(1.0 / steps.max(1) as f64);
        for step in 0..steps {
            if step % 1024 == 0 && stop() {
                break;
            }
            heat *= cooling;
            if let Some(change) = self.propose(draw) {
                self.decide(&change, at, bounds, heat, draw);
                if (self.broken(), self.total[at]) < (best.0, best.1) {
                    best = (self.broken(), self.total[at], self.plan.clone());
                }
            }
        }
        if (best.0, best.1) < (self.broken(), self.total[at]) {
            *self = Self::new(self.model, best.2, self.strict);
        }
    }

    /// About a fifth of what a step usually changes.
    fn first_heat(&self, at: usize, draw: &mut Draw) -> f64 {
        let sample: Vec<f64> = (0..64)
            .filter_map(|_| self.propose(draw))
            .map(|change| (self.after(&change).0[at] - self.before(&change)[at]).abs() as f64)
            .filter(|moved| *moved > 0.0)
            .collect();
        0.2 * sample.iter().sum::<f64>() / sample.len().max(1) as f64
    }

    /// Two posts with the groups they would have.
    fn propose(&self, draw: &mut Draw) -> Option<Change> {
        let rank = draw.below(self.plan.len());
        let from = self.plan[rank];
        let near = draw.below(8) > 0;
        let range =
            if near { self.model.tiers[self.tier_of[from]].clone() } else { 0..self.model.posts.len() };
        let to = range.start + draw.below(range.len());
        if from == to {
            return None;
        }
        let (mut mine, mut theirs) = (self.groups[from].clone(), self.groups[to].clone());
        match draw.below(8) {
            0 => std::mem::swap(&mut mine, &mut theirs),
            1 | 2 => {
                mine.retain(|one| *one != rank);
                theirs.push(rank);
            }
            _ => {
                let other = *theirs.get(draw.below(theirs.len()))?;
                mine.iter_mut().filter(|one| **one == rank).for_each(|one| *one = other);
                theirs.iter_mut().filter(|one| **one == other).for_each(|one| *one = rank);
            }
        }
        self.keeps_tiers(from, to, &mine, &theirs)
            .then_some(Change { posts: [from, to], groups: [mine, theirs] })
    }

    /// Whether the order of the tiers still holds.
    fn keeps_tiers(&self, from: usize, to: usize, mine: &[usize], theirs: &[usize]) -> bool {
        let tiers = [self.tier_of[from], self.tier_of[to]];
        if !self.strict || tiers[0] == tiers[1] {
            return true;
        }
        let both: Vec<usize> = self.groups[from].iter().chain(&self.groups[to]).copied().collect();
        let spans = [self.span_of(tiers[0], &both, mine), self.span_of(tiers[1], &both, theirs)];
        let span =
            |tier: usize| tiers.iter().position(|one| *one == tier).map_or(self.span[tier], |at| spans[at]);
        (1..self.span.len())
            .all(|lower| (0..lower).all(|upper| span(lower).0 <= span(upper).1 + self.model.tolerance))
    }

    fn before(&self, change: &Change) -> Ticks {
        let [one, other] = change.posts.map(|post| self.cost[post]);
        std::array::from_fn(|at| if at == 0 { one[0].max(other[0]) } else { one[at] + other[at] })
    }

    fn after(&self, change: &Change) -> (Ticks, i64, [Ticks; 2]) {
        let [one, other] = [0, 1].map(|at| self.priced(change.posts[at], &change.groups[at]));
        let joined =
            std::array::from_fn(
                |at| if at == 0 { one.0[0].max(other.0[0]) } else { one.0[at] + other.0[at] },
            );
        (joined, one.1 + other.1, [one.0, other.0])
    }

    fn decide(&mut self, change: &Change, at: usize, bounds: &Ticks, heat: f64, draw: &mut Draw) {
        let before = self.before(change);
        let (after, wrong, each) = self.after(change);
        let was_wrong: i64 =
            change.posts.iter().map(|post| self.priced(*post, &self.groups[*post]).1).sum::<i64>();
        let mut total = self.total;
        for place in 1..5 {
            total[place] += after[place] - before[place];
        }
        let over = |total: &Ticks| self.model.max_changes.map_or(0, |most| (total[4] - most).max(0));
        let rules = wrong + over(&total) - was_wrong - over(&self.total);
        let repairs = self.broken() > 0;
        let kept = (0..5).all(|place| {
            let (new, old) =
                if place == 0 { (after[0], before[0]) } else { (total[place], self.total[place]) };
            bounds[place] >= FAR || new <= bounds[place] || new <= old
        });
        let worse = (after[at] - before[at]) as f64;
        let accepted = if repairs {
            rules < 0 || rules == 0 && (worse <= 0.0 || draw.below(4) == 0)
        } else {
            rules <= 0 && kept && (worse <= 0.0 || draw.share() < (-worse / heat.max(1e-9)).exp())
        };
        if !accepted {
            return;
        }
        let crosses = self.tier_of[change.posts[0]] != self.tier_of[change.posts[1]];
        let lost_largest = before[0] == self.total[0] && after[0] < before[0];
        for ((post, group), cost) in change.posts.iter().zip(&change.groups).zip(each) {
            self.groups[*post].clone_from(group);
            group.iter().for_each(|rank| self.plan[*rank] = *post);
            self.cost[*post] = cost;
        }
        self.broken += wrong - was_wrong;
        total[0] = if lost_largest { self.largest() } else { self.total[0].max(after[0]) };
        self.total = total;
        if crosses {
            for post in change.posts {
                self.span[self.tier_of[post]] = self.span_of(self.tier_of[post], &[], &[]);
            }
        }
    }
}

struct Change {
    posts: [usize; 2],
    groups: [Vec<usize>; 2],
}
