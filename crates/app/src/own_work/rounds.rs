//! Hazard rounds: begin, look at, end.

use crate::error::{AppError, Result};
use crate::office::App;
use guanjia_domain::ids::{EstateId, RoundId};
use guanjia_domain::own_work::{Finding, Round, Work, WorkEvent, WorkKind};
use guanjia_domain::permission::Principal;
use guanjia_domain::request::{Place, Request};
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::{Answer, Tx};

/// How many rounds a list shows.
const LISTED: u32 = 60;

/// Something that was found, as shown.
#[derive(Clone, Debug)]
pub struct FindingLine {
    /// What.
    pub finding: Finding,
    /// Where, from the building down.
    pub place: String,
    /// The request as it stands now.
    pub request: Option<Request>,
}

/// A round as shown.
#[derive(Clone, Debug)]
pub struct RoundSheet {
    /// The round.
    pub round: Round,
    /// The name of its estate.
    pub estate: String,
    /// What was found, the newest first.
    pub findings: Vec<FindingLine>,
}

impl App {
    /// Begins a round over an estate; whoever has one open there goes on with it.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn begin_round(
        &self,
        who: &Principal,
        community: CommunityCode,
        estate: EstateId,
    ) -> Result<Answer<RoundId, AppError>> {
        let (app, who, id) = (self.clone(), who.clone(), self.id()?);
        Ok(self.db.write(community, move |tx| {
            app.keeps(tx, &who, community, estate)?;
            for work in tx.open_works(community, WorkKind::Round)? {
                if let Work::Round(round) = work
                    && round.estate == estate
                    && round.by == who.actor()
                {
                    return Ok(round.id);
                }
            }
            let begun = WorkEvent::RoundBegun { estate };
            app.record_work(tx, &who, community, (WorkKind::Round, id), None, begun)?;
            Ok(id.into())
        }))
    }

    /// Ends a round.
    pub fn end_round(&self, who: &Principal, community: CommunityCode, id: RoundId) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            let round = app.round(tx, &who, community, id)?;
            round.check_open()?;
            let before = Some(Work::Round(round));
            app.record_work(tx, &who, community, (WorkKind::Round, id.0), before, WorkEvent::RoundEnded)
        })
    }

    /// A round that somebody may look at.
    pub(super) fn round(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: RoundId,
    ) -> Result<Round> {
        let Some(Work::Round(round)) = tx.work(community, WorkKind::Round, id.0)? else {
            return Err(Refusal::NotFound.into());
        };
        self.keeps(tx, who, community, round.estate)?;
        Ok(round)
    }

    /// A round with what was found.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]; [`Refusal::Forbidden`] when it goes over an estate of others.
    pub fn round_sheet(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: RoundId,
    ) -> Result<RoundSheet> {
        let round = self.round(tx, who, community, id)?;
        let mut findings = Vec::new();
        for finding in round.findings.iter().rev() {
            let Finding { building, unit, .. } = *finding;
            let place = Place { estate: round.estate, building, unit, room: None };
            let name = self.place_name(tx, community, &place)?;
            let place = name.building.into_iter().chain(name.unit).collect::<Vec<_>>().join(" ");
            let request = tx.request(community, finding.request)?;
            findings.push(FindingLine { finding: *finding, place, request });
        }
        let estate = tx.estate(community, round.estate)?.map(|it| it.facts.name).unwrap_or_default();
        Ok(RoundSheet { round, estate, findings })
    }

    /// The latest rounds over the estates that somebody keeps, open ones first.
    ///
    /// # Errors
    /// What the store says.
    pub fn rounds(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<Vec<(Round, String)>> {
        let kept = self.kept_estates(tx, who, community)?;
        let mut found = Vec::new();
        for work in tx.newest_works(community, WorkKind::Round, LISTED)? {
            let Work::Round(round) = work else { continue };
            if let Some((_, name)) = kept.iter().find(|(estate, _)| *estate == round.estate) {
                found.push((round, name.clone()));
            }
        }
        found.sort_by_key(|(round, _)| (round.ended_at.is_some(), std::cmp::Reverse(round.begun_at)));
        Ok(found)
    }
}
