//! Estates, officers, and pairs of both.

use super::Property;
use serde::{Deserialize, Serialize};

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
