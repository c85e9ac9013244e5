//! Staff and organisations: who works here.

mod engage;
mod list;
mod returned;

pub use engage::Newcomer;
pub use list::{Colleague, ColleagueSheet};

use crate::error::Result;
use crate::office::{App, Person, allow, person_slot};
use guanjia_domain::ids::{EstateId, OrganisationId, StaffId};
use guanjia_domain::people::{OrganisationKind, Post};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::text::clean_line;
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Refusal, Subject};
use guanjia_store::Tx;
use guanjia_store::access::Holder;

/// A staff member who is new, or has another post, name or phone.
#[derive(Clone, Debug)]
pub struct NewStaff {
    /// The id.
    pub id: StaffId,
    /// The post.
    pub post: Post,
    /// The tier, for posts that take estates.
    pub tier: Option<u8>,
    /// The bureau they work for.
    pub organisation: Option<OrganisationId>,
    /// Name and phone.
    pub person: Person,
}

/// An organisation that is new or has changed.
#[derive(Clone, Debug)]
pub struct NewOrganisation {
    /// The id.
    pub id: OrganisationId,
    /// What kind of body.
    pub kind: OrganisationKind,
    /// Its name.
    pub name: String,
    /// Its phone.
    pub phone: String,
    /// The estates it serves; empty means all.
    pub estates: Vec<EstateId>,
}

impl App {
    /// Appoints somebody, or changes what is known of them, and opens their account.
    ///
    /// # Errors
    /// [`Refusal::TextMissing`] without a name; [`Refusal::NotAChoice`] for a tier outside 1 to 3;
    /// [`Refusal::StillAccountable`], [`Refusal::StillInGrids`] when somebody would lose the post that an estate or
    /// a grid of theirs needs.
    pub fn put_staff(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        new: &NewStaff,
    ) -> Result<()> {
        allow(who, Action::ChangePeople, &Area::community(community, None))?;
        let person = Person { name: clean_line(&new.person.name), phone: clean_line(&new.person.phone) };
        if person.name.is_empty() {
            return Err(Refusal::TextMissing { field: "name" }.into());
        }
        if let Some(tier) = new.tier.filter(|tier| !(1..=3).contains(tier)) {
            return Err(Refusal::NotAChoice { field: "tier", value: tier.to_string() }.into());
        }
        let subject = Subject::Staff(new.id);
        let before = tx.entity(community, subject)?;
        let (post, tier, organisation) = (new.post, new.tier, new.organisation);
        let renamed = before.is_some() && self.person(tx, community, new.id.0)? != person;
        let body = match &before {
            None => Some(HouseEvent::StaffAppointed { post, tier, organisation }),
            Some(Entity::Staff(it)) if (it.post, it.tier, it.organisation) == (post, tier, organisation) => {
                renamed.then_some(HouseEvent::StaffNamed)
            }
            Some(_) => {
                if !post.may_claim() {
                    self.check_not_accountable(tx, community, new.id)?;
                }
                if post != Post::GridWorker {
                    self.check_in_no_grid(tx, community, new.id)?;
                }
                self.check_new_post(tx, who, community, new)?;
                Some(HouseEvent::StaffChanged { post, tier, organisation })
            }
        };
        let is_new = before.is_none();
        if let Some(body) = body {
            self.record_house(tx, who, community, subject, before, body)?;
            let slot = person_slot(community, new.id.0);
            let sealed = self.sealed(&slot, &person)?;
            tx.keep(&slot, &sealed)?;
        }
        if is_new {
            tx.keep_account(community, Holder::Staff(new.id.0), None, false)?;
        }
        Ok(())
    }

    /// A grid must not be left with a worker who is none.
    fn check_in_no_grid(&self, tx: &mut Tx, community: CommunityCode, staff: StaffId) -> Result<()> {
        let (grids, now) = (tx.drawings(community)?, self.now());
        let grids: Vec<_> = grids.iter().filter(|it| it.involve(staff, now)).map(|it| it.id).collect();
        if grids.is_empty() { Ok(()) } else { Err(Refusal::StillInGrids { staff, grids }.into()) }
    }

