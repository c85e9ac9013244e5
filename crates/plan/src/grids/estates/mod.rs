//! Estates first: whole estates become grids, small ones merge, large ones are cut inside.

pub mod merge;
pub mod must;
pub mod split;
pub mod subsets;
pub mod tree;
pub mod weigh;

use super::chance::Chance;
use super::connect::Walker;
use super::model::Model;

/// A plan that keeps estates together.
#[derive(Clone, Debug)]
pub struct Whole {
    /// The grids.
    pub grids: Vec<Vec<u32>>,
    /// Whether no plan of this kind has a larger share of grids in the band.
    pub proved: bool,
}

/// Integrity first: no grid mixes a cut estate with another, and no estate has more pieces than it needs, ⌈H ÷ max⌉,
/// unless it does not hang together.
pub fn integrity(model: &Model, chance: &mut Chance, stop: &mut dyn FnMut(f64) -> bool) -> Whole {
    let mut walker = Walker::new(model.len());
    // The exact cuts of a town together should not take longer than those of a community.
    let most = (60_000 * 2_500 / model.len().max(1)).clamp(4_000, 60_000);
    let (mut grids, mut wholes, mut proved) = (Vec::new(), Vec::new(), true);
    for (number, buildings) in model.estates.iter().enumerate() {
        let parts = walker.parts(&model.near, buildings);
        if parts.len() == 1 && model.needed(number) == 1 {
            wholes.push(buildings.clone());
            continue;
        }
        for part in parts {
            let max = model.band.max.max(1);
            let needed = ((model.load(&part) + max - 1) / max).max(1) as usize;
            if stop(0.5 * number as f64 / model.estates.len() as f64) {
                grids.extend(split::quick(model, &part, needed, chance));
                proved = false;
                continue;
            }
            let cut = split::split(model, &part, needed, most, chance);
            grids.extend(cut.pieces);
            proved &= cut.proved;
        }
    }
    let fine = grids.iter().filter(|it| model.band.holds(model.load(it))).count();
    let merged = merge::merge(model, &wholes, (grids.len(), fine));
    grids.extend(merged.groups);
    Whole { grids, proved: proved && merged.proved }
}
