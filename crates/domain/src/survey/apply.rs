//! Folding what happened into the state of a survey.

use super::door::Door;
use super::event::SurveyEvent;
use super::state::{Stage, Survey};
use crate::event::Event;
use crate::ids::SurveyId;
use crate::moment::Moment;

impl Survey {
    /// The state after the first event; `None` when it is no first event.
    pub(crate) fn first(id: SurveyId, happened: &SurveyEvent, at: Moment) -> Option<Self> {
        let SurveyEvent::SurveyPlanned { estate, issue, matter, template, stairs } = happened else {
            return None;
        };
        let doors = template.asked_at.doors(stairs).into_iter();
        Some(Self {
            id,
            estate: *estate,
            issue: *issue,
            matter: matter.clone(),
            template: *template,
            stage: Stage::Planned,
            planned_at: at,
            begun_at: None,
            ended_at: None,
            forgotten: false,
            shares: Vec::new(),
            doors: doors.map(|spot| Door { spot, trail: Vec::new() }).collect(),
        })
    }

    /// Takes an event in; `false` when it does not fit.
    pub(crate) fn apply(&mut self, happened: &SurveyEvent, event: &Event) -> bool {
        match happened {
            SurveyEvent::SurveyPlanned { .. } => return false,
            SurveyEvent::SurveyShared { shares } => self.shares.clone_from(shares),
            SurveyEvent::SurveyBegun => {
                (self.stage, self.begun_at) = (Stage::Running, Some(event.at));
            }
            SurveyEvent::SurveyAnswered { .. } => {
                let Some((door, answer)) = happened.answer(event.actor) else { return false };
                let Some(door) = self.doors.get_mut(door as usize) else { return false };
                door.put(answer);
            }
            SurveyEvent::SurveyEnded => (self.stage, self.ended_at) = (Stage::Ended, Some(event.at)),
            SurveyEvent::SurveyForgotten => self.forgotten = true,
        }
        true
    }
}
