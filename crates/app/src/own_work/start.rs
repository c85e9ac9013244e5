//! The beginning of a claim: its list, and a tick.

use crate::error::{AppError, Result};
use crate::office::App;
use guanjia_domain::ids::EstateId;
use guanjia_domain::own_work::{EstateDesk, StartItem, StartLine, Work, WorkEvent, WorkKind};
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Refusal, Role};
use guanjia_store::{Answer, Tx};

/// The list of an estate, while something of it is open.
#[derive(Clone, Debug)]
pub struct StartList {
    /// The estate.
    pub estate: EstateId,
    /// Its name.
    pub name: String,
    /// What is to be done; for the steward also what is done.
    pub lines: Vec<StartLine>,
}

impl App {
    /// The lists that are not done: a steward's own with every line, for the secretary those of all estates with what
    /// is open. By estate and date, never by person.
    ///
    /// # Errors
    /// What the store says.
    pub fn start_lists(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<Vec<StartList>> {
        let (now, mut lists) = (self.now(), Vec::new());
        for (estate, name) in tx.estate_names(community)?.iter() {
            let own = who.stewards.contains(estate);
            if !own && who.role != Role::Secretary {
                continue;
            }
            let Some(claims) = tx.claims(community, *estate)? else { continue };
            let mut lines = self.desk(tx, community, *estate)?.start_list(claims.since(now));
            if lines.iter().all(|line| line.done_at.is_some()) {
                continue;
            }
            if !own {
                lines.retain(|line| line.done_at.is_none());
            }
            lists.push(StartList { estate: *estate, name: name.clone(), lines });
        }
        Ok(lists)
    }

    /// Ticks a line, or takes the tick back.
    pub fn tick_start(
        &self,
        who: &Principal,
        community: CommunityCode,
        estate: EstateId,
        item: StartItem,
        done: bool,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            app.keeps(tx, &who, community, estate)?;
            // The list is its steward's: nobody else says that it is done.
            if !who.stewards.contains(&estate) {
                return Err(Refusal::Forbidden.into());
            }
            let claims = tx.claims(community, estate)?.ok_or(Refusal::NotFound)?;
            let lines = app.desk(tx, community, estate)?.start_list(claims.since(app.now()));
            if lines.iter().any(|line| line.item == item && line.done_at.is_some() == done) {
                return Ok(());
            }
            app.record_desk(tx, &who, community, estate, WorkEvent::StartTicked { item, done })
        })
    }

    /// What is kept for an estate.
    pub(super) fn desk(&self, tx: &mut Tx, community: CommunityCode, estate: EstateId) -> Result<EstateDesk> {
        Ok(match tx.work(community, WorkKind::Desk, estate.0)? {
            Some(Work::Desk(desk)) => desk,
            _ => EstateDesk::empty(estate),
        })
    }

    pub(super) fn record_desk(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        estate: EstateId,
        event: WorkEvent,
    ) -> Result<()> {
        let before = tx.work(community, WorkKind::Desk, estate.0)?;
        self.record_work(tx, who, community, (WorkKind::Desk, estate.0), before, event)
    }
}
