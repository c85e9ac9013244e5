//! The difficulty index and the workload of each estate, with their parts and what is missing.
//!
//! Each indicator is scaled to 0–1 between the smallest and the largest value of the input (0 where all are equal).
//! The index is 100 × the weighted mean over the indicators that an estate has; what it lacks is said, not guessed.

use crate::allocation::form::{EstateForm, Form, Property, Weights};

/// The indicators of the difficulty index, in the order of [`Weights::list`].
pub const INDICATORS: [&str; 5] = ["households", "residents", "composition", "property", "organisations"];

/// The three parts of the composition.
const COMPOSITION: [&str; 3] = ["elderly_share", "tenant_share", "care_households"];

/// What an indicator contributes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Its name, one of [`INDICATORS`].
    pub indicator: &'static str,
    /// Scaled over the estates of the input, from 0 to 1.
    pub scaled: f64,
    /// Points of the index; the parts add up to it.
    pub points: f64,
}

/// How the figures of an estate came about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// From 0 to 100 where derived; as given otherwise. `None` where no indicator is known.
    pub difficulty: Option<f64>,
    /// In households' worth of work. `None` where it is neither given nor can be derived.
    pub workload: Option<f64>,
    /// What the index is made of; empty where the difficulty was given.
    pub parts: Vec<Part>,
    /// What was missing for the index and the workload, by field.
    pub missing: Vec<&'static str>,
}

/// The cards of all estates.
#[must_use]
pub fn cards(form: &Form) -> Vec<Card> {
    let weights = form.weights.unwrap_or(Weights::REFERENCE);
    let scaled = scaled_indicators(&form.estates);
    let each = form.estates.iter().zip(scaled);
    each.map(|(estate, scaled)| card(estate, scaled, &weights, form)).collect()
}

fn card(estate: &EstateForm, scaled: Scaled, weights: &Weights, form: &Form) -> Card {
    let mut card = Card { difficulty: estate.difficulty, ..Card::default() };
    if estate.difficulty.is_none() {
        card.missing = scaled.missing;
        card.parts = parts(&scaled.values, weights);
        card.difficulty = (!card.parts.is_empty()).then(|| card.parts.iter().map(|part| part.points).sum());
    }
    card.workload = estate.workload.or_else(|| workload(estate, form, &mut card.missing));
    card.missing.sort_unstable();
    card.missing.dedup();
    card
}

/// The points of the indicators that are there.
pub(super) fn parts(scaled: &[Option<f64>; 5], weights: &Weights) -> Vec<Part> {
    let known = || INDICATORS.iter().zip(scaled).zip(weights.list());
    let total: f64 = known().filter(|((_, value), _)| value.is_some()).map(|(_, weight)| weight).sum();
    if total <= 0.0 {
        return Vec::new();
    }
    let part = |((indicator, value), weight): ((&&'static str, &Option<f64>), f64)| {
        value.map(|scaled| Part { indicator, scaled, points: 100.0 * weight * scaled / total })
    };
    known().filter_map(part).collect()
}

fn workload(estate: &EstateForm, form: &Form, missing: &mut Vec<&'static str>) -> Option<f64> {
    let use_of = form.workload_coefficients.unwrap_or_default();
    let households = estate.households?;
    let mut times = |name: &'static str, value: Option<f64>, coefficient: f64| {
        if value.is_none() && coefficient > 0.0 {
            missing.push(name);
        }
        value.unwrap_or(0.0) * coefficient
    };
    let elderly = times("elderly_share", estate.elderly_share, use_of.elderly_share);
    let property = times("property", estate.property.map(Property::hardness), use_of.property);
    let organisations = times("organisations", estate.organisations, use_of.organisations);
    let requests = times("requests_per_month", estate.requests_per_month, use_of.requests_per_month);
    Some(households * (1.0 + elderly + property) + organisations + requests)
}

/// The scaled indicators of an estate and the names of what it lacks.
pub(super) struct Scaled {
    pub values: [Option<f64>; 5],
    pub missing: Vec<&'static str>,
}

/// Scales every indicator over all estates.
pub(super) fn scaled_indicators(estates: &[EstateForm]) -> Vec<Scaled> {
    let column =
        |value: fn(&EstateForm) -> Option<f64>| scale(&estates.iter().map(value).collect::<Vec<_>>());
    let whole = [
        column(|one| one.households),
        column(|one| one.residents),
        column(|one| one.property.map(Property::hardness)),
        column(|one| one.organisations),
    ];
    let mixed = [column(|one| one.elderly_share), column(|one| one.tenant_share), column(care_share)];
    let one = |place: usize| {
        let [households, residents, property, organisations] = [0, 1, 2, 3].map(|which| whole[which][place]);
        let known: Vec<f64> = mixed.iter().filter_map(|list| list[place]).collect();
        let composition = (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64);
        let values = [households, residents, composition, property, organisations];
        let absent = INDICATORS.iter().zip(&values).filter(|(_, value)| value.is_none());
        let mut missing: Vec<_> = absent.map(|(name, _)| *name).collect();
        if composition.is_some() {
            let absent = COMPOSITION.iter().zip(&mixed).filter(|(_, list)| list[place].is_none());
            missing.extend(absent.map(|(name, _)| *name));
        }
        Scaled { values, missing }
    };
    (0..estates.len()).map(one).collect()
}

/// Households that need care, as a share.
fn care_share(estate: &EstateForm) -> Option<f64> {
    let (care, households) = estate.care_households.zip(estate.households)?;
    (households > 0.0).then(|| care / households)
}

fn scale(values: &[Option<f64>]) -> Vec<Option<f64>> {
    let known = || values.iter().flatten().copied();
    let (least, most) = (known().fold(f64::INFINITY, f64::min), known().fold(f64::NEG_INFINITY, f64::max));
    let one = |value: f64| if most > least { (value - least) / (most - least) } else { 0.0 };
    values.iter().map(|value| value.map(one)).collect()
}
