//! Where the ranking is cut into tiers when each tier has equal officers with at most two estates each.
//!
//! Without ties the strict order of the tiers makes every tier a run of the ranking, so the plans are the cuts, and the
//! fold says at once what each run is worth: there are O(m²) cuts for three tiers. Ties make the ends of a run open:
//! then a run is bounded by the lightest estates that could stand at its ends, and the cuts that this bound leaves are
//! tried with every choice of ties.
//!
//! The bound takes the lightest of a tie on both sides of a cut. What that leaves out is partly put back: an estate of
//! work `b` instead of `a` adds at least `b² − a²` to the squared loads of its run, whoever its partner is.

use super::fold::{Fold, fold};
use super::model::{FAR, Model};

/// What all runs of one tier are worth, for each place of the two cuts around it.
pub struct Grid {
    /// The first possible upper cut and how many there are.
    pub from: (usize, usize),
    /// The first possible lower cut and how many there are.
    pub to: (usize, usize),
    cells: Vec<Fold>,
}

/// A run that cannot be.
const NEVER: Fold = Fold { largest: FAR, squares: FAR };

impl Grid {
    /// What the run between two cuts is worth.
    pub fn at(&self, from: usize, to: usize) -> Fold {
        self.cells[(from - self.from.0) * self.to.1 + to - self.to.0]
    }

    /// The possible upper cuts.
    pub fn uppers(&self) -> std::ops::Range<usize> {
        self.from.0..self.from.0 + self.from.1
    }

    /// The possible lower cuts.
    pub fn lowers(&self) -> std::ops::Range<usize> {
        self.to.0..self.to.0 + self.to.1
    }
}

/// What is known about the cuts of a case.
pub struct Cuts<'a> {
    pub model: &'a Model,
    /// For each cut the ranks from which on, and before which, it is open who stands above.
    pub windows: Vec<(usize, usize)>,
    /// The lowest and the highest possible cut behind each tier.
    pub ranges: Vec<(usize, usize)>,
}

impl<'a> Cuts<'a> {
    /// For a case whose tiers have equal officers. `None` when counts alone forbid every plan.
    pub fn new(model: &'a Model) -> Option<Self> {
        let count = model.count();
        let windows = windows(model);
        let room = |range: &std::ops::Range<usize>| {
            let posts = &model.posts[range.clone()];
            (
                posts.iter().map(|post| post.min).sum::<usize>(),
                posts.iter().map(|post| post.max).sum::<usize>(),
            )
        };
        let mut ranges = Vec::new();
        for tier in 0..model.tiers.len() {
            let (above, below) = (0..model.tiers[tier].end, model.tiers[tier].end..model.posts.len());
            let ((least, most), (later_least, later_most)) = (room(&above), room(&below));
            let low = least.max(count.saturating_sub(later_most));
            let high = most.min(count.checked_sub(later_least)?);
            if low > high {
                return None;
            }
            ranges.push((low, high));
        }
        Some(Self { model, windows, ranges })
    }

    /// What every run of a tier is worth: exactly, as the ranking stands, or at least, whoever of the ties is in it.
    /// `None` when it was stopped.
    pub fn grid(&self, tier: usize, at_least: bool, stop: &mut dyn FnMut() -> bool) -> Option<Grid> {
        let above = if tier == 0 { (0, 0) } else { self.ranges[tier - 1] };
        let below = self.ranges[tier];
        let (from, to) = ((above.0, above.1 - above.0 + 1), (below.0, below.1 - below.0 + 1));
        let mut grid = Grid { from, to, cells: vec![NEVER; from.1 * to.1] };
        for upper in grid.uppers() {
            if stop() {
                return None;
            }
            let (sorted, next, whole) = (Vec::new(), 0, Vec::new());
            let mut run = Run { cuts: self, upper, at_least, sorted, next, whole };
            run.begin();
            for lower in grid.lowers() {
                if self.holds_pins(tier, upper, lower, at_least) {
                    grid.cells[(upper - from.0) * to.1 + lower - to.0] = run.value(tier, lower);
                }
            }
        }
        Some(grid)
    }

    /// What the run of a tier between two cuts is worth as the ranking stands.
    pub fn value(&self, tier: usize, upper: usize, lower: usize) -> Fold {
        if lower < upper || lower - upper > 2 * self.model.tiers[tier].len() {
            return NEVER;
        }
        priced(self.model, tier, &lightest(self.model, upper..lower, lower - upper))
    }

