//! What each rule costs.

use super::case::Case;
use super::objective::Objective;
use super::rule::Rule;
use super::solve::{Options, Solution, solve};

/// A rule that costs something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Binding {
    /// The rule.
    pub rule: Rule,
    /// The first objective that would be better without it.
    pub objective: Objective,
    /// By how much, over 0.
    pub gain: f64,
}

/// The rules without which the plan would be better, each dropped alone. In larger cases than
/// [`super::solve::SMALL`] only the order of the tiers is weighed.
#[must_use]
pub fn binding(
    case: &Case,
    solution: &Solution,
    options: Options,
    stop: &mut dyn FnMut() -> bool,
) -> Vec<Binding> {
    let small = case.estates.len() <= super::solve::SMALL;
    let rules = Rule::all(case).into_iter().filter(|rule| small || *rule == Rule::Tiers);
    let mut found = Vec::new();
    for rule in rules {
        if stop() {
            break;
        }
        let Ok(other) = solve(&rule.dropped(case), options, stop) else { continue };
        let gains = case.order.iter().map(|one| {
            let place = one.place();
            (*one, solution.certificate.values[place] - other.certificate.values[place])
        });
        let counts = |(objective, gain): &(Objective, f64)| {
            gain.abs() > 1e-6 * solution.certificate.values[objective.place()].abs().max(1.0)
        };
        // Without the tiers there are no pairs against their order to compare.
        let told = |(objective, _): &(Objective, f64)| *objective != Objective::TierInversions;
        if let Some((objective, gain)) = gains.filter(told).find(counts).filter(|(_, gain)| *gain > 0.0) {
            found.push(Binding { rule, objective, gain });
        }
    }
    found
}
