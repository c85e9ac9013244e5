//! What is chosen from a few words.

use serde::{Deserialize, Serialize};

/// Who manages the property of an estate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Property {
    /// Nobody: the hardest.
    None,
    /// The residents themselves.
    #[serde(rename = "self")]
    Own,
    /// A company: the easiest.
    Company,
}

impl Property {
    /// How much harder it makes the work, from 0 to 1.
    #[must_use]
    pub const fn hardness(self) -> f64 {
        match self {
            Self::None => 1.0,
            Self::Own => 0.5,
            Self::Company => 0.0,
        }
    }
}

/// How the tiers bind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TierOrder {
    /// No easier estate goes to a higher tier than a harder one.
    #[default]
    Strict,
    /// As few such pairs as can be.
    Prefer,
    /// Tiers do not count.
    Off,
}

/// How the distance between two estates is measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DistanceKind {
    /// In the units of the coordinates.
    #[default]
    Euclidean,
    /// Great circle, metres, from degrees.
    Haversine,
}
