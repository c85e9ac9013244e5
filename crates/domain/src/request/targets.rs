//! The limits of a request besides the one for being done: first contact, on site, and the measures of its matter.

use super::event::{Because, RequestEvent};
use super::state::{ClockMotion, Request, State};
use crate::limit::{Clock, Limits, Measure, Rules};
use crate::moment::Moment;
use crate::party::{Actor, Role};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Clocks by what they are for, as events carry them.
pub type Clocks = BTreeMap<Measure, Clock>;

/// A limit for a measure, and when it was met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// Its clock; it stands from when the measure was met.
    pub clock: Clock,
    /// When it was met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub met: Option<Moment>,
}

impl Target {
    /// Whether it was met too late, or is still to be met and late.
    #[must_use]
    pub fn is_late(&self, now: Moment) -> bool {
        self.clock.is_overdue(self.met.unwrap_or(now))
    }

    /// When it is or was due.
    #[must_use]
    pub fn due_at(&self) -> Moment {
        self.clock.due().at.into()
    }
}

/// The clocks that begin with a request: the one for being done, and the others. A limit for speaking with somebody or
/// for being there that is not shorter than the one for being done says nothing, so it gets no clock.
#[must_use]
pub fn started(limits: &Limits, at: Moment, rules: &Rules) -> Clocks {
    let mut clocks: Clocks =
        limits.iter().map(|(measure, limit)| (*measure, Clock::start(*limit, at, rules))).collect();
    let done = clocks.get(&Measure::Done).map(|clock| clock.due().at);
    clocks.retain(|measure, clock| match measure {
        Measure::FirstContact | Measure::OnSite => done.is_none_or(|done| clock.due().at < done),
        _ => true,
    });
    clocks
}

impl Request {
    /// The measures that are still to be met, in their order.
    pub fn unmet(&self) -> impl Iterator<Item = (Measure, &Target)> {
        self.targets.iter().filter(|(_, it)| it.met.is_none()).map(|(measure, it)| (*measure, it))
    }

    /// What an event by somebody meets.
    pub(super) fn meet_by(&mut self, actor: Actor, at: Moment, event: &RequestEvent) {
        let by_staff = !matches!(actor.role, Role::Resident | Role::System);
        let met: &[Measure] = match event {
            RequestEvent::MeasureMet { measure: Measure::OnSite } => {
                &[Measure::FirstContact, Measure::OnSite]
            }
            RequestEvent::MeasureMet { measure } => std::slice::from_ref(measure),
            RequestEvent::DoneOnSpot { .. } | RequestEvent::Disposed { .. } => &Measure::ALL,
            RequestEvent::Accepted
            | RequestEvent::Dispatched { .. }
            | RequestEvent::Taken { .. }
            | RequestEvent::Escalated { .. }
                if by_staff =>
            {
                &[Measure::FirstContact]
            }
            event if by_staff && event.answers() => &[Measure::FirstContact],
            _ => &[],
        };
        for measure in met {
            if let Some(target) = self.targets.get_mut(measure).filter(|it| it.met.is_none()) {
                target.met = Some(at);
                let _already_standing = target.clock.pause(at);
            }
        }
    }

    /// Lets the clocks of what is still to be met stand.
    pub(super) fn stand_targets(&mut self, at: Moment) {
        for target in self.targets.values_mut().filter(|it| it.met.is_none()) {
            let _already_standing = target.clock.pause(at);
        }
    }

    /// Puts the clocks that an event names in the place of others, or beside them.
    pub(super) fn set_clocks(&mut self, clocks: &Clocks) {
        for (measure, clock) in clocks {
            let fresh = || Target { clock: clock.clone(), met: None };
            self.targets.entry(*measure).or_insert_with(fresh).clock.clone_from(clock);
        }
    }

    /// The clocks that another matter brings: from the report on, with the pauses of the request. Who has been spoken
    /// with need not be spoken with again.
    fn brought_by_matter(&self, limits: &Limits, rules: &Rules) -> Clocks {
        let mut clocks = started(limits, self.reported_at, rules);
        let heard = self.accepted_at.is_some() || self.answered_at.is_some();
        clocks.retain(|measure, _| {
            let known = *measure == Measure::Done || self.targets.contains_key(measure);
            let spoken = heard && *measure == Measure::FirstContact;
            !known && !spoken
        });
        for clock in clocks.values_mut() {
            for stop in self.clock.stops() {
                let _runs = clock.pause(stop.from);
                let _stood = stop.to.map(|to| clock.resume(to, rules));
            }
        }
        clocks
    }

    /// What other limits or another calendar make of the clocks of a request that is being worked on: never a reset,
    /// for starts and pauses stay. A clock with more time keeps the limit it was given; what was reported done keeps
    /// what was promised. `None` when nothing moves.
    #[must_use]
    pub fn recounted(&self, limits: &Limits, rules: &Rules, because: Because) -> Option<RequestEvent> {
        let reported_done = matches!(self.state, State::Disposed | State::Checked);
        if reported_done || self.state.clock() == ClockMotion::Ended {
            return None;
        }
        let new = |measure: Measure, clock: &Clock| {
            let limit = limits.get(&measure).copied().unwrap_or(clock.limit());
            clock.under(limit, rules)
        };
        let clock =
            if self.extensions > 0 { self.clock.recounted(rules) } else { new(Measure::Done, &self.clock) };
        let mut also: Clocks = self
            .unmet()
            .map(|(measure, target)| (measure, new(measure, &target.clock)))
            .filter(|(measure, clock)| self.targets.get(measure).is_some_and(|it| it.clock != *clock))
            .collect();
        let mut gone = Vec::new();
        if because == Because::Matter {
            also.extend(self.brought_by_matter(limits, rules));
            gone.extend(self.unmet().map(|(measure, _)| measure).filter(|it| !limits.contains_key(it)));
            also.retain(|measure, _| !gone.contains(measure));
        }
        let moves = clock != self.clock || !also.is_empty() || !gone.is_empty();
        moves.then_some(RequestEvent::Recounted { clock, also, gone, because })
    }
}

#[cfg(test)]
mod tests;
