//! Large cases: cuts, fold, pairs and assignment one after the other, each exact for what it decides.
//!
//! Pins inside a tier, prohibitions and a limit of changes are left out until the groups are given to officers, so
//! every bound found here holds for the case with them too.

use super::chain::{Measure, best, runs};
use super::cuts::{Cuts, Grid};
use super::fold::Fold;
use super::give::give;
use super::model::{FAR, Model, Ticks};
use super::pairing::{Pairing, pair};
use super::polish::polished;
use super::refine::refined;
use super::ties::{Best, exact};

/// What the steps found.
#[derive(Clone, Debug)]
pub struct Spine {
    /// A plan by rank, which may break pins and prohibitions.
    pub plan: Vec<usize>,
    /// Whether the groups could be given as pins and prohibitions ask.
    pub given: bool,
    /// Below this no plan's largest load lies.
    pub least_largest: i64,
    /// Below this no plan's spread lies, if its largest load is at most `largest`.
    pub least_spread: i64,
    /// The largest load that later steps were allowed.
    pub largest: i64,
    /// Whether the distances are the least among plans of least largest load and spread.
    pub nearest: bool,
    /// Whether the groups are the only ones that good.
    pub only: bool,
}

/// Whether the steps fit: every tier has officers of one capacity, with two estates at most.
pub fn fits(model: &Model) -> bool {
    model.tiers.iter().all(|tier| {
        let posts = &model.posts[tier.clone()];
        let equal = posts.iter().all(|post| post.capacity == posts[0].capacity);
        equal && posts.iter().all(|post| post.max == 2 && post.min <= 1)
    })
}

/// Below what no largest load lies, from the workloads alone.
pub fn floor_of_largest(model: &Model) -> i64 {
    let most = model.posts.iter().map(|post| post.capacity).fold(0.0, f64::max);
    let whole: f64 = model.posts.iter().map(|post| post.capacity).sum();
    let (total, heaviest) = (model.work.iter().sum::<i64>(), model.work.iter().max().copied().unwrap_or(0));
    let even = (total as f64 / whole).floor() as i64;
    even.max(if most == 1.0 { heaviest } else { (heaviest as f64 / most).floor() as i64 })
}

/// Takes the steps. `None` where counts, cuts or `stop` leave nothing.
pub fn spine(model: &Model, stop: &mut dyn FnMut() -> bool) -> Option<Spine> {
    let cuts = Cuts::new(model)?;
    let mut grids = |at_least: bool| -> Option<Vec<Grid>> {
        (0..model.tiers.len()).map(|tier| cuts.grid(tier, at_least, stop)).collect()
    };
    let tied = cuts.windows.iter().enumerate().any(|(cut, window)| *window != (cut, cut));
    if tied && !model.even {
        // Where capacities differ between tiers a lighter run is not always better, so ties have no bound.
        return None;
    }
    let known = grids(false)?;
    let least = if tied { Some(grids(true)?) } else { None };
    let least = least.as_ref().unwrap_or(&known);
    let mut chosen = |measure: Measure| -> Option<Best> {
        let (bound, _) = best(&cuts, least, measure)?;
        let ranking = best(&cuts, &known, measure).map(|(_, chain)| polished(&cuts, runs(&chain), measure));
        let most = ranking.as_ref().map_or(FAR - 1, |(value, _)| *value);
        let found = exact(&cuts, least, measure, most, stop);
        found.or_else(|| {
            let sharper =
                refined(&cuts, least, measure, most).map_or(bound, |sharper| sharper.clamp(bound, most));
            ranking.map(|(value, tiers)| Best { bound: sharper, value, chains: vec![tiers], all: false })
        })
    };
    let floor = floor_of_largest(model);
    // The floor is reached nearly always; then nothing is left to prove about the largest load.
    let (least_largest, largest) = match best(&cuts, &known, Measure::Largest) {
        Some((value, _)) if value <= floor => (value, value),
        _ => chosen(Measure::Largest).map(|best| (best.bound, best.value))?,
    };
    let largest = model.allowed(crate::allocation::objective::Objective::MaxLoad, largest);
    let Best { bound: least_spread, chains, all, .. } = chosen(Measure::Spread(largest))?;
    let mut found: Option<(Ticks, Spine)> = None;
    let mut alone = true;
    for tiers in chains {
        let (plan, given, pairings) = filled(model, &tiers);
        let cost = super::local::Local::new(model, plan.clone(), false).total();
        let spine = Spine {
            plan,
            given,
            least_largest,
            least_spread,
            largest,
            nearest: all && pairings.iter().all(|one| one.nearest),
            only: all && pairings.iter().all(|one| one.only),
        };
        let key = |cost: &Ticks| (cost[2], cost[3], cost[4]);
        let (before, now) = (found.as_ref().map(|(cost, _)| key(cost)), key(&cost));
        alone &= before.is_none_or(|before| (before.0, before.1) != (now.0, now.1));
        let sure = (
            found.as_ref().is_none_or(|(_, one)| one.nearest),
            found.as_ref().is_none_or(|(_, one)| one.only),
        );
        if before.is_none_or(|before| now < before) {
            found = Some((cost, spine));
        }
        if let Some((_, one)) = &mut found {
            one.nearest &= sure.0;
            one.only &= sure.1;
        }
    }
    let mut spine = found?.1;
    spine.only &= alone;
    Some(spine)
}

