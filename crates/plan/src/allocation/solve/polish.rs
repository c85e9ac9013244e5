//! Making a chain of cuts better where estates could stand on either side.

use super::chain::{Measure, run};
use super::cuts::Cuts;
use super::model::FAR;

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
