//! The problem as the searches read it: numbers instead of names.

use super::connect::Walker;
use super::metric::Metric;
use super::problem::{Band, Distance, Objective, Problem};
use std::collections::HashMap;

/// A checked problem in numbers. Buildings are known by their place in the input.
#[derive(Clone, Debug)]
pub struct Model {
    /// Households of each building.
    pub households: Vec<i64>,
    /// What a unit of distance of each building costs: 1, or its households.
    pub weight: Vec<f64>,
    /// Distances.
    pub metric: Metric,
    /// Adjacent buildings, in order, without doubles; empty lists where contiguity does not count.
    pub near: Vec<Vec<u32>>,
    /// The estate of each building.
    pub estate: Vec<u32>,
    /// The buildings of each estate.
    pub estates: Vec<Vec<u32>>,
    /// The band of households.
    pub band: Band,
    /// Building and limit of each fixed centre.
    pub centres: Option<Vec<(u32, i64)>>,
    /// Whether grids must hang together.
    pub contiguous: bool,
}

impl Model {
    /// From a problem without faults.
    pub fn new(problem: &Problem) -> Self {
        let buildings = &problem.buildings;
        let place: HashMap<&str, u32> = (0_u32..).zip(buildings).map(|(i, it)| (it.id.as_str(), i)).collect();
        let points: Vec<_> =
            buildings.iter().map(|it| (it.x.unwrap_or_default(), it.y.unwrap_or_default())).collect();
        let metric = match (problem.distance, &problem.matrix) {
            (Distance::Matrix, Some(rows)) => Metric::table(rows),
            (Distance::Haversine, _) => Metric::sphere(&points),
            _ => Metric::plane(&points),
        };
        let mut near = vec![Vec::new(); buildings.len()];
        if problem.contiguous {
            for (a, b) in &problem.adjacency {
                if let (Some(&a), Some(&b)) = (place.get(a.as_str()), place.get(b.as_str()))
                    && a != b
                {
                    near[a as usize].push(b);
                    near[b as usize].push(a);
                }
            }
            for list in &mut near {
                list.sort_unstable();
                list.dedup();
            }
        }
        let (mut estates, mut estate, mut number) = (Vec::<Vec<u32>>::new(), Vec::new(), HashMap::new());
        for (i, it) in (0_u32..).zip(buildings) {
            // A building without an estate gets a name that no estate has: its own place.
            let key = it.estate.as_deref().map_or((None, i), |name| (Some(name), 0));
            let of = *number.entry(key).or_insert_with(|| {
                estates.push(Vec::new());
                estates.len() as u32 - 1
            });
            estates[of as usize].push(i);
            estate.push(of);
        }
        let weight = |households: i64| match problem.objective {
            Objective::Median => 1.0,
            Objective::WeightedMedian => households as f64,
        };
        let centres = problem.centres.as_ref().map(|list| {
            list.iter()
                .filter_map(|it| {
                    place
                        .get(it.building.as_str())
                        .map(|&at| (at, it.max_households.min(problem.households.max)))
                })
                .collect()
        });
        Self {
            households: buildings.iter().map(|it| it.households).collect(),
            weight: buildings.iter().map(|it| weight(it.households)).collect(),
            metric,
            near,
            estate,
            estates,
            band: problem.households,
            centres,
            contiguous: problem.contiguous,
        }
    }

    /// Where contiguity does not count but neighbourhood does: each building is joined to the six nearest, and parts
    /// that are still apart to the nearest building of another.
    pub fn link_nearest(&mut self) {
        let all: Vec<u32> = (0..self.len() as u32).collect();
        let mut ways = Vec::new();
        for &at in &all {
            self.metric.ways_from(at as usize, &all, &mut ways);
            let mut near: Vec<u32> = all.iter().copied().filter(|&it| it != at).collect();
            near.sort_by(|&a, &b| ways[a as usize].total_cmp(&ways[b as usize]).then(a.cmp(&b)));
            for &other in near.iter().take(6) {
                self.near[at as usize].push(other);
                self.near[other as usize].push(at);
            }
        }
        self.near.iter_mut().for_each(|list| {
            list.sort_unstable();
            list.dedup();
        });
        loop {
            let parts = Walker::new(self.len()).parts(&self.near, &all);
            let Some(part) = parts.first().filter(|_| parts.len() > 1) else { return };
            let pairs = part
                .iter()
                .flat_map(|&a| all.iter().filter(|it| part.binary_search(it).is_err()).map(move |&b| (a, b)));
            let way = |pair: &(u32, u32)| self.metric.between(pair.0 as usize, pair.1 as usize);
            let Some((a, b)) = pairs.min_by(|one, other| way(one).total_cmp(&way(other))) else { return };
            self.near[a as usize].push(b);
            self.near[b as usize].push(a);
            self.near[a as usize].sort_unstable();
            self.near[b as usize].sort_unstable();
        }
    }

    /// The same problem for some of the buildings alone, which are then known by their place in the list.
    pub fn part(&self, buildings: &[u32]) -> Self {
        let place: HashMap<u32, u32> = buildings.iter().copied().zip(0_u32..).collect();
        let near = |it: &u32| {
            let mut list: Vec<u32> =
                self.near[*it as usize].iter().filter_map(|other| place.get(other).copied()).collect();
            list.sort_unstable();
            list
        };
        let (mut estates, mut number) = (Vec::<Vec<u32>>::new(), HashMap::new());
        let mut estate = Vec::new();
        for (&it, at) in buildings.iter().zip(0_u32..) {
            let of = *number.entry(self.estate[it as usize]).or_insert_with(|| {
                estates.push(Vec::new());
                estates.len() as u32 - 1
            });
            estates[of as usize].push(at);
            estate.push(of);
        }
        Self {
            households: buildings.iter().map(|&it| self.households[it as usize]).collect(),
            weight: buildings.iter().map(|&it| self.weight[it as usize]).collect(),
            metric: self.metric.part(buildings),
            near: buildings.iter().map(near).collect(),
            estate,
            estates,
            band: self.band,
            centres: None,
            contiguous: self.contiguous,
        }
    }

    /// Buildings.
    pub fn len(&self) -> usize {
        self.households.len()
    }

    /// What it costs that a building walks to a centre.
    pub fn cost(&self, building: u32, centre: u32) -> f64 {
        self.weight[building as usize] * self.metric.between(building as usize, centre as usize)
    }

    /// Households of several buildings.
    pub fn load(&self, buildings: &[u32]) -> i64 {
        buildings.iter().map(|&it| self.households[it as usize]).sum()
    }

    /// Households of an estate.
    pub fn estate_load(&self, estate: usize) -> i64 {
        self.load(&self.estates[estate])
    }

    /// The pieces that an estate needs so that none is above the band: ⌈H ÷ max⌉, at least 1.
    pub fn needed(&self, estate: usize) -> i64 {
        let max = self.band.max.max(1);
        ((self.estate_load(estate) + max - 1) / max).max(1)
    }

    /// The cheapest centre among several buildings, and its cost. The first of equals.
    pub fn best_centre(&self, buildings: &[u32]) -> (u32, f64) {
        let mut best = (buildings.first().copied().unwrap_or_default(), f64::INFINITY);
        for &centre in buildings {
            let mut cost = 0.0;
            for &it in buildings {
                cost += self.cost(it, centre);
                if cost >= best.1 {
                    break;
                }
            }
            if cost < best.1 {
                best = (centre, cost);
            }
        }
        best
    }
}
