//! Dynamic programming over subsets, best first, for one objective under bounds on others.
//!
//! Posts are filled one after the other, tier by tier. A state is the post to be filled, the set of estates given away,
//! and the set that the present tier is to reach: so the order of the tiers holds by construction. A label is what the
//! way to a state costs in all five objectives; labels that another one of the same state beats in everything that
//! counts are dropped. The state with the least cost + [`Frame::rest`] is opened first (A*; Hart, Nilsson and Raphael,
//! 1968), and since that bound never exceeds the truth the first whole plan is the best.

use super::frame::{Frame, joined};
use super::model::{FAR, Model, Ticks};
use super::targets::full;
use crate::allocation::objective::Objective;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

/// What is searched for.
#[derive(Clone, Copy, Debug)]
pub struct Query {
    /// What is made small.
    pub goal: Objective,
    /// The most that each objective may take; [`FAR`] where it is free.
    pub bounds: Ticks,
    /// Pairs against the order of the tiers that may be used.
    pub budget: i64,
    /// The search gives up after so many labels, and after [`TRIES`] times as many tries.
    pub labels: usize,
}

/// Groups that are tried for each label that is allowed, at most.
const TRIES: usize = 30;

/// How a search ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The best plan, for each rank its post, and its cost.
    Best(Vec<usize>, Ticks),
    /// No plan keeps the rules and the bounds.
    Nothing,
    /// Stopped, or given up.
    Open,
}

/// The most ranks that a set holds.
pub const MOST_RANKS: usize = 63;

/// Searches. `stop` is asked now and then.
pub fn search(model: &Model, query: &Query, stop: &mut dyn FnMut() -> bool) -> Outcome {
    if model.count() > MOST_RANKS || model.posts.is_empty() {
        return if model.posts.is_empty() { Outcome::Nothing } else { Outcome::Open };
    }
    let changes = Objective::Changes.place();
    let personal = query.goal == Objective::Changes || query.bounds[changes] < FAR;
    let mut search = Search {
        frame: Frame::new(model, query.budget, personal),
        query,
        states: HashMap::default(),
        labels: Vec::new(),
        queue: BinaryHeap::new(),
        tried: 0,
        given_up: false,
    };
    search.reach(0, 0, 0, ([0; 5], u32::MAX, 0));
    search.run(stop)
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct State {
    post: usize,
    used: u64,
    target: u64,
}

struct Node {
    /// What the rest costs at least; `None` when it cannot be done.
    rest: Option<Ticks>,
    /// The labels that nothing beats.
    labels: Vec<u32>,
}

struct Label {
    state: State,
    cost: Ticks,
    from: u32,
    group: u64,
    beaten: bool,
}

struct Search<'a> {
    frame: Frame<'a>,
    query: &'a Query,
    states: HashMap<State, Node, BuildHasherDefault<Mix>>,
    labels: Vec<Label>,
    queue: BinaryHeap<Reverse<(i64, Reverse<usize>, u32)>>,
    tried: usize,
    given_up: bool,
}

