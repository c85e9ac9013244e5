//! What was erased is erased again in an older backup, before anybody sees it.

use crate::card::FIELD;
use crate::error::Result;
use crate::office::App;
use crate::request::Deed;
use guanjia_domain::card::{CardField, ErasedFor};
use guanjia_domain::ids::{RequestId, ResidentId, RightsCaseId};
use guanjia_domain::permission::Principal;
use guanjia_domain::request::Command;
use guanjia_domain::rights::Outcome;
use guanjia_domain::{CommunityCode, Entity, HouseEvent, Role, Subject};
use guanjia_store::erased::{ALL, DECLINED, Erased, PHOTO};
use guanjia_store::{Kind, Slot, Tx};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What was erased again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Again {
    /// How many entries of the list had to be done again.
    pub count: u64,
    /// Photo files that nothing names any more.
    pub files: Vec<(CommunityCode, Uuid)>,
}

impl App {
    /// Erases what the list names and this installation has not erased. What it does not know came later than the
    /// backup; it is noted all the same.
    pub(crate) fn erase_again(&self, tx: &mut Tx, list: &[Erased]) -> Result<Again> {
        let done: BTreeSet<Erased> = tx.all_erased()?.into_iter().collect();
        let mut again = Again::default();
        // Lists of before version 17 of the schema knew a case that was declined only as one that was answered.
        let declined: BTreeSet<_> =
            list.iter().filter(|it| it.kind == DECLINED).map(|it| (it.community, it.owner)).collect();
        for it in list.iter().filter(|it| !done.contains(it)) {
            if it.kind == ALL && declined.contains(&(it.community, it.owner)) {
                continue;
            }
            if tx.community(it.community)?.is_none() {
                continue;
            }
            if self.erase_one_again(tx, it, &mut again)? {
                again.count += 1;
            }
            tx.note_erased(it)?;
        }
        Ok(again)
    }

    fn erase_one_again(&self, tx: &mut Tx, it: &Erased, again: &mut Again) -> Result<bool> {
        let who = Principal::plain(Role::System, it.community, None);
        if let Some(word) = it.kind.strip_prefix(FIELD) {
            return self.clear_again(tx, &who, it, word);
        }
        let slot = |kind| Slot { community: it.community, owner: it.owner, kind, n: it.n };
        if it.kind == ALL {
            return self.erase_all_again(tx, &who, it, again);
        } else if it.kind == DECLINED {
            return self.answer_again(tx, &who, it, Outcome::Declined);
        } else if it.kind == PHOTO {
            let file = tx.erase_photo(it.community, RequestId(it.owner), it.n)?;
            again.files.extend(file.map(|file| (it.community, file)));
            return Ok(file.is_some());
        } else if it.kind == Kind::Reporter.name() {
            let slot = slot(Kind::Reporter);
            let there = tx.kept(&slot)?.is_some();
            self.erase_joiner(tx, &slot)?;
            return Ok(there);
        } else if it.kind == Kind::Party.name() {
            return self.erase_objection(tx, it.community, it.owner.into(), it.n);
        } else if it.kind == Kind::Note.name() {
            let there = self.is_kept(tx, it.community, it.owner.into())?;
            let files = tx.erase_owner(it.community, it.owner)?;
            again.files.extend(files.into_iter().map(|file| (it.community, file)));
            return Ok(there);
        } else if it.kind == Kind::Words.name() {
            if self.erase_comment(tx, &who, it.community, (it.owner, it.n))? {
                return Ok(true);
            }
            let slot = slot(Kind::Words);
            let there = tx.kept(&slot)?.is_some();
            tx.erase_item(&slot)?;
            return Ok(there);
        }
        Ok(false)
    }

    fn erase_all_again(&self, tx: &mut Tx, who: &Principal, it: &Erased, again: &mut Again) -> Result<bool> {
        let (community, request) = (it.community, RequestId(it.owner));
        if let Some(known) = tx.request(community, request)?.filter(|known| !known.erased) {
            let deed = Deed { request: known.id, seen: None, command: Command::Erase, photos: vec![] };
            self.act_now(tx, who, community, &deed)?;
            let files = tx.erase_owner(community, it.owner)?;
            again.files.extend(files.into_iter().map(|file| (community, file)));
            return Ok(true);
        }
        if self.erase_card(tx, who, community, it.owner)? > 0 {
            return Ok(true);
        }
        // What one party of a mediation said is about the other: it goes whole, and so do both texts of an objection.
        if self.forget_now(tx, who, community, it.owner.into())?
            || self.erase_contest(tx, who, community, it.owner.into())?
        {
            return Ok(true);
        }
        self.answer_again(tx, who, it, Outcome::Done)
    }

    /// Answers a case that is open in the backup as it was answered later. Why it was declined, the backup cannot know.
    fn answer_again(&self, tx: &mut Tx, who: &Principal, it: &Erased, outcome: Outcome) -> Result<bool> {
        let asked = tx.entity(it.community, Subject::Rights(RightsCaseId(it.owner)))?;
        let open = matches!(&asked, Some(Entity::Rights(case)) if case.must_be_open().is_ok());
        if open {
            self.answer_as(tx, who, it.community, it.owner, outcome)?;
        }
        Ok(open)
    }

    fn clear_again(&self, tx: &mut Tx, who: &Principal, it: &Erased, word: &str) -> Result<bool> {
        let known = self.card(tx, it.community, ResidentId(it.owner))?;
        let (Some((resident, card)), Some(field)) = (known, CardField::of_name(word)) else {
            return Ok(false);
        };
        if card.text(field).is_empty() {
            return Ok(false);
        }
        let gone = HouseEvent::CardFieldsErased { fields: vec![field], why: ErasedFor::Replayed };
        self.record_card(tx, who, it.community, resident, card, vec![gone])?;
        Ok(true)
    }
}
