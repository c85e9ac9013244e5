//! A checked input: ids have become places, everything is finite, and difficulty and workload are known.

use super::fault::Fault;
use super::form::{DistanceKind, Form, PairForm, Slack, TierOrder};
use super::index::{self, Card};
use super::objective::Objective;
use std::collections::HashMap;

/// Farther than this from the middle of all no estate of a community lies.
const FAR_DEGREES: f64 = 0.5;

/// An estate of a checked input.
#[derive(Clone, Debug, PartialEq)]
pub struct Estate {
    /// Its id.
    pub id: String,
    /// What people call it; the id where no name is given.
    pub name: String,
    /// Ranks it; higher is harder. Finite.
    pub difficulty: f64,
    /// Adds up, in households' worth of work; finite, from 0.
    pub workload: f64,
    /// Coordinates, where both are given.
    pub place: Option<(f64, f64)>,
}

/// An officer of a checked input.
#[derive(Clone, Debug, PartialEq)]
pub struct Officer {
    /// Their id.
    pub id: String,
    /// What people call them; the id where no name is given.
    pub name: String,
    /// 1 is the highest.
    pub tier: u32,
    /// Fewest estates.
    pub min_estates: usize,
    /// Most estates, at least `min_estates`; 0 means absent.
    pub max_estates: usize,
    /// Working time, over 0.
    pub capacity: f64,
}

/// A checked input. Estates and officers stand in the order of the input and are known by their places in it.
#[derive(Clone, Debug)]
pub struct Case {
    /// The estates.
    pub estates: Vec<Estate>,
    /// How their difficulties and workloads came about.
    pub cards: Vec<Card>,
    /// The officers.
    pub officers: Vec<Officer>,
    /// How the tiers bind.
    pub tier_order: TierOrder,
    /// Difficulties that differ by at most this are ties.
    pub tie_tolerance: f64,
    /// How distances are measured.
    pub distance: DistanceKind,
    /// For each estate its present officer.
    pub current: Vec<Option<usize>>,
    /// For each estate the officer it must go to.
    pub pinned: Vec<Option<usize>>,
    /// For each estate the officers it must not go to, ascending.
    pub forbidden: Vec<Vec<usize>>,
    /// The most estates that may change hands.
    pub max_changes: Option<usize>,
    /// The objectives, the first counts most.
    pub order: Vec<Objective>,
    /// By what share earlier objectives may worsen.
    pub slack: Slack,
}

impl Case {
    /// Checks a form. Every fault is reported, in the order of the input.
    ///
    /// # Errors
    /// Missing, negative or infinite numbers; empty, double or unknown ids; rules that contradict each other in one
    /// row.
    pub fn of(form: &Form) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let estate_places = places("estates", form.estates.iter().map(|one| one.id.as_str()), &mut faults);
        let officer_places = places("officers", form.officers.iter().map(|one| one.id.as_str()), &mut faults);
        super::validate::numbers(form, &mut faults);
        let cards = index::cards(form);
        super::validate::derived(form, &cards, &mut faults);
        let known = Known { estates: &estate_places, officers: &officer_places };
        let current = known.one_each("current", &form.current, &mut faults);
        let pinned = known.one_each("pinned", &form.pinned, &mut faults);
        let mut forbidden = vec![Vec::new(); form.estates.len()];
        for (place, pair) in form.forbidden.iter().enumerate() {
            let Some((estate, officer)) = known.both("forbidden", place, pair, &mut faults) else { continue };
            if pinned[estate] == Some(officer) {
                faults.push(Fault::new(
                    format!("forbidden[{place}]"),
                    format!("小区“{}”同时固定给又禁止给“{}”，请删去其中一条", pair.estate, pair.officer),
                    format!(
                        "estate “{}” is both pinned to and forbidden for “{}”; take one of the two rows out",
                        pair.estate, pair.officer
                    ),
                ));
            }
            forbidden[estate].push(officer);
        }
        forbidden.iter_mut().for_each(|list| {
            list.sort_unstable();
            list.dedup();
        });
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(Self {
            estates: form.estates.iter().zip(&cards).map(|(one, card)| estate(one, card)).collect(),
            cards,
            officers: form.officers.iter().map(officer).collect(),
            tier_order: form.tier_order,
            tie_tolerance: form.tie_tolerance,
            distance: form.distance,
            current,
            pinned,
            forbidden,
            max_changes: form.max_changes.map(|most| most as usize),
            order: Objective::ALL.to_vec(),
            slack: form.slack,
        })
    }

    /// Whether an estate may go to an officer by pins and prohibitions.
    #[must_use]
    pub fn may(&self, estate: usize, officer: usize) -> bool {
        self.pinned[estate].is_none_or(|pin| pin == officer)
            && self.forbidden[estate].binary_search(&officer).is_err()
    }

    /// Estates that lie more than half a degree from the middle of all, where places are degrees: a community is a few
    /// kilometres wide, so their coordinates are likely those of another place.
    #[must_use]
    pub fn far_off(&self) -> Vec<usize> {
        if self.distance != DistanceKind::Haversine {
            return Vec::new();
        }
        let middle = |part: fn((f64, f64)) -> f64| {
            let mut known: Vec<f64> = self.estates.iter().filter_map(|one| one.place).map(part).collect();
            known.sort_by(f64::total_cmp);
            known.get(known.len() / 2).copied().unwrap_or(0.0)
        };
        let (x, y) = (middle(|place| place.0), middle(|place| place.1));
        let far = |place: (f64, f64)| (place.0 - x).abs() > FAR_DEGREES || (place.1 - y).abs() > FAR_DEGREES;
        (0..self.estates.len()).filter(|at| self.estates[*at].place.is_some_and(far)).collect()
    }

    /// The same case with an officer away: they get nothing and have no share.
    #[must_use]
    pub fn without(&self, officer: usize) -> Self {
        let mut case = self.clone();
        case.officers[officer].min_estates = 0;
        case.officers[officer].max_estates = 0;
        case.pinned.iter_mut().filter(|pin| **pin == Some(officer)).for_each(|pin| *pin = None);
        case
    }
}

