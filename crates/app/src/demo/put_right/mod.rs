//! The reference story to its end, through the same use cases as real work: reports of trees and lamps become two
//! common issues, the street office and the housing bureau come to look, every door is looked at, 18 trees are trimmed
//! and 10 lamps installed, and everybody is told.

mod call;
mod doors;
mod works;

use super::found::code;
use crate::error::Result;
use crate::issue::IssueDeed;
use crate::office::App;
use guanjia_domain::ids::{BuildingId, CallId, EstateId, IssueId, ProjectId, RequestId, StaffId};
use guanjia_domain::issue::{IssueCommand, IssueState};
use guanjia_domain::permission::Principal;
use guanjia_domain::request::Request;
use guanjia_domain::{CommunityCode, Moment, Party, Refusal};
use guanjia_simulate::outline::Outline;
use guanjia_store::access::Holder;
use std::collections::HashMap;

/// The estate of the story in the outline.
const STORY_ESTATE: &str = "e01";
/// Trees that shade windows; unit doors without lamp.
const TREES: &str = "0201";
const LAMPS: &str = "0102";
/// A day in milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1_000;
/// On which days before the end the story goes on.
const BEATS: [i64; 6] = [16, 12, 9, 8, 4, 3];
/// What was reported later than so many days before the end is not part of the projects any more.
const LAST_REPORT: i64 = 4;

/// Where the story stands.
pub(super) struct PutRight<'a> {
    app: &'a App,
    community: CommunityCode,
    estate: EstateId,
    end: Moment,
    buildings: Vec<BuildingId>,
    steward: Principal,
    street: Principal,
    bureau: Principal,
    /// Next in [`BEATS`].
    beat: usize,
    issues: HashMap<&'static str, IssueId>,
    projects: HashMap<&'static str, ProjectId>,
    calls: HashMap<&'static str, CallId>,
}

impl<'a> PutRight<'a> {
    pub(super) fn of(app: &'a App, outline: &Outline, end: Moment) -> Result<Self> {
        let community = code(outline.community.division_code)?;
        let street = code(outline.street.division_code)?;
        let district = code(outline.bureau.division_code)?;
        let known = outline.estate(STORY_ESTATE).ok_or(Refusal::NotFound)?;
        let estate = EstateId(known.id);
        let clerk = Holder::Staff(outline.street.clerk.id);
        let housing = Holder::Staff(outline.bureau.clerk.id);
        let (steward, street, bureau) = app.db.read(|tx| -> Result<_> {
            let claim = tx.claim_in_force(community, estate, app.now())?.ok_or(Refusal::NotFound)?;
            let steward = app.signed_in(tx, community, Holder::Staff(claim.steward.0))?.who;
            let street = app.signed_in(tx, street, clerk)?.who;
            Ok((steward, street, app.signed_in(tx, district, housing)?.who))
        })?;
        let buildings = known.buildings.iter().map(|it| BuildingId(it.id)).collect();
        let (issues, projects, calls) = (HashMap::new(), HashMap::new(), HashMap::new());
        let beat = 0;
        Ok(Self {
            app,
            community,
            estate,
            end,
            buildings,
            steward,
            street,
            bureau,
            beat,
            issues,
            projects,
            calls,
        })
    }

    /// Goes on with the story as far as it has come at a moment.
    pub(super) fn until(&mut self, now: Moment) -> Result<()> {
        while let Some(days) = BEATS.get(self.beat) {
            if self.end.since(now) > days * DAY {
                return Ok(());
            }
            match self.beat {
                0 => {
                    self.confirm_issues()?;
                    self.call_for_help()?;
                }
                1 => {
                    self.street_leads()?;
                    self.ask_residents()?;
                }
                2 => {
                    self.visited()?;
                    self.design()?;
                }
                3 => {
                    self.approve()?;
                    self.street_answers()?;
                }
                4 => {
                    self.install()?;
                    self.call_for_power()?;
                }
                _ => self.finish()?,
            }
            self.beat += 1;
        }
        Ok(())
    }

    /// The building that people call by this number.
    fn building(&self, number: usize) -> Option<BuildingId> {
        self.buildings.get(number.checked_sub(1)?).copied()
    }

    /// A staff member, with what they may do.
    fn staff(&self, id: StaffId) -> Result<Principal> {
        let (app, community) = (self.app, self.community);
        Ok(app.db.read(|tx| app.signed_in(tx, community, Holder::Staff(id.0)))?.who)
    }

    /// The reports of a matter that the projects answer. Lamps that a grid worker has in hand stay with them: they look
    /// after each until it is lit.
    fn reports(&self, matter: &str) -> Result<Vec<Request>> {
        let all = self
            .app
            .db
            .read(|tx| tx.requests_after(self.community, Some(self.estate), None, None, u32::MAX))?;
        let until = self.end.plus(-LAST_REPORT * DAY);
        let in_hand = |it: &Request| {
            let worker = |party: &Party| matches!(party, Party::GridWorker(_));
            matter == LAMPS && (worker(&it.handler) || it.asked.as_ref().is_some_and(worker))
        };
        let fits =
            |it: &Request| it.matter.as_deref() == Some(matter) && it.reported_at < until && !in_hand(it);
        Ok(all.into_iter().filter(fits).collect())
    }

    /// The program has found candidates; the steward says that they are what they seem, and has every door looked at.
    fn confirm_issues(&mut self) -> Result<()> {
        let (app, community, estate) = (self.app, self.community, self.estate);
        app.look_for_issues(community, estate, false)?;
        for matter in [TREES, LAMPS] {
            let found = app.db.read(|tx| tx.open_issues(community, estate))?;
            let most = found.into_iter().filter(|it| it.matter.as_deref() == Some(matter));
            let issue = most.max_by_key(|it| it.members.len());
            if let Some(issue) = issue {
                if issue.state == IssueState::Candidate {
                    let command = IssueCommand::Confirm;
                    let deed = IssueDeed { issue: issue.id, seen: issue.version, command };
                    app.act_on_issue(&self.steward, community, deed).wait()?;
                }
                self.issues.insert(matter, issue.id);
            }
            self.look_at_doors(matter)?;
        }
        Ok(())
    }

    /// The ids of the reports of a matter so far.
    fn report_ids(&self, matter: &str) -> Result<Vec<RequestId>> {
        Ok(self.reports(matter)?.into_iter().map(|it| it.id).collect())
    }
}
