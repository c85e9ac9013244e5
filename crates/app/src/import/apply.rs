//! Does what was planned, through the use cases of places and people.

use super::columns::{Columns, slot};
use super::entry::Entry;
use super::house::{Body, Member};
use super::plan::{Plan, PlannedResident};
use super::tally::Change;
use crate::error::Result;
use crate::office::App;
use crate::people::{NewOrganisation, NewStaff};
use crate::place::{NewBuilding, NewEstate};
use guanjia_domain::card::Resident;
use guanjia_domain::house::Grid;
use guanjia_domain::permission::Principal;
use guanjia_domain::place::{Building, Estate};
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Subject};
use guanjia_store::{Kind, Slot, Tx};
use uuid::Uuid;

/// Who imports what where.
struct Import<'a> {
    app: &'a App,
    who: &'a Principal,
    community: CommunityCode,
}

/// Writes a plan without problems. Staff first: an estate needs a secretary, a grid its worker.
pub(super) fn apply(
    app: &App,
    tx: &mut Tx,
    who: &Principal,
    community: CommunityCode,
    plan: &Plan,
) -> Result<()> {
    if plan.counts.differences() == 0 {
        return Ok(());
    }
    let import = Import { app, who, community };
    for entry in differing(&plan.house.staff) {
        import.staff(tx, entry)?;
    }
    for entry in differing(&plan.house.estates) {
        import.estate(tx, entry)?;
    }
    for entry in differing(&plan.house.buildings) {
        import.building(tx, entry)?;
    }
    for entry in differing(&plan.house.organisations) {
        import.organisation(tx, entry)?;
    }
    import.grids(tx, &plan.house.grids)?;
    for (room, (_, columns)) in &plan.room_columns {
        import.seal(tx, *room, columns)?;
    }
    for claim in plan.claims.iter().filter(|claim| claim.differs) {
        app.claim_now(tx, who, community, &claim.new)?;
    }
    for resident in plan.residents.iter().filter(|it| it.change != Change::Unchanged) {
        import.resident(tx, resident)?;
    }
    app.log_simple(tx, community, who.actor(), "import", app.now())
}

fn differing<T: Clone + PartialEq>(entries: &[Entry<T>]) -> impl Iterator<Item = &Entry<T>> {
    entries.iter().filter(|it| it.change() != Change::Unchanged)
}