impl Search<'_> {
    fn run(&mut self, stop: &mut dyn FnMut() -> bool) -> Outcome {
        let (all, last) = (full(self.frame.model.count()), self.frame.model.posts.len());
        let mut opened = 0_usize;
        while let Some(Reverse((_, _, place))) = self.queue.pop() {
            let label = &self.labels[place as usize];
            if label.beaten {
                continue;
            }
            let (state, cost) = (label.state, label.cost);
            if state.post == last && state.used == all {
                return Outcome::Best(self.plan(place), cost);
            }
            opened += 1;
            if self.labels.len() > self.query.labels
                || (opened.is_multiple_of(256) && stop())
                || self.given_up
            {
                return Outcome::Open;
            }
            self.open(place, state, cost);
        }
        if self.given_up { Outcome::Open } else { Outcome::Nothing }
    }

    /// Comes to the beginning of a tier: chooses what it is to reach.
    fn reach(&mut self, post: usize, tier: usize, used: u64, (cost, from, group): (Ticks, u32, u64)) {
        let Some(list) = self.frame.targets(tier, used) else {
            self.given_up = true;
            return;
        };
        for (target, against) in list.iter() {
            let mut cost = cost;
            cost[1] += against;
            self.push(State { post, used, target: *target }, tier, cost, (from, group));
        }
    }

    /// Gives the post of a state every group of estates that it may have.
    fn open(&mut self, place: u32, state: State, cost: Ticks) {
        let model = self.frame.model;
        let (post, free) = (state.post, state.target & !state.used);
        let one = &model.posts[post];
        let pinned = self.frame.pinned[post];
        if pinned & !free != 0 {
            return;
        }
        let mut must = pinned;
        if self.frame.alike[post] && free != 0 {
            // Among interchangeable posts the next one takes the hardest estate that is left.
            must |= free & free.wrapping_neg();
        }
        let open = free & self.frame.allowed[post];
        if must & !open != 0 {
            return;
        }
        let size = must.count_ones() as usize;
        let mut groups = Vec::new();
        let mut start = (0, [0; 5], 0);
        for rank in bits(must) {
            start = self.with(post, start, rank);
        }
        self.grow(post, start, open & !must, (size, one.min, one.max), &mut groups);
        for (group, own, _) in groups {
            self.child(place, state, &joined(&cost, &own), group);
        }
    }

    /// Lists the groups that extend `group` by some of `open`.
    fn grow(
        &self,
        post: usize,
        group: (u64, Ticks, i64),
        open: u64,
        (size, least, most): (usize, usize, usize),
        groups: &mut Vec<(u64, Ticks, i64)>,
    ) {
        if size > most || group.1[0] > self.query.bounds[0] {
            return;
        }
        if size >= least {
            groups.push(group);
        }
        if size == most {
            return;
        }
        let mut rest = open;
        for rank in bits(open) {
            rest &= !(1 << rank);
            self.grow(post, self.with(post, group, rank), rest, (size + 1, least, most), groups);
        }
    }

    /// A group with one more estate: the set, its cost, its work.
    fn with(
        &self,
        post: usize,
        (group, mut cost, work): (u64, Ticks, i64),
        rank: usize,
    ) -> (u64, Ticks, i64) {
        let model = self.frame.model;
        let work = work + model.work[rank];
        cost[0] = model.share(post, work);
        cost[3] += bits(group).map(|other| model.way(other, rank)).sum::<i64>();
        cost[4] += i64::from(model.changes(rank, post));
        (group | 1 << rank, cost, work)
    }

    fn child(&mut self, from: u32, state: State, cost: &Ticks, group: u64) {
        let model = self.frame.model;
        let mut cost = *cost;
        let work = bits(group).map(|rank| model.work[rank]).sum();
        cost[2] += model.spread(state.post, work);
        let (post, used) = (state.post + 1, state.used | group);
        let tier = self.frame.tier_of[state.post];
        if self.frame.tier_of[post] == tier {
            self.push(State { post, used, target: state.target }, tier, cost, (from, group));
        } else if used != state.target {
        } else if post == model.posts.len() {
            self.push(State { post, used, target: used }, tier, cost, (from, group));
        } else {
            self.reach(post, tier + 1, used, (cost, from, group));
        }
    }

    /// Adds a label unless its bounds or another label forbid it.
    fn push(&mut self, state: State, tier: usize, cost: Ticks, (from, group): (u32, u64)) {
        self.tried += 1;
        self.given_up |= self.tried > TRIES.saturating_mul(self.query.labels);
        let goal = self.query.goal.place();
        let frame = &mut self.frame;
        let node = self.states.entry(state).or_insert_with(|| Node {
            rest: frame.rest(state.post, tier, state.used, state.target),
            labels: Vec::new(),
        });
        let Some(rest) = &node.rest else { return };
        let whole = joined(&cost, rest);
        if whole.iter().zip(&self.query.bounds).any(|(value, bound)| value > bound) {
            return;
        }
        let bounds = &self.query.bounds;
        let counts = |at: usize| at == goal || (at != 0 && bounds[at] < FAR);
        let beats = |one: &Ticks, other: &Ticks| (0..5).all(|at| !counts(at) || one[at] <= other[at]);
        if node.labels.iter().any(|place| beats(&self.labels[*place as usize].cost, &cost)) {
            return;
        }
        let labels = &mut self.labels;
        node.labels.retain(|place| {
            let other = &mut labels[*place as usize];
            other.beaten = beats(&cost, &other.cost);
            !other.beaten
        });
        let place = labels.len() as u32;
        node.labels.push(place);
        labels.push(Label { state, cost, from, group, beaten: false });
        self.queue.push(Reverse((whole[goal], Reverse(state.post), place)));
    }

    /// The plan that leads to a label.
    fn plan(&self, mut place: u32) -> Vec<usize> {
        let mut plan = vec![0; self.frame.model.count()];
        while let Some(label) = self.labels.get(place as usize) {
            // The label stands behind the post that took the group.
            bits(label.group).for_each(|rank| plan[rank] = label.state.post - 1);
            place = label.from;
        }
        plan
    }
}

/// The ranks in a set, ascending.
fn bits(set: u64) -> impl Iterator<Item = usize> {
    let mut rest = set;
    std::iter::from_fn(move || {
        let rank = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
        rest &= rest - 1;
        Some(rank)
    })
}

/// A quick hash for states: they are made here and by nobody who wants collisions.
#[derive(Default)]
struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(23) ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_usize(&mut self, value: usize) {
        self.write_u64(value as u64);
    }
}
