//! The best chain of cuts, by the grids.

use super::cuts::{Cuts, Grid, priced};
use super::fold::Fold;
use super::model::FAR;

/// What a chain of cuts is judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// The largest load.
    Largest,
    /// The spread, where no load is larger than this.
    Spread(i64),
}

impl Measure {
    /// The value of a run.
    pub fn of(self, run: Fold) -> i64 {
        match self {
            Self::Largest => run.largest,
            Self::Spread(most) if run.largest <= most => run.squares,
            Self::Spread(_) => FAR,
        }
    }

    /// The value of two parts together.
    pub fn joined(self, one: i64, other: i64) -> i64 {
        match self {
            Self::Largest => one.max(other),
            Self::Spread(_) => one.saturating_add(other).min(FAR),
        }
    }
}

/// For each tier and each cut behind it the best that the runs up to there can be, with the place of the cut above.
pub fn forward(cuts: &Cuts<'_>, grids: &[Grid], measure: Measure) -> Vec<Vec<(i64, usize)>> {
    let mut table: Vec<Vec<(i64, usize)>> = Vec::new();
    for (tier, grid) in grids.iter().enumerate() {
        let row = grid.lowers().map(|lower| {
            let one = |upper: usize| {
                let above = if tier == 0 { 0 } else { table[tier - 1][upper - cuts.ranges[tier - 1].0].0 };
                (
                    if above >= FAR { FAR } else { measure.joined(above, measure.of(grid.at(upper, lower))) },
                    upper,
                )
            };
            grid.uppers().map(one).min().unwrap_or((FAR, 0))
        });
        let row = row.collect();
        table.push(row);
    }
    table
}

/// For each tier and each cut behind it the best that the runs below can be.
pub fn backward(cuts: &Cuts<'_>, grids: &[Grid], measure: Measure) -> Vec<Vec<i64>> {
    let mut table = vec![vec![0; 1]; grids.len()];
    for tier in (1..grids.len()).rev() {
        let grid = &grids[tier];
        table[tier - 1] = grid
            .uppers()
            .map(|upper| {
                let one = |lower: usize| {
                    measure
                        .joined(table[tier][lower - cuts.ranges[tier].0], measure.of(grid.at(upper, lower)))
                };
                grid.lowers().map(one).min().unwrap_or(FAR)
            })
            .collect();
    }
    table
}

/// The best value of a chain, and its cuts. `None` where no chain is allowed.
pub fn best(cuts: &Cuts<'_>, grids: &[Grid], measure: Measure) -> Option<(i64, Vec<usize>)> {
    let table = forward(cuts, grids, measure);
    let (value, mut upper) = *table.last()?.first()?;
    if value >= FAR {
        return None;
    }
    let mut chain = vec![cuts.model.count()];
    for tier in (1..grids.len()).rev() {
        chain.push(upper);
        upper = table[tier - 1][upper - cuts.ranges[tier - 1].0].1;
    }
    chain.reverse();
    Some((value, chain))
}

/// The tiers of a chain of cuts as the ranking stands.
pub fn runs(chain: &[usize]) -> Vec<Vec<usize>> {
    let mut upper = 0;
    chain.iter().map(|lower| (std::mem::replace(&mut upper, *lower)..*lower).collect()).collect()
}

/// What some tiers are worth together.
pub fn worth(cuts: &Cuts<'_>, tiers: &[Vec<usize>], measure: Measure) -> i64 {
    let each = tiers.iter().enumerate().map(|(tier, ranks)| measure.of(run(cuts, tier, ranks)));
    each.fold(0, |sum, one| if one >= FAR { FAR } else { measure.joined(sum, one) })
}

