//! The list of a hand-over: what is open in each estate and grid, and what is planned.

use super::list::HandOverLine;
use crate::error::Result;
use crate::office::{App, Names, allow};
use crate::request::PlaceName;
use guanjia_domain::hand_over::Answer::{Accepted, TakenBack};
use guanjia_domain::ids::{EstateId, GridId, HandOverId, StaffId};
use guanjia_domain::permission::{Action, Principal};
use guanjia_domain::request::Request;
use guanjia_domain::{CommunityCode, Moment, Party, Refusal};
use guanjia_store::Tx;
use jiff::civil::Date;

/// The most open requests of one estate or worker that are listed.
const MOST: u32 = 1_000;
/// How many days of the duty roster are looked through.
const DUTY_DAYS: u32 = 28;

/// An open request. Its text is left out: who takes over reads it when it is theirs to read.
#[derive(Clone, Debug)]
pub struct OpenLine {
    /// The request.
    pub request: Request,
    /// Its place.
    pub place: PlaceName,
}

/// An estate or grid with what is open there.
#[derive(Clone, Debug)]
pub struct HandedPart {
    /// The estate; `None` for a grid.
    pub estate: Option<EstateId>,
    /// Its name.
    pub name: String,
    /// Open requests of the estate, or tasks in the grid that are with the worker.
    pub open: Vec<OpenLine>,
    /// When somebody else takes it on by a plan of its own.
    pub planned: Vec<Moment>,
}

/// A hand-over with its list.
#[derive(Clone, Debug)]
pub struct HandOverSheet {
    /// The hand-over.
    pub line: HandOverLine,
    /// Estates and grids.
    pub parts: Vec<HandedPart>,
    /// Days of the next weeks on which the person is on duty: the roster is to be changed by hand.
    pub duty: Vec<Date>,
    /// Whether the reader may take it on or give it back.
    pub may_answer: bool,
    /// Whether the reader may take it back.
    pub may_take_back: bool,
}

impl App {
    /// The list of a hand-over.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] also for those whom it does not concern.
    pub fn hand_over_sheet(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: HandOverId,
    ) -> Result<HandOverSheet> {
        let it = tx.hand_over(community, id)?.ok_or(Refusal::NotFound)?;
        let area = Self::area_of_hand_over(community, &it);
        allow(who, Action::ReadHandOver, &area).map_err(|_| Refusal::NotFound)?;
        let line = self.line(tx, &mut Names::default(), who, community, &it)?;
        let mut parts = Vec::new();
        for estate in &it.asked.estates {
            parts.push(self.handed_estate(tx, community, *estate)?);
        }
        if !it.asked.grids.is_empty() {
            parts.push(self.handed_tasks(tx, community, &it.asked.grids, it.asked.from)?);
        }
        let days = self.duty_days(tx, community, DUTY_DAYS)?.into_iter();
        let theirs = days.filter(|day| day.staff.iter().any(|(staff, _)| *staff == it.asked.from));
        let open = |answer| it.decide_answer(answer).is_ok();
        Ok(HandOverSheet {
            duty: theirs.map(|day| day.day).collect(),
            may_answer: open(Accepted) && allow(who, Action::AnswerHandOver, &area).is_ok(),
            may_take_back: open(TakenBack) && allow(who, Action::ChangeClaims, &area).is_ok(),
            line,
            parts,
        })
    }

    /// What goes along with an estate that changes hands; the caller has asked who may read it.
    pub(crate) fn handed_estate(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        id: EstateId,
    ) -> Result<HandedPart> {
        let rows = self.estates_board(tx, community, &[id], None, MOST)?;
        let requests = rows.iter().map(|row| row.request.clone()).collect();
        let claims = tx.claims(community, id)?.ok_or(Refusal::NotFound)?;
        let name = tx.estate(community, id)?.map(|it| it.facts.name).unwrap_or_default();
        let planned = claims.planned(self.now()).map(|claim| claim.starts_at).collect();
        Ok(HandedPart { estate: Some(id), name, open: self.lines(tx, community, requests)?, planned })
    }

    /// The tasks of a grid worker are in the grids handed over, or in none: they go along.
    fn handed_tasks(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        grids: &[GridId],
        worker: StaffId,
    ) -> Result<HandedPart> {
        let known = tx.drawings(community)?;
        let theirs: Vec<_> = known.iter().filter(|grid| grids.contains(&grid.id)).collect();
        let party = Party::GridWorker(worker);
        let mut requests: Vec<Request> = Vec::new();
        let asked = tx.asked_of(community, party, MOST)?.into_iter();
        for it in asked.chain(tx.handled_by(community, party, None, MOST)?) {
            if !requests.iter().any(|known| known.id == it.request.id) {
                requests.push(it.request);
            }
        }
        let planned = theirs.iter().flat_map(|grid| grid.planned(self.now()));
        let mut planned: Vec<_> = planned.map(|drawing| drawing.starts_at).collect();
        planned.sort_unstable();
        planned.dedup();
        let name = theirs.iter().map(|grid| grid.name.as_str()).collect::<Vec<_>>().join("、");
        Ok(HandedPart { estate: None, name, open: self.lines(tx, community, requests)?, planned })
    }

    fn lines(&self, tx: &mut Tx, community: CommunityCode, requests: Vec<Request>) -> Result<Vec<OpenLine>> {
        let named = |request: Request| {
            Ok(OpenLine { place: self.place_name(tx, community, &request.place)?, request })
        };
        requests.into_iter().map(named).collect()
    }
}
