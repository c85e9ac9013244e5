//! What somebody was told: the notices of all inboxes they read.

use crate::call::CallLine;
use crate::error::Result;
use crate::hand_over::HandOverLine;
use crate::office::App;
use crate::project::ProjectLine;
use crate::request::{PlaceName, area_of, inboxes_of};
use guanjia_domain::ids::RequestId;
use guanjia_domain::permission::{Action, Principal, Verdict, permit};
use guanjia_domain::request::Request;
use guanjia_domain::{CommunityCode, Role};
use guanjia_store::Tx;
use guanjia_store::timers::Notice;
use std::collections::HashSet;

/// How many notices of each inbox are looked at: older ones have become history.
const NEWEST: u32 = 200;

/// A notice with what it is about.
#[derive(Clone, Debug)]
pub struct Told {
    /// The notice.
    pub notice: Notice,
    /// The request and its place; `None` when the reader may not read it any more.
    pub about: Option<(Request, PlaceName)>,
    /// The hand-over, when it is about one.
    pub hand_over: Option<HandOverLine>,
    /// The project, when it is about one.
    pub project: Option<ProjectLine>,
    /// The call for help, when it is about one.
    pub call: Option<CallLine>,
}

impl App {
    /// The notices of somebody, the newest first; one that stands in several of their inboxes comes once.
    ///
    /// # Errors
    /// What the store says.
    pub fn inbox(&self, tx: &mut Tx, who: &Principal) -> Result<Vec<Told>> {
        let mut found: Vec<(CommunityCode, Notice)> = Vec::new();
        for community in self.told_by(tx, who)? {
            for inbox in inboxes_of(who) {
                let notices = tx.notices(community, &inbox, NEWEST)?;
                found.extend(notices.into_iter().map(|notice| (community, notice)));
            }
        }
        found.sort_by_key(|(_, notice)| std::cmp::Reverse(notice.id));
        let mut seen = HashSet::new();
        found.retain(|(_, it)| seen.insert((it.subject, it.kind.clone(), it.at)));
        found.into_iter().map(|(community, notice)| self.told(tx, who, community, notice)).collect()
    }

    /// How many notices of somebody are unread, each inbox counted to 100 at most.
    ///
    /// # Errors
    /// What the store says.
    pub fn unread(&self, tx: &mut Tx, who: &Principal) -> Result<u64> {
        let mut unread = 0;
        for community in self.told_by(tx, who)? {
            for inbox in inboxes_of(who) {
                unread += tx.unread(community, &inbox)?;
            }
        }
        Ok(unread)
    }

    /// Marks every notice of somebody as read. Blocks.
    ///
    /// # Errors
    /// What the store says.
    pub fn read_inbox(&self, who: &Principal) -> Result<()> {
        let now = self.now();
        for community in self.db.read(|tx| self.told_by(tx, who))? {
            let inboxes = inboxes_of(who);
            let read =
                move |tx: &mut Tx| inboxes.iter().try_for_each(|inbox| tx.mark_read(community, inbox, now));
            self.db.write(community, read).wait()?;
        }
        Ok(())
    }

    fn told(&self, tx: &mut Tx, who: &Principal, community: CommunityCode, notice: Notice) -> Result<Told> {
        let Some(listed) = tx.listed(community, RequestId(notice.subject))? else {
            if let Some(project) = self.project_told(tx, who, community, notice.subject)? {
                return Ok(Told { notice, about: None, hand_over: None, project: Some(project), call: None });
            }
            if let Some(call) = self.call_told(tx, who, community, notice.subject)? {
                return Ok(Told { notice, about: None, hand_over: None, project: None, call: Some(call) });
            }
            let lines = self.hand_over_list(tx, who, community)?;
            let hand_over = lines.into_iter().find(|it| it.hand_over.id.0 == notice.subject);
            return Ok(Told { notice, about: None, hand_over, project: None, call: None });
        };
        let request = listed.request;
        let street = self.community(tx, community)?.street;
        let readable =
            permit(who, Action::ReadRequest, &area_of(community, street, &request)) == Verdict::Allowed;
        let place = self.place_name(tx, community, &request.place)?;
        let about = readable.then_some((request, place));
        Ok(Told { notice, about, hand_over: None, project: None, call: None })
    }

    /// The communities whose notices reach somebody: an office above is told by the communities below it.
    fn told_by(&self, tx: &mut Tx, who: &Principal) -> Result<Vec<CommunityCode>> {
        if !matches!(who.role, Role::StreetOffice | Role::DistrictBureau) {
            return Ok(vec![who.home]);
        }
        Ok(self.communities_below(tx, who)?.into_iter().map(|(code, _)| code).collect())
    }
}
