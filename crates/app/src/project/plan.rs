//! What residents see of a project: what is planned, what is done, and what is not now, because. Nobody's words and no
//! door but the reader's own.

use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::ids::{ProjectId, RequestId, RoomId, UnitId};
use guanjia_domain::permission::{Action, Principal};
use guanjia_domain::project::{Need, Outcome, Project, Stage, Tally, tally};
use guanjia_domain::request::Request;
use guanjia_domain::{CommunityCode, Moment, Refusal};
use guanjia_store::Tx;
use guanjia_store::files::Size;
use guanjia_store::requests::PhotoRow;
use jiff::civil::Date;

/// A need in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanCount {
    /// Which need.
    pub need: Need,
    /// What its doors have got.
    pub tally: Tally,
    /// How many pieces are designed for it.
    pub pieces: u32,
    /// How many of them are done.
    pub done: u32,
}

/// A project as residents see it.
#[derive(Clone, Debug)]
pub struct PublicPlan {
    /// Which.
    pub id: ProjectId,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub stage: Stage,
    /// In numbers.
    pub counts: Vec<PlanCount>,
    /// Until when residents are asked, and what.
    pub asked: Option<(Date, String)>,
    /// The design.
    pub design: String,
    /// Why not now, and when somebody looks again.
    pub not_now: Option<(String, Date)>,
    /// The public reply.
    pub reply: String,
    /// When it ended.
    pub closed_at: Option<Moment>,
    /// What the reader's own door has got.
    pub own: Vec<Outcome>,
    /// Before and after.
    pub photos: Vec<PhotoRow>,
}

impl App {
    /// The projects that a request belongs to, for its own link.
    ///
    /// # Errors
    /// What the store says.
    pub fn plans_of_request(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        request: &Request,
    ) -> Result<Vec<PublicPlan>> {
        let mut found = tx.projects_of(community, request.id.0)?;
        if found.is_empty()
            && let Some(issue) = tx.issue_of(community, request.id)?
        {
            found = tx.projects_of(community, issue.0)?;
        }
        let own = (request.place.unit, request.place.room);
        found.into_iter().map(|it| self.public_plan(tx, who, community, &it, own)).collect()
    }

    /// A project as residents see it; `own` is the reader's unit and room.
    pub(crate) fn public_plan(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        it: &Project,
        own: (Option<UnitId>, Option<RoomId>),
    ) -> Result<PublicPlan> {
        allow(who, Action::ReadPlan, &guanjia_domain::permission::Area::community(community, None))?;
        let mut text = |n: Option<u32>| match n {
            Some(n) => self.work_text(tx, community, it.id.0, n),
            None => Ok(String::new()),
        };
        let title = text(Some(0))?;
        let asked = match (it.stage, it.consulted_until) {
            (Stage::Consulting, Some(until)) => Some((until, text(it.consulted_words)?)),
            _ => None,
        };
        let planning = matches!(it.stage, Stage::Planned | Stage::Consulting | Stage::NotNow);
        let design = if planning { String::new() } else { text(it.design_words)? };
        let not_now = match it.not_now {
            Some(not_now) => Some((text(Some(not_now.words))?, not_now.until)),
            None => None,
        };
        let (reply, outcomes) = (text(it.reply)?, it.outcomes());
        let is_own = |at: &&Outcome| {
            own.0 == Some(at.demand.door.unit)
                && (at.demand.door.room.is_none() || at.demand.door.room == own.1)
        };
        Ok(PublicPlan {
            id: it.id,
            title,
            stage: it.stage,
            counts: counts(it, &outcomes),
            asked,
            design,
            not_now,
            reply,
            closed_at: it.closed_at,
            own: outcomes.iter().filter(is_own).cloned().collect(),
            photos: tx.photos(community, RequestId(it.id.0))?,
        })
    }

    /// A photo of a project. The caller has found the project for somebody who may see it.
    ///
    /// # Errors
    /// [`Refusal::NotFound`].
    pub fn project_photo(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        (id, n): (ProjectId, u32),
        size: Size,
    ) -> Result<Vec<u8>> {
        let photos = tx.photos(community, RequestId(id.0))?;
        let photo = photos.iter().find(|photo| photo.n == n).ok_or(Refusal::NotFound)?;
        Ok(self.files.read(community, photo.file, size)?.ok_or(Refusal::NotFound)?)
    }
}

/// Each need of the scope in numbers.
pub(super) fn counts(it: &Project, outcomes: &[Outcome]) -> Vec<PlanCount> {
    let count = |need: &Need| {
        let of = |done: bool| {
            let all = it.items.iter().filter(|item| item.need == *need);
            u32::try_from(all.filter(|item| !done || item.delivered_at.is_some()).count()).unwrap_or(u32::MAX)
        };
        PlanCount { need: *need, tally: tally(outcomes, *need), pieces: of(false), done: of(true) }
    };
    let there = |need: &&Need| it.scope.iter().any(|demand| demand.need == **need);
    Need::ALL.iter().filter(there).map(count).collect()
}
