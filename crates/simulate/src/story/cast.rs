//! Who is who at a place: steward, grid worker, property company.

use std::collections::HashMap;

use guanjia_domain::ids::{OrganisationId, StaffId};
use guanjia_domain::request::Place;
use guanjia_domain::{Actor, Party, Role};
use uuid::Uuid;

use super::Reporter;
use super::needs::Scene;
use super::words::Spot;
use crate::outline::{
    BuildingOutline, CommunityOutline, EstateOutline, GridPart, OrganisationKind, Outline, RoomOutline,
    UnitOutline, people,
};
use crate::rng::Rng;

/// The pace of the grids, as factors on every wait, by number of the grid and over again: the same matter takes three
/// times as long in one grid as in another.
const PACES: [f64; 7] = [0.8, 1.9, 0.7, 1.2, 1.0, 2.3, 0.9];

/// A grid worker.
#[derive(Clone, Copy)]
pub(super) struct Worker {
    pub id: Uuid,
    pub pace: f64,
}

/// The outline, with what is looked up all the time.
pub(super) struct Cast<'a> {
    outline: &'a Outline,
    workers: HashMap<Uuid, Worker>,
}

/// A place in the outline: always a building and unit, to know the grid; `scene` says how much of it is told.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    pub estate: &'a EstateOutline,
    pub building: &'a BuildingOutline,
    pub unit: &'a UnitOutline,
    pub room: Option<&'a RoomOutline>,
    pub scene: Scene,
    /// Whether a thing in the yard is said to be at the building.
    pub beside: bool,
}

impl<'a> Cast<'a> {
    pub(super) fn new(outline: &'a Outline) -> Self {
        let community = &outline.community;
        let mut workers = HashMap::new();
        for (number, grid) in community.grids.iter().enumerate() {
            let worker = Worker { id: grid.worker.id, pace: PACES[number % PACES.len()] };
            for part in &grid.parts {
                let (GridPart::Building(id) | GridPart::Unit(id)) = part;
                workers.insert(*id, worker);
            }
        }
        Self { outline, workers }
    }

    fn community(&self) -> &'a CommunityOutline {
        &self.outline.community
    }

    /// An estate by key.
    pub(super) fn estate(&self, key: &str) -> Option<&'a EstateOutline> {
        self.outline.estate(key)
    }

    /// The steward of an estate, in the role they have.
    pub(super) fn steward(&self, site: &Site) -> Actor {
        let community = self.community();
        let id =
            community.claims.iter().find(|claim| claim.estate == site.estate.id).map(|claim| claim.steward);
        let secretary = community.officers.first().map(|officer| officer.person.id);
        let role = if id == secretary { Role::Secretary } else { Role::Officer };
        Actor { role, id }
    }

    /// The grid worker of a place, if the grids cover it.
    pub(super) fn worker(&self, site: &Site) -> Option<Worker> {
        self.workers.get(&site.building.id).or_else(|| self.workers.get(&site.unit.id)).copied()
    }

    pub(super) fn street(&self) -> (Actor, Party) {
        (Actor::staff(Role::StreetOffice, StaffId(self.outline.street.clerk.id)), Party::StreetOffice)
    }

    pub(super) fn bureau(&self) -> (Actor, Party) {
        let id = self.outline.bureau.id;
        (Actor { role: Role::DistrictBureau, id: Some(id) }, Party::DistrictBureau(OrganisationId(id)))
    }

    /// The organisation of a kind that serves the estate.
    pub(super) fn organisation(&self, site: &Site, kind: OrganisationKind) -> Option<(Actor, Party)> {
        let found = self
            .community()
            .organisations
            .iter()
            .find(|one| one.kind == kind && one.estates.contains(&site.estate.id))?;
        let actor = Actor { role: Role::Organisation, id: Some(found.id) };
        Some((actor, Party::Organisation(OrganisationId(found.id))))
    }

    /// A place where something of this scene happens; estates by households.
    pub(super) fn draw_site(&self, scene: Scene, rng: &mut Rng) -> Option<Site<'a>> {
        let estates = &self.community().estates;
        let weights: Vec<f64> = estates.iter().map(|estate| f64::from(estate.households())).collect();
        let estate = estates.get(rng.weighted(&weights))?;
        let building = rng.pick(&estate.buildings)?;
        let unit = rng.pick(&building.units)?;
        let lived_in: Vec<&RoomOutline> = unit.rooms.iter().filter(|room| room.households > 0).collect();
        let room = if scene == Scene::Home { rng.pick(&lived_in).copied() } else { None };
        Some(Site { estate, building, unit, room, scene, beside: rng.chance(0.5) })
    }

    /// Another flat of the same building: where the next report of one cause comes from.
    pub(super) fn draw_neighbour(&self, site: &Site<'a>, rng: &mut Rng) -> Option<Site<'a>> {
        let unit = rng.pick(&site.building.units)?;
        let room = site.room.and_then(|_| rng.pick(&unit.rooms));
        Some(Site { unit, room, ..*site })
    }

    /// Somebody who lives here.
    pub(super) fn draw_reporter(rng: &mut Rng, named: f64, reachable: f64) -> Reporter {
        let (name, phone) = people::resident(rng.below(people::RESIDENTS));
        Reporter { name: rng.chance(named).then_some(name), phone: rng.chance(reachable).then_some(phone) }
    }
}

impl<'a> Site<'a> {
    /// What the request says of the place.
    pub(super) fn place(&self) -> Place {
        let unit_told = matches!(self.scene, Scene::Door | Scene::Home);
        Place {
            estate: self.estate.id.into(),
            building: self.building_told().then_some(self.building.id.into()),
            unit: unit_told.then_some(self.unit.id.into()),
            room: self.room.map(|room| room.id.into()),
        }
    }

    /// The same in words.
    pub(super) fn spot(&self) -> Spot<'a> {
        let unit_told = matches!(self.scene, Scene::Door | Scene::Home);
        Spot {
            building: self.building_told().then_some(&*self.building.name),
            unit: unit_told.then_some(&*self.unit.name),
            room: self.room.map(|room| &*room.name),
        }
    }

    fn building_told(&self) -> bool {
        match self.scene {
            Scene::Block | Scene::Door | Scene::Home => true,
            Scene::Yard => self.beside,
            Scene::Person => false,
        }
    }
}
