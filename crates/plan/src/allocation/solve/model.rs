//! The case as the solver sees it: whole numbers, estates by rank, officers by tier.
//!
//! Whole numbers make ties exact: two plans that are worth the same are the same to every comparison, so the next
//! objective decides. Workloads become multiples of a decimal step that is as fine as 64 bits allow; with equal
//! capacities the spread is then compared by the sum of squared loads, which differs from it by a constant.

use crate::allocation::case::Case;
use crate::allocation::form::{DistanceKind, TierOrder};
use crate::allocation::objective::Objective;
use std::ops::Range;

/// Values of the five objectives in whole numbers.
pub type Ticks = [i64; 5];

/// The total work in ticks stays below this, so that its square fits.
const MOST_WORK: f64 = 2_147_483_648.0;
/// All distances together stay below this many ticks.
const MOST_WAY: f64 = 1.0e15;
/// What a sum of squares may be at most, as a number that leaves room for additions.
pub const FAR: i64 = i64::MAX / 4;

/// An officer who can hold an estate.
#[derive(Clone, Debug)]
pub struct Post {
    /// Place in the input.
    pub officer: usize,
    /// As in the input.
    pub min: usize,
    /// As in the input, over 0.
    pub max: usize,
    /// As in the input.
    pub capacity: f64,
}

/// The case in whole numbers. Estates are known by rank (0 is the hardest), officers by post (first tier first).
#[derive(Clone, Debug)]
pub struct Model {
    /// For each rank the place of the estate in the input.
    pub estates: Vec<usize>,
    /// Work by rank.
    pub work: Vec<i64>,
    /// Difficulty by rank, falling.
    pub difficulty: Vec<f64>,
    /// Differences up to this are ties.
    pub tolerance: f64,
    /// The posts.
    pub posts: Vec<Post>,
    /// The posts of each tier, the first is the highest; one range where tiers do not count.
    pub tiers: Vec<Range<usize>>,
    /// By rank: the only post allowed.
    pub pinned: Vec<Option<usize>>,
    /// The pins as pairs of rank and post.
    pub pins: Vec<(usize, usize)>,
    /// By rank: the posts not allowed, ascending.
    pub forbidden: Vec<Vec<usize>>,
    /// By rank: the present post; `Some(None)` is somebody who can hold nothing any more.
    pub current: Vec<Option<Option<usize>>>,
    /// The most changes.
    pub max_changes: Option<i64>,
    /// The objectives that say anything about this case, in order.
    pub order: Vec<Objective>,
    /// By what share each objective may worsen, by its place.
    pub slack: [f64; 5],
    /// Ticks for each unit of work.
    pub work_scale: f64,
    /// Whether all capacities are equal.
    pub even: bool,
    /// Ticks of work for each unit of capacity.
    mean: f64,
    places: Vec<Option<(f64, f64)>>,
    kind: DistanceKind,
    way_scale: f64,
}

impl Model {
    /// Of a checked case. `tiered` says whether tiers are told apart.
    pub fn of(case: &Case, tiered: bool) -> Self {
        let mut estates: Vec<usize> = (0..case.estates.len()).collect();
        estates.sort_by(|a, b| {
            let (one, other) = (&case.estates[*a], &case.estates[*b]);
            other
                .difficulty
                .total_cmp(&one.difficulty)
                .then(other.workload.total_cmp(&one.workload))
                .then(a.cmp(b))
        });
        let mut officers: Vec<usize> =
            (0..case.officers.len()).filter(|place| case.officers[*place].max_estates > 0).collect();
        officers.sort_by_cached_key(|place| key(case, *place, tiered));
        let posts: Vec<Post> = officers.iter().map(|place| post(case, *place)).collect();
        let mut tiers: Vec<Range<usize>> = Vec::new();
        for (place, officer) in officers.iter().enumerate() {
            let same = place > 0
                && (!tiered || case.officers[officers[place - 1]].tier == case.officers[*officer].tier);
            match tiers.last_mut().filter(|_| same) {
                Some(last) => last.end = place + 1,
                None => tiers.push(place..place + 1),
            }
        }
        let mut place_of = vec![None; case.officers.len()];
        officers.iter().enumerate().for_each(|(place, officer)| place_of[*officer] = Some(place));
        let least_capacity = posts.iter().map(|post| post.capacity).fold(1.0, f64::min);
        let even = posts.iter().all(|post| post.capacity == posts[0].capacity);
        let work_scale = work_scale(case, least_capacity, !even);
        let work: Vec<i64> =
            estates.iter().map(|one| (case.estates[*one].workload * work_scale).round() as i64).collect();
        let capacity: f64 = posts.iter().map(|post| post.capacity).sum();
        let mut model = Self {
            difficulty: estates.iter().map(|one| case.estates[*one].difficulty).collect(),
            tolerance: case.tie_tolerance,
            tiers,
            // A pin to somebody who is away can be met by nobody; the search then finds no plan.
            pinned: estates
                .iter()
                .map(|one| case.pinned[*one].map(|who| place_of[who].unwrap_or(usize::MAX)))
                .collect(),
            pins: Vec::new(),
            forbidden: estates.iter().map(|one| forbidden(&case.forbidden[*one], &place_of)).collect(),
            current: estates.iter().map(|one| case.current[*one].map(|who| place_of[who])).collect(),
            max_changes: case.max_changes.map(|most| most as i64),
            order: Vec::new(),
            slack: Objective::ALL.map(|one| one.slack(&case.slack)),
            work_scale,
            even,
            mean: work.iter().sum::<i64>() as f64 / capacity.max(f64::MIN_POSITIVE),
            places: estates.iter().map(|one| case.estates[*one].place).collect(),
            kind: case.distance,
            way_scale: 1.0,
            estates,
            work,
            posts,
        };
        model.pins =
            model.pinned.iter().enumerate().filter_map(|(rank, pin)| pin.map(|post| (rank, post))).collect();
        model.way_scale = model.find_way_scale();
        model.order = case.order.iter().copied().filter(|one| model.says(*one, case)).collect();
        model
    }