/// Pairs within the tiers and gives the groups to the officers.
fn filled(model: &Model, tiers: &[Vec<usize>]) -> (Vec<usize>, bool, Vec<Pairing>) {
    let (mut plan, mut whole) = (vec![0; model.count()], true);
    let mut pairings = Vec::new();
    for (tier, ranks) in tiers.iter().enumerate() {
        let posts = &model.tiers[tier];
        let pairing = pair(model, ranks, posts, true);
        let (given, possible) = give(model, &pairing.groups, posts);
        whole &= possible;
        for (group, post) in pairing.groups.iter().zip(given) {
            group.iter().for_each(|rank| plan[*rank] = post);
        }
        pairings.push(pairing);
    }
    (plan, whole, pairings)
}

/// The largest load alone, proved: its bound and the value that a plan reaches. For measuring.
#[must_use]
pub fn largest_load(model: &Model, stop: &mut dyn FnMut() -> bool) -> Option<(i64, i64)> {
    let cuts = Cuts::new(model)?;
    let floor = floor_of_largest(model);
    if greedy(&cuts, floor) {
        return Some((floor, floor));
    }
    let mut bound = |at_least: bool| -> Option<i64> {
        let grids: Option<Vec<Grid>> =
            (0..model.tiers.len()).map(|tier| cuts.grid(tier, at_least, stop)).collect();
        best(&cuts, &grids?, Measure::Largest).map(|(value, _)| value)
    };
    Some((bound(true)?, bound(false)?))
}

/// Whether cuts along the ranking, each as low as it goes, keep every load at or below `most`. A run that grows only
/// gets heavier, so the lowest cut above leaves the best choice below.
fn greedy(cuts: &Cuts<'_>, most: i64) -> bool {
    let mut upper = 0;
    for (tier, (low, high)) in cuts.ranges.iter().enumerate() {
        let fits = |lower: usize| {
            let value = cuts.value(tier, upper, lower);
            value != Fold { largest: FAR, squares: FAR } && value.largest <= most
        };
        let least: usize = cuts.model.posts[cuts.model.tiers[tier].clone()].iter().map(|post| post.min).sum();
        let (mut good, mut bad) = ((*low).max(upper + least), *high + 1);
        if good >= bad || !fits(good) {
            return false;
        }
        while bad - good > 1 {
            let middle = good.midpoint(bad);
            if fits(middle) { good = middle } else { bad = middle }
        }
        upper = good;
    }
    upper == cuts.model.count()
}