    /// What the lightest choice on both sides of a cut leaves out at least, in squared ticks.
    pub fn left_out(&self, cut: usize) -> i64 {
        let (first, last) = self.windows[cut];
        if !self.model.even {
            return 0;
        }
        let squares = |count: usize| {
            lightest(self.model, first..last, count).iter().map(|work| work * work).sum::<i64>()
        };
        squares(last - first) - squares(cut - first) - squares(last - cut)
    }

    /// Whether what is pinned to the officers of a tier can stand between two cuts.
    fn holds_pins(&self, tier: usize, upper: usize, lower: usize, at_least: bool) -> bool {
        let posts = &self.model.tiers[tier];
        let (first, last) =
            if at_least { (self.windows[upper].0, self.windows[lower].1) } else { (upper, lower) };
        self.model.pins.iter().all(|(rank, post)| !posts.contains(post) || (first..last).contains(rank))
    }
}

/// The runs below one upper cut, grown step by step.
struct Run<'a> {
    cuts: &'a Cuts<'a>,
    upper: usize,
    at_least: bool,
    /// The work of those that surely stand in the run, sorted.
    sorted: Vec<i64>,
    /// The next rank to take in.
    next: usize,
    whole: Vec<i64>,
}

impl Run<'_> {
    fn begin(&mut self) {
        let (first, last) = self.cuts.windows[self.upper];
        self.next = if self.at_least { last } else { self.upper };
        if self.at_least {
            self.sorted = lightest(self.cuts.model, first..last, last - self.upper);
        }
    }

    fn value(&mut self, tier: usize, lower: usize) -> Fold {
        let posts = self.cuts.model.tiers[tier].len();
        let least: usize =
            self.cuts.model.posts[self.cuts.model.tiers[tier].clone()].iter().map(|post| post.min).sum();
        if lower < self.upper || lower - self.upper > 2 * posts || lower - self.upper < least {
            return NEVER;
        }
        let (first, last) = if self.at_least { self.cuts.windows[lower] } else { (lower, lower) };
        let model = self.cuts.model;
        if self.next > first {
            // The open ends overlap: the lightest of all that could stand there.
            let open = self.cuts.windows[self.upper].0..last;
            let mut value = priced(model, tier, &lightest(model, open, lower - self.upper));
            // The bound of the upper cut was put back for runs that do not overlap.
            value.squares -= self.cuts.left_out(self.upper);
            return value;
        }
        while self.next < first {
            let work = model.work[self.next];
            let place = self.sorted.partition_point(|other| *other < work);
            self.sorted.insert(place, work);
            self.next += 1;
        }
        let mut whole = std::mem::take(&mut self.whole);
        whole.clone_from(&self.sorted);
        for work in lightest(model, first..last, lower - first) {
            let place = whole.partition_point(|other| *other < work);
            whole.insert(place, work);
        }
        let mut value = priced(model, tier, &whole);
        if self.at_least {
            value.squares += self.cuts.left_out(lower);
        }
        self.whole = whole;
        value
    }
}

/// What a run is worth: the largest load ÷ capacity, and what it adds to the spread.
pub fn priced(model: &Model, tier: usize, sorted: &[i64]) -> Fold {
    let posts = &model.tiers[tier];
    let folded = fold(sorted, posts.len());
    let largest = model.share(posts.start, folded.largest);
    let squares = if model.even {
        folded.squares
    } else {
        model.even_spread(posts.start, posts.len(), sorted.iter().sum(), folded.squares)
    };
    Fold { largest, squares }
}

/// The `count` least workloads among some ranks, sorted.
pub fn lightest(model: &Model, ranks: std::ops::Range<usize>, count: usize) -> Vec<i64> {
    let mut work = model.work[ranks].to_vec();
    work.sort_unstable();
    work.truncate(count);
    work
}

/// For each cut behind `c` estates: ranks before the first surely stand above it, ranks from the second on surely
/// below.
fn windows(model: &Model) -> Vec<(usize, usize)> {
    let count = model.count();
    let reach = |rank: usize| {
        model.difficulty.partition_point(|other| other + model.tolerance >= model.difficulty[rank])
    };
    let harder = |rank: usize| {
        model.difficulty.partition_point(|other| *other > model.difficulty[rank] + model.tolerance)
    };
    let (mut first, mut last) = (0, 0);
    let mut windows = Vec::with_capacity(count + 1);
    for cut in 0..=count {
        while first < count && reach(first) <= cut {
            first += 1;
        }
        while last < count && harder(last) < cut {
            last += 1;
        }
        windows.push((first, last.max(cut)));
    }
    windows
}