    /// Somebody leaves: sessions and links end at once. Refused while they are or will be steward or deputy of an
    /// estate, because the estate must be handed over first.
    ///
    /// # Errors
    /// [`Refusal::StillAccountable`] with the estates; [`Refusal::StillInGrids`]; [`Refusal::LastSecretary`];
    /// [`Refusal::NotFound`].
    pub fn dismiss_staff(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: StaffId,
    ) -> Result<()> {
        allow(who, Action::ChangePeople, &Area::community(community, None))?;
        let subject = Subject::Staff(id);
        let before = tx.entity(community, subject)?.ok_or(Refusal::NotFound)?;
        let Entity::Staff(staff) = &before else { return Err(Refusal::NotFound.into()) };
        if staff.left {
            return Ok(());
        }
        if staff.post == Post::Secretary {
            let others =
                tx.staff(community)?.iter().any(|it| it.post == Post::Secretary && !it.left && it.id != id);
            if !others {
                return Err(Refusal::LastSecretary.into());
            }
        }
        self.check_not_last(tx, community, id.0)?;
        self.check_not_accountable(tx, community, id)?;
        self.check_in_no_grid(tx, community, id)?;
        self.record_house(tx, who, community, subject, Some(before), HouseEvent::StaffLeft)?;
        self.end_view_tokens(tx, community, id.0, who.actor())?;
        self.forget_factor(tx, community, id.0)?;
        Ok(tx.close_account(community, id.0)?)
    }

    /// Nobody gives themselves another post, and no administrator is the last of the kind to get one. Whoever gets one
    /// is signed out, so that no page is left over from before.
    fn check_new_post(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        new: &NewStaff,
    ) -> Result<()> {
        let before = tx.staff_member(community, new.id)?.map(|it| it.post);
        if before == Some(new.post) {
            return Ok(());
        }
        if who.id == Some(new.id.0) {
            return Err(Refusal::OwnAccount.into());
        }
        self.check_not_last(tx, community, new.id.0)?;
        self.end_epoch(tx, community, new.id.0, None, who.actor())
    }

    fn check_not_accountable(&self, tx: &mut Tx, community: CommunityCode, staff: StaffId) -> Result<()> {
        let mut estates = Vec::new();
        for estate in tx.estates(community)? {
            if tx.claims(community, estate.id)?.is_some_and(|claims| claims.involve(staff, self.now())) {
                estates.push(estate.id);
            }
        }
        if estates.is_empty() { Ok(()) } else { Err(Refusal::StillAccountable { staff, estates }.into()) }
    }

    /// Adds an organisation, or changes it, and opens its account.
    ///
    /// # Errors
    /// [`Refusal::TextMissing`] without a name, [`Refusal::NameTaken`].
    pub fn put_organisation(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        new: &NewOrganisation,
    ) -> Result<()> {
        allow(who, Action::ChangePeople, &Area::community(community, None))?;
        let name = clean_line(&new.name);
        if name.is_empty() {
            return Err(Refusal::TextMissing { field: "name" }.into());
        }
        if tx.organisations(community)?.iter().any(|it| it.name == name && it.id != new.id) {
            return Err(Refusal::NameTaken { field: "name", name }.into());
        }
        let subject = Subject::Organisation(new.id);
        let before = tx.entity(community, subject)?;
        let (kind, estates) = (new.kind, new.estates.clone());
        let body = match &before {
            None => Some(HouseEvent::OrganisationAdded { kind, name: name.clone(), estates }),
            Some(Entity::Organisation(it)) if it.kind == kind && it.name == name && it.estates == estates => {
                None
            }
            Some(_) => Some(HouseEvent::OrganisationChanged { kind, name: name.clone(), estates }),
        };
        if before.is_none() {
            tx.keep_account(community, Holder::Organisation(new.id.0), None, false)?;
        }
        if let Some(body) = body {
            self.record_house(tx, who, community, subject, before, body)?;
        }
        let slot = person_slot(community, new.id.0);
        let person = Person { name, phone: clean_line(&new.phone) };
        let sealed = self.sealed(&slot, &person)?;
        Ok(tx.keep(&slot, &sealed)?)
    }

    /// An organisation ends its work here; its links and sessions end at once.
    ///
    /// # Errors
    /// [`Refusal::NotFound`].
    pub fn dismiss_organisation(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: OrganisationId,
    ) -> Result<()> {
        allow(who, Action::ChangePeople, &Area::community(community, None))?;
        let subject = Subject::Organisation(id);
        let before = tx.entity(community, subject)?.ok_or(Refusal::NotFound)?;
        self.record_house(tx, who, community, subject, Some(before), HouseEvent::OrganisationLeft)?;
        self.forget_factor(tx, community, id.0)?;
        Ok(tx.close_account(community, id.0)?)
    }
}
