//! The interchange form of an allocation: what is asked, field by field. Nothing is checked here but types.

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

/// An estate. Only the id is needed where difficulty and workload are given.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct EstateForm {
    /// Unique, not empty.
    pub id: String,
    /// What people call it.
    #[serde(default)]
    pub name: Option<String>,
    /// Households, from 0.
    #[serde(default)]
    pub households: Option<f64>,
    /// Residents, from 0.
    #[serde(default)]
    pub residents: Option<f64>,
    /// Share of elderly residents, from 0 to 1.
    #[serde(default)]
    pub elderly_share: Option<f64>,
    /// Share of tenants, from 0 to 1.
    #[serde(default)]
    pub tenant_share: Option<f64>,
    /// Households that need care, from 0.
    #[serde(default)]
    pub care_households: Option<f64>,
    /// Who manages the property.
    #[serde(default)]
    pub property: Option<Property>,
    /// Organisations stationed there, from 0.
    #[serde(default)]
    pub organisations: Option<f64>,
    /// Requests a month, from 0; counts in the workload where a coefficient says so.
    #[serde(default)]
    pub requests_per_month: Option<f64>,
    /// East: metres, or degrees with `haversine`.
    #[serde(default)]
    pub x: Option<f64>,
    /// North: metres, or degrees with `haversine`.
    #[serde(default)]
    pub y: Option<f64>,
    /// Given instead of derived.
    #[serde(default)]
    pub difficulty: Option<f64>,
    /// Given instead of derived, from 0.
    #[serde(default)]
    pub workload: Option<f64>,
}

/// An officer.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct OfficerForm {
    /// Unique, not empty.
    pub id: String,
    /// What people call them.
    #[serde(default)]
    pub name: Option<String>,
    /// 1 is the highest; 1 where not given.
    #[serde(default)]
    pub tier: Option<u32>,
    /// Fewest estates; 1 where not given.
    #[serde(default)]
    pub min_estates: Option<u32>,
    /// Most estates; 2 where not given. 0: absent.
    #[serde(default)]
    pub max_estates: Option<u32>,
    /// Working time, over 0: 1 full time, 0.5 half.
    #[serde(default)]
    pub capacity: Option<f64>,
}

/// An estate and an officer, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairForm {
    /// The estate's id.
    pub estate: String,
    /// The officer's id.
    pub officer: String,
}

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

    /// In the order of [`super::index::INDICATORS`].
    #[must_use]
    pub const fn list(&self) -> [f64; 5] {
        [self.households, self.residents, self.composition, self.property, self.organisations]
    }

    /// From the order of [`super::index::INDICATORS`].
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

/// `null` means the same as leaving a field out.
fn or_default<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(from: D) -> Result<T, D::Error> {
    Option::deserialize(from).map(Option::unwrap_or_default)
}
