//! Sharing a survey out, beginning and ending it.

use super::forget::FORGET_SURVEY_TIMER;
use crate::error::{AppError, Result};
use crate::office::App;
use guanjia_domain::ids::{EstateId, StaffId, SurveyId};
use guanjia_domain::permission::{Action, Principal};
use guanjia_domain::place::GridPart;
use guanjia_domain::survey::{Survey, SurveyEvent, Surveyor, share_out};
use guanjia_domain::{CommunityCode, Refusal, Role};
use guanjia_store::timers::Timer;
use guanjia_store::{Answer, Tx};

/// Somebody who can take doors, by name.
#[derive(Clone, Debug)]
pub struct NewSurveyor {
    /// Who.
    pub staff: StaffId,
    /// The name.
    pub name: String,
    /// The own grids.
    pub grids: Vec<String>,
    /// Whether a part of the survey lies in them.
    pub near: bool,
}

impl App {
    fn step(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: SurveyId,
        step: impl Fn(&Self, &mut Tx, &Survey) -> Result<SurveyEvent> + Send + 'static,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            let survey = app.survey_for(tx, &who, Action::PlanSurvey, community, id)?;
            let event = step(&app, tx, &survey)?;
            app.record_survey(tx, &who, community, (id, Some(survey)), vec![event])?;
            Ok(())
        })
    }

    /// Shares the doors out among some people, at first or anew: whole staircases, the own grid first. What was
    /// answered stays.
    ///
    /// # Errors
    /// Inside: [`Refusal::NotAChoice`] for somebody who cannot go, and what [`Survey::decide_share`] says.
    pub fn share_survey(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: SurveyId,
        staff: Vec<StaffId>,
    ) -> Answer<(), AppError> {
        self.step(who, community, id, move |app, tx, survey| {
            let can_go = app.surveyors(tx, community, survey)?;
            if let Some(other) = staff.iter().find(|it| !can_go.iter().any(|known| known.staff == **it)) {
                return Err(Refusal::NotAChoice { field: "worker", value: other.to_string() }.into());
            }
            let grids = tx.grids(community, None, app.now())?;
            let parts = |worker| -> Vec<GridPart> {
                let own = grids.iter().filter(|grid| grid.worker == Some(worker));
                own.flat_map(|grid| grid.parts.clone()).collect()
            };
            let surveyors: Vec<_> =
                staff.iter().map(|worker| Surveyor { worker: *worker, grid: parts(*worker) }).collect();
            Ok(survey.decide_share(share_out(&survey.doors, &surveyors))?)
        })
    }

    /// Begins a survey.
    pub fn begin_survey(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: SurveyId,
    ) -> Answer<(), AppError> {
        self.step(who, community, id, |_, _, survey| Ok(survey.decide_begin()?))
    }

    /// Ends a survey, or gives one up that has not begun.
    pub fn end_survey(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: SurveyId,
    ) -> Answer<(), AppError> {
        self.step(who, community, id, move |app, tx, survey| {
            let event = survey.decide_end()?;
            let ended = Survey { ended_at: Some(app.now()), doors: Vec::new(), ..survey.clone() };
            if let Some(rings_at) = ended.forgets_at() {
                let kind = FORGET_SURVEY_TIMER.into();
                tx.set_timer(community, &Timer { rings_at, subject: id.0, kind })?;
            }
            Ok(event)
        })
    }

    /// Who can take doors of a survey: every grid worker, and steward and deputy of the estate. Those with a part of it
    /// in their grid come first.
    pub(crate) fn surveyors(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        survey: &Survey,
    ) -> Result<Vec<NewSurveyor>> {
        let accountable = self.accountable(tx, community, survey.estate)?;
        let grids = tx.grids(community, None, self.now())?;
        let mut found = Vec::new();
        for staff in tx.staff(community)?.into_iter().filter(|it| !it.left) {
            if staff.post.role() != Role::GridWorker && !accountable.contains(&staff.id) {
                continue;
            }
            let own: Vec<_> = grids.iter().filter(|grid| grid.worker == Some(staff.id)).collect();
            let near = own.iter().flat_map(|grid| &grid.parts).any(|part| {
                survey.doors.iter().any(|door| {
                    door.spot.building == part.building && part.unit.is_none_or(|it| it == door.spot.unit)
                })
            });
            let grids = own.iter().map(|grid| grid.name.clone()).collect();
            let name = self.person(tx, community, staff.id.0)?.name;
            found.push(NewSurveyor { staff: staff.id, name, grids, near });
        }
        found.sort_by_key(|it| !it.near);
        Ok(found)
    }

    fn accountable(&self, tx: &mut Tx, community: CommunityCode, estate: EstateId) -> Result<Vec<StaffId>> {
        let Some(claims) = tx.claims(community, estate)? else { return Ok(Vec::new()) };
        let claim = claims.in_force(self.now());
        Ok(std::iter::once(claim.steward).chain(claim.deputy).collect())
    }
}
