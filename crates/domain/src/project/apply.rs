//! The state after an event. Pure and total: what is in the ledger can always be replayed.

use super::delivery::Item;
use super::event::{Begun, ProjectEvent};
use super::life::Stage;
use super::state::{Acceptance, Approval, Council, NotNow, Objection, Project};
use super::told::{Hearer, Telling, Told};
use crate::event::Event;
use crate::ids::ProjectId;

impl Project {
    /// The state that the first event makes.
    pub(crate) fn begun(id: ProjectId, begun: &Begun, event: &Event) -> Self {
        let Begun { estate, issue, surveys, requests, scope } = begun.clone();
        Self {
            id,
            version: 1,
            stage: Stage::Planned,
            estate,
            issue,
            surveys,
            requests,
            scope,
            begun_at: event.at,
            owner: None,
            owner_words: None,
            consulted_until: None,
            consulted_words: None,
            objections: Vec::new(),
            council: None,
            bill: None,
            design_words: None,
            items: Vec::new(),
            later: Vec::new(),
            approval: None,
            works_by: None,
            rework_words: None,
            acceptance: None,
            closed_at: None,
            reply: None,
            not_now: None,
            told: Vec::new(),
            words: 1,
            photos: 0,
        }
    }

    /// The state after one more event.
    pub(crate) fn apply(&mut self, happened: &ProjectEvent, event: &Event) {
        self.version += 1;
        self.words = self.words.max(happened.words().map_or(0, |n| n + 1));
        match happened {
            ProjectEvent::Begun(_) => {}
            ProjectEvent::ScopeSet { scope } => self.scope.clone_from(scope),
            ProjectEvent::Linked { requests } => {
                for request in requests {
                    if !self.requests.contains(request) {
                        self.requests.push(*request);
                    }
                }
            }
            ProjectEvent::OwnerNamed { owner, words } => {
                (self.owner, self.owner_words) = (Some(*owner), *words);
            }
            ProjectEvent::Consulted { until, words } => {
                (self.consulted_until, self.consulted_words) = (Some(*until), *words);
                self.stage = Stage::Consulting;
            }
            ProjectEvent::Objected { voice, words, contact } => {
                let (voice, words, contact) = (*voice, *words, *contact);
                self.objections.push(Objection { voice, words, contact, at: event.at, answer: None });
            }
            ProjectEvent::Answered { n, heeded, words } => {
                if let Some(it) = self.objections.get_mut(*n as usize) {
                    it.answer = Some((*heeded, *words));
                }
            }
            ProjectEvent::CouncilHeld { agreed, yes, no, day, words } => {
                let (agreed, yes, no, day, words) = (*agreed, *yes, *no, *day, *words);
                self.council = Some(Council { agreed, yes, no, day, words });
            }
            other => self.apply_works(other, event),
        }
    }

    /// From the design on.
    fn apply_works(&mut self, happened: &ProjectEvent, event: &Event) {
        match happened {
            ProjectEvent::Designed { bill, words } => {
                let needs = bill.lines.iter().flat_map(|it| (0..it.quantity).map(|_| it.need));
                self.items = needs.map(Item::designed).collect();
                (self.bill, self.design_words) = (Some(bill.clone()), Some(*words));
                self.stage = Stage::Designed;
            }
            ProjectEvent::Assigned { item, serves } => {
                if let Some(it) = self.item_mut(*item) {
                    it.serves.clone_from(serves);
                }
            }
            ProjectEvent::Postponed { demands, why } => {
                self.later.retain(|(it, _)| !demands.contains(it));
                self.later.extend(demands.iter().map(|it| (*it, *why)));
            }
            ProjectEvent::Pictured { photos, .. } => self.photos += photos,
            ProjectEvent::Submitted { to } => {
                self.approval = Some(Approval { by: *to, approved_at: None, words: None, sent_back: false });
                self.stage = Stage::Submitted;
            }
            ProjectEvent::Approved { words } => self.answered(Stage::Approved, *words, event),
            ProjectEvent::SentBack { words } => self.answered(Stage::Designed, Some(*words), event),
            ProjectEvent::WorksBegun { by } => {
                self.works_by = *by;
                self.stage = Stage::Working;
            }
            ProjectEvent::Delivered { items } => {
                for n in items {
                    if let Some(it) = self.item_mut(*n) {
                        (it.delivered_at, it.dropped) = (Some(event.at), None);
                    }
                }
            }
            ProjectEvent::GivenUp { item, why } => {
                if let Some(it) = self.item_mut(*item) {
                    (it.delivered_at, it.dropped) = (None, Some(*why));
                }
            }
            ProjectEvent::Finished => self.stage = Stage::Finished,
            ProjectEvent::Reworked { words } => {
                self.rework_words = Some(*words);
                self.stage = Stage::Working;
            }
            ProjectEvent::Accepted { words, photos } => {
                self.photos += photos;
                self.acceptance = Some(Acceptance { at: event.at, words: *words });
                self.stage = Stage::Accepted;
            }
            other => self.apply_end(other, event),
        }
    }

    /// The end, and who is told.
    fn apply_end(&mut self, happened: &ProjectEvent, event: &Event) {
        match happened {
            ProjectEvent::Closed { words, to } => {
                (self.closed_at, self.reply) = (Some(event.at), Some(*words));
                self.end(Stage::Closed, to);
            }
            ProjectEvent::PutOff { words, until, to } => {
                self.not_now = Some(NotNow { words: *words, until: *until });
                self.end(Stage::NotNow, to);
            }
            ProjectEvent::TakenUp => {
                self.not_now = None;
                self.told.clear();
                self.stage = Stage::Planned;
            }
            ProjectEvent::Told { to, way } => {
                let told = Told { way: *way, by: event.actor, at: event.at };
                for n in to {
                    if let Some(it) = self.told.get_mut(*n as usize) {
                        it.told = Some(told);
                    }
                }
            }
            ProjectEvent::Heard { n, content } => {
                if let Some(it) = self.told.get_mut(*n as usize) {
                    it.content = Some(*content);
                }
            }
            _ => {}
        }
    }

    fn item_mut(&mut self, n: u32) -> Option<&mut Item> {
        self.items.get_mut((n as usize).checked_sub(1)?)
    }

    fn answered(&mut self, stage: Stage, words: Option<u32>, event: &Event) {
        if let Some(approval) = &mut self.approval {
            let yes = stage == Stage::Approved;
            (approval.approved_at, approval.words) = (yes.then_some(event.at), words);
            approval.sent_back = !yes;
        }
        self.stage = stage;
    }

    fn end(&mut self, stage: Stage, to: &[Hearer]) {
        self.told = to.iter().copied().map(Telling::of).collect();
        self.stage = stage;
    }
}
