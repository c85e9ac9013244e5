//! The state after an event. Pure and total: what is in the ledger can always be replayed.

use super::event::{Reported, RequestEvent};
use super::state::{ClockMotion, Request, State};
use super::targets::Target;
use crate::ids::{RequestId, StaffId};
use crate::limit::Limit;
use crate::moment::Moment;
use crate::party::{Actor, Party, Role};

impl Request {
    /// The state that the first event makes.
    #[must_use]
    pub fn reported(id: RequestId, actor: Actor, at: Moment, new: &Reported) -> Self {
        Self {
            id,
            number: new.number,
            version: 1,
            state: State::Reported,
            place: new.place,
            matter: new.matter.clone(),
            channel: new.channel,
            urgent: new.urgent,
            filed_by: actor,
            reported_at: at,
            accepted_at: None,
            answered_at: None,
            handler: Party::Steward,
            asked: None,
            clock: new.clock.clone(),
            first_limit: None,
            targets: new
                .also
                .iter()
                .map(|(measure, clock)| (*measure, Target { clock: clock.clone(), met: None }))
                .collect(),
            words: 1,
            photos: new.photos,
            joined: 0,
            returns: 0,
            reworks: 0,
            reopenings: 0,
            extensions: 0,
            reply: None,
            suspended_until: None,
            awaits: None,
            disposed_at: None,
            ended_at: None,
            closing: None,
            merged_into: None,
            issue: None,
            confirmed: None,
            satisfaction: None,
            follow_up: None,
            done_on_spot_by: None,
            erased: false,
        }
    }

    /// The state after one more event.
    pub fn apply(&mut self, actor: Actor, at: Moment, event: &RequestEvent) {
        self.version += 1;
        self.photos += event.photos();
        self.words = self.words.max(event.words().map_or(0, |(n, _)| n + 1));
        self.meet_by(actor, at, event);
        self.hear(actor, at, event);
        match event {
            RequestEvent::Reported(_)
            | RequestEvent::LinkGiven { .. }
            | RequestEvent::Added { .. }
            | RequestEvent::MeasureMet { .. } => {}
            RequestEvent::Accepted => self.enter(State::Accepted, at),
            RequestEvent::Refused { .. } => self.end(State::Refused, at),
            RequestEvent::DoneOnSpot { .. } => {
                self.disposed_at = Some(at);
                self.asked = None;
                self.done_on_spot_by = match actor {
                    Actor { role: Role::GridWorker | Role::Officer | Role::Secretary, id: Some(id) } => {
                        Some(StaffId(id))
                    }
                    _ => None,
                };
            }
            RequestEvent::Dispatched { to, .. } => {
                self.asked = Some(*to);
                self.enter(State::Dispatched, at);
            }
            RequestEvent::Escalated { to, .. } => {
                self.asked = Some(*to);
                self.enter(State::Escalated, at);
            }
            RequestEvent::Taken { by } => {
                self.handler = *by;
                self.asked = None;
                self.enter(State::InProgress, at);
            }
            RequestEvent::Returned { .. } => {
                // Given back before it was accepted, it still lies with the one before; after that, with the steward.
                if self.asked.take().is_none() {
                    self.handler = Party::Steward;
                }
                self.returns += 1;
                self.enter(State::Returned, at);
            }
            RequestEvent::Extended { clock, .. } => {
                self.extensions += 1;
                self.suspended_until = None;
                self.keep_first_limit();
                self.clock.clone_from(clock);
                self.enter(State::Extended, at);
            }
            RequestEvent::Suspended { until, .. } => {
                self.suspended_until = Some(*until);
                self.enter(State::Suspended, at);
            }
            RequestEvent::Waiting { whom, until, .. } => {
                (self.awaits, self.suspended_until) = (Some(*whom), Some(*until));
                self.enter(State::Waiting, at);
            }
            RequestEvent::Recounted { clock, also, gone, .. } => {
                if self.clock.is_overdue(at) && clock.limit() != self.clock.limit() {
                    self.keep_first_limit();
                }
                self.clock.clone_from(clock);
                self.targets.retain(|measure, _| !gone.contains(measure));
                self.set_clocks(also);
            }
            RequestEvent::Resumed { clock, also } => {
                (self.awaits, self.suspended_until) = (None, None);
                self.clock.clone_from(clock);
                self.set_clocks(also);
                self.enter(State::InProgress, at);
            }
            RequestEvent::Disposed { reply, note, .. } => {
                self.words = self.words.max(note.map_or(0, |n| n + 1));
                self.reply = Some(*reply);
                self.disposed_at = Some(at);
                self.asked = None;
                self.enter(State::Disposed, at);
            }
            RequestEvent::Checked { .. } => self.enter(State::Checked, at),
            RequestEvent::Reworked { clock, .. } => {
                self.reworks += 1;
                self.disposed_at = None;
                self.clock.clone_from(clock);
                self.enter(State::InProgress, at);
            }
            RequestEvent::Closed { how, .. } => {
                self.closing = Some(*how);
                self.end(State::Closed, at);
            }
            RequestEvent::Reopened { clock, also, .. } => {
                self.set_clocks(also);
                self.closing = None;
                self.ended_at = None;
                self.disposed_at = None;
                self.done_on_spot_by = None;
                self.reopenings += 1;
                // What the resident said was about the earlier ending.
                (self.confirmed, self.satisfaction, self.follow_up) = (None, None, None);
                self.handler = Party::Steward;
                self.clock.clone_from(clock);
                self.enter(State::Accepted, at);
            }
            RequestEvent::Voided { .. } => self.end(State::Voided, at),
            RequestEvent::MergedInto { into } => {
                self.merged_into = Some(*into);
                self.end(State::Merged, at);
            }
            RequestEvent::MergedFrom { .. } | RequestEvent::Joined => self.joined += 1,
            RequestEvent::LinkedToIssue { issue } => self.issue = Some(*issue),
            RequestEvent::UnlinkedFromIssue { issue } => self.issue = self.issue.filter(|it| it != issue),
            RequestEvent::Classified { matter } => self.matter = Some(matter.clone()),
            RequestEvent::Confirmed { solved } => self.confirmed = Some(*solved),
            RequestEvent::Rated { satisfied } => self.satisfaction = Some(*satisfied),
            RequestEvent::FollowedUp(outcome) => self.follow_up = Some(*outcome),
            RequestEvent::Erased => self.erased = true,
        }
    }