/// Exchanges or moves estates at the cuts as long as that helps.
pub fn polished(cuts: &Cuts<'_>, mut tiers: Vec<Vec<usize>>, measure: Measure) -> (i64, Vec<Vec<usize>>) {
    let mut value = worth(cuts, &tiers, measure);
    let mut upper = 0;
    while upper + 1 < tiers.len() {
        match bettered(cuts, &tiers, measure, upper, value) {
            Some((better, changed)) => {
                (value, tiers) = (better, changed);
                // A change here may help at the cut above.
                upper = upper.saturating_sub(1);
            }
            None => upper += 1,
        }
    }
    (value, tiers)
}

/// The first change at the cut below tier `upper` that is worth more.
fn bettered(
    cuts: &Cuts<'_>,
    tiers: &[Vec<usize>],
    measure: Measure,
    upper: usize,
    value: i64,
) -> Option<(i64, Vec<Vec<usize>>)> {
    let model = cuts.model;
    let easiest = *tiers[upper].last()?;
    let hardest = *tiers[upper + 1].first()?;
    // Those who could change sides: nobody of the tier above is easier, nobody of the tier below harder.
    let down =
        tiers[upper].iter().rev().take_while(|rank| !model.harder(**rank, easiest)).map(|rank| Some(*rank));
    let up =
        tiers[upper + 1].iter().take_while(|rank| !model.harder(hardest, **rank)).map(|rank| Some(*rank));
    let (down, up): (Vec<_>, Vec<_>) = (down.chain([None]).collect(), up.chain([None]).collect());
    let changes = down.iter().flat_map(|one| up.iter().map(move |other| (*one, *other)));
    let before = [upper, upper + 1].map(|tier| measure.of(run(cuts, tier, &tiers[tier])));
    for (one, other) in changes {
        let mut changed = [tiers[upper].clone(), tiers[upper + 1].clone()];
        changed[0].retain(|rank| Some(*rank) != one);
        changed[1].retain(|rank| Some(*rank) != other);
        changed[0].extend(other);
        changed[1].extend(one);
        changed.iter_mut().for_each(|ranks| ranks.sort_unstable());
        let after = [0, 1].map(|at| measure.of(run(cuts, upper + at, &changed[at])));
        let better = match measure {
            Measure::Largest => after[0].max(after[1]) < before[0].max(before[1]),
            Measure::Spread(_) => {
                after.iter().all(|one| *one < FAR) && after[0] + after[1] < before[0] + before[1]
            }
        };
        if better {
            let mut all = tiers.to_vec();
            let [high, low] = changed;
            (all[upper], all[upper + 1]) = (high, low);
            let worth = worth(cuts, &all, measure);
            if worth < value && in_order(cuts, &all) {
                return Some((worth, all));
            }
        }
    }
    None
}

/// Whether no tier holds somebody harder than somebody of a tier above.
fn in_order(cuts: &Cuts<'_>, tiers: &[Vec<usize>]) -> bool {
    // Ranks are sorted: the hardest of a tier comes first, the easiest last.
    let pairs = (1..tiers.len()).flat_map(|lower| (0..lower).map(move |upper| (upper, lower)));
    let wrong = |(upper, lower): (usize, usize)| {
        tiers[upper]
            .last()
            .zip(tiers[lower].first())
            .is_some_and(|(easy, hard)| cuts.model.harder(*hard, *easy))
    };
    !pairs.into_iter().any(wrong)
}

/// What a run of these ranks is worth.
pub fn run(cuts: &Cuts<'_>, tier: usize, ranks: &[usize]) -> Fold {
    let posts = &cuts.model.tiers[tier];
    let pins = |(rank, post): &(usize, usize)| posts.contains(post) == ranks.binary_search(rank).is_ok();
    let least: usize = cuts.model.posts[posts.clone()].iter().map(|post| post.min).sum();
    let fits = (least..=2 * posts.len()).contains(&ranks.len());
    if !fits || !cuts.model.pins.iter().all(pins) {
        return Fold { largest: FAR, squares: FAR };
    }
    let mut work: Vec<i64> = ranks.iter().map(|rank| cuts.model.work[*rank]).collect();
    work.sort_unstable();
    priced(cuts.model, tier, &work)
}
