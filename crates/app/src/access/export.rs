//! The access log as a list to take away: for a yearly review, or an inspection.

use super::log::{AccessEntry, AccessQuestion};
use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::CommunityCode;
use guanjia_domain::permission::{Action, Area, Principal};

/// The most entries of a list: some years of a busy community.
const MOST: usize = 100_000;

impl App {
    /// The entries that fit a question, the newest first; that they were taken away is written into the log before.
    /// Blocks.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal::Forbidden`] for everybody but the auditor.
    pub fn export_access_log(
        &self,
        who: &Principal,
        community: CommunityCode,
        question: &AccessQuestion,
    ) -> Result<Vec<AccessEntry>> {
        allow(who, Action::ReadAudit, &Area::community(community, None))?;
        let (app, actor) = (self.clone(), who.actor());
        self.db
            .write(community, move |tx| app.log_simple(tx, community, actor, "export_log", app.now()))
            .wait()?;
        self.db.read(|tx| {
            let (mut entries, mut before) = (Vec::new(), None);
            loop {
                let page = self.access_log(tx, who, community, question, before, MOST - entries.len())?;
                entries.extend(page.entries);
                before = page.next;
                if before.is_none() || entries.len() >= MOST {
                    return Ok(entries);
                }
            }
        })
    }
}
