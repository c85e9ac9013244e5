//! A draft: what was asked, the figures of that moment, and the plan that was found.

use super::ask::Ask;
use crate::ids::{EstateId, StaffId};
use crate::place::Property;
use serde::{Deserialize, Serialize};

/// An estate as the draft found it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EstateBasis {
    /// Which.
    pub estate: EstateId,
    /// Its steward then.
    pub steward: StaffId,
    /// Households; `None` where neither rooms are recorded nor a figure was typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub households: Option<u32>,
    /// Organisations nearby.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisations: Option<u32>,
    /// Who manages the property.
    pub property: Property,
    /// The middle of its outline in millionths of a degree: longitude, latitude.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub middle: Option<(i32, i32)>,
}

/// A plan that the solver found and the checker certified. What it is worth is not written down: it is worked out from
/// the draft by the checker whenever somebody looks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Each estate with its officer, in the order of the basis.
    pub rows: Vec<(EstateId, StaffId)>,
    /// Below these no plan lies that is as good in the objectives before, in thousandths; `None` where it is not known.
    pub bounds: [Option<i64>; 5],
    /// Whether every objective is proved.
    pub proved: bool,
    /// The version of the program that found it.
    pub version: String,
}

/// What was asked and found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What was asked.
    pub ask: Ask,
    /// The estates as they were.
    pub basis: Vec<EstateBasis>,
    /// The plan; `None` where the rules leave none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<Found>,
}

impl Draft {
    /// To whom an estate goes.
    #[must_use]
    pub fn officer_of(&self, estate: EstateId) -> Option<StaffId> {
        let rows = self.found.iter().flat_map(|it| &it.rows);
        rows.clone().find(|(known, _)| *known == estate).map(|(_, staff)| *staff)
    }

    /// The estates that change hands: which, from whom, to whom.
    pub fn moves(&self) -> impl Iterator<Item = (EstateId, StaffId, StaffId)> + '_ {
        let to = |it: &EstateBasis| self.officer_of(it.estate).map(|to| (it.estate, it.steward, to));
        self.basis.iter().filter_map(to).filter(|(_, from, to)| from != to)
    }
}
