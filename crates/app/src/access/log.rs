//! Reading the access log.

use crate::error::Result;
use crate::office::{App, Names, allow};
use guanjia_domain::CommunityCode;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_store::access::{Access, AccessFilter};
use guanjia_store::{Kind, Slot, Tx};

/// How many entries are read at a time.
const BATCH: u32 = 200;
/// How many entries are looked through for a name before a page is given as it is: its reader may go on from there.
const MOST_SEARCHED: usize = 10_000;

/// An entry with names and reason in clear.
#[derive(Clone, Debug)]
pub struct AccessEntry {
    /// Its place in the log.
    pub seq: u64,
    /// The entry.
    pub access: Access,
    /// Who; empty for residents and the program.
    pub name: String,
    /// The number of the request it was about, if it was about one.
    pub number: Option<u64>,
    /// Whom it was about, where it was about somebody who works here.
    pub about: String,
    /// Why, where a reason was asked for and has not been erased.
    pub reason: Option<String>,
}

/// What is looked for in the log.
#[derive(Clone, Debug, Default)]
pub struct AccessQuestion {
    /// Part of the name of whoever did it; empty for everybody.
    pub named: String,
    /// When and what.
    pub filter: AccessFilter,
}

/// A page of the log.
#[derive(Clone, Debug)]
pub struct AccessPage {
    /// The newest first.
    pub entries: Vec<AccessEntry>,
    /// Before which entry the next page begins; `None` at the end of the log.
    pub next: Option<u64>,
}

impl App {
    /// The access log before `before`, the newest first: the entries that fit the question.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal::Forbidden`] for everybody but the auditor.
    pub fn access_log(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        question: &AccessQuestion,
        before: Option<u64>,
        most: usize,
    ) -> Result<AccessPage> {
        allow(who, Action::ReadAudit, &Area::community(community, None))?;
        let (mut names, mut entries, mut next, mut searched) = (Names::default(), Vec::new(), before, 0);
        loop {
            let batch = tx.accesses(community, &question.filter, next, BATCH)?;
            let ends = batch.len() < BATCH as usize;
            for (seq, access) in batch {
                if entries.len() == most || searched == MOST_SEARCHED {
                    return Ok(AccessPage { entries, next });
                }
                (next, searched) = (Some(seq), searched + 1);
                let name = match access.actor.id {
                    Some(id) => self.named(tx, &mut names, community, id)?.name.clone(),
                    None => String::new(),
                };
                if name.contains(&question.named) {
                    let reason = self.reason(tx, community, seq, &access)?;
                    let number = tx.request(community, access.object.into())?.map(|request| request.number);
                    let about = self.named(tx, &mut names, community, access.object)?.name.clone();
                    entries.push(AccessEntry { seq, access, name, number, about, reason });
                }
            }
            if ends {
                return Ok(AccessPage { entries, next: None });
            }
        }
    }

    fn reason(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        seq: u64,
        access: &Access,
    ) -> Result<Option<String>> {
        let n = u32::try_from(seq).unwrap_or(u32::MAX);
        let slot = Slot { community, owner: access.object, kind: Kind::Reason, n };
        let Some(sealed) = tx.kept(&slot)? else { return Ok(None) };
        Ok(Some(self.vault.open_text(&slot, &sealed)?))
    }
}
