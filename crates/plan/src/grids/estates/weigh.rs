//! Estates against band against walk: grids that touch are put together and cut anew along random trees.
//!
//! The trees prefer edges inside an estate and inside a present grid, so cuts tend to follow the borders of estates
//! (recombination: DeFord, Duchin and Solomon 2021; accepted as in simulated annealing).

use super::super::chance::Chance;
use super::super::model::Model;
use super::tree::tree_cut;

/// What each fault of a plan weighs.
#[derive(Clone, Copy, Debug)]
pub struct Weights {
    /// A grid outside the band.
    pub outside: f64,
    /// A household outside the band.
    pub beyond: f64,
    /// A grid that mixes estates of which one is cut.
    pub mixed: f64,
    /// A piece of an estate that it does not need.
    pub extra: f64,
    /// The mean walk over a plan like the first, all grids together: so a grid weighs its share.
    pub walk: f64,
}

/// A plan whose grids are put together and cut anew.
struct Plan<'m> {
    model: &'m Model,
    weights: Weights,
    grids: Vec<Vec<u32>>,
    costs: Vec<f64>,
    of: Vec<u32>,
    pieces: Vec<u32>,
    unit: f64,
}

/// Makes a plan better by so many recombinations; temperatures are in units of the weights.
pub fn recombine(
    model: &Model,
    grids: Vec<Vec<u32>>,
    weights: Weights,
    rounds: u64,
    heat: (f64, f64),
    chance: &mut Chance,
    stop: &mut dyn FnMut(f64) -> bool,
) -> Vec<Vec<u32>> {
    let mut plan = Plan::new(model, grids, weights);
    let mut total: f64 = plan.total();
    let mut best = (total, plan.grids.clone());
    let pause = 64 + plan.grids.len() as u64;
    for round in 0..rounds {
        let share = round as f64 / rounds as f64;
        if round % 64 == 0 && stop(share) {
            break;
        }
        let temperature = heat.0 * (heat.1 / heat.0).powf(share);
        let limit = -temperature * chance.unit().max(1e-300).ln();
        if let Some(delta) = plan.attempt(limit, chance) {
            total += delta;
        }
        // A copy of the plan costs as much as many rounds.
        if round % pause == 0 && total < best.0 - 1e-9 {
            best = (total, plan.grids.clone());
        }
    }
    if total < best.0 { plan.grids } else { best.1 }
}

impl<'m> Plan<'m> {
    fn new(model: &'m Model, grids: Vec<Vec<u32>>, weights: Weights) -> Self {
        let (mut of, mut pieces) = (vec![0; model.len()], vec![0; model.estates.len()]);
        for (number, grid) in (0_u32..).zip(&grids) {
            grid.iter().for_each(|&it| of[it as usize] = number);
            estates_of(model, grid).into_iter().for_each(|it| pieces[it as usize] += 1);
        }
        let costs: Vec<f64> = grids.iter().map(|it| model.best_centre(it).1).collect();
        let unit = costs.iter().sum::<f64>().max(1e-9) / grids.len().max(1) as f64;
        Self { model, weights, grids, costs, of, pieces, unit }
    }

    fn total(&self) -> f64 {
        let all: Vec<usize> = (0..self.grids.len()).collect();
        self.price(&all.iter().map(|&it| (&self.grids[it][..], self.costs[it])).collect::<Vec<_>>())
    }

    /// What some grids weigh; the pieces of all estates in them must be counted.
    fn price(&self, grids: &[(&[u32], f64)]) -> f64 {
        let mut price = 0.0;
        let mut seen: Vec<u32> = Vec::new();
        for &(grid, cost) in grids {
            let load = self.model.load(grid);
            if !self.model.band.holds(load) {
                let beyond = (load - self.model.band.max).max(self.model.band.min - load);
                price += self.weights.outside + self.weights.beyond * beyond as f64;
            }
            let estates = estates_of(self.model, grid);
            if estates.len() > 1 && estates.iter().any(|&it| self.pieces[it as usize] > 1) {
                price += self.weights.mixed;
            }
            price += self.weights.walk * cost / self.unit;
            seen.extend(estates);
        }
        seen.sort_unstable();
        seen.dedup();
        let extra =
            |&it: &u32| (i64::from(self.pieces[it as usize]) - self.model.needed(it as usize)).max(0) as f64;
        price + self.weights.extra * seen.iter().map(extra).sum::<f64>()
    }

