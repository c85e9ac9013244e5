//! A call after one more event. Never fails, never reads a clock.

use super::event::{Blown, CallEvent};
use super::life::Stage;
use super::state::{Assist, Call, Passing, Said, Visit};
use super::unit::HandlingUnit;
use crate::event::Event;
use crate::ids::CallId;
use std::collections::BTreeMap;

impl Call {
    /// A call that begins: it lies with the caller until whoever is called accepts.
    #[must_use]
    pub(crate) fn blown(id: CallId, new: &Blown, event: &Event) -> Self {
        let (at, said, duty) = (event.at, Said::Nothing, new.duty.clone());
        Self {
            id,
            estate: new.estate,
            requests: new.requests.clone(),
            by: new.by,
            lead: new.by,
            lead_since: at,
            by_when: new.by_when,
            planned_until: None,
            stage: Stage::Blown,
            chain: vec![Passing { from: new.by, to: new.to, at, words: 0, said, duty }],
            assists: Vec::new(),
            visits: Vec::new(),
            blown_at: at,
            answered_at: None,
            ended_at: None,
            links: BTreeMap::new(),
            words: 2,
            version: 1,
        }
    }

    /// The state after one more event.
    pub(crate) fn apply(&mut self, happened: &CallEvent, event: &Event) {
        let at = event.at;
        self.version += 1;
        let (words, rule) = happened.words();
        self.words = [words, rule].into_iter().flatten().fold(self.words, |all, n| all.max(n + 1));
        match happened {
            CallEvent::Accepted { unit } => {
                self.last_said(Said::Yes { at });
                (self.lead, self.lead_since, self.stage) = (*unit, at, Stage::Accepted);
                // What the one before promised binds nobody else.
                self.planned_until = None;
            }
            CallEvent::Declined { words, rule, .. } => {
                self.last_said(Said::No { at, words: *words, rule: *rule });
                self.stage = Stage::Declined;
            }
            CallEvent::Passed { from, to, words, duty } => {
                let (from, to, words, said, duty) = (*from, *to, *words, Said::Nothing, duty.clone());
                self.chain.push(Passing { from, to, at, words, said, duty });
                self.stage = Stage::Blown;
            }
            CallEvent::Invited { units } => {
                for unit in units.iter().copied() {
                    // Who declined and is asked again has not answered.
                    match self.assists.iter_mut().find(|it| it.unit == unit) {
                        Some(it) => it.said = Said::Nothing,
                        None => self.assists.push(Assist { unit, said: Said::Nothing, report: None }),
                    }
                }
            }
            CallEvent::Joined { unit } => self.assist_said(*unit, Said::Yes { at }),
            CallEvent::Excused { unit, words, rule } => {
                self.assist_said(*unit, Said::No { at, words: *words, rule: *rule });
            }
            CallEvent::Reported { unit, words } => {
                if let Some(it) = self.assists.iter_mut().find(|it| it.unit == *unit) {
                    it.report = Some(*words);
                }
            }
            CallEvent::Planned { until, .. } => {
                (self.planned_until, self.stage) = (Some(*until), Stage::Planned);
            }
            CallEvent::VisitSet { day, units } => {
                self.visits.push(Visit { day: *day, units: units.clone(), minutes: None });
            }
            CallEvent::VisitHeld { n, units, words } => {
                if let Some(it) = self.visits.get_mut(*n as usize) {
                    (it.units, it.minutes) = (units.clone(), Some(*words));
                }
            }
            CallEvent::Answered { .. } => (self.answered_at, self.stage) = (Some(at), Stage::Answered),
            CallEvent::SentBack { .. } => (self.answered_at, self.stage) = (None, Stage::Accepted),
            CallEvent::Finished { .. } => (self.ended_at, self.stage) = (Some(at), Stage::Finished),
            CallEvent::Withdrawn { .. } => (self.ended_at, self.stage) = (Some(at), Stage::Withdrawn),
            CallEvent::LinkGiven { to, turn } if *turn > 0 => {
                self.links.insert(*to, *turn);
            }
            CallEvent::Blown(_)
            | CallEvent::Tried { .. }
            | CallEvent::LinkGiven { .. }
            | CallEvent::LinkRevoked { .. } => {}
        }
    }

    fn last_said(&mut self, said: Said) {
        if let Some(last) = self.chain.last_mut() {
            last.said = said;
        }
    }

    fn assist_said(&mut self, unit: HandlingUnit, said: Said) {
        if let Some(it) = self.assists.iter_mut().find(|it| it.unit == unit) {
            it.said = said;
        }
    }
}
