//! The closed lists that pages speak of: states, verbs, roles and the like, each with its word and its icon.

use super::keyed::keyed;

keyed! {
    /// Where a request is in its life.
    State {
        /// Filed, nobody has accepted it.
        Reported = "reported", "state-reported";
        /// Accepted by the steward.
        Accepted = "accepted", "state-accepted";
        /// Not a matter for the community, with the reason.
        Refused = "refused", "state-refused";
        /// Handed to somebody who has not taken it.
        Dispatched = "dispatched", "state-dispatched";
        /// Somebody works on it.
        InProgress = "in_progress", "state-in-progress";
        /// Its limit was moved, with a reason.
        Extended = "extended", "state-extended";
        /// Its clock stands still, with a reason and a date.
        Suspended = "suspended", "state-suspended";
        /// Its clock stands still until somebody answers or approves.
        Waiting = "waiting", "state-waiting";
        /// Given back by the party that was asked.
        Returned = "returned", "state-returned";
        /// A higher office was called.
        Escalated = "escalated", "state-escalated";
        /// Dealt with and answered, not checked yet.
        Disposed = "disposed", "state-disposed";
        /// The steward saw that it is done.
        Checked = "checked", "state-checked";
        /// Closed within its limit.
        ClosedNormal = "closed_normal", "state-closed-normal";
        /// Closed after its limit.
        ClosedOvertime = "closed_overtime", "state-closed-overtime";
        /// Closed for a special reason.
        ClosedSpecial = "closed_special", "state-closed-special";
        /// Opened again.
        Reopened = "reopened", "state-reopened";
        /// Part of another request.
        Merged = "merged", "state-merged";
        /// Filed by mistake.
        Voided = "voided", "state-voided";
    }
}

impl State {
    /// The tone of its chip: `new`, `work`, `wait`, `done` or `off`. The icon differs too, colour is never alone.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Reported | Self::Reopened | Self::Returned => "new",
            Self::Accepted | Self::Dispatched | Self::InProgress | Self::Escalated => "work",
            Self::Extended | Self::Suspended | Self::Waiting => "wait",
            Self::Disposed
            | Self::Checked
            | Self::ClosedNormal
            | Self::ClosedOvertime
            | Self::ClosedSpecial => "done",
            Self::Refused | Self::Merged | Self::Voided => "off",
        }
    }

    /// The icon of its chip.
    pub fn icon(self) -> &'static str {
        match self {
            Self::Escalated => "up",
            Self::Returned | Self::Reopened => "back",
            Self::Suspended | Self::Waiting => "pause",
            Self::Merged => "merge",
            _ => match self.tone() {
                "new" => "dot",
                "work" => "work",
                "wait" => "clock",
                "done" => "check",
                _ => "off",
            },
        }
    }

    /// Whether work is still owed.
    pub fn is_open(self) -> bool {
        self.tone() != "off"
            && !matches!(
                self,
                Self::Checked | Self::ClosedNormal | Self::ClosedOvertime | Self::ClosedSpecial
            )
    }
}

keyed! {
    /// What can be done with a request. The slug is the last part of the address `POST /requests/{id}/{slug}`.
    Verb {
        /// Accept it.
        Accept = "accept", "verb-accept";
        /// Record that it was done on the spot.
        DoneOnSpot = "done-on-spot", "verb-done-on-spot";
        /// Hand it to a handler.
        Dispatch = "dispatch", "verb-dispatch";
        /// The asked party takes it.
        Take = "take", "verb-take";
        /// Answer it in public: dealt with.
        Dispose = "dispose", "verb-dispose";
        /// See that it is done.
        Check = "check", "verb-check";
        /// Send it back to the handler.
        Rework = "rework", "verb-rework";
        /// Close it.
        Close = "close", "verb-close";
        /// Ask the reporter.
        FollowUp = "follow-up", "verb-follow-up";
        /// Give it back with a reason.
        Return = "return", "verb-return";
        /// Move its limit.
        Extend = "extend", "verb-extend";
        /// Stop its clock.
        Suspend = "suspend", "verb-suspend";
        /// Wait for the resident, or for an approval.
        Wait = "wait", "verb-wait";
        /// Record that a measure was met.
        Meet = "meet", "verb-meet";
        /// Let its clock run again.
        Resume = "resume", "verb-resume";
        /// Call a higher office.
        Escalate = "escalate", "verb-escalate";
        /// Add words or photos.
        Add = "add", "verb-add";
        /// Open it again.
        Reopen = "reopen", "verb-reopen";
        /// Make it part of another request.
        Merge = "merge", "verb-merge";
        /// Refuse it with a reason.
        Refuse = "refuse", "verb-refuse";
        /// Mark it as filed by mistake.
        Void = "void", "verb-void";
    }
}

