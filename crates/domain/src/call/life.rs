//! The whole life of a call as one table: which step leads from which stages to which, and whose it is.

use crate::worded::worded;

worded! {
    /// Where a call stands.
    Stage {
        /// Somebody was called and has not answered.
        Blown = "blown";
        /// Whoever was called leads.
        Accepted = "accepted";
        /// Whoever was called last said no; it lies with whoever led before.
        Declined = "declined";
        /// The lead has said what will be done by when.
        Planned = "planned";
        /// The lead has said what was done.
        Answered = "answered";
        /// The caller has looked: it is done.
        Finished = "finished";
        /// The caller has taken it back.
        Withdrawn = "withdrawn";
    }
}

worded! {
    /// What is done with a call that exists.
    Step {
        /// Take it: lead from now on.
        Accept = "accept";
        /// Say no, with a reason and a rule.
        Decline = "decline";
        /// Say what will be done by when.
        Plan = "plan";
        /// Say what was done.
        Answer = "answer";
        /// Find that it is done.
        Finish = "finish";
        /// Find that it is not.
        SendBack = "send_back";
        /// Call the next; whoever leads goes on leading until that one accepts.
        Pass = "pass";
        /// Ask others to assist.
        Invite = "invite";
        /// Come along as one of those.
        Join = "join";
        /// Not come along, with a reason and a rule.
        Excuse = "excuse";
        /// Report to the lead what was done.
        Report = "report";
        /// Fix a joint visit.
        SetVisit = "set_visit";
        /// Write its minutes.
        HoldVisit = "hold_visit";
        /// Say what else has been tried.
        Try = "try";
        /// Give a unit without account a private link; an earlier one ends.
        GiveLink = "give_link";
        /// End the private link of a unit.
        RevokeLink = "revoke_link";
        /// Take it back.
        Withdraw = "withdraw";
    }
}

/// Whose a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doer {
    /// Whoever was called last.
    Asked,
    /// Whoever leads.
    Lead,
    /// Whoever called first.
    Caller,
    /// Either of these two.
    LeadOrCaller,
    /// One of those who were asked to assist.
    Assist,
}

use Stage::{Accepted, Answered, Blown, Declined, Finished, Planned, Withdrawn};

/// While it goes on.
const OPEN: &[Stage] = &[Blown, Accepted, Declined, Planned, Answered];
/// While there is work to do.
const AT_WORK: &[Stage] = &[Blown, Accepted, Declined, Planned];
/// The lead has it in hand.
const IN_HAND: &[Stage] = &[Accepted, Declined, Planned];

/// The life of a call: step, whose it is, from which stages, to which (`None`: the stage stays). Each step has exactly
/// one line.
pub const LIFE: &[(Step, Doer, &[Stage], Option<Stage>)] = &[
    (Step::Accept, Doer::Asked, &[Blown], Some(Accepted)),
    (Step::Decline, Doer::Asked, &[Blown], Some(Declined)),
    (Step::Plan, Doer::Lead, IN_HAND, Some(Planned)),
    (Step::Answer, Doer::Lead, IN_HAND, Some(Answered)),
    (Step::Finish, Doer::Caller, &[Answered], Some(Finished)),
    (Step::SendBack, Doer::Caller, &[Answered], Some(Accepted)),
    (Step::Pass, Doer::Lead, IN_HAND, Some(Blown)),
    (Step::Invite, Doer::LeadOrCaller, AT_WORK, None),
    (Step::Join, Doer::Assist, AT_WORK, None),
    (Step::Excuse, Doer::Assist, AT_WORK, None),
    (Step::Report, Doer::Assist, AT_WORK, None),
    (Step::SetVisit, Doer::LeadOrCaller, AT_WORK, None),
    (Step::HoldVisit, Doer::LeadOrCaller, OPEN, None),
    (Step::Try, Doer::Caller, AT_WORK, None),
    (Step::GiveLink, Doer::LeadOrCaller, OPEN, None),
    (Step::RevokeLink, Doer::LeadOrCaller, OPEN, None),
    (Step::Withdraw, Doer::Caller, AT_WORK, Some(Withdrawn)),
];

impl Step {
    /// Where the step leads from `stage`, if it may be done there.
    #[must_use]
    pub fn from(self, stage: Stage) -> Option<Stage> {
        let (.., from, to) = LIFE.iter().find(|(step, ..)| *step == self)?;
        from.contains(&stage).then_some(to.unwrap_or(stage))
    }

    /// Whose it is.
    #[must_use]
    pub fn doer(self) -> Doer {
        LIFE.iter().find(|(step, ..)| *step == self).map_or(Doer::Caller, |(_, doer, ..)| *doer)
    }
}

impl Stage {
    /// Whether something is left to do.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Finished | Withdrawn)
    }
}