    /// Puts some grids together and cuts them anew; by how much the plan changed where it was accepted.
    fn attempt(&mut self, limit: f64, chance: &mut Chance) -> Option<f64> {
        let chosen = self.choose(chance);
        let union: Vec<u32> = chosen.iter().flat_map(|&it| self.grids[it].iter().copied()).collect();
        let (load, band) = (self.model.load(&union), self.model.band);
        let (fewest, most) = ((load + band.max - 1) / band.max.max(1), load / band.min.max(1));
        let old = chosen.len() as i64;
        let count = if fewest <= most {
            (old - 1 + chance.below(3) as i64).clamp(fewest, most)
        } else {
            (old - 1 + chance.below(2) as i64).max(fewest)
        };
        if count < 1 || count as usize > union.len() {
            return None;
        }
        let (bias, sticky) = (1.5 * chance.unit(), chance.unit());
        let (model, of) = (self.model, &self.of);
        let weight = |chance: &mut Chance, a: u32, b: u32| {
            let cut = model.estate[a as usize] != model.estate[b as usize];
            let apart = of[a as usize] != of[b as usize];
            chance.unit() + bias * f64::from(u8::from(cut)) + sticky * f64::from(u8::from(apart))
        };
        let pieces = tree_cut(model, &union, count as usize, chance, &weight)?;
        let costs: Vec<f64> = pieces.iter().map(|it| model.best_centre(it).1).collect();
        let olds: Vec<_> = chosen.iter().map(|&it| (&self.grids[it][..], self.costs[it])).collect();
        let before = self.price(&olds);
        self.count(&chosen.iter().map(|&it| self.grids[it].clone()).collect::<Vec<_>>(), false);
        self.count(&pieces, true);
        let news: Vec<_> = pieces.iter().zip(&costs).map(|(it, &cost)| (&it[..], cost)).collect();
        let delta = self.price(&news) - before;
        if delta > limit {
            self.count(&pieces, false);
            self.count(&chosen.iter().map(|&it| self.grids[it].clone()).collect::<Vec<_>>(), true);
            return None;
        }
        self.replace(chosen, pieces, costs);
        Some(delta)
    }

    /// A few grids that hang together, often around one that is at fault.
    fn choose(&self, chance: &mut Chance) -> Vec<usize> {
        let mut start = chance.below(self.grids.len());
        for _ in 0..12 {
            let grid = &self.grids[start];
            let fault =
                !self.model.band.holds(self.model.load(grid)) || estates_of(self.model, grid).len() > 1;
            if fault || chance.below(24) == 0 {
                break;
            }
            start = chance.below(self.grids.len());
        }
        let count = 2 + chance.below(3);
        let (mut chosen, mut tries) = (vec![start], 0);
        while chosen.len() < count && tries < 40 {
            tries += 1;
            let grid = &self.grids[chosen[chance.below(chosen.len())]];
            let near = &self.model.near[grid[chance.below(grid.len())] as usize];
            if near.is_empty() {
                continue;
            }
            let next = self.of[near[chance.below(near.len())] as usize] as usize;
            if !chosen.contains(&next) {
                chosen.push(next);
            }
        }
        chosen
    }

    fn count(&mut self, grids: &[Vec<u32>], add: bool) {
        for grid in grids {
            for estate in estates_of(self.model, grid) {
                let pieces = &mut self.pieces[estate as usize];
                *pieces = if add { *pieces + 1 } else { pieces.saturating_sub(1) };
            }
        }
    }

    fn replace(&mut self, mut chosen: Vec<usize>, pieces: Vec<Vec<u32>>, costs: Vec<f64>) {
        // From the back, so that a grid that fills a gap is never one that is about to go.
        chosen.sort_unstable_by(|a, b| b.cmp(a));
        for (piece, cost) in pieces.into_iter().zip(costs) {
            let number = chosen.pop().unwrap_or(self.grids.len());
            piece.iter().for_each(|&it| self.of[it as usize] = number as u32);
            if number == self.grids.len() {
                self.grids.push(piece);
                self.costs.push(cost);
            } else {
                self.grids[number] = piece;
                self.costs[number] = cost;
            }
        }
        for number in chosen {
            self.grids.swap_remove(number);
            self.costs.swap_remove(number);
            if let Some(moved) = self.grids.get(number) {
                moved.iter().for_each(|&it| self.of[it as usize] = number as u32);
            }
        }
    }
}

/// The estates of which a grid holds buildings.
pub fn estates_of(model: &Model, grid: &[u32]) -> Vec<u32> {
    let mut list: Vec<u32> = grid.iter().map(|&it| model.estate[it as usize]).collect();
    list.sort_unstable();
    list.dedup();
    list
}
