//! Streets, gates and barriers laid under a problem: walks and neighbours follow them.

use super::super::fault::Fault;
use super::super::problem::{Distance, Problem};
use super::super::validate;
use super::flat::{self, Flat};
use super::{Lines, LonLat, Spot, surveyed};
use std::collections::HashMap;

/// The most buildings: a table of all their walks is worked out.
pub const MOST: usize = 3_000;
/// Lines farther than this from every building, in metres, belong to another place.
const FAR: f64 = 20_000.0;

/// What the lines made of a problem.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ground {
    /// Given links that a barrier cuts; 0 where no links were given.
    pub cut: usize,
    /// Estates that fall apart by a barrier, with the buildings of each part.
    pub torn: Vec<(String, Vec<Vec<String>>)>,
    /// Buildings too far from every street: they walk from neighbour to neighbour.
    pub off_streets: Vec<String>,
}

/// Lays lines under a problem with coordinates in degrees. Its distances become walks in metres. Links that are given
/// stay but for those that a barrier cuts; without any, neighbours are found.
///
/// # Errors
/// Faults of rows, coordinates that are no degrees, too many buildings, lines of another place.
pub fn lay(problem: &mut Problem, lines: &Lines) -> Result<Ground, Vec<Fault>> {
    let found = faults(problem, lines);
    if !found.is_empty() {
        return Err(found);
    }
    let buildings = &problem.buildings;
    let mut estates: Vec<&str> = buildings.iter().map(|it| it.estate.as_deref().unwrap_or(&it.id)).collect();
    estates.sort_unstable();
    estates.dedup();
    let spot = |(at, estate): (LonLat, &str)| Spot { at, estate: estates.partition_point(|it| *it < estate) };
    let named = buildings.iter().map(|it| it.estate.as_deref().unwrap_or(&it.id));
    let spots: Vec<Spot> = places(problem).zip(named).map(spot).collect();
    let place: HashMap<&str, usize> =
        buildings.iter().enumerate().map(|(at, it)| (it.id.as_str(), at)).collect();
    let pairs = problem.adjacency.iter();
    let given: Vec<(usize, usize)> = pairs.map(|(a, b)| (place[a.as_str()], place[b.as_str()])).collect();
    let survey = surveyed(&spots, lines, (!given.is_empty()).then_some(&given));
    let name = |at: usize| buildings[at].id.clone();
    let parts = |parts: &Vec<Vec<usize>>| {
        let estate = estates[spots[parts[0][0]].estate].to_owned();
        (estate, parts.iter().map(|part| part.iter().map(|at| name(*at)).collect()).collect())
    };
    let ground = Ground {
        cut: if given.is_empty() { 0 } else { given.len() - survey.links.len() },
        torn: survey.torn.iter().map(parts).collect(),
        off_streets: survey.off_streets.iter().map(|at| name(*at)).collect(),
    };
    problem.adjacency = survey.links.iter().map(|(a, b)| (name(*a), name(*b))).collect();
    problem.distance = Distance::Matrix;
    problem.matrix = Some(survey.walks);
    Ok(ground)
}

fn places(problem: &Problem) -> impl Iterator<Item = LonLat> + '_ {
    problem.buildings.iter().map(|it| (it.x.unwrap_or_default(), it.y.unwrap_or_default()))
}

fn faults(problem: &Problem, lines: &Lines) -> Vec<Fault> {
    if problem.distance != Distance::Haversine {
        return vec![Fault::new(
            "distance",
            "道路和障碍以经纬度给出，楼栋也须如此。请把 x 写成经度、y 写成纬度，并写 \"distance\": \"haversine\"",
            "streets and barriers are in degrees, so buildings must be: give x as longitude, y as latitude, and write \
             \"distance\": \"haversine\"",
        )];
    }
    let count = problem.buildings.len();
    if count > MOST {
        return vec![Fault::new(
            "buildings",
            format!("共 {count} 栋，按道路计算最多 {MOST} 栋。请分片划分，或不给道路和障碍"),
            format!(
                "there are {count}; with streets and barriers {MOST} at most. Design parts of the town, or leave the lines out"
            ),
        )];
    }
    let found = validate::single(problem);
    if !found.is_empty() {
        return found;
    }
    let flat = Flat::around(places(problem));
    let spots: Vec<_> = places(problem).map(|at| flat.of(at)).collect();
    let corners = lines.ways.iter().chain(&lines.barriers).flatten().map(|at| flat.of(*at));
    let way = |corner| spots.iter().map(|it| flat::between(*it, corner)).fold(f64::INFINITY, f64::min);
    let nearest = corners.map(way).fold(f64::INFINITY, f64::min);
    if nearest.is_finite() && nearest > FAR {
        let kilometres = (nearest / 1_000.0).round();
        return vec![Fault::new(
            "lines",
            format!("道路和障碍离最近的楼栋有 {kilometres} 公里，像是别处的。请核对文件，坐标应为 WGS-84"),
            format!(
                "the streets and barriers are {kilometres} km from the nearest building, like those of another place. \
                 Look at the file; coordinates are WGS-84"
            ),
        )];
    }
    Vec::new()
}

#[cfg(test)]
mod tests;