    /// Whether an objective can tell plans of this case apart.
    fn says(&self, objective: Objective, case: &Case) -> bool {
        match objective {
            Objective::MaxLoad | Objective::LoadSpread => true,
            Objective::TierInversions => case.tier_order == TierOrder::Prefer,
            Objective::Distance => self.way_scale > 0.0,
            Objective::Changes => self.current.iter().any(Option::is_some),
        }
    }

    fn find_way_scale(&self) -> f64 {
        let known: Vec<_> = self.places.iter().flatten().collect();
        let range = |part: fn(&(f64, f64)) -> f64| {
            let all = known.iter().map(|one| part(one));
            all.clone().fold(f64::NEG_INFINITY, f64::max) - all.fold(f64::INFINITY, f64::min)
        };
        if known.len() < 2 {
            return 0.0;
        }
        let unit = if self.kind == DistanceKind::Haversine { 112_000.0 } else { 1.0 };
        let most = (range(|one| one.0) + range(|one| one.1)) * unit;
        let pairs = self.posts.iter().map(|post| post.max * post.max).max().unwrap_or(1) * self.posts.len();
        if most <= 0.0 { 0.0 } else { (MOST_WAY / (most * pairs.max(1) as f64)).log2().floor().exp2() }
    }

    /// How many estates.
    pub fn count(&self) -> usize {
        self.work.len()
    }

    /// Whether pins and prohibitions let an estate go to a post.
    pub fn may(&self, rank: usize, post: usize) -> bool {
        self.pinned[rank].is_none_or(|pin| pin == post) && self.forbidden[rank].binary_search(&post).is_err()
    }

    /// The load ÷ capacity in ticks.
    pub fn share(&self, post: usize, work: i64) -> i64 {
        let capacity = self.posts[post].capacity;
        if capacity == 1.0 { work } else { (work as f64 / capacity).round() as i64 }
    }

    /// What a load adds to the spread.
    pub fn spread(&self, post: usize, work: i64) -> i64 {
        if self.even {
            return work * work;
        }
        let off = work as f64 / self.posts[post].capacity - self.mean;
        (off * off).round() as i64
    }

    /// What equal posts add to the spread at least, where capacities differ elsewhere: from the sum of squared loads.
    pub fn even_spread(&self, first: usize, posts: usize, total: i64, squares: i64) -> i64 {
        let capacity = self.posts[first].capacity;
        let count = posts as f64;
        let exact = squares as f64 / (capacity * capacity) - 2.0 * self.mean * total as f64 / capacity
            + count * self.mean * self.mean;
        // Each post's own value is rounded once.
        (exact - count - exact.abs() * 1e-12).floor().max(0.0) as i64
    }

    /// What posts add to the spread at least when they share `total` as evenly as numbers can.
    pub fn least_spread(&self, posts: Range<usize>, total: i64) -> i64 {
        let total = total as f64;
        let count = posts.len() as f64;
        if self.even {
            return (total * total / count * (1.0 - 1e-12)).floor() as i64;
        }
        // Least Σ(x/c − μ)² with Σx fixed: by Cauchy and Schwarz (Σx − μΣc)² ÷ Σc².
        let capacities = self.posts[posts].iter().map(|post| post.capacity);
        let off = total - self.mean * capacities.clone().sum::<f64>();
        let exact = off * off / capacities.map(|one| one * one).sum::<f64>();
        (exact * (1.0 - 1e-12) - count).floor().max(0.0) as i64
    }

    /// What is taken from a sum of [`Self::spread`] to get the spread itself, in squared ticks.
    pub fn spread_constant(&self) -> f64 {
        if !self.even {
            return 0.0;
        }
        let total = self.work.iter().sum::<i64>() as f64;
        total * total / self.posts.len() as f64
    }

