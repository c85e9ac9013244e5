//! The best chain of cuts: bounds from the grids first, then every choice of ties at the cuts that the bounds leave.

use super::cuts::{Cuts, Grid, priced};
use super::fold::Fold;
use super::model::FAR;

/// More ends of runs than this for one tier, or more runs, are not tried one by one.
const MOST_ENDS: usize = 4_000;
const MOST_RUNS: usize = 400_000;
/// More best chains than this are not listed.
const MOST_BEST: usize = 16;

/// What a chain of cuts is judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// The largest load.
    Largest,
    /// The spread, where no load is larger than this.
    Spread(i64),
}

impl Measure {
    fn of(self, run: Fold) -> i64 {
        match self {
            Self::Largest => run.largest,
            Self::Spread(most) if run.largest <= most => run.squares,
            Self::Spread(_) => FAR,
        }
    }

    fn joined(self, one: i64, other: i64) -> i64 {
        match self {
            Self::Largest => one.max(other),
            Self::Spread(_) => one.saturating_add(other).min(FAR),
        }
    }
}

/// For each tier and each cut behind it the best that the runs up to there can be, with the place of the cut above.
fn forward(cuts: &Cuts<'_>, grids: &[Grid], measure: Measure) -> Vec<Vec<(i64, usize)>> {
    let mut table: Vec<Vec<(i64, usize)>> = Vec::new();
    for (tier, grid) in grids.iter().enumerate() {
        let row = grid.lowers().map(|lower| {
            let one = |upper: usize| {
                let above = if tier == 0 { 0 } else { table[tier - 1][upper - cuts.ranges[tier - 1].0].0 };
                (if above >= FAR { FAR } else { measure.joined(above, measure.of(grid.at(upper, lower))) }, upper)
            };
            grid.uppers().map(one).min().unwrap_or((FAR, 0))
        });
        let row = row.collect();
        table.push(row);
    }
    table
}

