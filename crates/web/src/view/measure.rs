//! Limits besides the one for being done, as they stand beside the due date.

use super::keyed::keyed;
use super::time::Clock;
use guanjia_domain::{limit, request};

keyed! {
    /// What a limit is for.
    Measure {
        /// Somebody has spoken with the resident.
        FirstContact = "first_contact", "measure-first-contact";
        /// Somebody has been there.
        OnSite = "on_site", "measure-on-site";
        /// Something illegal is stopped.
        Stop = "stop", "measure-stop";
        /// A penalty is decided.
        Penalise = "penalise", "measure-penalise";
        /// An illegal building is gone.
        Demolish = "demolish", "measure-demolish";
        /// It is reported done.
        Done = "done", "measure-done";
    }
}

impl Measure {
    /// As the domain names it.
    #[must_use]
    pub const fn of(it: limit::Measure) -> Self {
        match it {
            limit::Measure::FirstContact => Self::FirstContact,
            limit::Measure::OnSite => Self::OnSite,
            limit::Measure::Stop => Self::Stop,
            limit::Measure::Penalise => Self::Penalise,
            limit::Measure::Demolish => Self::Demolish,
            limit::Measure::Done => Self::Done,
        }
    }
}

keyed! {
    /// For whom a request waits.
    Awaited {
        /// The resident.
        Resident = "resident", "awaited-resident";
        /// Somebody who must approve.
        Approval = "approval", "awaited-approval";
    }
}

impl Awaited {
    /// As the domain names it.
    #[must_use]
    pub const fn of(it: request::Awaited) -> Self {
        match it {
            request::Awaited::Resident => Self::Resident,
            request::Awaited::Approval => Self::Approval,
        }
    }
}

/// A limit of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetLine {
    /// What it is for.
    pub measure: Measure,
    /// Its clock.
    pub clock: Clock,
    /// When it is or was due, milliseconds of the epoch.
    pub due: i64,
}

impl TargetLine {
    /// Whether it is still to be met.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(self.clock, Clock::Met | Clock::Missed | Clock::None)
    }
}
