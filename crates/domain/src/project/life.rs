//! The whole life of a project as one table: which step leads from which stages to which.

use crate::worded::worded;

worded! {
    /// Where a project stands.
    Stage {
        /// Its doors are known.
        Planned = "planned";
        /// Residents are asked.
        Consulting = "consulting";
        /// There is a design with quantities, cost and fund.
        Designed = "designed";
        /// It lies with the street or a bureau.
        Submitted = "submitted";
        /// They approved.
        Approved = "approved";
        /// The works go on.
        Working = "working";
        /// Everything is done or given up; somebody has to look.
        Finished = "finished";
        /// Somebody looked: it is good.
        Accepted = "accepted";
        /// The end: those concerned are being told, or know.
        Closed = "closed";
        /// Not now, for a reason that is told, with a date to look again.
        NotNow = "not_now";
    }
}

worded! {
    /// What is done with a project that exists.
    Step {
        /// Say which doors.
        SetScope = "set_scope";
        /// Link requests.
        Link = "link";
        /// Say whose it is.
        NameOwner = "name_owner";
        /// Ask the residents.
        Consult = "consult";
        /// Take an objection down.
        Object = "object";
        /// Answer one.
        Answer = "answer";
        /// Write down what the residents' council said.
        Council = "council";
        /// Design it.
        Design = "design";
        /// Say which doors a piece serves.
        Assign = "assign";
        /// Say why doors wait.
        Postpone = "postpone";
        /// Add photos.
        Picture = "picture";
        /// Hand it in.
        Submit = "submit";
        /// Approve it.
        Approve = "approve";
        /// Give it back.
        SendBack = "send_back";
        /// Begin the works.
        BeginWorks = "begin_works";
        /// A piece is done.
        Deliver = "deliver";
        /// A piece is not done after all.
        GiveUp = "give_up";
        /// The works are over.
        Finish = "finish";
        /// Find that it is not good.
        Rework = "rework";
        /// Find that it is good.
        Accept = "accept";
        /// End it.
        Close = "close";
        /// Not now.
        NotNow = "not_now";
        /// Take it up again.
        TakeUp = "take_up";
        /// Somebody was told.
        Tell = "tell";
        /// Somebody said whether it is good.
        Hear = "hear";
    }
}

use Stage::{
    Accepted, Approved, Closed, Consulting, Designed, Finished, NotNow, Planned, Submitted, Working,
};

/// Before the works: the design can still be put aside.
const BEFORE_WORKS: &[Stage] = &[Planned, Consulting, Designed, Submitted, Approved];
/// While it goes on.
const OPEN: &[Stage] =
    &[Planned, Consulting, Designed, Submitted, Approved, Working, Finished, Accepted, NotNow];
/// The design is on the table and not with somebody else.
const ON_THE_TABLE: &[Stage] = &[Designed, Approved, Working, Finished];

/// The life of a project: step, from which stages, to which (`None`: the stage stays). Each step has exactly one line.
pub const LIFE: &[(Step, &[Stage], Option<Stage>)] = &[
    (Step::SetScope, &[Planned, Consulting], None),
    (Step::Link, OPEN, None),
    (Step::NameOwner, &[Planned, Consulting], None),
    (Step::Consult, &[Planned, Consulting, Designed], Some(Consulting)),
    (Step::Object, &[Consulting], None),
    (Step::Answer, &[Consulting], None),
    (Step::Council, &[Consulting], None),
    (Step::Design, &[Consulting, Designed], Some(Designed)),
    (Step::Assign, ON_THE_TABLE, None),
    (Step::Postpone, ON_THE_TABLE, None),
    (Step::Picture, OPEN, None),
    (Step::Submit, &[Designed], Some(Submitted)),
    (Step::Approve, &[Submitted], Some(Approved)),
    (Step::SendBack, &[Submitted], Some(Designed)),
    (Step::BeginWorks, &[Approved], Some(Working)),
    (Step::Deliver, &[Working], None),
    (Step::GiveUp, &[Working], None),
    (Step::Finish, &[Working], Some(Finished)),
    (Step::Rework, &[Finished], Some(Working)),
    (Step::Accept, &[Finished], Some(Accepted)),
    (Step::Close, &[Accepted], Some(Closed)),
    (Step::NotNow, BEFORE_WORKS, Some(NotNow)),
    (Step::TakeUp, &[NotNow], Some(Planned)),
    (Step::Tell, &[Closed, NotNow], None),
    (Step::Hear, &[Closed, NotNow], None),
];

impl Step {
    /// Where the step leads from `stage`, if it may be done there.
    #[must_use]
    pub fn from(self, stage: Stage) -> Option<Stage> {
        let (_, from, to) = LIFE.iter().find(|(step, ..)| *step == self)?;
        from.contains(&stage).then_some(to.unwrap_or(stage))
    }

    /// Whether it is the street's or the bureau's to do.
    #[must_use]
    pub const fn is_approvers(self) -> bool {
        matches!(self, Self::Approve | Self::SendBack)
    }
}
