//! What somebody takes along who goes from door to door.

use super::names::DoorNames;
use super::surveyor;
use super::texts::{HINT, QUESTION, survey_slot};
use crate::error::Result;
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::SurveyId;
use guanjia_domain::permission::{Action, Principal};
use guanjia_domain::survey::{Door, Survey};
use guanjia_store::Tx;

/// A door on the way.
#[derive(Clone, Debug)]
pub struct WalkDoor {
    /// Its number.
    pub n: u32,
    /// The door with its answers.
    pub door: Door,
}

/// Everything that the page of a walk shows, and keeps for when there is no signal. No name of a resident is in it.
#[derive(Clone, Debug)]
pub struct Walk {
    /// The survey, without doors.
    pub survey: Survey,
    /// The name of the estate.
    pub estate: String,
    /// The question.
    pub question: String,
    /// What is said at the door.
    pub hint: String,
    /// The doors in the order of the walk.
    pub doors: Vec<WalkDoor>,
    /// Their names.
    pub names: DoorNames,
}

impl App {
    /// The walk of somebody through a survey: the doors that were shared out to them, or for steward and deputy, who
    /// took none, all.
    ///
    /// # Errors
    /// What the permission function says; [`guanjia_domain::Refusal::NotFound`] when there is no such survey.
    pub fn walk(&self, tx: &mut Tx, who: &Principal, community: CommunityCode, id: SurveyId) -> Result<Walk> {
        let mut survey = self.survey_for(tx, who, Action::AnswerDoor, community, id)?;
        let names = self.door_names(tx, community, &survey)?;
        let share = surveyor(who, &survey).and_then(|staff| survey.share_of(staff)).cloned();
        let doors = std::mem::take(&mut survey.doors).into_iter().zip(0..);
        let doors = doors.map(|(door, n)| WalkDoor { n, door });
        let mine = |it: &WalkDoor| share.as_ref().is_none_or(|share| share.holds(it.n));
        Ok(Walk {
            estate: tx.estate(community, survey.estate)?.map(|it| it.facts.name).unwrap_or_default(),
            question: self.survey_text(tx, &survey_slot(community, id, QUESTION))?,
            hint: self.survey_text(tx, &survey_slot(community, id, HINT))?,
            doors: doors.filter(mine).collect(),
            survey,
            names,
        })
    }
}
