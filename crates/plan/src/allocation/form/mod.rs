//! The interchange form of an allocation: what is asked, field by field. Nothing is checked here but types.

mod kinds;
mod rows;
mod scale;

pub use kinds::{DistanceKind, Property, TierOrder};
pub use rows::{EstateForm, OfficerForm, PairForm};
pub use scale::{Coefficients, Slack, Weights};
use serde::{Deserialize, Deserializer, Serialize};

/// What is asked: estates, officers, rules.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Form {
    /// The estates; at least one.
    pub estates: Vec<EstateForm>,
    /// The officers; at least one.
    pub officers: Vec<OfficerForm>,
    /// How the tiers bind.
    #[serde(default, deserialize_with = "or_default")]
    pub tier_order: TierOrder,
    /// Difficulties that differ by at most this are ties, from 0.
    #[serde(default, deserialize_with = "or_default")]
    pub tie_tolerance: f64,
    /// How the distance between two estates is measured.
    #[serde(default, deserialize_with = "or_default")]
    pub distance: DistanceKind,
    /// What the indicators weigh in the difficulty.
    #[serde(default)]
    pub weights: Option<Weights>,
    /// What adds to the workload.
    #[serde(default)]
    pub workload_coefficients: Option<Coefficients>,
    /// Who is steward now; an estate that is not named here counts as unchanged whoever gets it.
    #[serde(default, deserialize_with = "or_default")]
    pub current: Vec<PairForm>,
    /// This estate to this officer.
    #[serde(default, deserialize_with = "or_default")]
    pub pinned: Vec<PairForm>,
    /// This estate never to this officer.
    #[serde(default, deserialize_with = "or_default")]
    pub forbidden: Vec<PairForm>,
    /// The most estates that may change hands.
    #[serde(default)]
    pub max_changes: Option<u32>,
    /// By what share an earlier objective may worsen for the later ones.
    #[serde(default, deserialize_with = "or_default")]
    pub slack: Slack,
}

/// `null` means the same as leaving a field out.
fn or_default<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(from: D) -> Result<T, D::Error> {
    Option::deserialize(from).map(Option::unwrap_or_default)
}