    /// Squared ticks of work, less the constant, as the value of the objective.
    pub fn spread_value(&self, ticks: i64) -> f64 {
        let capacity = if self.even { self.posts.first().map_or(1.0, |post| post.capacity) } else { 1.0 };
        ((ticks as f64 - self.spread_constant()) / (self.work_scale * capacity).powi(2)).max(0.0)
    }

    /// The value of an objective that is so many ticks.
    pub fn value(&self, objective: Objective, ticks: i64) -> f64 {
        match objective {
            Objective::MaxLoad => ticks as f64 / self.work_scale,
            Objective::LoadSpread => self.spread_value(ticks),
            Objective::Distance if self.way_scale > 0.0 => ticks as f64 / self.way_scale,
            Objective::Distance => 0.0,
            Objective::TierInversions | Objective::Changes => ticks as f64,
        }
    }

    /// The most ticks an objective may take when its best is `best`.
    pub fn allowed(&self, objective: Objective, best: i64) -> i64 {
        let slack = self.slack[objective.place()];
        let constant = if objective == Objective::LoadSpread { self.spread_constant() } else { 0.0 };
        let more = ((best as f64 - constant).max(0.0) * slack).floor();
        if slack == 0.0 || more < 1.0 { best } else { best.saturating_add(more.min(FAR as f64) as i64) }
    }

    /// The distance between two estates in ticks; 0 where a place is not known.
    pub fn way(&self, one: usize, other: usize) -> i64 {
        let (Some(from), Some(to)) = (self.places[one], self.places[other]) else { return 0 };
        let metres = match self.kind {
            DistanceKind::Euclidean => (from.0 - to.0).hypot(from.1 - to.1),
            DistanceKind::Haversine => haversine(from, to),
        };
        (metres * self.way_scale).round() as i64
    }

    /// Whether an estate that goes to a post changes hands.
    pub fn changes(&self, rank: usize, post: usize) -> bool {
        self.current[rank].is_some_and(|now| now != Some(post))
    }

    /// Whether one rank is harder than another by more than a tie.
    pub fn harder(&self, one: usize, other: usize) -> bool {
        self.difficulty[one] > self.difficulty[other] + self.tolerance
    }

    /// A plan by rank and post as one by the places of the input.
    pub fn in_input_order(&self, plan: &[usize]) -> Vec<usize> {
        let mut named = vec![0; plan.len()];
        plan.iter()
            .enumerate()
            .for_each(|(rank, post)| named[self.estates[rank]] = self.posts[*post].officer);
        named
    }
}

/// By tier; within one, those come last for whom bounds are sharpest: of the most common capacity and limits, and not
/// told apart by a rule or a present estate.
fn key(case: &Case, officer: usize, tiered: bool) -> (u32, bool, bool, bool, u64, usize, usize, usize) {
    let who = &case.officers[officer];
    let alike = |other: &crate::allocation::case::Officer| {
        other.capacity == who.capacity && other.max_estates == who.max_estates
    };
    let common = 2 * case.officers.iter().filter(|other| alike(other)).count() > case.officers.len();
    let ruled =
        case.pinned.contains(&Some(officer)) || case.forbidden.iter().any(|list| list.contains(&officer));
    let holds = case.current.contains(&Some(officer));
    let tier = if tiered { who.tier } else { 0 };
    (tier, common, !ruled, !holds, who.capacity.to_bits(), who.min_estates, who.max_estates, officer)
}

fn post(case: &Case, officer: usize) -> Post {
    let who = &case.officers[officer];
    let max = who.max_estates.min(case.estates.len());
    Post { officer, min: who.min_estates, max, capacity: who.capacity }
}

fn forbidden(list: &[usize], place_of: &[Option<usize>]) -> Vec<usize> {
    let mut posts: Vec<usize> = list.iter().filter_map(|officer| place_of[*officer]).collect();
    posts.sort_unstable();
    posts
}

/// The coarsest decimal step that holds every workload exactly, or the finest that 64 bits bear.
fn work_scale(case: &Case, least_capacity: f64, uneven: bool) -> f64 {
    let total: f64 = case.estates.iter().map(|one| one.workload).sum();
    let finest = MOST_WORK * least_capacity / total.max(1.0);
    let whole = |scale: f64| {
        case.estates.iter().all(|one| ((one.workload * scale).round() - one.workload * scale).abs() < 1e-6)
    };
    let mut scale = 1.0;
    while scale * 10.0 <= finest && scale < 1e6 && !whole(scale) {
        scale *= 10.0;
    }
    if uneven {
        // Shares are quotients then: whole numbers are near them only if they are large.
        scale = (scale * 1000.0).min(10_f64.powf(finest.log10().floor())).max(scale);
    }
    scale.min(finest)
}

/// Metres between two points in degrees, on a sphere.
fn haversine((x, y): (f64, f64), (to_x, to_y): (f64, f64)) -> f64 {
    let squared_sine = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
    let inner =
        squared_sine(y, to_y) + y.to_radians().cos() * to_y.to_radians().cos() * squared_sine(x, to_x);
    12_742_017.6 * inner.sqrt().min(1.0).asin()
}
