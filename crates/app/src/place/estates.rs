//! Reading estates: the list, and one with everybody who looks after it.

use super::grids::NamedGrid;
use super::held::EstateClaims;
use crate::board::EstateLine;
use crate::error::Result;
use crate::office::{App, Names, Person};
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::{BuildingId, EstateId};
use guanjia_domain::permission::Principal;
use guanjia_store::Tx;
use guanjia_store::places::BuildingRow;
use guanjia_store::tallies::OpenHere;
use std::collections::HashMap;

/// An estate of the list.
#[derive(Clone, Debug)]
pub struct EstateTally {
    /// The estate with its steward.
    pub line: EstateLine,
    /// How many buildings.
    pub buildings: usize,
    /// Open requests, all of them counted.
    pub open: u64,
}

/// A building of an estate.
#[derive(Clone, Debug)]
pub struct BuildingTally {
    /// The building.
    pub row: BuildingRow,
    /// How many units.
    pub units: usize,
    /// Its highest floor; 0 while no room is known.
    pub floors: u32,
    /// The names of the grids that cover it.
    pub grids: Vec<String>,
    /// Open requests that name it.
    pub open: u64,
}

/// An estate with everybody who looks after it.
#[derive(Clone, Debug)]
pub struct EstateSheet {
    /// Estate and claims.
    pub claims: EstateClaims,
    /// The grids that cover a part of it.
    pub grids: Vec<NamedGrid>,
    /// The organisations that serve it.
    pub organisations: Vec<Person>,
    /// Its buildings.
    pub buildings: Vec<BuildingTally>,
    /// Residents who are known by name.
    pub residents: u64,
    /// Open requests.
    pub open: u64,
    /// Those of them past their due time.
    pub overdue: u64,
}

impl App {
    /// Every estate that somebody may read, by name within its community.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal::Forbidden`], [`guanjia_domain::Refusal::NotFound`].
    pub fn estate_list(&self, tx: &mut Tx, who: &Principal) -> Result<Vec<EstateTally>> {
        let mut list = Vec::new();
        for community in self.readable_communities(tx, who)? {
            let mut buildings: HashMap<EstateId, usize> = HashMap::new();
            for building in tx.buildings(community, None, self.now())? {
                *buildings.entry(building.estate).or_default() += 1;
            }
            let open = tx.open_by_building(community, None, self.now())?;
            list.extend(self.overview(tx, community)?.into_iter().map(|line| EstateTally {
                buildings: buildings.get(&line.id).copied().unwrap_or(0),
                open: open.iter().filter(|it| it.estate == line.id).map(|it| it.open).sum(),
                line,
            }));
        }
        Ok(list)
    }

    /// One estate.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal::NotFound`] also for the estate of a community that is not theirs.
    pub fn estate_sheet(&self, tx: &mut Tx, who: &Principal, id: EstateId) -> Result<EstateSheet> {
        let (community, estate) = self.readable_estate(tx, who, id)?;
        let mut names = Names::default();
        let open = tx.open_by_building(community, Some(id), self.now())?;
        let grids = self.named_grids(tx, &mut names, community)?;
        let buildings = self.buildings_of(tx, community, id, &grids, &open)?;
        let touched = |grid: &NamedGrid| buildings.iter().any(|building| grid.touches(building.row.id));
        Ok(EstateSheet {
            claims: self.claims_in_words(tx, &mut names, community, estate)?,
            grids: grids.iter().filter(|grid| touched(grid)).cloned().collect(),
            organisations: self.organisations_of(tx, community, id)?,
            residents: tx.residents(community, id)?,
            open: open.iter().map(|it| it.open).sum(),
            overdue: open.iter().map(|it| it.overdue).sum(),
            buildings,
        })
    }

    fn buildings_of(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        estate: EstateId,
        grids: &[NamedGrid],
        open: &[OpenHere],
    ) -> Result<Vec<BuildingTally>> {
        let mut units: HashMap<BuildingId, usize> = HashMap::new();
        for unit in tx.units(community, None)? {
            *units.entry(unit.building).or_default() += 1;
        }
        let floors: HashMap<_, _> = tx.highest_floors(community, estate)?.into_iter().collect();
        let tally = |row: BuildingRow| BuildingTally {
            units: units.get(&row.id).copied().unwrap_or(0),
            floors: floors.get(&row.id).copied().unwrap_or(0),
            grids: grids.iter().filter(|it| it.touches(row.id)).map(|it| it.grid.name.clone()).collect(),
            open: open.iter().find(|it| it.building == Some(row.id)).map_or(0, |it| it.open),
            row,
        };
        Ok(tx.buildings(community, Some(estate), self.now())?.into_iter().map(tally).collect())
    }

    fn organisations_of(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        estate: EstateId,
    ) -> Result<Vec<Person>> {
        let here = tx.organisations(community)?.into_iter().filter(|it| !it.left);
        let here = here.filter(|it| it.estates.is_empty() || it.estates.contains(&estate));
        here.map(|it| self.person(tx, community, it.id.0)).collect()
    }
}