fn estate(form: &super::form::EstateForm, card: &Card) -> Estate {
    Estate {
        id: form.id.clone(),
        name: form.name.clone().unwrap_or_else(|| form.id.clone()),
        difficulty: card.difficulty.unwrap_or(0.0),
        workload: card.workload.unwrap_or(0.0),
        place: form.x.zip(form.y),
    }
}

fn officer(form: &super::form::OfficerForm) -> Officer {
    let most = form.max_estates.unwrap_or(2) as usize;
    Officer {
        id: form.id.clone(),
        name: form.name.clone().unwrap_or_else(|| form.id.clone()),
        tier: form.tier.unwrap_or(1),
        min_estates: form.min_estates.map_or(most.min(1), |least| least as usize),
        max_estates: most,
        capacity: form.capacity.unwrap_or(1.0),
    }
}

/// The place of each id; empty and double ones are faults.
fn places<'a>(
    list: &str,
    ids: impl Iterator<Item = &'a str>,
    faults: &mut Vec<Fault>,
) -> HashMap<&'a str, usize> {
    let mut places = HashMap::new();
    for (place, id) in ids.enumerate() {
        let path = format!("{list}[{place}].id");
        if id.is_empty() {
            faults.push(Fault::new(path, "id 为空，请填写", "the id is empty; give one"));
        } else if let Some(first) = places.get(id) {
            faults.push(Fault::new(
                path,
                format!("id “{id}”与 {list}[{first}] 重复，请改成不同的"),
                format!("the id “{id}” stands already at {list}[{first}]; give each its own"),
            ));
        } else {
            places.insert(id, place);
        }
    }
    if places.is_empty() {
        faults.push(Fault::new(list, "列表为空，请至少填写一项", "the list is empty; give at least one"));
    }
    places
}

struct Known<'a> {
    estates: &'a HashMap<&'a str, usize>,
    officers: &'a HashMap<&'a str, usize>,
}

impl Known<'_> {
    /// The places of a pair.
    fn both(
        &self,
        list: &str,
        place: usize,
        pair: &PairForm,
        faults: &mut Vec<Fault>,
    ) -> Option<(usize, usize)> {
        let mut find = |places: &HashMap<&str, usize>, id: &str, what: &str| {
            let found = places.get(id).copied();
            if found.is_none() {
                faults.push(Fault::new(
                    format!("{list}[{place}].{what}"),
                    format!("没有 id 为“{id}”的条目，请改正 id 或补上该条目"),
                    format!("nothing has the id “{id}”; correct it or add the missing row"),
                ));
            }
            found
        };
        let estate = find(self.estates, &pair.estate, "estate");
        let officer = find(self.officers, &pair.officer, "officer");
        estate.zip(officer)
    }

    /// For each estate at most one officer.
    fn one_each(&self, list: &str, pairs: &[PairForm], faults: &mut Vec<Fault>) -> Vec<Option<usize>> {
        let mut found = vec![None; self.estates.len()];
        for (place, pair) in pairs.iter().enumerate() {
            let Some((estate, officer)) = self.both(list, place, pair, faults) else { continue };
            // Double ids leave fewer places than rows; they are told elsewhere.
            if estate >= found.len() {
                found.resize(estate + 1, None);
            }
            if found[estate].is_some() {
                faults.push(Fault::new(
                    format!("{list}[{place}].estate"),
                    format!("小区“{}”在 {list} 中出现两次，请只留一行", pair.estate),
                    format!("estate “{}” stands twice in {list}; keep one row", pair.estate),
                ));
            }
            found[estate] = Some(officer);
        }
        found
    }
}
