//! The numbers of a form: finite, in range, and enough of them.

use super::fault::Fault;
use super::form::{DistanceKind, EstateForm, Form, OfficerForm, TierOrder};
use super::index::Card;

/// Checks every number that was given.
pub(super) fn numbers(form: &Form, faults: &mut Vec<Fault>) {
    for (place, estate) in form.estates.iter().enumerate() {
        estate_numbers(place, estate, form.distance, faults);
    }
    for (place, officer) in form.officers.iter().enumerate() {
        officer_numbers(place, officer, faults);
    }
    least("tie_tolerance", form.tie_tolerance, 0.0, faults);
    let slack = form.slack;
    for (name, value) in [
        ("max_load", slack.max_load),
        ("tier_inversions", slack.tier_inversions),
        ("load_spread", slack.load_spread),
        ("distance", slack.distance),
        ("changes", slack.changes),
    ] {
        least(&format!("slack.{name}"), value, 0.0, faults);
    }
    if let Some(weights) = &form.weights {
        for (name, value) in super::index::INDICATORS.iter().zip(weights.list()) {
            least(&format!("weights.{name}"), value, 0.0, faults);
        }
        if weights.list().iter().sum::<f64>() == 0.0 {
            faults.push(Fault::new(
                "weights",
                "权重之和为 0，请至少给一个指标大于 0 的权重",
                "the weights add up to 0; give at least one indicator a weight over 0",
            ));
        }
    }
    if let Some(given) = &form.workload_coefficients {
        for (name, value) in [
            ("elderly_share", given.elderly_share),
            ("property", given.property),
            ("organisations", given.organisations),
            ("requests_per_month", given.requests_per_month),
        ] {
            least(&format!("workload_coefficients.{name}"), value, 0.0, faults);
        }
    }
}

fn estate_numbers(place: usize, estate: &EstateForm, distance: DistanceKind, faults: &mut Vec<Fault>) {
    let path = |field: &str| format!("estates[{place}].{field}");
    for (field, value) in [
        ("households", estate.households),
        ("residents", estate.residents),
        ("care_households", estate.care_households),
        ("organisations", estate.organisations),
        ("requests_per_month", estate.requests_per_month),
        ("workload", estate.workload),
    ] {
        if let Some(value) = value {
            least(&path(field), value, 0.0, faults);
        }
    }
    for (field, value) in [("elderly_share", estate.elderly_share), ("tenant_share", estate.tenant_share)] {
        if let Some(value) = value {
            range(&path(field), value, (0.0, 1.0), faults);
        }
    }
    if let Some(value) = estate.difficulty {
        range(&path("difficulty"), value, (-1e9, 1e9), faults);
    }
    let limits = match distance {
        DistanceKind::Euclidean => [1e9, 1e9],
        DistanceKind::Haversine => [180.0, 90.0],
    };
    for ((field, value), limit) in [("x", estate.x), ("y", estate.y)].into_iter().zip(limits) {
        if let Some(value) = value {
            range(&path(field), value, (-limit, limit), faults);
        }
    }
    if estate.x.is_some() != estate.y.is_some() {
        faults.push(Fault::new(
            path(if estate.x.is_some() { "y" } else { "x" }),
            "x 和 y 要么都填，要么都不填",
            "give both x and y, or neither",
        ));
    }
}

fn officer_numbers(place: usize, officer: &OfficerForm, faults: &mut Vec<Fault>) {
    let path = |field: &str| format!("officers[{place}].{field}");
    if let Some(capacity) = officer.capacity {
        range(&path("capacity"), capacity, (0.01, 100.0), faults);
    }
    if officer.tier == Some(0) {
        faults.push(Fault::new(path("tier"), "层级从 1 开始", "tiers begin with 1"));
    }
    let most = officer.max_estates.unwrap_or(2);
    if let Some(fewest) = officer.min_estates.filter(|fewest| *fewest > most) {
        faults.push(Fault::new(
            path("min_estates"),
            format!("下限 {fewest} 大于上限 {most}，请改其中一个"),
            format!("at least {fewest} but at most {most}; change one of the two"),
        ));
    }
}

/// Checks that difficulty and workload could be found where they are needed.
pub(super) fn derived(form: &Form, cards: &[Card], faults: &mut Vec<Fault>) {
    for (place, card) in cards.iter().enumerate() {
        if card.workload.is_none() {
            faults.push(Fault::new(
                format!("estates[{place}].households"),
                "没有 workload，也没有 households，无法计算工作量，请填写其中一个",
                "there is neither workload nor households; give one of the two",
            ));
        }
        if card.difficulty.is_none() && form.tier_order != TierOrder::Off {
            faults.push(Fault::new(
                format!("estates[{place}].difficulty"),
                "没有 difficulty，也没有任何指标，请填写，或把 tier_order 设为 off",
                "there is neither difficulty nor any indicator; give one, or set tier_order to off",
            ));
        }
    }
}

fn least(path: &str, value: f64, least: f64, faults: &mut Vec<Fault>) {
    range(path, value, (least, 1e9), faults);
}

fn range(path: &str, value: f64, (from, to): (f64, f64), faults: &mut Vec<Fault>) {
    // A comparison with NaN is false, so it is refused here too.
    if !(from..=to).contains(&value) {
        faults.push(Fault::new(
            path,
            format!("数值 {value} 不在 {from} 到 {to} 之间，请改正"),
            format!("{value} is not from {from} to {to}; correct it"),
        ));
    }
}