impl Import<'_> {
    fn staff(&self, tx: &mut Tx, entry: &Entry<Member>) -> Result<()> {
        let Member { staff, person } = entry.now.clone();
        let (id, post, tier, organisation) = (staff.id, staff.post, staff.tier, staff.organisation);
        if entry.differs() {
            let new = NewStaff { id, post, tier, organisation, person };
            self.app.put_staff(tx, self.who, self.community, &new)?;
        }
        self.columns(tx, entry, id.0, Subject::Staff(id), || HouseEvent::StaffNamed)
    }

    fn estate(&self, tx: &mut Tx, entry: &Entry<Estate>) -> Result<()> {
        let Estate { id, facts } = entry.now.clone();
        if entry.differs() {
            self.app.put_estate(tx, self.who, self.community, NewEstate { id, facts: facts.clone() })?;
        }
        self.columns(tx, entry, id.0, Subject::Estate(id), || HouseEvent::EstateChanged {
            facts: facts.clone(),
        })
    }

    fn building(&self, tx: &mut Tx, entry: &Entry<Building>) -> Result<()> {
        let Building { id, standing, name, units, outline } = entry.now.clone();
        if entry.differs() {
            let new = NewBuilding {
                id,
                estate: standing.first,
                name: name.clone(),
                units: units.clone(),
                outline: outline.clone(),
            };
            self.app.put_building(tx, self.who, self.community, new)?;
        }
        let same = || HouseEvent::BuildingChanged {
            name: name.clone(),
            units: units.clone(),
            outline: outline.clone(),
        };
        self.columns(tx, entry, id.0, Subject::Building(id), same)
    }

    fn organisation(&self, tx: &mut Tx, entry: &Entry<Body>) -> Result<()> {
        let Body { organisation: it, phone } = entry.now.clone();
        if entry.differs() {
            let (name, estates) = (it.name.clone(), it.estates.clone());
            let new = NewOrganisation { id: it.id, kind: it.kind, name, phone, estates };
            self.app.put_organisation(tx, self.who, self.community, &new)?;
        }
        let (name, estates) = (it.name.clone(), it.estates.clone());
        let same = || HouseEvent::OrganisationChanged {
            kind: it.kind,
            name: name.clone(),
            estates: estates.clone(),
        };
        self.columns(tx, entry, it.id.0, Subject::Organisation(it.id), same)
    }

    /// One sheet redraws several: what one loses another may get. No unit may be in two when all are drawn, today or
    /// on a day for which something is planned.
    fn grids(&self, tx: &mut Tx, entries: &[Entry<Grid>]) -> Result<()> {
        let mut drawn = differing(entries).peekable();
        if drawn.peek().is_none() {
            return Ok(());
        }
        let (now, before) = (self.app.now(), self.app.ground(tx, self.community)?);
        for entry in drawn {
            self.grid(tx, entry)?;
        }
        let after = self.app.ground(tx, self.community)?;
        self.app.check_overlap(tx, self.community, &before, &after, now)
    }

    fn grid(&self, tx: &mut Tx, entry: &Entry<Grid>) -> Result<()> {
        let grid = entry.now.clone();
        if entry.differs() {
            self.app.put_grid(tx, self.who, self.community, grid.clone())?;
        }
        let same = || HouseEvent::GridDrawn {
            name: grid.name.clone(),
            worker: grid.worker,
            parts: grid.parts.clone(),
            starts_at: None,
        };
        self.columns(tx, entry, grid.id.0, Subject::Grid(grid.id), same)
    }

    /// Seals the columns of a thing. Where nothing else differs, an event with the same facts says that something
    /// changed: every change is in the ledger.
    fn columns<T: Clone + PartialEq>(
        &self,
        tx: &mut Tx,
        entry: &Entry<T>,
        owner: Uuid,
        subject: Subject,
        same: impl Fn() -> HouseEvent,
    ) -> Result<()> {
        if !entry.other_columns && !entry.within {
            return Ok(());
        }
        if !entry.differs() {
            let before = tx.entity(self.community, subject)?;
            self.app.record_house(tx, self.who, self.community, subject, before, same())?;
        }
        if entry.other_columns { self.seal(tx, owner, &entry.columns) } else { Ok(()) }
    }

    fn seal(&self, tx: &mut Tx, owner: Uuid, columns: &Columns) -> Result<()> {
        let slot = slot(self.community, owner);
        let sealed = self.app.sealed(&slot, columns)?;
        Ok(tx.keep(&slot, &sealed)?)
    }

    fn resident(&self, tx: &mut Tx, planned: &PlannedResident) -> Result<()> {
        let (community, owner) = (self.community, planned.owner());
        let (room, estate) = (planned.room, planned.estate);
        let (before, body) = match &planned.before {
            None => (None, HouseEvent::ResidentRegistered { room, estate }),
            Some(resident) => {
                // Phones that are no longer true must not find the person any more.
                tx.forget_contacts(community, owner)?;
                (
                    Some(Entity::Resident(Resident::clone(resident))),
                    HouseEvent::ResidentChanged { room, estate },
                )
            }
        };
        let subject = Subject::Resident(planned.id);
        self.app.record_house(tx, self.who, community, subject, before, body)?;
        let slot = Slot { community, owner, kind: Kind::Card, n: 0 };
        let sealed = self.app.sealed(&slot, &planned.card)?;
        tx.keep(&slot, &sealed)?;
        for token in &planned.tokens {
            tx.remember_contact(community, token, crate::card::OWNER, owner)?;
        }
        Ok(())
    }
}
