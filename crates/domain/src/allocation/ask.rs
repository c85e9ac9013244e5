//! What a secretary asks of an allocation.

use crate::ids::{EstateId, StaffId};
use crate::worded::worded;
use serde::{Deserialize, Serialize};

/// The indicators of the difficulty index, in the order of [`Ask::weights`].
pub const INDICATORS: [&str; 5] = ["households", "residents", "composition", "property", "organisations"];

worded! {
    /// How the tiers bind.
    TierRule {
        /// No easier estate goes to a higher tier than a harder one.
        Strict = "strict";
        /// As few such pairs as can be.
        Prefer = "prefer";
        /// Tiers do not count.
        Off = "off";
    }
}

/// Somebody who takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Who.
    pub staff: StaffId,
    /// 1 is the highest.
    pub tier: u8,
    /// Fewest estates.
    pub least: u8,
    /// Most estates; 0: away or leaving.
    pub most: u8,
    /// Working time in per cent, 100 is full.
    pub percent: u8,
}

/// What the house does not store of an estate and the secretary typed; `None` is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Which estate.
    pub estate: EstateId,
    /// Households, where no rooms are recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub households: Option<u32>,
    /// Residents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub residents: Option<u32>,
    /// Elderly residents in per cent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elderly: Option<u8>,
    /// Tenants in per cent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenants: Option<u8>,
    /// Households that need care.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub care: Option<u32>,
    /// Organisations nearby, where none is recorded in the community.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisations: Option<u32>,
}

impl Figures {
    /// Nothing is known.
    #[must_use]
    pub const fn unknown(estate: EstateId) -> Self {
        let (residents, care, organisations) = (None, None, None);
        Self { estate, households: None, residents, elderly: None, tenants: None, care, organisations }
    }
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// What the indicators weigh, in per cent of each other; at least one over 0.
    pub weights: [u8; 5],
    /// The comparisons by pairs that the weights come from, where they do: 0 is equal, 1 to 8 that the first counts two
    /// to nine times as much, below 0 the second. In the order (0, 1), (0, 2), … (3, 4).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pairs: Option<[i8; 10]>,
    /// What was typed of estates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figures>,
    /// Who takes part.
    pub seats: Vec<Seat>,
    /// How the tiers bind.
    pub tiers: TierRule,
    /// Difficulties that differ by at most so many tenths of a point are ties.
    #[serde(default)]
    pub tie: u16,
    /// This estate to this officer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pinned: Vec<(EstateId, StaffId)>,
    /// This estate not to this officer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forbidden: Vec<(EstateId, StaffId)>,
    /// The most estates that may change hands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_changes: Option<u32>,
    /// For chance in large cases.
    #[serde(default)]
    pub seed: u64,
}

/// Shares as whole per cent that add up to 100: what is cut off goes where most was cut off.
#[must_use]
pub fn even_hundred(shares: [f64; 5]) -> [u8; 5] {
    let total: f64 = shares.iter().sum();
    let exact = shares.map(|share| 100.0 * share / if total > 0.0 { total } else { 1.0 });
    let mut whole = exact.map(|share| share.clamp(0.0, 100.0) as u8);
    for _ in 0..whole.len() {
        if whole.iter().map(|it| u32::from(*it)).sum::<u32>() >= 100 || total <= 0.0 {
            break;
        }
        let cut = |at: usize| exact[at] - f64::from(whole[at]);
        let most = (0..whole.len()).max_by(|one, other| cut(*one).total_cmp(&cut(*other)));
        if let Some(at) = most {
            whole[at] += 1;
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_become_whole_per_cent_that_add_up() {
        assert_eq!(even_hundred([1.0; 5]), [20; 5]);
        assert_eq!(even_hundred([0.0, 0.0, 3.0, 0.0, 0.0]), [0, 0, 100, 0, 0]);
        assert_eq!(even_hundred([0.0; 5]), [0; 5]);
        for shares in
            [[1.0, 1.0, 1.0, 0.0, 0.0], [0.416, 0.262, 0.161, 0.099, 0.062], [5.0, 1.0, 1.0, 1.0, 1.0]]
        {
            let whole = even_hundred(shares);
            assert_eq!(whole.iter().map(|it| u32::from(*it)).sum::<u32>(), 100, "{whole:?}");
            let order = |one: usize, other: usize| shares[one] < shares[other] && whole[one] > whole[other];
            assert!((0..5).all(|one| (0..5).all(|other| !order(one, other))), "{whole:?}");
        }
    }
}
