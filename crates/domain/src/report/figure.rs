//! The figures of a month. Each says which requests it counts.

use super::month::day_of;
use super::reckoning::Reckoning;
use crate::moment::Moment;
use crate::party::Party;
use crate::request::{Closing, Request, State};
use crate::worded::worded;

worded! {
    /// A figure of the monthly report.
    Figure {
        /// Said in the month; what was filed by mistake or became part of another is left out, here and below.
        Reported = "reported";
        /// Came to an end in the month.
        Ended = "ended";
        /// Of those that ended, done by whoever stood there.
        OnTheSpot = "on_the_spot";
        /// Of those that ended, on the very day on which they were said.
        SameDay = "same_day";
        /// Of those that ended, without being done, for a reason that is told.
        NotDone = "not_done";
        /// Open when the month ended, or now where it has not.
        Open = "open";
        /// Ended in the month after the limit, or open past it when the month ended.
        Overdue = "overdue";
        /// Open and put aside until a date, as it stands now.
        Suspended = "suspended";
        /// Lies or lay with the street office or a bureau, as it stands now, or in the month by a call for help.
        Escalated = "escalated";
        /// Said in the month and given back at least once.
        Returned = "returned";
        /// Said in the month and sent back by the check at least once.
        Reworked = "reworked";
        /// Ended in the month, and the word that counts in the community says it is not solved.
        Unsolved = "unsolved";
        /// Said in the month and part of a common issue.
        InIssue = "in_issue";
    }
}

worded! {
    /// A register (台账).
    Register {
        /// All requests of the month: said, ended, or open in it.
        Requests = "requests";
        /// Done on the spot.
        OnTheSpot = "on_the_spot";
        /// Overdue.
        Overdue = "overdue";
        /// Put aside (挂账).
        Suspended = "suspended";
        /// With the street office or a bureau.
        Escalated = "escalated";
    }
}

impl Register {
    /// The figures of which it holds the requests.
    #[must_use]
    pub const fn figures(self) -> &'static [Figure] {
        match self {
            Self::Requests => &[Figure::Reported, Figure::Ended, Figure::Open],
            Self::OnTheSpot => &[Figure::OnTheSpot],
            Self::Overdue => &[Figure::Overdue],
            Self::Suspended => &[Figure::Suspended],
            Self::Escalated => &[Figure::Escalated],
        }
    }

    /// Whether a request stands in the register of a month.
    #[must_use]
    pub fn holds(self, it: &Request, by: &Reckoning) -> bool {
        self.figures().iter().any(|figure| figure.holds(it, by))
    }
}

impl Figure {
    /// Whether it counts a request.
    #[must_use]
    pub fn holds(self, it: &Request, by: &Reckoning) -> bool {
        if matches!(it.state, State::Voided | State::Merged) {
            return false;
        }
        let (from, until) = by.month.span();
        let within = |at: Moment| from <= at && at < until;
        let reported = within(it.reported_at);
        let ended = it.ended_at.is_some_and(within);
        let open = it.reported_at < until && it.ended_at.is_none_or(|at| at >= until);
        match self {
            Self::Reported => reported,
            Self::Ended => ended,
            Self::OnTheSpot => ended && it.done_on_spot_by.is_some(),
            Self::SameDay => ended && it.ended_at.is_some_and(|at| day_of(at) == day_of(it.reported_at)),
            Self::NotDone => ended && !is_done(it),
            Self::Open => open,
            Self::Overdue => {
                (ended && it.closing == Some(Closing::Overtime)) || (open && is_past(it, until.min(by.now)))
            }
            Self::Suspended => it.reported_at < until && it.state == State::Suspended,
            Self::Escalated => {
                let above =
                    it.handler.is_above_community() || it.asked.is_some_and(Party::is_above_community);
                let called = by.above.lay(it.id, &(from..until));
                (reported || ended || open) && (above || called || it.state == State::Escalated)
            }
            Self::Returned => reported && it.returns > 0,
            Self::Reworked => reported && it.reworks > 0,
            Self::Unsolved => ended && by.rule.solved(it.confirmed, it.follow_up) == Some(false),
            Self::InIssue => reported && it.issue.is_some(),
        }
    }
}

/// Whether what has ended was done, not refused and not ended for another reason.
#[must_use]
pub fn is_done(it: &Request) -> bool {
    it.state == State::Closed && it.closing != Some(Closing::Special)
}

/// Whether it ended after its limit, or is past it now.
#[must_use]
pub fn has_overrun(it: &Request, now: Moment) -> bool {
    it.closing == Some(Closing::Overtime) || (it.ended_at.is_none() && is_past(it, now))
}

/// A clock that stands does not run out, but what was late before it stood stays late.
fn is_past(it: &Request, at: Moment) -> bool {
    it.clock.is_overdue(at)
}
