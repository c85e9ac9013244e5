//! The plan: every estate with its buildings, their outlines and their open requests.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::ids::EstateId;
use guanjia_domain::permission::Principal;
use guanjia_domain::place::Estate;
use guanjia_store::Tx;
use guanjia_store::places::BuildingRow;

/// An estate on the plan.
#[derive(Clone, Debug)]
pub struct PlannedEstate {
    /// The estate with its outline.
    pub estate: Estate,
    /// Open requests.
    pub open: u64,
    /// Its buildings with their open requests.
    pub buildings: Vec<(BuildingRow, u64)>,
}

impl PlannedEstate {
    /// Households.
    #[must_use]
    pub fn households(&self) -> u64 {
        self.buildings.iter().map(|(building, _)| u64::from(building.households)).sum()
    }

    /// Whether there is anything to draw.
    #[must_use]
    pub fn has_outline(&self) -> bool {
        !self.estate.facts.outline.is_empty() || self.buildings.iter().any(|(it, _)| !it.outline.is_empty())
    }
}

impl App {
    /// The estates that somebody may read, or only one of them.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal::NotFound`] for one that does not exist, or is not theirs.
    pub fn plan(&self, tx: &mut Tx, who: &Principal, only: Option<EstateId>) -> Result<Vec<PlannedEstate>> {
        let places = match only {
            Some(id) => vec![self.readable_estate(tx, who, id)?],
            None => {
                let mut places = Vec::new();
                for community in self.readable_communities(tx, who)? {
                    places.extend(tx.estates(community)?.into_iter().map(|estate| (community, estate)));
                }
                places
            }
        };
        let mut plan = Vec::new();
        for (community, estate) in places {
            let counts = tx.open_by_building(community, Some(estate.id), self.now())?;
            let open_in = |row: &BuildingRow| {
                counts.iter().find(|it| it.building == Some(row.id)).map_or(0, |it| it.open)
            };
            let rows = tx.buildings(community, Some(estate.id), self.now())?;
            plan.push(PlannedEstate {
                open: counts.iter().map(|it| it.open).sum(),
                buildings: rows
                    .into_iter()
                    .map(|row| (open_in(&row), row))
                    .map(|(open, row)| (row, open))
                    .collect(),
                estate,
            });
        }
        Ok(plan)
    }
}
