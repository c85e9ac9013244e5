//! Why no grids could be designed: every obstacle names its rows.

use crate::error::AppError;
use guanjia_domain::Refusal;
use guanjia_store::StoreError;

/// What stands in the way of a design.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// There are no buildings with households.
    NoBuildings,
    /// These buildings have no place on the plan, so nothing is known of neighbours and ways.
    NoPlace(Vec<String>),
    /// So many buildings are too many for a page.
    TooMany {
        /// How many there are.
        buildings: usize,
        /// How many a page designs.
        most: usize,
    },
    /// What the search says, in Chinese and in English; it names rows and cure.
    Search(String, String),
    /// The independent check objected to a plan of the search.
    Objection(String),
}

/// Why there is no new draft. Nothing was changed.
#[derive(Clone, Debug, thiserror::Error)]
pub enum DesignError {
    /// As in every use case.
    #[error(transparent)]
    App(#[from] AppError),
    /// What the buildings say.
    #[error("the grids cannot be designed")]
    Obstacles(Vec<Obstacle>),
}

impl From<Refusal> for DesignError {
    fn from(refusal: Refusal) -> Self {
        Self::App(refusal.into())
    }
}

impl From<StoreError> for DesignError {
    fn from(error: StoreError) -> Self {
        Self::App(error.into())
    }
}

/// The first few of many names.
pub(super) fn some(names: &[String]) -> String {
    const SHOWN: usize = 12;
    let shown = names.iter().take(SHOWN).cloned().collect::<Vec<_>>().join("、");
    if names.len() > SHOWN { format!("{shown} … (+{})", names.len() - SHOWN) } else { shown }
}

impl Obstacle {
    /// The rows it is about, by name.
    #[must_use]
    pub fn rows(&self) -> String {
        if let Self::NoPlace(names) = self { some(names) } else { String::new() }
    }
}
