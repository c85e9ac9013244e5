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
        self.met.map_or_else(|| self.clock.is_overdue(now), |met| met > self.due_at())
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
            | RequestEvent::Refused { .. }
            | RequestEvent::Dispatched { .. }
            | RequestEvent::Taken { .. }
            | RequestEvent::Extended { .. }
            | RequestEvent::Suspended { .. }
            | RequestEvent::Waiting { .. }
            | RequestEvent::Escalated { .. }
                if by_staff =>
            {
                &[Measure::FirstContact]
            }
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

    /// Puts other clocks in the place of those that an event names.
    pub(super) fn set_clocks(&mut self, clocks: &Clocks) {
        for (measure, clock) in clocks {
            if let Some(target) = self.targets.get_mut(measure) {
                target.clock.clone_from(clock);
            }
        }
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
        let also: Clocks = self
            .unmet()
            .map(|(measure, target)| (measure, new(measure, &target.clock)))
            .filter(|(measure, clock)| self.targets.get(measure).is_some_and(|it| it.clock != *clock))
            .collect();
        (clock != self.clock || !also.is_empty()).then_some(RequestEvent::Recounted { clock, also, because })
    }
}

#[cfg(test)]
mod tests;
