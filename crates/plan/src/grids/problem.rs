//! What is asked: the fixed interchange form of `guanjia grids`.

use serde::Deserialize;

/// Buildings, what joins them, and the rules that grids must keep.
#[derive(Clone, Debug, Deserialize)]
pub struct Problem {
    /// The buildings; their order counts only where plans are equally good.
    pub buildings: Vec<Building>,
    /// Pairs of buildings between which one can walk without crossing a third.
    #[serde(default)]
    pub adjacency: Vec<(String, String)>,
    /// How distances are measured.
    #[serde(default)]
    pub distance: Distance,
    /// With [`Distance::Matrix`]: from the building of the row to that of the column.
    #[serde(default)]
    pub matrix: Option<Vec<Vec<f64>>>,
    /// The band of households in a grid.
    #[serde(default)]
    pub households: Band,
    /// The number of grids; the fewest that fit where it is not given.
    #[serde(default)]
    pub grids: Option<usize>,
    /// What is made small.
    #[serde(default)]
    pub objective: Objective,
    /// Whether grids may cut estates.
    #[serde(default)]
    pub keep_estates_whole: Whole,
    /// Whether every grid must hang together by the adjacency.
    #[serde(default = "yes")]
    pub contiguous: bool,
    /// Fixed centres (grid workers' posts), one grid each.
    #[serde(default)]
    pub centres: Option<Vec<Centre>>,
    /// Whether a grid may leave the band of households.
    #[serde(default)]
    pub band: Strictness,
    /// What comes first where not everything can be had; counts with [`Strictness::Soft`].
    #[serde(default)]
    pub priority: Priority,
}

const fn yes() -> bool {
    true
}

/// A building.
#[derive(Clone, Debug, Deserialize)]
pub struct Building {
    /// Its name, unique.
    pub id: String,
    /// The estate to which it belongs; a building without one is an estate of its own.
    #[serde(default)]
    pub estate: Option<String>,
    /// Households in it, 0 or more.
    pub households: i64,
    /// Easting in metres, or longitude in degrees.
    #[serde(default)]
    pub x: Option<f64>,
    /// Northing in metres, or latitude in degrees.
    #[serde(default)]
    pub y: Option<f64>,
}

/// From how many to how many households a grid should have, both inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Band {
    /// The fewest.
    pub min: i64,
    /// The most.
    pub max: i64,
}

impl Default for Band {
    fn default() -> Self {
        Self { min: 300, max: 500 }
    }
}

impl Band {
    /// Whether so many households are in the band.
    pub const fn holds(self, households: i64) -> bool {
        self.min <= households && households <= self.max
    }
}

/// How distances are measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Distance {
    /// Straight lines; x and y in one unit.
    #[default]
    Euclidean,
    /// Great circles in metres; x is the longitude, y the latitude.
    Haversine,
    /// A table of all pairs.
    Matrix,
}

/// What is made small: the distances of buildings to the centre building of their grid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Objective {
    /// Their sum.
    #[default]
    Median,
    /// Their sum, each times the building's households.
    WeightedMedian,
}

/// Whether grids may cut estates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whole {
    /// Where nothing else is lost by it, an estate stays whole.
    #[default]
    Prefer,
    /// Estates do not count.
    Never,
    /// No estate is cut.
    Must,
}

/// A fixed centre.
#[derive(Clone, Debug, Deserialize)]
pub struct Centre {
    /// The building in which it is.
    pub building: String,
    /// The most households that its grid may have.
    pub max_households: i64,
}

/// Whether a grid may leave the band.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strictness {
    /// Never.
    #[default]
    Hard,
    /// Where the priority asks for it.
    Soft,
}

/// What comes first where not everything can be had.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// Estates are cut only into the pieces they need, and pieces are not mixed.
    #[default]
    Integrity,
    /// Estates, band and walk are weighed against each other.
    Balanced,
    /// As many grids as possible in the band.
    Band,
}
