//! An allocation as a page needs it: the plan with its certificate, or why there is none, and what has changed since.

use super::case::{Named, form, solution};
use super::drift::Drift;
use super::objections::ObjectionLine;
use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::CommunityCode;
use guanjia_domain::allocation::{Allocation, Draft, Stage};
use guanjia_domain::ids::{AllocationId, EstateId};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_plan::allocation::case::Case;
use guanjia_plan::allocation::conflict::{Conflict, conflict};
use guanjia_plan::allocation::form::Form;
use guanjia_plan::allocation::index::{Card, cards};
use guanjia_plan::allocation::solve::{Options, Solution};
use guanjia_store::Tx;
use std::collections::hash_map::Entry;

/// What came out.
#[derive(Clone, Debug)]
pub enum Outlook {
    /// A plan that the checker has certified just now.
    Plan(Case, Solution),
    /// No plan, and why.
    Conflict(Case, Conflict),
    /// The workload of these estates is not known, or none of the indicators that weigh anything.
    Missing(Vec<EstateId>),
}

/// An allocation with everything around it.
#[derive(Clone, Debug)]
pub struct AllocationSheet {
    /// The allocation.
    pub allocation: Allocation,
    /// What the solver was given, with names; estates and officers in the order of the draft.
    pub form: Form,
    /// What came out.
    pub outlook: Outlook,
    /// What has changed in the house since; of an open one only.
    pub drift: Vec<Drift>,
    /// What was objected, as far as the reader may know of it.
    pub objections: Vec<ObjectionLine>,
    /// Estates about which the reader may object.
    pub may_object: Vec<EstateId>,
    /// Whether the reader decides on it, as far as it is open.
    pub decides: bool,
}

impl App {
    /// An allocation to read.
    ///
    /// # Errors
    /// As [`App::allocation_for`].
    pub fn allocation_sheet(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: AllocationId,
    ) -> Result<AllocationSheet> {
        let it = self.allocation_for(tx, who, community, id)?;
        let names = self.names_of(tx, community, &it.draft)?;
        let form = form(&it.draft.ask, &it.draft.basis, &names);
        let is_open = it.is_open();
        Ok(AllocationSheet {
            outlook: self.outlook(&it.draft, &form),
            form,
            drift: if is_open { self.drift(tx, community, &it.draft)? } else { Vec::new() },
            objections: self.objection_lines(tx, who, community, &it)?,
            may_object: Self::may_object(who, community, &it),
            decides: allow(who, Action::ChangeClaims, &Area::community(community, None)).is_ok(),
            allocation: it,
        })
    }

    /// Estates and officers of a draft by name.
    pub(super) fn names_of(&self, tx: &mut Tx, community: CommunityCode, draft: &Draft) -> Result<Named> {
        let mut names: Named =
            tx.estate_names(community)?.iter().map(|(id, name)| (id.0, name.clone())).collect();
        let stewards = draft.basis.iter().map(|it| it.steward.0);
        for id in draft.ask.seats.iter().map(|it| it.staff.0).chain(stewards) {
            if let Entry::Vacant(place) = names.entry(id) {
                place.insert(self.person(tx, community, id)?.name);
            }
        }
        Ok(names)
    }

    /// What comes out of a draft: its plan, checked anew, or why there is none.
    pub(super) fn outlook(&self, draft: &Draft, form: &Form) -> Outlook {
        let Ok(case) = Case::of(form) else {
            let known = |card: &Card| card.workload.is_some() && card.difficulty.is_some();
            let unknown = draft.basis.iter().zip(cards(form)).filter(|(_, card)| !known(card));
            return Outlook::Missing(unknown.map(|(it, _)| it.estate).collect());
        };
        match draft.found.as_ref().and_then(|found| solution(&draft.ask, &case, found)) {
            Some(best) => Outlook::Plan(case, best),
            None => {
                let options = Options { seed: draft.ask.seed, labels: None };
                let found = conflict(&case, options, &mut self.out_of_time());
                Outlook::Conflict(case, found)
            }
        }
    }

    /// The estates about which somebody may object.
    fn may_object(who: &Principal, community: CommunityCode, it: &Allocation) -> Vec<EstateId> {
        let may = |estate: &EstateId| {
            let given_to = it.draft.officer_of(*estate);
            let area = Area { estate: Some(*estate), given_to, ..Self::area_of_allocation(community, it) };
            it.stage == Stage::Laid && allow(who, Action::Object, &area).is_ok()
        };
        it.draft.basis.iter().map(|row| row.estate).filter(may).collect()
    }
}
