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
