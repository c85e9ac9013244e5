//! The solver: the exact search where a case is small enough to be proved in every objective, cuts and folds above.

mod assign;
mod chain;
mod cuts;
mod exact;
mod fold;
mod frame;
mod give;
mod large;
mod local;
mod model;
mod pairing;
mod polish;
mod refine;
mod spine;
mod stages;
mod targets;
mod ties;

use super::case::Case;
use super::certify::{Certificate, certify};
use super::objective::Objective;
use exact::MOST_RANKS;
use model::Model;

/// Up to so many estates the exact search is tried with its full memory, and whole tables are worked out.
pub const SMALL: usize = 24;
/// Up to so many estates it can be proved that no plan keeps the rules.
pub const MOST_EXACT: usize = MOST_RANKS;
/// Labels that the exact search may keep: some hundred megabytes.
const LABELS: usize = 1_500_000;
/// Labels between small and [`MOST_RANKS`], where the other way stands ready.
const FEWER_LABELS: usize = 60_000;

/// How a case is solved.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Chance for the improvement of large cases. Small cases are proved and do not use it.
    pub seed: u64,
    /// How many labels the exact search may keep; as many as suit the size where it is not said. 0: it is not tried.
    pub labels: Option<usize>,
}

/// A plan with what is known about it.
#[derive(Clone, Debug)]
pub struct Solution {
    /// For each estate of the input its officer.
    pub plan: Vec<usize>,
    /// What the checker says of it.
    pub certificate: Certificate,
    /// Below this no plan's value lies that is as good in the objectives before; `None` where it is not known.
    pub bounds: [Option<f64>; 5],
    /// Whether the whole order with its slacks is proved.
    pub proved: bool,
}

/// Why there is no plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It was proved that no plan keeps the rules.
    Impossible,
    /// None was found; that there is none is not proved.
    NotFound,
}

/// Finds the best plan. `stop` is asked now and then; once it says yes the best plan so far is returned.
///
/// # Errors
/// No plan keeps the rules, or none was found.
pub fn solve(case: &Case, options: Options, stop: &mut dyn FnMut() -> bool) -> Result<Solution, Failure> {
    let count = case.estates.len();
    let room: usize = case.officers.iter().map(|who| who.max_estates).sum();
    let least: usize = case.officers.iter().map(|who| who.min_estates).sum();
    // What contradicts itself at sight would take the search longest to give up.
    if count > room || count < least || count <= MOST_RANKS && super::conflict::plain(case).is_some() {
        return Err(Failure::Impossible);
    }
    if options.labels.is_none()
        && (SMALL + 1..=MOST_RANKS).contains(&count)
        && let Some(found) = large::proved_at_once(case, stop)
    {
        return Ok(proved(case, found.plan, &found.bounds));
    }
    if count > MOST_RANKS || options.labels == Some(0) {
        return by_parts(case, None, [None; 5], options, stop);
    }
    let labels = options.labels.unwrap_or(if count <= SMALL { LABELS } else { FEWER_LABELS });
    let found = stages::stages(case, labels, stop);
    if found.impossible {
        return Err(Failure::Impossible);
    }
    let model = Model::of(case, false);
    let value =
        |objective: Objective| found.best[objective.place()].map(|ticks| model.value(objective, ticks));
    let bounds = Objective::ALL.map(value);
    match found.plan {
        Some(plan) if found.whole => Ok(proved(case, plan, &bounds)),
        plan => by_parts(case, plan, bounds, options, stop),
    }
}

/// A plan that is proved in every objective: what it is worth is the bound, but where slack let it be worse.
fn proved(case: &Case, plan: Vec<usize>, best: &[Option<f64>; 5]) -> Solution {
    let certificate = certify(case, &plan);
    let bound = |objective: Objective| {
        let value = certificate.values[objective.place()];
        // An objective that cannot tell plans apart has one value; rounding to whole numbers is undone here.
        let best = best[objective.place()].unwrap_or(value);
        Some(if (value - best).abs() <= 1e-6 * best.abs().max(1.0) { value } else { best })
    };
    let bounds = Objective::ALL.map(bound);
    Solution { plan, proved: certificate.is_valid(), certificate: certificate.against(&bounds), bounds }
}

fn by_parts(
    case: &Case,
    start: Option<Vec<usize>>,
    known: [Option<f64>; 5],
    options: Options,
    stop: &mut dyn FnMut() -> bool,
) -> Result<Solution, Failure> {
    let found = large::large(case, start.as_deref(), options.seed, stop).ok_or(Failure::NotFound)?;
    if found.whole {
        return Ok(proved(case, found.plan, &found.bounds));
    }
    let mut candidates: Vec<Vec<usize>> = vec![found.plan];
    candidates.extend(start);
    let certified = candidates.into_iter().map(|plan| (certify(case, &plan), plan));
    let valid = certified.filter(|(certificate, _)| certificate.is_valid());
    let (certificate, plan) = valid
        .min_by(|(one, _), (other, _)| in_order(case, one).total_cmp_all(&in_order(case, other)))
        .ok_or(Failure::NotFound)?;
    let bounds = std::array::from_fn(|at| known[at].or(found.bounds[at]));
    Ok(Solution { plan, proved: false, certificate: certificate.against(&bounds), bounds })
}

/// The values of a plan, the first objective first.
struct InOrder(Vec<f64>);

impl InOrder {
    fn total_cmp_all(&self, other: &Self) -> std::cmp::Ordering {
        let pairs = self.0.iter().zip(&other.0);
        pairs
            .map(|(one, other)| one.total_cmp(other))
            .find(|way| way.is_ne())
            .unwrap_or(std::cmp::Ordering::Equal)
    }
}

fn in_order(case: &Case, certificate: &Certificate) -> InOrder {
    InOrder(case.order.iter().map(|objective| certificate.values[objective.place()]).collect())
}

/// The largest load alone: its proved bound and what a plan reaches. For measuring; `None` where the officers of a tier
/// are not equal or counts leave nothing.
#[must_use]
pub fn largest_load(case: &Case) -> Option<(f64, f64)> {
    let model = Model::of(case, case.tier_order != super::form::TierOrder::Off);
    if !spine::fits(&model) {
        return None;
    }
    let (bound, value) = spine::largest_load(&model, &mut || false)?;
    Some((model.value(Objective::MaxLoad, bound), model.value(Objective::MaxLoad, value)))
}
