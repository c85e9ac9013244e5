//! Every choice of ties at the cuts that the bounds leave.

use super::chain::{Measure, backward, forward, run};
use super::cuts::{Cuts, Grid, lightest, priced};
use super::model::FAR;
use std::ops::Range;

/// More ends of runs than this for one tier are not tried one by one.
const MOST_ENDS: usize = 40_000;
/// Workloads that may be looked at in all.
const MOST_LOOKS: usize = 6_000_000_000;
/// More best chains than this are not listed.
const MOST_BEST: usize = 16;

/// Who stands above a cut.
#[derive(Clone, Debug, PartialEq, Eq)]
struct End {
    cut: usize,
    /// Ranks of the window that stand above.
    above: Vec<usize>,
}

impl End {
    fn is_above(&self, cuts: &Cuts<'_>, rank: usize) -> bool {
        rank < cuts.windows[self.cut].0 || self.above.contains(&rank)
    }

    /// The work of those of the window that stand below.
    fn below(&self, cuts: &Cuts<'_>) -> Vec<i64> {
        let (first, last) = cuts.windows[self.cut];
        let ranks = (first..last).filter(|rank| !self.above.contains(rank));
        ranks.map(|rank| cuts.model.work[rank]).collect()
    }
}

struct Stop {
    end: End,
    value: i64,
    /// The stops above that lead here at this value.
    from: Vec<usize>,
}

/// The best chains: what they are worth, for each the ranks of each tier, and whether all are listed.
pub struct Best {
    /// Below this none is worth.
    pub bound: i64,
    /// What each of them is worth.
    pub value: i64,
    /// For each chain the ranks of each tier.
    pub chains: Vec<Vec<Vec<usize>>>,
    /// Whether there are no others.
    pub all: bool,
}

/// Tries every choice of ties. `most` is what some known chain is worth. `None` where there are too many.
pub fn exact(
    cuts: &Cuts<'_>,
    least: &[Grid],
    measure: Measure,
    most: i64,
    stop: &mut dyn FnMut() -> bool,
) -> Option<Best> {
    let mut search = Search {
        cuts,
        measure,
        most: most.min(FAR - 1),
        above: forward(cuts, least, measure),
        below: backward(cuts, least, measure),
        looks: 0,
    };
    let start = Stop { end: End { cut: 0, above: Vec::new() }, value: 0, from: Vec::new() };
    let mut rows = vec![vec![start]];
    for (tier, grid) in least.iter().enumerate() {
        let row = search.row(tier, grid, &rows[tier], stop)?;
        rows.push(row);
    }
    let value = rows.last()?.iter().map(|stop| stop.value).min()?;
    let (chains, all) = chains(cuts, &rows, value);
    Some(Best { bound: value, value, chains, all })
}

struct Search<'a> {
    cuts: &'a Cuts<'a>,
    measure: Measure,
    most: i64,
    above: Vec<Vec<(i64, usize)>>,
    below: Vec<Vec<i64>>,
    looks: usize,
}

