//! Calls for help in figures: which requests lie, or lay, with the street office or a bureau by a call.

use super::life::Stage;
use super::state::{Call, Said};
use crate::ids::RequestId;
use crate::moment::Moment;
use std::collections::HashMap;
use std::ops::Range;

/// When a request lay above by one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Lain {
    from: Moment,
    until: Option<Moment>,
    now: bool,
}

/// The requests that calls brought to the street office or a bureau.
#[derive(Clone, Debug, Default)]
pub struct Above(HashMap<RequestId, Vec<Lain>>);

impl Above {
    /// Takes a call in.
    pub fn take(&mut self, call: &Call) {
        let Some(from) = call.above_since() else { return };
        let lain = Lain { from, until: call.ended_at, now: call.lies_above() };
        for request in &call.requests {
            self.0.entry(*request).or_default().push(lain);
        }
    }

    /// Whether a request lay there at some time of a span.
    #[must_use]
    pub fn lay(&self, request: RequestId, span: &Range<Moment>) -> bool {
        let within = |it: &Lain| it.from < span.end && it.until.is_none_or(|until| until >= span.start);
        self.0.get(&request).is_some_and(|lain| lain.iter().any(within))
    }

    /// Whether it lies there now: somebody there leads, or was called and has not answered.
    #[must_use]
    pub fn lies(&self, request: RequestId) -> bool {
        self.0.get(&request).is_some_and(|lain| lain.iter().any(|it| it.now))
    }
}

impl Call {
    /// Since when somebody above the community was called who did not decline; `None` for a call that was taken back,
    /// and for what an office hands down.
    #[must_use]
    pub fn above_since(&self) -> Option<Moment> {
        let called = |it: &&super::Passing| it.to.is_above() && !matches!(it.said, Said::No { .. });
        let first = self.chain.iter().find(called).filter(|_| self.stage != Stage::Withdrawn);
        first.map(|it| it.at)
    }

    /// Whether it is for somebody above the community to do something now. What was answered is the caller's to check.
    #[must_use]
    pub fn lies_above(&self) -> bool {
        let accepted = |it: &super::Passing| {
            it.to.is_above() && it.to == self.lead && matches!(it.said, Said::Yes { .. })
        };
        let leads = self.chain.iter().any(accepted);
        let asked = self.asked().is_some_and(super::HandlingUnit::is_above);
        self.is_open() && self.stage != Stage::Answered && self.above_since().is_some() && (leads || asked)
    }

    /// Whether it stands in the register of a span: begun before its end, and not over before its beginning.
    #[must_use]
    pub fn is_of(&self, span: &Range<Moment>) -> bool {
        self.blown_at < span.end && self.ended_at.is_none_or(|at| at >= span.start)
    }
}
