//! Reading objections, and what the rights desk does with them.

use super::object::{ANSWER, REASON, words_slot};
use crate::card::erased as entry;
use crate::error::Result;
use crate::office::{App, allow};
use crate::rights::Whose;
use guanjia_domain::CommunityCode;
use guanjia_domain::allocation::{Allocation, AllocationEvent, Objection};
use guanjia_domain::ids::{AllocationId, ObjectionId};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_store::Tx;
use guanjia_store::erased::ALL;

/// The most allocations that are looked through for somebody's objections: more than a community has in a lifetime.
const MOST: u32 = 100_000;

/// An objection as the reader may see it.
#[derive(Clone, Debug)]
pub struct ObjectionLine {
    /// The objection.
    pub objection: Objection,
    /// Who objects, why, and the answer; `None` for everybody but those two.
    pub told: Option<(String, String, String)>,
}

/// An objection that the rights desk found.
#[derive(Clone, Debug)]
pub struct HeldContest {
    /// Of which allocation.
    pub allocation: AllocationId,
    /// Which.
    pub id: ObjectionId,
    /// When, milliseconds of the epoch.
    pub at: i64,
    /// What was objected, and the answer.
    pub words: Vec<String>,
}

impl App {
    pub(super) fn objection_lines(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        it: &Allocation,
    ) -> Result<Vec<ObjectionLine>> {
        let mut lines = Vec::new();
        for objection in &it.objections {
            let area = Area { filed_by: Some(objection.by), ..Self::area_of_allocation(community, it) };
            let mut told = None;
            if allow(who, Action::ReadObjection, &area).is_ok() {
                let by = self.person(tx, community, objection.by.id.unwrap_or_default())?.name;
                let [reason, answer] = self.words_of_objection(tx, community, objection.id)?;
                told = Some((by, reason, answer));
            }
            lines.push(ObjectionLine { objection: objection.clone(), told });
        }
        Ok(lines)
    }

    /// What was objected, and the answer; empty where there is none or it was erased.
    fn words_of_objection(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        id: ObjectionId,
    ) -> Result<[String; 2]> {
        let mut words = [const { String::new() }; 2];
        for (text, n) in words.iter_mut().zip([REASON, ANSWER]) {
            let slot = words_slot(community, id, n);
            if let Some(sealed) = tx.kept(&slot)? {
                *text = self.vault.open_text(&slot, &sealed)?;
            }
        }
        Ok(words)
    }

    /// The objections of somebody who works here. No token finds them: staff are few.
    pub(crate) fn held_contests(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        whose: Whose<'_>,
    ) -> Result<Vec<HeldContest>> {
        let mut found = Vec::new();
        for it in tx.allocations(community, MOST)? {
            for objection in it.objections.iter().filter(|it| !it.erased) {
                let id = objection.by.id.unwrap_or_default();
                let by = self.person(tx, community, id)?;
                if whose.are_of(id, &by) {
                    let mut words: Vec<_> = self.words_of_objection(tx, community, objection.id)?.into();
                    words.retain(|text| !text.is_empty());
                    let (id, at) = (objection.id, objection.at.0);
                    found.push(HeldContest { allocation: it.id, id, at, words });
                }
            }
        }
        Ok(found)
    }

    /// Erases the words of an objection and its answer; says whether there were any.
    pub(crate) fn erase_contest(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: ObjectionId,
    ) -> Result<bool> {
        let all = tx.allocations(community, MOST)?;
        let open = |it: &Allocation| it.objection(id).is_some_and(|known| !known.erased);
        let Some(it) = all.into_iter().find(open) else { return Ok(false) };
        let event = AllocationEvent::WordsErased { objection: id };
        self.record_allocation(tx, who, community, (it.id, Some(it)), event)?;
        tx.erase_owner(community, id.0)?;
        tx.note_erased(&entry(community, id.0, ALL, 0, self.now()))?;
        Ok(true)
    }
}
