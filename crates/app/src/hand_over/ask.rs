//! The secretary asks somebody to take over, or to stand in.

use crate::error::{AppError, Result};
use crate::office::{App, allow};
use crate::partition::start_of;
use guanjia_domain::hand_over::{Asked, Occasion};
use guanjia_domain::ids::{EstateId, GridId, HandOverId, StaffId};
use guanjia_domain::people::Post;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, HouseEvent, Moment, Refusal, Subject};
use guanjia_store::{Answer, Tx};

/// What is to be handed over.
#[derive(Clone, Debug)]
pub struct NewHandOver {
    /// Why.
    pub occasion: Occasion,
    /// Who hands over.
    pub from: StaffId,
    /// Who takes it on; `None` is the deputy of each estate, for an absence.
    pub to: Option<StaffId>,
    /// From when; `None` is now.
    pub starts_at: Option<Moment>,
    /// Until when, exclusive.
    pub ends_at: Option<Moment>,
    /// Estates.
    pub estates: Vec<EstateId>,
    /// Grids.
    pub grids: Vec<GridId>,
}

impl App {
    /// Asks the successor, or each deputy, and says which hand-overs there are now. Nothing else changes yet, but that
    /// an absence counts from its first day.
    ///
    /// # Errors
    /// What [`Asked::decide`] says; [`Refusal::HandOverStale`] for what the person does not hold on that day;
    /// [`Refusal::WrongPost`], [`Refusal::NoDeputy`].
    pub fn ask_hand_over(
        &self,
        who: &Principal,
        community: CommunityCode,
        new: NewHandOver,
    ) -> Answer<Vec<HandOverId>, AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| app.ask_now(tx, &who, community, &new))
    }

    pub(crate) fn ask_now(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        new: &NewHandOver,
    ) -> Result<Vec<HandOverId>> {
        allow(who, Action::ChangeClaims, &Area::community(community, None))?;
        let now = self.now();
        let starts_at = start_of(new.starts_at, now)?;
        self.check_held(tx, community, new, starts_at)?;
        let mut asked = Vec::new();
        for (to, estates) in self.successors(tx, community, new, starts_at)? {
            let one = Asked {
                occasion: new.occasion,
                from: new.from,
                to,
                starts_at,
                ends_at: new.ends_at,
                estates,
                grids: new.grids.clone(),
            };
            let known = tx.hand_overs(community)?;
            one.decide(&known, now)?;
            self.check_successor(tx, community, &one)?;
            let id = HandOverId(self.id()?);
            let event = HouseEvent::HandOverAsked(one);
            self.record_house(tx, who, community, Subject::HandOver(id), None, event)?;
            self.tell_staff(tx, community, to, (id.0, "hand_over_asked"))?;
            asked.push(id);
        }
        Ok(asked)
    }

    /// To whom which estates go.
    fn successors(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        new: &NewHandOver,
        at: Moment,
    ) -> Result<Vec<(StaffId, Vec<EstateId>)>> {
        if let Some(to) = new.to {
            return Ok(vec![(to, new.estates.clone())]);
        }
        if new.occasion != Occasion::Absence || new.estates.is_empty() {
            return Err(Refusal::TextMissing { field: "to" }.into());
        }
        let (mut found, mut without): (Vec<(StaffId, Vec<EstateId>)>, _) = (Vec::new(), Vec::new());
        for estate in &new.estates {
            let deputy = tx.claim_in_force(community, *estate, at)?.and_then(|claim| claim.deputy);
            match (deputy, found.iter_mut().find(|(to, _)| Some(*to) == deputy)) {
                (_, Some((_, estates))) => estates.push(*estate),
                (Some(deputy), None) => found.push((deputy, vec![*estate])),
                (None, None) => without.push(*estate),
            }
        }
        if without.is_empty() { Ok(found) } else { Err(Refusal::NoDeputy { estates: without }.into()) }
    }

    /// Estates go to officers, grids to grid workers.
    fn check_successor(&self, tx: &mut Tx, community: CommunityCode, asked: &Asked) -> Result<()> {
        let known = tx.staff_member(community, asked.to)?.filter(|it| !it.left);
        let fits = known.is_some_and(|it| {
            (asked.estates.is_empty() || it.post.may_claim())
                && (asked.grids.is_empty() || it.post == Post::GridWorker)
        });
        if fits { Ok(()) } else { Err(Refusal::WrongPost { staff: asked.to }.into()) }
    }
}
