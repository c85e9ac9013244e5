//! Why this officer: what every other one would cost.

use super::case::Case;
use super::objective::{Objective, Values};
use super::solve::{Failure, Options, Solution, solve};
use std::cmp::Ordering;

/// What it costs to give an estate to another officer, when everything else is arranged as well as can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Regret {
    /// This is where it is.
    Chosen,
    /// The rules do not allow it.
    Impossible,
    /// It was not found out in time.
    Unknown,
    /// How much more each objective is worth then; what is less stands behind an objective that is more.
    Price(Values),
}

impl Regret {
    /// The first objective of the order that gets worse, and by how much; `None` where nothing does.
    #[must_use]
    pub fn first(&self, order: &[Objective]) -> Option<(Objective, f64)> {
        let Self::Price(price) = self else { return None };
        order.iter().map(|one| (*one, price[one.place()])).find(|(_, more)| more.abs() > 1e-6)
    }
}

/// For each estate what each officer would cost. For cases that are proved; up to [`super::solve::SMALL`] estates it
/// takes well under a second.
#[must_use]
pub fn regrets(
    case: &Case,
    solution: &Solution,
    options: Options,
    stop: &mut dyn FnMut() -> bool,
) -> Vec<Vec<Regret>> {
    let mut one = |estate: usize, officer: usize| {
        if solution.plan[estate] == officer {
            return Regret::Chosen;
        }
        if !case.may(estate, officer) || case.officers[officer].max_estates == 0 {
            return Regret::Impossible;
        }
        let mut forced = case.clone();
        forced.pinned[estate] = Some(officer);
        if stop() {
            return Regret::Unknown;
        }
        match solve(&forced, options, stop) {
            Ok(other) => Regret::Price(more(&other, solution)),
            Err(Failure::Impossible) => Regret::Impossible,
            Err(Failure::NotFound) => Regret::Unknown,
        }
    };
    let officers = case.officers.len();
    (0..case.estates.len())
        .map(|estate| (0..officers).map(|officer| one(estate, officer)).collect())
        .collect()
}

/// The other officer that costs least.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Next {
    /// The rules allow nobody else.
    Nobody,
    /// This officer, at this price.
    Officer(usize, Regret),
    /// It was not worked out.
    Unknown,
}

/// For each estate the other officer that costs least, in the order of the objectives.
#[must_use]
pub fn next_best(case: &Case, regrets: &[Vec<Regret>]) -> Vec<Next> {
    let ordered =
        |price: &Values| -> Vec<f64> { case.order.iter().map(|one| rounded(price[one.place()])).collect() };
    let best = |row: &Vec<Regret>| {
        let prices = row.iter().enumerate().filter_map(|(officer, regret)| match regret {
            Regret::Price(price) => Some((ordered(price), officer, *regret)),
            _ => None,
        });
        let least = prices.min_by(|(one, ..), (other, ..)| {
            let mut ways = one.iter().zip(other).map(|(one, other)| one.total_cmp(other));
            ways.find(|way| way.is_ne()).unwrap_or(Ordering::Equal)
        });
        match least {
            // Somebody who was not looked at might cost less.
            _ if row.contains(&Regret::Unknown) => Next::Unknown,
            Some((_, officer, regret)) => Next::Officer(officer, regret),
            None => Next::Nobody,
        }
    };
    regrets.iter().map(best).collect()
}

/// Differences of no account are none.
fn rounded(value: f64) -> f64 {
    if value.abs() < 1e-6 { 0.0 } else { value }
}

fn more(other: &Solution, than: &Solution) -> Values {
    std::array::from_fn(|at| other.certificate.values[at] - than.certificate.values[at])
}