impl Search<'_> {
    /// The ends that the bounds leave behind a tier. `None` where there are too many.
    fn row(
        &mut self,
        tier: usize,
        grid: &Grid,
        from: &[Stop],
        stop: &mut dyn FnMut() -> bool,
    ) -> Option<Vec<Stop>> {
        let mut row: Vec<Stop> = Vec::new();
        for lower in grid.lowers() {
            let place = lower - self.cuts.ranges[tier].0;
            let (best, rest) = (self.above[tier][place].0, self.below[tier][place]);
            if best >= FAR || self.measure.joined(best, rest) > self.most {
                continue;
            }
            let mut stops: Vec<Stop> = ends(self.cuts, lower)?
                .into_iter()
                .map(|end| Stop { end, value: FAR, from: Vec::new() })
                .collect();
            for upper in grid.uppers() {
                let starts = from.iter().enumerate().filter(|(_, stop)| stop.end.cut == upper);
                let starts: Vec<(usize, &Stop)> = starts
                    .filter(|(_, stop)| {
                        let so_far = self.measure.joined(stop.value, self.measure.of(grid.at(upper, lower)));
                        self.measure.joined(so_far, rest) <= self.most
                    })
                    .collect();
                if !starts.is_empty() {
                    self.between(tier, upper, lower, rest, &starts, &mut stops);
                }
                if self.looks > MOST_LOOKS || stop() {
                    return None;
                }
            }
            stops.retain(|stop| self.measure.joined(stop.value, rest + self.heavier(&stop.end)) <= self.most);
            row.extend(stops);
            if row.len() > MOST_ENDS {
                return None;
            }
        }
        Some(row)
    }

    /// What those below an end add to the next run at least over the lightest that could stand there.
    fn heavier(&self, end: &End) -> i64 {
        if !self.cuts.model.even || self.measure == Measure::Largest {
            return 0;
        }
        let below = end.below(self.cuts);
        let squares = |list: &[i64]| list.iter().map(|work| work * work).sum::<i64>();
        let (first, last) = self.cuts.windows[end.cut];
        squares(&below) - squares(&lightest(self.cuts.model, first..last, below.len()))
    }

    /// Joins the stops at one cut to the ends of the next.
    fn between(
        &mut self,
        tier: usize,
        upper: usize,
        lower: usize,
        rest: i64,
        starts: &[(usize, &Stop)],
        stops: &mut [Stop],
    ) {
        let (windows, model) = (&self.cuts.windows, self.cuts.model);
        let (open, closed) = (windows[upper].1, windows[lower].0);
        if open > closed {
            for (number, start) in starts {
                for stop in stops.iter_mut() {
                    self.looks += lower - upper;
                    if let Some(ranks) = ranks_between(self.cuts, &start.end, &stop.end) {
                        let value =
                            self.measure.joined(start.value, self.measure.of(run(self.cuts, tier, &ranks)));
                        offer(stop, *number, value);
                    }
                }
            }
            return;
        }
        let sure = lightest(model, open..closed, closed - open);
        let light_above = lightest(model, closed..windows[lower].1, lower - closed);
        let light_below = lightest(model, windows[upper].0..open, open - upper);
        let price = |ends: [&[i64]; 2]| self.measure.of(priced(model, tier, &merged(&sure, ends)));
        let left = starts.iter().filter(|(_, start)| {
            let value = price([&start.end.below(self.cuts), &light_above]);
            value < FAR && self.measure.joined(self.measure.joined(start.value, value), rest) <= self.most
        });
        let left: Vec<_> =
            left.map(|(number, start)| (*number, start.value, start.end.below(self.cuts))).collect();
        let Some(first) = left.iter().map(|one| one.1).min() else { return };
        let mut looks = starts.len() * (lower - upper);
        for stop in stops.iter_mut().filter(|stop| self.pinned_well(tier, upper..lower, &stop.end)) {
            let above: Vec<i64> = stop.end.above.iter().map(|rank| model.work[*rank]).collect();
            let value = self.measure.joined(first, price([&light_below, &above]));
            looks += lower - upper;
            if self.measure.joined(value, rest + self.heavier(&stop.end)) > self.most {
                continue;
            }
            for (number, before, below) in &left {
                looks += lower - upper;
                offer(stop, *number, self.measure.joined(*before, price([below, &above])));
            }
        }
        self.looks += looks;
    }

    /// Whether the pins near an end stand on their side; those of the upper end were looked at there.
    fn pinned_well(&self, tier: usize, run: Range<usize>, end: &End) -> bool {
        let posts = &self.cuts.model.tiers[tier];
        let (first, last) = self.cuts.windows[end.cut];
        self.cuts.model.pins.iter().all(|(rank, post)| {
            let here = (first..last).contains(rank) || run.contains(rank);
            !here || *post < posts.start || end.is_above(self.cuts, *rank) == (*post < posts.end)
        })
    }
}

/// Takes a way to a stop where it is as good as the best, or better.
fn offer(stop: &mut Stop, from: usize, value: i64) {
    if value < stop.value {
        (stop.value, stop.from) = (value, vec![from]);
    } else if value == stop.value && value < FAR {
        stop.from.push(from);
    }
}

/// A sorted list with some more in their places.
fn merged(sure: &[i64], ends: [&[i64]; 2]) -> Vec<i64> {
    let mut list = Vec::with_capacity(sure.len() + ends[0].len() + ends[1].len());
    list.extend_from_slice(sure);
    for work in ends.into_iter().flatten() {
        let place = list.partition_point(|other| other < work);
        list.insert(place, *work);
    }
    list
}

/// The ranks between two ends; `None` where something stands above the upper but not above the lower one.
fn ranks_between(cuts: &Cuts<'_>, upper: &End, lower: &End) -> Option<Vec<usize>> {
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
            let closed =
                |rank: usize| (first..last).all(|other| !model.harder(other, rank) || above.contains(&other));
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

/// The tiers of the best chains, followed from the last stop upwards.
fn chains(cuts: &Cuts<'_>, rows: &[Vec<Stop>], value: i64) -> (Vec<Vec<Vec<usize>>>, bool) {
    let last = rows.len() - 1;
    let ends = rows[last].iter().enumerate().filter(|(_, stop)| stop.value == value);
    let mut todo: Vec<(usize, usize, Vec<Vec<usize>>)> = ends.map(|(at, _)| (last, at, Vec::new())).collect();
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
            let ranks = ranks_between(cuts, &rows[tier - 1][*from].end, &stop.end).unwrap_or_default();
            let mut longer = vec![ranks];
            longer.extend(tiers.iter().cloned());
            todo.push((tier - 1, *from, longer));
        }
    }
    (found, true)
}
