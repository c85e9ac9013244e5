//! First regions: seeds that lie apart, and who goes to which.

use super::chance::Chance;
use super::connect::Walker;
use super::model::Model;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The region of each building, for `count` regions; none is empty. With contiguity every region hangs together and
/// every part of the map has at least one, so `count` must not be below the number of parts, nor above the buildings.
pub fn begin(model: &Model, count: usize, chance: &mut Chance) -> Vec<u32> {
    let seeds = match &model.centres {
        Some(centres) => centres.iter().map(|it| it.0).collect(),
        None => seeds(model, count, chance),
    };
    if model.contiguous { grow(model, &seeds) } else { nearest(model, &seeds) }
}

/// Seeds one after the other, each the likelier the farther it is from those before (`k-means++`, Arthur and
/// Vassilvitskii 2007, with distances instead of squares). Each part of the map gets its own first.
fn seeds(model: &Model, count: usize, chance: &mut Chance) -> Vec<u32> {
    let all: Vec<u32> = (0..model.len() as u32).collect();
    let parts =
        if model.contiguous { Walker::new(all.len()).parts(&model.near, &all) } else { vec![all.clone()] };
    let mut far = vec![f64::INFINITY; all.len()];
    let (mut seeds, mut ways) = (Vec::with_capacity(count), Vec::new());
    let mut taken = vec![false; all.len()];
    while seeds.len() < count {
        let next = match parts.get(seeds.len()) {
            Some(part) => part[chance.below(part.len())],
            None => draw(&far, &taken, chance),
        };
        taken[next as usize] = true;
        seeds.push(next);
        model.metric.ways_from(next as usize, &all, &mut ways);
        for (far, way) in far.iter_mut().zip(&ways) {
            *far = far.min(*way);
        }
    }
    seeds
}

fn draw(far: &[f64], taken: &[bool], chance: &mut Chance) -> u32 {
    let sum: f64 = far.iter().filter(|it| it.is_finite()).sum();
    let mut left = chance.unit() * sum;
    for (place, &way) in far.iter().enumerate() {
        left -= way;
        if left < 0.0 && !taken[place] {
            return place as u32;
        }
    }
    // All that is left lies on a seed.
    taken.iter().position(|it| !it).unwrap_or_default() as u32
}

fn nearest(model: &Model, seeds: &[u32]) -> Vec<u32> {
    let mut ways = Vec::new();
    let mut of: Vec<u32> = (0..model.len())
        .map(|building| {
            model.metric.ways_from(building, seeds, &mut ways);
            let best = ways.iter().enumerate().min_by(|a, b| a.1.total_cmp(b.1));
            best.map_or(0, |it| it.0 as u32)
        })
        .collect();
    for (number, &seed) in (0_u32..).zip(seeds) {
        of[seed as usize] = number;
    }
    of
}

/// Regions grow from their seeds over the adjacency, the nearest building first.
fn grow(model: &Model, seeds: &[u32]) -> Vec<u32> {
    let mut of = vec![u32::MAX; model.len()];
    let mut edge = BinaryHeap::new();
    let offer = |edge: &mut BinaryHeap<_>, of: &[u32], at: u32, number: u32| {
        for &next in model.near[at as usize].iter().filter(|&&it| of[it as usize] == u32::MAX) {
            let way = model.metric.between(next as usize, seeds[number as usize] as usize);
            // Distances are not negative, so their bits are in their order.
            edge.push(Reverse((way.max(0.0).to_bits(), next, number)));
        }
    };
    for (number, &seed) in (0_u32..).zip(seeds) {
        of[seed as usize] = number;
    }
    for (number, &seed) in (0_u32..).zip(seeds) {
        offer(&mut edge, &of, seed, number);
    }
    while let Some(Reverse((_, next, number))) = edge.pop() {
        if of[next as usize] == u32::MAX {
            of[next as usize] = number;
            offer(&mut edge, &of, next, number);
        }
    }
    of
}

/// Beside whom a building may go: its neighbours by the adjacency, or else those nearest to it.
pub fn beside(model: &Model, count: usize) -> Vec<Vec<u32>> {
    if model.contiguous {
        return model.near.clone();
    }
    let all: Vec<u32> = (0..model.len() as u32).collect();
    let most = (2 * all.len() / count.max(1)).clamp(24, 160).min(all.len().saturating_sub(1));
    let mut ways = Vec::new();
    let nearest = |&building: &u32| {
        model.metric.ways_from(building as usize, &all, &mut ways);
        let mut list: Vec<u32> = all.iter().copied().filter(|&it| it != building).collect();
        let by_way = |a: &u32, b: &u32| ways[*a as usize].total_cmp(&ways[*b as usize]).then(a.cmp(b));
        if most < list.len() {
            list.select_nth_unstable_by(most, by_way);
            list.truncate(most);
        }
        list.sort_unstable_by(by_way);
        list
    };
    all.iter().map(nearest).collect()
}
