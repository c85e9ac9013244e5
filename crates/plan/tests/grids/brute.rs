//! Everything that can be, looked at one by one.

use guanjia_plan::grids::{Objective, Problem};

/// All partitions of `0..size`, as the number of the group of each.
pub fn partitions(size: usize, most: usize, seen: &mut dyn FnMut(&[usize], usize)) {
    fn deepen(
        of: &mut Vec<usize>,
        groups: usize,
        size: usize,
        most: usize,
        seen: &mut dyn FnMut(&[usize], usize),
    ) {
        if of.len() == size {
            seen(of, groups);
            return;
        }
        for group in 0..=groups.min(most - 1) {
            of.push(group);
            deepen(of, groups.max(group + 1), size, most, seen);
            of.pop();
        }
    }
    deepen(&mut Vec::new(), 0, size, most, seen);
}

pub fn groups(of: &[usize], count: usize) -> Vec<Vec<usize>> {
    (0..count).map(|group| (0..of.len()).filter(|&it| of[it] == group).collect()).collect()
}

pub fn load(problem: &Problem, group: &[usize]) -> i64 {
    group.iter().map(|&it| problem.buildings[it].households).sum()
}

fn way(problem: &Problem, a: usize, b: usize) -> f64 {
    let (a, b) = (&problem.buildings[a], &problem.buildings[b]);
    (a.x.unwrap() - b.x.unwrap()).hypot(a.y.unwrap() - b.y.unwrap())
}

pub fn cost_to(problem: &Problem, group: &[usize], centre: usize) -> f64 {
    let weight = |it: usize| match problem.objective {
        Objective::Median => 1.0,
        Objective::WeightedMedian => problem.buildings[it].households as f64,
    };
    group.iter().map(|&it| weight(it) * way(problem, it, centre)).sum()
}

pub fn cost(problem: &Problem, group: &[usize]) -> f64 {
    group.iter().map(|&centre| cost_to(problem, group, centre)).fold(f64::INFINITY, f64::min)
}

pub fn whole(problem: &Problem, group: &[usize]) -> bool {
    let place = |id: &str| problem.buildings.iter().position(|it| it.id == id).unwrap();
    let links: Vec<_> = problem.adjacency.iter().map(|(a, b)| (place(a), place(b))).collect();
    let mut reached = vec![group[0]];
    loop {
        let more = links
            .iter()
            .flat_map(|&(a, b)| [(a, b), (b, a)])
            .find(|(a, b)| reached.contains(a) && group.contains(b) && !reached.contains(b));
        match more {
            Some((_, b)) => reached.push(b),
            None => return reached.len() == group.len(),
        }
    }
}
