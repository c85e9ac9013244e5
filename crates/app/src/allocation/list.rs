//! The allocations that somebody may read.

use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::CommunityCode;
use guanjia_domain::allocation::Allocation;
use guanjia_domain::permission::{Action, Principal};
use guanjia_store::Tx;

/// The most that are listed.
const MOST: u32 = 200;

/// An allocation in a list.
#[derive(Clone, Debug)]
pub struct AllocationLine {
    /// The allocation.
    pub allocation: Allocation,
    /// How many estates it has.
    pub estates: usize,
    /// How many of them change hands.
    pub moves: usize,
    /// How many objections wait for an answer.
    pub waiting: usize,
}

impl App {
    /// The allocations that somebody may read, the newest first.
    ///
    /// # Errors
    /// What the store says.
    pub fn allocation_list(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<Vec<AllocationLine>> {
        let all = tx.allocations(community, MOST)?.into_iter();
        let mine = all.filter(|it| {
            allow(who, Action::ReadAllocation, &Self::area_of_allocation(community, it)).is_ok()
        });
        let line = |it: Allocation| AllocationLine {
            estates: it.draft.basis.len(),
            moves: it.draft.moves().count(),
            waiting: it.objections.iter().filter(|it| it.answer.is_none()).count(),
            allocation: it,
        };
        Ok(mine.map(line).collect())
    }
}
