//! Weights, coefficients, slack.

use serde::{Deserialize, Serialize};

/// What the indicators weigh; one that is not named weighs 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Weights {
    /// Number of households.
    pub households: f64,
    /// Number of residents.
    pub residents: f64,
    /// Elderly, tenants, households that need care.
    pub composition: f64,
    /// Who manages the property.
    pub property: f64,
    /// Organisations stationed there.
    pub organisations: f64,
}

impl Weights {
    /// The weights of the reference community.
    pub const REFERENCE: Self =
        Self { households: 0.3, residents: 0.2, composition: 0.2, property: 0.15, organisations: 0.15 };

    /// In the order of [`crate::allocation::index::INDICATORS`].
    #[must_use]
    pub const fn list(&self) -> [f64; 5] {
        [self.households, self.residents, self.composition, self.property, self.organisations]
    }

    /// From the order of [`crate::allocation::index::INDICATORS`].
    #[must_use]
    pub const fn of(list: [f64; 5]) -> Self {
        let [households, residents, composition, property, organisations] = list;
        Self { households, residents, composition, property, organisations }
    }
}

/// What adds to the workload: `households × (1 + elderly_share · a + property · b) + organisations · c + requests · d`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Coefficients {
    /// More work for each household by the share of elderly residents.
    pub elderly_share: f64,
    /// More work for each household where nobody manages the property.
    pub property: f64,
    /// Work for each organisation, in households.
    pub organisations: f64,
    /// Work for each request a month, in households.
    pub requests_per_month: f64,
}

impl Default for Coefficients {
    fn default() -> Self {
        Self { elderly_share: 0.5, property: 0.3, organisations: 5.0, requests_per_month: 0.0 }
    }
}

/// By what share an earlier objective may worsen for the later ones, from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Slack {
    /// Of the largest load.
    pub max_load: f64,
    /// Of the pairs against the order of the tiers.
    pub tier_inversions: f64,
    /// Of the spread of the loads.
    pub load_spread: f64,
    /// Of the distances.
    pub distance: f64,
    /// Of the changes.
    pub changes: f64,
}
