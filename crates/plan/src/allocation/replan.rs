//! When somebody leaves or an estate is added: how fair it gets for how many changes of hands.

use super::case::Case;
use super::solve::{Failure, Options, Solution, solve};

/// An estate that changes hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HandOver {
    /// Which estate.
    pub estate: usize,
    /// From whom; `None` where it had nobody.
    pub from: Option<usize>,
    /// To whom.
    pub to: usize,
}

/// The best plan with at most so many changes.
#[derive(Clone, Debug)]
pub struct Point {
    /// The most changes allowed.
    pub changes: usize,
    /// The plan.
    pub solution: Solution,
}

/// The curve of fairness against changes: from the fewest changes that the rules allow, up to where more changes help
/// no more. At most `most` points.
///
/// # Errors
/// No plan keeps the rules, or none was found.
pub fn curve(
    case: &Case,
    options: Options,
    most: usize,
    stop: &mut dyn FnMut() -> bool,
) -> Result<Vec<Point>, Failure> {
    let whole = solve(case, options, stop)?;
    let enough = whole.certificate.values[4].round() as usize;
    let mut points = Vec::new();
    for changes in 0..enough {
        if points.len() + 1 >= most || stop() {
            break;
        }
        let limited = Case { max_changes: Some(changes), ..case.clone() };
        if let Ok(solution) = solve(&limited, options, stop) {
            points.push(Point { changes, solution });
        }
    }
    points.push(Point { changes: enough, solution: whole });
    Ok(points)
}

/// Who hands what to whom, in the order of the input. Estates that had nobody are among them.
#[must_use]
pub fn hand_overs(case: &Case, plan: &[usize]) -> Vec<HandOver> {
    let each = plan.iter().zip(&case.current).enumerate();
    let moved = each.filter(|(_, (to, from))| **from != Some(**to));
    moved.map(|(estate, (to, from))| HandOver { estate, from: *from, to: *to }).collect()
}
