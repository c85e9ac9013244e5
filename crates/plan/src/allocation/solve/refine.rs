//! A sharper bound of the spread where ties leave many choices.
//!
//! The bound of a run takes the lightest estates of a tie. An estate of work `b` instead of `a` adds `b² − a²`, and
//! twice its partner's work times `b − a`; [`Cuts::left_out`] counts the first part. Here the second is counted too: an
//! estate no heavier than a limit has a partner of at least some work in every run that can be part of a best chain.

use super::chain::{Measure, backward, forward};
use super::cuts::{Cuts, Grid, lightest};
use super::model::FAR;
use std::ops::RangeInclusive;

/// Limits of weight that are tried: these many steps through the workloads.
const STEPS: usize = 20;

/// The least spread of a chain that is worth at most `most`, at least.
pub fn refined(cuts: &Cuts<'_>, least: &[Grid], measure: Measure, most: i64) -> Option<i64> {
    if !cuts.model.even || measure == Measure::Largest || least.len() < 2 {
        return None;
    }
    let extents = extents(cuts, least, measure, most)?;
    let mut work = cuts.model.work.clone();
    work.sort_unstable();
    let limits = (1..STEPS).map(|step| work[step * (work.len() - 1) / STEPS]);
    limits.map(|limit| bound(cuts, least, measure, &extents, limit)).max()
}

/// For each tier the upper and the lower cuts of the runs that can be part of a best chain.
type Extent = (RangeInclusive<usize>, RangeInclusive<usize>);

fn extents(cuts: &Cuts<'_>, least: &[Grid], measure: Measure, most: i64) -> Option<Vec<Extent>> {
    let (above, below) = (forward(cuts, least, measure), backward(cuts, least, measure));
    let mut extents = Vec::new();
    for (tier, grid) in least.iter().enumerate() {
        let mut found: Option<[usize; 4]> = None;
        for upper in grid.uppers() {
            let before = if tier == 0 { 0 } else { above[tier - 1][upper - cuts.ranges[tier - 1].0].0 };
            for lower in grid.lowers() {
                let run = measure.of(grid.at(upper, lower));
                let behind = below[tier][lower - cuts.ranges[tier].0];
                if run >= FAR || before >= FAR || behind >= FAR || before + run + behind > most {
                    continue;
                }
                let [a, b, c, d] = found.unwrap_or([upper, upper, lower, lower]);
                found = Some([a.min(upper), b.max(upper), c.min(lower), d.max(lower)]);
            }
        }
        let [a, b, c, d] = found?;
        // Runs whose open ends overlap are bounded in another way.
        if cuts.windows[b].1 > cuts.windows[c].0 {
            return None;
        }
        extents.push((a..=b, c..=d));
    }
    Some(extents)
}

/// The bound when estates no heavier than `limit` are counted with their partners.
fn bound(cuts: &Cuts<'_>, least: &[Grid], measure: Measure, extents: &[Extent], limit: i64) -> i64 {
    let partners: Vec<i64> =
        (0..extents.len()).map(|tier| partner(cuts, tier, &extents[tier], limit)).collect();
    let mut row: Vec<i64> = vec![0];
    for (tier, grid) in least.iter().enumerate() {
        let (uppers, lowers) = &extents[tier];
        let next = partners.get(tier + 1).copied().unwrap_or(0);
        let one = |lower: usize| {
            let ways = uppers.clone().zip(&row).map(|(upper, before)| {
                let run = measure.of(grid.at(upper, lower));
                if run >= FAR || *before >= FAR { FAR } else { before + run }
            });
            let best = ways.min().unwrap_or(FAR);
            best.saturating_add(2 * partners[tier].min(next) * raised(cuts, lower, limit)).min(FAR)
        };
        let found: Vec<i64> = lowers.clone().map(one).collect();
        // The next tier's uppers may be fewer or more than these lowers.
        row = extents.get(tier + 1).map_or(found.clone(), |(uppers, _)| {
            uppers
                .clone()
                .map(|cut| if lowers.contains(&cut) { found[cut - lowers.start()] } else { FAR })
                .collect()
        });
    }
    row.into_iter().min().unwrap_or(FAR)
}

/// The least work that the partner of an estate no heavier than `limit` has in any run of an extent: the run's estates
/// are some of those between the outermost cuts, and it has at least as many pairs as the shortest run.
fn partner(cuts: &Cuts<'_>, tier: usize, (uppers, lowers): &Extent, limit: i64) -> i64 {
    let (first, last) = (cuts.windows[*uppers.start()].0, cuts.windows[*lowers.end()].1);
    let sorted = lightest(cuts.model, first..last, last - first);
    let shortest = lowers.start().saturating_sub(*uppers.end());
    let paired = 2 * shortest.saturating_sub(cuts.model.tiers[tier].len());
    let no_heavier = sorted.partition_point(|work| *work <= limit);
    paired.checked_sub(no_heavier).and_then(|place| sorted.get(place)).copied().unwrap_or(0)
}

/// By how much the window of a cut, up to `limit`, outweighs the lightest choice on both sides.
fn raised(cuts: &Cuts<'_>, cut: usize, limit: i64) -> i64 {
    let (first, last) = cuts.windows[cut];
    let sum = |count: usize| -> i64 {
        lightest(cuts.model, first..last, count).iter().map(|work| (*work).min(limit)).sum()
    };
    sum(last - first) - sum(cut - first) - sum(last - cut)
}

#[cfg(test)]
mod tests {
    use super::super::chain::{best, runs};
    use super::super::model::Model;
    use super::super::polish::polished;
    use super::super::ties::exact;
    use super::*;
    use crate::allocation::case::Case;
    use crate::allocation::sample::community;

    #[test]
    fn it_is_sharper_and_never_over_the_truth() {
        let mut sharper = 0;
        for seed in 0..30 {
            let mut form = community(80, 44, seed);
            // Steps of two points: four or five estates to a tie.
            form.estates
                .iter_mut()
                .for_each(|one| one.difficulty = one.difficulty.map(|it| 2.0 * (it / 2.0).round()));
            let model = Model::of(&Case::of(&form).unwrap(), true);
            let cuts = Cuts::new(&model).unwrap();
            let grids = |at_least| -> Vec<Grid> {
                (0..3).map(|tier| cuts.grid(tier, at_least, &mut || false).unwrap()).collect()
            };
            let (known, least) = (grids(false), grids(true));
            let measure = Measure::Spread(FAR - 1);
            let most = polished(&cuts, runs(&best(&cuts, &known, measure).unwrap().1), measure).0;
            let truth = exact(&cuts, &least, measure, most, &mut || false).unwrap().value;
            let before = best(&cuts, &least, measure).unwrap().0;
            let after = refined(&cuts, &least, measure, most).unwrap_or(before);
            assert!(before <= truth && after <= truth, "seed {seed}: {before} {after} {truth}");
            sharper += i32::from(after > before);
        }
        assert!(sharper > 0);
    }
}
