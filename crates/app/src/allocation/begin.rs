//! A new draft, and drafting anew: the figures are read, the solver works outside any transaction that writes, and what
//! it found is recorded after the checker has certified it.

use super::case::{Named, form, found, solution};
use super::gather::seats;
use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::CommunityCode;
use guanjia_domain::allocation::{AllocationEvent, Ask, Draft};
use guanjia_domain::ids::AllocationId;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_plan::allocation::case::Case;
use guanjia_plan::allocation::solve::{Options, solve};
use guanjia_store::{Answer, Tx};

impl App {
    /// Begins an allocation from today's figures and claims, with the weights, figures and officers of the last one.
    /// `change` says what is asked besides. Blocks.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal::Forbidden`]; what [`Ask::check`] says.
    pub fn begin_allocation(
        &self,
        who: &Principal,
        community: CommunityCode,
        change: impl FnOnce(&mut Ask) -> Result<()>,
    ) -> Result<Answer<AllocationId, AppError>> {
        let draft = self.db.read(|tx| {
            allow(who, Action::ChangeClaims, &Area::community(community, None))?;
            let mut ask = self.next_ask(tx, community)?;
            change(&mut ask)?;
            self.draft_of(tx, community, ask)
        })?;
        let draft = self.solved(draft);
        let (app, who, id) = (self.clone(), who.clone(), AllocationId(self.id()?));
        Ok(self.db.write(community, move |tx| {
            allow(&who, Action::ChangeClaims, &Area::community(community, None))?;
            let event = AllocationEvent::Drafted(Box::new(draft.clone()));
            app.record_allocation(tx, &who, community, (id, None), event)?;
            Ok(id)
        }))
    }

    /// What the last allocation asked, with the people of today and without the pairs that were fixed for it.
    pub(super) fn next_ask(&self, tx: &mut Tx, community: CommunityCode) -> Result<Ask> {
        let Some(last) = tx.allocations(community, 1)?.pop() else { return self.first_ask(tx, community) };
        let mut ask = last.draft.ask;
        let away: Vec<_> = ask.seats.iter().filter(|it| it.most == 0).map(|it| it.staff).collect();
        ask.seats.retain(|it| !away.contains(&it.staff));
        ask.seats = seats(&tx.staff(community)?, &ask.seats);
        ask.pinned.clear();
        ask.most_changes = None;
        Ok(ask)
    }

    /// A draft without a plan yet.
    pub(super) fn draft_of(&self, tx: &mut Tx, community: CommunityCode, ask: Ask) -> Result<Draft> {
        ask.check()?;
        let basis = self.basis(tx, community, &ask.figures, self.now())?;
        Ok(Draft { ask, basis, found: None })
    }

    /// The same with the plan, where the rules leave one and the checker certifies it.
    pub(super) fn solved(&self, mut draft: Draft) -> Draft {
        let options = Options { seed: draft.ask.seed, labels: None };
        if let Ok(case) = Case::of(&form(&draft.ask, &draft.basis, &Named::new()))
            && let Ok(best) = solve(&case, options, &mut self.out_of_time())
        {
            let plan = found(&draft.ask, &draft.basis, &best);
            draft.found = solution(&draft.ask, &case, &plan).map(|_| plan);
        }
        draft
    }
}