    /// Keeps which limit it had before it gets another: more time, or another matter after the limit ran out, does not
    /// make a small matter a large one. A matter that is put right in time does.
    fn keep_first_limit(&mut self) {
        self.first_limit.get_or_insert(self.clock.limit());
    }

    /// Which limit it was to be done in, whatever time it got since.
    #[must_use]
    pub fn first_limit(&self) -> Limit {
        self.first_limit.unwrap_or(self.clock.limit())
    }

    /// Keeps when the reporter first heard of it from those who look after it.
    fn hear(&mut self, actor: Actor, at: Moment, event: &RequestEvent) {
        if matches!(actor.role, Role::Resident | Role::System) {
            return;
        }
        if self.accepted_at.is_none() && (self.state == State::Reported && event.leaves_reported()) {
            self.accepted_at = Some(at);
        }
        if self.answered_at.is_none() && event.answers() {
            self.answered_at = Some(at);
        }
    }

    /// Enters a state and lets the clock do what the state wants.
    fn enter(&mut self, state: State, at: Moment) {
        if state.clock() == ClockMotion::Stands {
            self.stand(at);
        }
        self.state = state;
    }

    /// Lets the clock stand; one that stands already goes on standing.
    fn stand(&mut self, at: Moment) {
        let _already_standing = self.clock.pause(at);
        self.stand_targets(at);
    }

    fn end(&mut self, state: State, at: Moment) {
        self.stand(at);
        self.state = state;
        self.asked = None;
        (self.awaits, self.suspended_until) = (None, None);
        self.ended_at = Some(at);
    }

    /// When it must be done. While the clock stands this is the due time without the present pause.
    #[must_use]
    pub fn due_at(&self) -> Moment {
        self.clock.due().at.into()
    }
}