impl Verb {
    /// Whether it is hard to take back, so that the page asks before.
    pub fn hurts(self) -> bool {
        matches!(self, Self::Refuse | Self::Void | Self::Merge)
    }

    /// Whether a reason must be typed.
    pub fn wants_reason(self) -> bool {
        matches!(
            self,
            Self::Refuse
                | Self::Void
                | Self::Return
                | Self::Extend
                | Self::Suspend
                | Self::Wait
                | Self::Escalate
                | Self::Rework
                | Self::Reopen
        )
    }

    /// The icon of its button.
    pub fn icon(self) -> &'static str {
        match self {
            Self::Accept | Self::Take | Self::Check | Self::Close | Self::DoneOnSpot => "check",
            Self::Dispatch => "send",
            Self::Dispose | Self::Add => "pen",
            Self::FollowUp => "phone",
            Self::Return | Self::Rework | Self::Reopen | Self::Resume => "back",
            Self::Extend => "clock",
            Self::Suspend | Self::Wait => "pause",
            Self::Meet => "check",
            Self::Escalate => "up",
            Self::Merge => "merge",
            Self::Refuse | Self::Void => "off",
        }
    }
}

keyed! {
    /// What somebody is here to do.
    Role {
        /// One of the residents' officers who claimed estates.
        Steward = "steward", "role-steward";
        /// The head of the community.
        Secretary = "secretary", "role-secretary";
        /// A deputy head.
        DeputyHead = "deputy_head", "role-deputy-head";
        /// A grid worker.
        GridWorker = "grid_worker", "role-grid-worker";
        /// The street office.
        StreetOffice = "street_office", "role-street-office";
        /// A bureau of the district.
        DistrictBureau = "district_bureau", "role-district-bureau";
        /// A property company, a committee or a stationed organisation.
        Organisation = "organisation", "role-organisation";
        /// System administrator: import, people, settings.
        Administrator = "administrator", "role-administrator";
        /// Security administrator.
        SecurityAdministrator = "security", "role-security";
        /// Reads the access log.
        Auditor = "audit", "role-auditor";
    }
}

keyed! {
    /// Who works on a request now.
    HandlerKind {
        /// The accountable officer.
        Steward = "steward", "handler-steward";
        /// A grid worker.
        GridWorker = "grid_worker", "handler-grid-worker";
        /// A property company, committee or stationed organisation.
        Organisation = "organisation", "handler-organisation";
        /// The street office.
        StreetOffice = "street_office", "handler-street-office";
        /// A bureau of the district.
        DistrictBureau = "district_bureau", "handler-district-bureau";
    }
}

keyed! {
    /// What kind of organisation works in an estate.
    OrganisationKind {
        /// Property company.
        PropertyCompany = "property_company", "organisation-property-company";
        /// Owners' committee.
        OwnersCommittee = "owners_committee", "organisation-owners-committee";
        /// Residents' committee.
        ResidentsCommittee = "residents_committee", "organisation-residents-committee";
        /// Stationed organisation.
        Stationed = "stationed", "organisation-stationed";
    }
}

keyed! {
    /// How a request came in.
    Channel {
        /// The page on the phone of the reporter.
        Web = "web", "channel-web";
        /// A call.
        Phone = "phone", "channel-phone";
        /// At the counter.
        Counter = "counter", "channel-counter";
        /// In the group chat.
        Group = "group", "channel-group";
        /// Seen on a patrol.
        Patrol = "patrol", "channel-patrol";
    }
}

keyed! {
    /// When a photo was taken in the life of a request.
    PhotoPhase {
        /// With the report.
        Filed = "filed", "photo-filed";
        /// Before the work.
        Before = "before", "photo-before";
        /// After the work.
        After = "after", "photo-after";
    }
}

keyed! {
    /// How satisfied the reporter is.
    Satisfaction {
        /// Satisfied.
        Satisfied = "satisfied", "satisfied-yes";
        /// Basically satisfied.
        Basically = "basically", "satisfied-basically";
        /// Dissatisfied.
        Dissatisfied = "dissatisfied", "satisfied-no";
    }
}

keyed! {
    /// Whether the reporter could be asked after the closing.
    Reached {
        /// Spoken to.
        Reached = "reached", "reached-yes";
        /// Not reached.
        Unreached = "unreached", "reached-no";
        /// Did not want to answer.
        Declined = "declined", "reached-declined";
    }
}

keyed! {
    /// In which sense a request is closed.
    Closing {
        /// Within the limit.
        Normal = "normal", "closing-normal";
        /// After the limit.
        Overtime = "overtime", "closing-overtime";
        /// For a special reason.
        Special = "special", "closing-special";
    }
}

impl Closing {
    /// The words with which it is chosen: whether a normal end was in time is reckoned, not chosen.
    pub fn choice_key(self) -> &'static str {
        match self {
            Self::Special => "closing-special",
            _ => "closing-done",
        }
    }
}
