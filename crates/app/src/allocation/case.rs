//! From a draft to what the solver takes, and back.

use super::gather::typed;
use guanjia_domain::allocation::{Ask, EstateBasis, Found, Seat, TierRule};
use guanjia_domain::ids::{EstateId, StaffId};
use guanjia_domain::place::Property as Managed;
use guanjia_plan::allocation::case::Case;
use guanjia_plan::allocation::certify::certify;
use guanjia_plan::allocation::form::{
    DistanceKind, EstateForm, Form, OfficerForm, PairForm, Property, TierOrder, Weights,
};
use guanjia_plan::allocation::solve::Solution;
use std::collections::HashMap;
use uuid::Uuid;

/// Estates and officers by name.
pub(super) type Named = HashMap<Uuid, String>;

/// The interchange form of a draft. Places in it are those of the basis and of the seats.
pub(super) fn form(ask: &Ask, basis: &[EstateBasis], names: &Named) -> Form {
    let name = |id: Uuid| names.get(&id).filter(|name| !name.is_empty()).cloned();
    let here = |pairs: &[(EstateId, StaffId)]| -> Vec<PairForm> {
        let known = |(estate, staff): &&(EstateId, StaffId)| {
            basis.iter().any(|it| it.estate == *estate) && ask.seats.iter().any(|it| it.staff == *staff)
        };
        pairs.iter().filter(known).map(|(estate, staff)| pair(*estate, *staff)).collect()
    };
    let current: Vec<_> = basis.iter().map(|it| (it.estate, it.steward)).collect();
    Form {
        estates: basis.iter().map(|it| estate(ask, it, name(it.estate.0))).collect(),
        officers: ask.seats.iter().map(|it| officer(it, name(it.staff.0))).collect(),
        tier_order: match ask.tiers {
            TierRule::Strict => TierOrder::Strict,
            TierRule::Prefer => TierOrder::Prefer,
            TierRule::Off => TierOrder::Off,
        },
        tie_tolerance: f64::from(ask.tie) / 10.0,
        distance: DistanceKind::Haversine,
        weights: Some(Weights::of(ask.weights.map(|weight| f64::from(weight) / 100.0))),
        current: here(&current),
        pinned: here(&ask.pinned),
        forbidden: here(&ask.forbidden),
        max_changes: ask.most_changes,
        ..Form::default()
    }
}

fn pair(estate: EstateId, staff: StaffId) -> PairForm {
    PairForm { estate: estate.to_string(), officer: staff.to_string() }
}

fn estate(ask: &Ask, it: &EstateBasis, name: Option<String>) -> EstateForm {
    let typed = typed(&ask.figures, it.estate);
    let share = |percent: Option<u8>| percent.map(|it| f64::from(it) / 100.0);
    let (x, y) = it.middle.map(|(x, y)| (f64::from(x) / 1e6, f64::from(y) / 1e6)).unzip();
    EstateForm {
        id: it.estate.to_string(),
        name,
        households: it.households.map(f64::from),
        residents: typed.residents.map(f64::from),
        elderly_share: share(typed.elderly),
        tenant_share: share(typed.tenants),
        care_households: typed.care.map(f64::from),
        property: Some(match it.property {
            Managed::None => Property::None,
            Managed::SelfManaged => Property::Own,
            Managed::Company => Property::Company,
        }),
        organisations: it.organisations.map(f64::from),
        x,
        y,
        ..EstateForm::default()
    }
}

fn officer(it: &Seat, name: Option<String>) -> OfficerForm {
    OfficerForm {
        id: it.staff.to_string(),
        name,
        tier: Some(it.tier.into()),
        min_estates: Some(it.least.into()),
        max_estates: Some(it.most.into()),
        capacity: Some(f64::from(it.percent) / 100.0),
    }
}

/// A plan as the draft keeps it. Bounds are rounded down, so that they stay bounds.
pub(super) fn found(ask: &Ask, basis: &[EstateBasis], solution: &Solution) -> Found {
    let row = |(it, to): (&EstateBasis, &usize)| ask.seats.get(*to).map(|seat| (it.estate, seat.staff));
    Found {
        rows: basis.iter().zip(&solution.plan).filter_map(row).collect(),
        bounds: solution.bounds.map(|bound| bound.map(|bound| (bound * 1_000.0).floor() as i64)),
        proved: solution.proved,
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

/// The plan of a draft, checked anew; `None` where it does not fit the case or breaks a rule.
pub(super) fn solution(ask: &Ask, case: &Case, found: &Found) -> Option<Solution> {
    let place = |(_, staff): &(EstateId, StaffId)| ask.seats.iter().position(|it| it.staff == *staff);
    let plan: Vec<usize> = found.rows.iter().map(place).collect::<Option<_>>()?;
    let bounds = found.bounds.map(|bound| bound.map(|bound| bound as f64 / 1_000.0));
    let certificate = certify(case, &plan).against(&bounds);
    let proved = found.proved;
    certificate.is_valid().then_some(Solution { plan, certificate, bounds, proved })
}
