//! Estates, buildings and grids come to exist and change.

use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::claim::Claim;
use guanjia_domain::house::Grid;
use guanjia_domain::ids::{BuildingId, EstateId, StaffId};
use guanjia_domain::people::Post;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::place::{EstateFacts, Point, Unit};
use guanjia_domain::{CommunityCode, Entity, Event, HouseEvent, Refusal, Subject};
use guanjia_store::Tx;

/// An estate that is new, or has other facts.
#[derive(Clone, Debug)]
pub struct NewEstate {
    /// Its id.
    pub id: EstateId,
    /// What is known of it.
    pub facts: EstateFacts,
}

/// A building that is new, or has other units.
#[derive(Clone, Debug)]
pub struct NewBuilding {
    /// Its id.
    pub id: BuildingId,
    /// Its estate.
    pub estate: EstateId,
    /// Its name.
    pub name: String,
    /// Its units with their rooms.
    pub units: Vec<Unit>,
    /// Its footprint.
    pub outline: Vec<Point>,
}

impl App {
    /// Adds an estate or changes its facts. A new one is born with the secretary as its steward.
    ///
    /// # Errors
    /// [`Refusal::LastSecretary`] when the community has no secretary yet, [`Refusal::NameTaken`].
    pub fn put_estate(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        new: NewEstate,
    ) -> Result<()> {
        allow(who, Action::ChangePlaces, &Area::community(community, None))?;
        let subject = Subject::Estate(new.id);
        let before = tx.entity(community, subject)?;
        let same_name =
            tx.estates(community)?.into_iter().any(|it| it.facts.name == new.facts.name && it.id != new.id);
        if same_name {
            return Err(Refusal::NameTaken { field: "estate", name: new.facts.name }.into());
        }
        let body = match &before {
            Some(Entity::Estate(estate, _)) if estate.facts == new.facts => return Ok(()),
            Some(_) => HouseEvent::EstateChanged { facts: new.facts },
            None => {
                let steward = self.secretary(tx, community)?.ok_or(Refusal::LastSecretary)?;
                let first = Claim { starts_at: self.now(), steward, deputy: None, pact_signed_at: None };
                HouseEvent::EstateAdded { facts: new.facts, first }
            }
        };
        self.record_house(tx, who, community, subject, before, body)
    }

    /// Adds a building or changes its units.
    ///
    /// # Errors
    /// [`Refusal::PlaceMismatch`] when the estate does not exist, [`Refusal::NameTaken`].
    pub fn put_building(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        new: NewBuilding,
    ) -> Result<()> {
        allow(who, Action::ChangePlaces, &Area::community(community, None))?;
        let subject = Subject::Building(new.id);
        let before = tx.entity(community, subject)?;
        let NewBuilding { estate, name, units, outline, .. } = new;
        // A name stays with a building that ever had it in an estate: requests of the past go on naming it.
        if before.is_none() && tx.building_named(community, estate, &name)?.is_some() {
            return Err(Refusal::NameTaken { field: "building", name }.into());
        }
        let body = match &before {
            Some(Entity::Building(it)) if it.name == name && it.units == units && it.outline == outline => {
                return Ok(());
            }
            Some(_) => HouseEvent::BuildingChanged { name, units, outline },
            None => HouseEvent::BuildingAdded { estate, name, units, outline },
        };
        self.record_house(tx, who, community, subject, before, body)
    }

    /// Draws a grid, or draws it differently.
    ///
    /// # Errors
    /// [`Refusal::NotAChoice`] when its worker is nobody's grid worker here, [`Refusal::NameTaken`]. Whoever draws
    /// several looks for overlaps when all are drawn.
    pub fn put_grid(&self, tx: &mut Tx, who: &Principal, community: CommunityCode, grid: Grid) -> Result<()> {
        allow(who, Action::ChangePlaces, &Area::community(community, None))?;
        if let Some(worker) = grid.worker {
            let known = tx.staff_member(community, worker)?;
            if !known.is_some_and(|it| !it.left && it.post == Post::GridWorker) {
                return Err(Refusal::NotAChoice { field: "worker", value: worker.to_string() }.into());
            }
        }
        let subject = Subject::Grid(grid.id);
        let before = tx.entity(community, subject)?;
        let now = match &before {
            Some(Entity::Grid(drawings)) => drawings.at(self.now()),
            _ => None,
        };
        if now.as_ref() == Some(&grid) {
            return Ok(());
        }
        // Also the name of one that is only planned.
        if tx.drawings(community)?.iter().any(|it| it.name == grid.name && it.id != grid.id) {
            return Err(Refusal::NameTaken { field: "grid", name: grid.name }.into());
        }
        let Grid { name, worker, parts, .. } = grid;
        let body = HouseEvent::GridDrawn { name, worker, parts, starts_at: None };
        self.record_house(tx, who, community, subject, before, body)
    }

    /// The secretary of a community.
    ///
    /// # Errors
    /// What the store says.
    pub fn secretary(&self, tx: &mut Tx, community: CommunityCode) -> Result<Option<StaffId>> {
        let staff = tx.staff(community)?;
        Ok(staff.into_iter().find(|it| it.post == Post::Secretary && !it.left).map(|it| it.id))
    }

    pub(crate) fn record_house(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        subject: Subject,
        before: Option<Entity>,
        body: HouseEvent,
    ) -> Result<()> {
        let event = Event { at: self.now(), actor: who.actor(), subject, body: body.into() };
        tx.record(community, before, &[event])?;
        Ok(())
    }
}
