//! The closed lists of reports, in the words that people read. Their slugs are the names of the domain.

use crate::view::keyed::keyed;

keyed! {
    /// A figure of the monthly report.
    FigureKind {
        /// Reported in the month.
        Reported = "reported", "figure-reported";
        /// Ended in the month.
        Ended = "ended", "figure-ended";
        /// Done on the spot.
        OnTheSpot = "on_the_spot", "figure-on-the-spot";
        /// Ended the same day.
        SameDay = "same_day", "figure-same-day";
        /// Ended without being done.
        NotDone = "not_done", "figure-not-done";
        /// Open at the end.
        Open = "open", "figure-open";
        /// Overdue.
        Overdue = "overdue", "figure-overdue";
        /// Put aside.
        Suspended = "suspended", "figure-suspended";
        /// With street or bureau.
        Escalated = "escalated", "figure-escalated";
        /// Given back.
        Returned = "returned", "figure-returned";
        /// Reworked.
        Reworked = "reworked", "figure-reworked";
        /// Called not solved.
        Unsolved = "unsolved", "figure-unsolved";
        /// Part of a common issue.
        InIssue = "in_issue", "figure-in-issue";
    }
}

keyed! {
    /// A register.
    RegisterKind {
        /// Register of requests.
        Requests = "requests", "register-requests";
        /// On-the-spot register.
        OnTheSpot = "on_the_spot", "register-on-the-spot";
        /// Overdue register.
        Overdue = "overdue", "register-overdue";
        /// Register of what is put aside.
        Suspended = "suspended", "register-suspended";
        /// Register of escalations.
        Escalated = "escalated", "register-escalated";
    }
}

keyed! {
    /// A form that the house writes itself.
    FormKind {
        /// Lines of the register.
        RegisterLine = "register-line", "form-kind-register-line";
        /// Lines of the on-the-spot register.
        OnTheSpotLine = "on-the-spot-line", "form-kind-on-the-spot-line";
        /// Files of requests.
        RequestFile = "request-file", "form-kind-request-file";
        /// Letters to street and bureau.
        CallLetter = "call-letter", "form-kind-call-letter";
        /// Lines of the put-aside register.
        SuspendedLine = "suspended-line", "form-kind-suspended-line";
        /// Lines of the follow-up register.
        FollowUpLine = "follow-up-line", "form-kind-follow-up-line";
        /// Responsibility pacts.
        Pact = "pact", "form-kind-pact";
        /// Hand-over lists.
        HandOverList = "hand-over-list", "form-kind-hand-over-list";
        /// Lines of survey tables.
        SurveyLine = "survey-line", "form-kind-survey-line";
        /// Slips for households.
        ProjectSlip = "project-slip", "form-kind-project-slip";
        /// Lines of the rights register.
        RightsLine = "rights-line", "form-kind-rights-line";
    }
}

keyed! {
    /// A rule that somebody may think of.
    RuleKind {
        /// A photo with each disposal.
        PhotoOnEachDisposal = "photo_on_each_disposal", "rule-kind-photo-on-each-disposal";
        /// A check of each small matter.
        CheckEachSmallMatter = "check_each_small_matter", "rule-kind-check-each-small-matter";
        /// A call after each one.
        FollowUpEach = "follow_up_each", "rule-kind-follow-up-each";
        /// A note with each dispatch.
        NoteOnEachDispatch = "note_on_each_dispatch", "rule-kind-note-on-each-dispatch";
        /// A written plan with each acceptance.
        PlanOnEachAcceptance = "plan_on_each_acceptance", "rule-kind-plan-on-each-acceptance";
    }
}

keyed! {
    /// A share with what it is a share of.
    RateKind {
        /// Response rate.
        Response = "response", "report-rate-response";
        /// Solution rate.
        Solution = "solution", "report-rate-solution";
        /// Satisfaction rate.
        Satisfaction = "satisfaction", "report-rate-satisfaction";
        /// In time.
        OnTime = "on-time", "report-rate-on-time";
        /// Small matters within the day.
        SameDay = "same-day", "report-rate-same-day";
        /// Done on the spot.
        OnTheSpot = "on-the-spot", "report-rate-on-the-spot";
        /// Reworked.
        Rework = "rework", "report-rate-rework";
        /// Given back.
        Return = "return", "report-rate-return";
    }
}
