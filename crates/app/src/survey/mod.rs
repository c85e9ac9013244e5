//! The door survey (入户摸排): planned, shared out, answered at the doors, read, and forgotten in time.

mod answer;
mod forget;
mod held;
mod names;
mod plan;
mod read;
mod scope;
mod steps;
mod texts;
mod walk;

pub use answer::{Fate, SentAnswer};
pub(crate) use forget::FORGET_SURVEY_TIMER;
pub use held::HeldAnswer;
pub use names::DoorNames;
pub use plan::NewSurvey;
pub use read::{AffectedLine, OpenDoor, SurveyLine, SurveySheet};
pub use scope::Scope;
pub use steps::NewSurveyor;
pub use walk::{Walk, WalkDoor};

use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::ids::{StaffId, SurveyId};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::survey::{Survey, SurveyEvent};
use guanjia_domain::{CommunityCode, Entity, Event, Refusal, Subject};
use guanjia_store::{StoreError, Tx};

/// As which surveyor somebody looks at a survey: themselves, or the colleague whose tasks they do.
pub(crate) fn surveyor(who: &Principal, survey: &Survey) -> Option<StaffId> {
    let own = who.id.map(StaffId).into_iter();
    own.chain(who.covers.iter().copied()).find(|staff| survey.share_of(*staff).is_some())
}

impl App {
    /// A survey with which somebody may do something.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]; [`Refusal::Forbidden`].
    pub(crate) fn survey_for(
        &self,
        tx: &mut Tx,
        who: &Principal,
        action: Action,
        community: CommunityCode,
        id: SurveyId,
    ) -> Result<Survey> {
        let survey = tx.survey(community, id)?.ok_or(Refusal::NotFound)?;
        allow(who, action, &survey_area(who, community, &survey))?;
        Ok(survey)
    }

    /// Records what happened to a survey; `None` for a new one.
    pub(crate) fn record_survey(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        (id, before): (SurveyId, Option<Survey>),
        events: Vec<SurveyEvent>,
    ) -> Result<Survey> {
        let (at, actor, subject) = (self.now(), who.actor(), Subject::Survey(id));
        let event = |body: SurveyEvent| Event { at, actor, subject, body: body.into() };
        let events: Vec<_> = events.into_iter().map(event).collect();
        let before = before.map(|survey| Entity::Survey(Box::new(survey)));
        match tx.record(community, before, &events)? {
            Entity::Survey(survey) => Ok(*survey),
            _ => Err(AppError::Store(StoreError::Damaged("a survey became something else".into()))),
        }
    }
}

/// What the permission function is asked about a survey.
pub(crate) fn survey_area(who: &Principal, community: CommunityCode, survey: &Survey) -> Area {
    let here = Area::community(community, None);
    Area { estate: Some(survey.estate), surveyor: surveyor(who, survey), ..here }
}
