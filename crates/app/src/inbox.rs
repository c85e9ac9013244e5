//! What somebody was told: the notices of all inboxes they read.

use crate::call::CallLine;
use crate::error::Result;
use crate::hand_over::HandOverLine;
use crate::office::App;
use crate::project::ProjectLine;
use crate::request::{DIGEST, PlaceName, area_of, inboxes_of};
use guanjia_domain::ids::RequestId;
use guanjia_domain::permission::{Action, Principal, Verdict, permit};
use guanjia_domain::request::Request;
use guanjia_domain::{CommunityCode, Role};
use guanjia_store::Tx;
use guanjia_store::timers::Notice;
use std::collections::HashSet;
use uuid::Uuid;

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
    /// What it stands for, when it is several in one: of that what the reader may still read.
    pub digest: Vec<Told>,
    /// How many it stands for in all.
    pub stands_for: u64,
}

impl Told {
    /// One notice about something that is not looked up yet.
    const fn of(notice: Notice) -> Self {
        let (about, hand_over, project, call) = (None, None, None, None);
        Self { notice, about, hand_over, project, call, digest: Vec::new(), stands_for: 1 }
    }

    /// Whether the reader may look at what it is about.
    fn leads_somewhere(&self) -> bool {
        let found = self.about.is_some() || self.hand_over.is_some();
        // A draft and what was said of one's load have pages of their own, which ask again who may.
        let own_page = self.notice.kind.starts_with("allocation_") || self.notice.kind == "load_commented";
        found || self.project.is_some() || self.call.is_some() || own_page
    }
}

impl App {
    /// The notices of somebody, the newest first; one that stands in several of their inboxes comes once.
    ///
    /// # Errors
    /// What the store says.
    pub fn inbox(&self, tx: &mut Tx, who: &Principal) -> Result<Vec<Told>> {
        let mut found: Vec<(CommunityCode, String, Notice)> = Vec::new();
        for community in self.told_by(tx, who)? {
            for inbox in inboxes_of(who) {
                let notices = tx.notices(community, &inbox, NEWEST)?;
                found.extend(notices.into_iter().map(|notice| (community, inbox.clone(), notice)));
            }
        }
        found.sort_by_key(|(.., notice)| std::cmp::Reverse(notice.id));
        let mut seen = HashSet::new();
        found.retain(|(.., it)| seen.insert((it.subject, it.kind.clone(), it.at)));
        let told = |(community, inbox, notice): (CommunityCode, String, Notice)| {
            if notice.kind != DIGEST {
                return self.told(tx, who, community, notice);
            }
            let digest = self.digest_lines(tx, who, community, (&inbox, notice.id))?;
            let stands_for = tx.digest_size(community, &inbox, notice.id)?;
            Ok(Told { digest, stands_for, ..Told::of(notice) })
        };
        found.into_iter().map(told).collect()
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
                return Ok(Told { project: Some(project), ..Told::of(notice) });
            }
            if let Some(call) = self.call_told(tx, who, community, notice.subject)? {
                return Ok(Told { call: Some(call), ..Told::of(notice) });
            }
            let lines = self.hand_over_list(tx, who, community)?;
            let hand_over = lines.into_iter().find(|it| it.hand_over.id.0 == notice.subject);
            return Ok(Told { hand_over, ..Told::of(notice) });
        };
        let request = listed.request;
        let street = self.community(tx, community)?.street;
        let readable =
            permit(who, Action::ReadRequest, &area_of(community, street, &request)) == Verdict::Allowed;
        let place = self.place_name(tx, community, &request.place)?;
        let about = readable.then_some((request, place));
        Ok(Told { about, ..Told::of(notice) })
    }

    fn digest_lines(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        (inbox, digest): (&str, Uuid),
    ) -> Result<Vec<Told>> {
        let mut found = Vec::new();
        for line in tx.digest(community, inbox, digest)? {
            found.push(self.told(tx, who, community, line)?);
        }
        found.retain(Told::leads_somewhere);
        Ok(found)
    }

    /// The communities whose notices reach somebody: an office above is told by the communities below it.
    fn told_by(&self, tx: &mut Tx, who: &Principal) -> Result<Vec<CommunityCode>> {
        if !matches!(who.role, Role::StreetOffice | Role::DistrictBureau) {
            return Ok(vec![who.home]);
        }
        Ok(self.communities_below(tx, who)?.into_iter().map(|(code, _)| code).collect())
    }
}
