//! Small problems from a seed.

use guanjia_plan::grids::{
    Band, Building, Distance, Effort, Fault, Objective, Plan, Priority, Problem, Strictness, Whole, design,
};

/// A source of numbers of its own, so that tests do not lean on what they test.
pub struct Numbers(pub u64);

impl Numbers {
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

/// A map of `wide` × `high` buildings, neighbours joined but for a few links, `estates` of connected buildings.
pub fn map(seed: u64, wide: usize, high: usize, estates: usize) -> Problem {
    let mut numbers = Numbers(seed.wrapping_mul(977) + 13);
    let size = wide * high;
    let mut links = Vec::new();
    for at in 0..size {
        if at % wide + 1 < wide && numbers.below(10) > 0 {
            links.push((at, at + 1));
        }
        if at + wide < size && numbers.below(10) > 0 {
            links.push((at, at + wide));
        }
    }
    let mut estate: Vec<Option<usize>> = vec![None; size];
    for number in 0..estates.min(size) {
        let free: Vec<usize> = (0..size).filter(|&it| estate[it].is_none()).collect();
        estate[free[numbers.below(free.len() as u64) as usize]] = Some(number);
    }
    while estate.iter().any(Option::is_none) {
        let open: Vec<(usize, usize)> = links
            .iter()
            .flat_map(|&(a, b)| [(a, b), (b, a)])
            .filter_map(|(a, b)| estate[b].is_none().then_some(()).and(estate[a]).map(|it| (b, it)))
            .collect();
        let Some(&(at, of)) = open.get(numbers.below(open.len().max(1) as u64) as usize) else { break };
        estate[at] = Some(of);
    }
    let buildings = (0..size)
        .map(|at| Building {
            id: format!("b{at}"),
            // A building that no estate reached is one of its own.
            estate: estate[at].map(|it| format!("e{it}")),
            households: 40 + 10 * numbers.below(18) as i64,
            x: Some((at % wide) as f64 * 50.0 + numbers.below(20) as f64),
            y: Some((at / wide) as f64 * 50.0 + numbers.below(20) as f64),
        })
        .collect();
    Problem {
        buildings,
        adjacency: links.into_iter().map(|(a, b)| (format!("b{a}"), format!("b{b}"))).collect(),
        distance: Distance::Euclidean,
        matrix: None,
        households: Band { min: 300, max: 500 },
        grids: None,
        objective: Objective::WeightedMedian,
        keep_estates_whole: Whole::Prefer,
        contiguous: true,
        centres: None,
        band: Strictness::Soft,
        priority: Priority::Integrity,
    }
}

/// Designs with little work.
pub fn quick(problem: &Problem) -> Result<Plan, Vec<Fault>> {
    design(problem, Effort { seed: 7, seconds: 0.05 }, &mut |_| false)
}

/// The answer as lists of places in the input.
pub fn places(problem: &Problem, plan: &Plan) -> Vec<Vec<usize>> {
    let place = |id: &String| problem.buildings.iter().position(|it| it.id == *id).unwrap();
    plan.grids.iter().map(|it| it.buildings.iter().map(place).collect()).collect()
}
