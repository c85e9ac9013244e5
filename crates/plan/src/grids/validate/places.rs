//! Faults of the map: buildings far from all others, and parts that nothing joins.

use super::super::fault::{Fault, some};
use super::super::problem::{Distance, Problem};

/// Farther than so many times the distance that nine tenths of the buildings keep from the middle is a slip.
const FAR: f64 = 30.0;
/// No community reaches farther than this from its middle, in degrees of longitude or latitude.
const DEGREES: f64 = 1.0;

pub(super) fn check(problem: &Problem) -> Vec<Fault> {
    if problem.distance == Distance::Matrix {
        return Vec::new();
    }
    let point = |at: usize| {
        let it = &problem.buildings[at];
        (it.x.unwrap_or_default(), it.y.unwrap_or_default())
    };
    let all = 0..problem.buildings.len();
    let mut found = Vec::new();
    if problem.distance == Distance::Haversine {
        let wrong: Vec<usize> =
            all.clone().filter(|&at| point(at).0.abs() > 180.0 || point(at).1.abs() > 90.0).collect();
        if let Some(first) = wrong.first() {
            let names = some(wrong.iter().map(|&at| problem.buildings[at].id.as_str()));
            found.push(Fault::new(
                format!("buildings[{first}]"),
                format!("经纬度超出范围：{names}。x 应为经度，y 应为纬度；若单位是米，请用 euclidean"),
                format!("no longitude and latitude: {names}. x is the longitude, y the latitude; metres want euclidean"),
            ));
            return found;
        }
    }
    let middle = (median(all.clone().map(|at| point(at).0)), median(all.clone().map(|at| point(at).1)));
    let ways: Vec<f64> =
        all.clone().map(|at| (point(at).0 - middle.0).hypot(point(at).1 - middle.1)).collect();
    let mut sorted = ways.clone();
    sorted.sort_by(f64::total_cmp);
    let usual = sorted[(sorted.len() - 1) * 9 / 10];
    let limit = match problem.distance {
        Distance::Haversine => DEGREES,
        // Two or three buildings say nothing about what is usual.
        _ if ways.len() < 10 || usual <= 0.0 => f64::INFINITY,
        _ => FAR * usual,
    };
    let far: Vec<usize> = all.filter(|&at| ways[at] > limit).collect();
    if let Some(first) = far.first() {
        let names = some(far.iter().map(|&at| problem.buildings[at].id.as_str()));
        found.push(Fault::new(
            format!("buildings[{first}]"),
            format!("离其他楼栋太远，像是外地的坐标：{names}。请核对这些行的 x、y，或先去掉它们"),
            format!(
                "far from all others, like coordinates of another province: {names}. \
                 Look at x and y of these rows, or leave them out"
            ),
        ));
    }
    found
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