/// For each tier and each cut behind it the best that the runs below can be.
fn backward(cuts: &Cuts<'_>, grids: &[Grid], measure: Measure) -> Vec<Vec<i64>> {
    let mut table = vec![vec![0; 1]; grids.len()];
    for tier in (1..grids.len()).rev() {
        let grid = &grids[tier];
        table[tier - 1] = grid
            .uppers()
            .map(|upper| {
                let one = |lower: usize| {
                    measure.joined(table[tier][lower - cuts.ranges[tier].0], measure.of(grid.at(upper, lower)))
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

/// Who stands above a cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    cut: usize,
    /// Ranks of the window that stand above.
    above: Vec<usize>,
}

impl End {
    fn is_above(&self, cuts: &Cuts<'_>, rank: usize) -> bool {
        rank < cuts.windows[self.cut].0 || self.above.contains(&rank)
    }
}

/// The ranks between two ends; `None` where something stands above the upper but not above the lower one.
fn between(cuts: &Cuts<'_>, upper: &End, lower: &End) -> Option<Vec<usize>> {
    let (first, last) = (cuts.windows[upper.cut].0, cuts.windows[lower.cut].1);
    let overlap = cuts.windows[lower.cut].0.min(first)..cuts.windows[upper.cut].1;
    if overlap.clone().any(|rank| upper.is_above(cuts, rank) && !lower.is_above(cuts, rank)) {
        return None;
    }
    let inside = |rank: &usize| lower.is_above(cuts, *rank) && !upper.is_above(cuts, *rank);
    Some((first..last.max(first)).filter(inside).collect())
}

/// Every end of a cut; `None` where there are too many.
fn ends(cuts: &Cuts<'_>, cut: usize) -> Option<Vec<End>> {
    let (first, last) = cuts.windows[cut];
    let model = cuts.model;
    let mut found = Vec::new();
    let mut todo = vec![(first, Vec::new())];
    while let Some((rank, above)) = todo.pop() {
        if found.len() + todo.len() > MOST_ENDS {
            return None;
        }
        if above.len() == cut - first {
            let closed = |rank: usize| (first..last).all(|other| !model.harder(other, rank) || above.contains(&other));
            if above.iter().all(|rank| closed(*rank)) {
                found.push(End { cut, above });
            }
        } else if rank < last {
            let mut with = above.clone();
            with.push(rank);
            todo.push((rank + 1, above));
            todo.push((rank + 1, with));
        }
    }
    Some(found)
}

struct Stop {
    end: End,
    value: i64,
    /// The stops above that lead here at this value.
    from: Vec<usize>,
}

/// The best chains with every choice of ties: their value, and for each the ranks of each tier. `most` is what some
/// known chain is worth. `None` where there are too many to try. The flag says whether all best chains are listed.
pub fn exact(cuts: &Cuts<'_>, least: &[Grid], measure: Measure, most: i64) -> Option<(i64, Vec<Vec<Vec<usize>>>, bool)> {
    let (above, below) = (forward(cuts, least, measure), backward(cuts, least, measure));
    let mut rows = vec![vec![Stop { end: End { cut: 0, above: Vec::new() }, value: 0, from: Vec::new() }]];
    let mut tried = 0;
    for (tier, grid) in least.iter().enumerate() {
        let mut row: Vec<Stop> = Vec::new();
        for lower in grid.lowers() {
            let place = lower - cuts.ranges[tier].0;
            let rest = below[tier][place];
            if measure.joined(above[tier][place].0, rest) > most || above[tier][place].0 >= FAR {
                continue;
            }
            for end in ends(cuts, lower)? {
                let mut stop = Stop { end, value: FAR, from: Vec::new() };
                for (number, from) in rows[tier].iter().enumerate() {
                    let bound = measure.joined(from.value, measure.of(grid.at(from.end.cut, lower)));
                    if measure.joined(bound, rest) > most.min(FAR - 1) {
                        continue;
                    }
                    tried += 1;
                    let Some(ranks) = between(cuts, &from.end, &stop.end) else { continue };
                    let value = measure.joined(from.value, measure.of(run(cuts, tier, &ranks)));
                    if value < stop.value {
                        (stop.value, stop.from) = (value, vec![number]);
                    } else if value == stop.value {
                        stop.from.push(number);
                    }
                }
                if stop.value < FAR {
                    row.push(stop);
                }
                if row.len() > MOST_ENDS || tried > MOST_RUNS {
                    return None;
                }
            }
        }
        rows.push(row);
    }
    let value = rows.last()?.iter().map(|stop| stop.value).min()?;
    let (chains, all) = chains(cuts, &rows, value);
    Some((value, chains, all))
}

/// What a run of these ranks is worth.
fn run(cuts: &Cuts<'_>, tier: usize, ranks: &[usize]) -> Fold {
    let posts = &cuts.model.tiers[tier];
    let pins = |(rank, post): &(usize, usize)| posts.contains(post) == ranks.binary_search(rank).is_ok();
    if ranks.len() > 2 * posts.len() || !cuts.model.pins.iter().all(pins) {
        return Fold { largest: FAR, squares: FAR };
    }
    let mut work: Vec<i64> = ranks.iter().map(|rank| cuts.model.work[*rank]).collect();
    work.sort_unstable();
    priced(cuts.model, tier, &work)
}

/// The tiers of the best chains, followed from the last stop upwards.
fn chains(cuts: &Cuts<'_>, rows: &[Vec<Stop>], value: i64) -> (Vec<Vec<Vec<usize>>>, bool) {
    let last = rows.len() - 1;
    let mut todo: Vec<(usize, usize, Vec<Vec<usize>>)> =
        rows[last].iter().enumerate().filter(|(_, stop)| stop.value == value).map(|(at, _)| (last, at, Vec::new())).collect();
    let mut found = Vec::new();
    while let Some((tier, at, tiers)) = todo.pop() {
        if found.len() == MOST_BEST || todo.len() > MOST_ENDS {
            return (found, false);
        }
        if tier == 0 {
            found.push(tiers);
            continue;
        }
        let stop = &rows[tier][at];
        for from in &stop.from {
            let ranks = between(cuts, &rows[tier - 1][*from].end, &stop.end).unwrap_or_default();
            let mut longer = vec![ranks];
            longer.extend(tiers.iter().cloned());
            todo.push((tier - 1, *from, longer));
        }
    }
    (found, true)
}
