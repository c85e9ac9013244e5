//! What each deed of the burden table is called.

use crate::view::keyed::keyed;

keyed! {
    /// A deed; the slug is the name of its event.
    Deed {
        /// File a request.
        Reported = "reported", "deed-reported";
        /// Accept.
        Accepted = "accepted", "deed-accepted";
        /// Refuse.
        Refused = "refused", "deed-refused";
        /// Done on the spot.
        DoneOnSpot = "done_on_spot", "deed-done-on-spot";
        /// Dispatch.
        Dispatched = "dispatched", "deed-dispatched";
        /// Take it.
        Taken = "taken", "deed-taken";
        /// Give back.
        Returned = "returned", "deed-returned";
        /// Extend.
        Extended = "extended", "deed-extended";
        /// Put aside.
        Suspended = "suspended", "deed-suspended";
        /// Resume.
        Resumed = "resumed", "deed-resumed";
        /// Escalate.
        Escalated = "escalated", "deed-escalated";
        /// Report done, with a reply.
        Disposed = "disposed", "deed-disposed";
        /// Check.
        Checked = "checked", "deed-checked";
        /// Send back for rework.
        Reworked = "reworked", "deed-reworked";
        /// Close.
        Closed = "closed", "deed-closed";
        /// Reopen.
        Reopened = "reopened", "deed-reopened";
        /// Void.
        Voided = "voided", "deed-voided";
        /// Merge.
        MergedInto = "merged_into", "deed-merged-into";
        /// Link to a common issue.
        LinkedToIssue = "linked_to_issue", "deed-linked-to-issue";
        /// Unlink.
        UnlinkedFromIssue = "unlinked_from_issue", "deed-unlinked-from-issue";
        /// “Me too”.
        Joined = "joined", "deed-joined";
        /// Add words.
        Added = "added", "deed-added";
        /// Say what it is about.
        Classified = "classified", "deed-classified";
        /// Say whether it is solved.
        Confirmed = "confirmed", "deed-confirmed";
        /// Rate.
        Rated = "rated", "deed-rated";
        /// Follow up.
        FollowedUp = "followed_up", "deed-followed-up";
        /// Give a link.
        LinkGiven = "link_given", "deed-link-given";
        /// Set the duty roster.
        DutySet = "duty_set", "deed-duty-set";
        /// Claim an estate.
        Claimed = "claimed", "deed-claimed";
        /// Begin a hand-over.
        HandOverAsked = "hand_over_asked", "deed-hand-over-asked";
        /// Accept a hand-over.
        HandOverAccepted = "hand_over_accepted", "deed-hand-over-accepted";
        /// Give a hand-over back.
        HandOverReturned = "hand_over_returned", "deed-hand-over-returned";
        /// Write a resident card.
        CardWritten = "card_written", "deed-card-written";
        /// Take consent down.
        ConsentGiven = "consent_given", "deed-consent-given";
        /// Withdraw consent.
        ConsentWithdrawn = "consent_withdrawn", "deed-consent-withdrawn";
        /// Register a resident.
        ResidentRegistered = "resident_registered", "deed-resident-registered";
        /// Tick a start item.
        StartTicked = "start_ticked", "deed-start-ticked";
        /// Put a residents’ group down.
        GroupPut = "group_put", "deed-group-put";
        /// Begin a round.
        RoundBegun = "round_begun", "deed-round-begun";
        /// Write a finding down.
        RoundFound = "round_found", "deed-round-found";
        /// End a round.
        RoundEnded = "round_ended", "deed-round-ended";
        /// Write a notice.
        LeafletMade = "leaflet_made", "deed-leaflet-made";
        /// Put a notice up.
        LeafletPut = "leaflet_put", "deed-leaflet-put";
        /// Plan a survey.
        SurveyPlanned = "survey_planned", "deed-survey-planned";
        /// Share doors out.
        SurveyShared = "survey_shared", "deed-survey-shared";
        /// Write a door down.
        SurveyAnswered = "survey_answered", "deed-survey-answered";
        /// End a survey.
        SurveyEnded = "survey_ended", "deed-survey-ended";
        /// Confirm a common issue.
        IssueConfirmed = "issue_confirmed", "deed-issue-confirmed";
        /// Dismiss a common issue.
        IssueDismissed = "issue_dismissed", "deed-issue-dismissed";
        /// Add to a common issue.
        IssueAdded = "issue_added", "deed-issue-added";
        /// Begin a project.
        ProjectBegun = "project_begun", "deed-project-begun";
        /// Set the scope.
        ProjectScopeSet = "project_scope_set", "deed-project-scope-set";
        /// Name the owner.
        ProjectOwnerNamed = "project_owner_named", "deed-project-owner-named";
        /// Consult residents.
        ProjectConsulted = "project_consulted", "deed-project-consulted";
        /// Take an objection down.
        ProjectObjected = "project_objected", "deed-project-objected";
        /// Answer an objection.
        ProjectAnswered = "project_answered", "deed-project-answered";
        /// Write the council down.
        ProjectCouncilHeld = "project_council_held", "deed-project-council-held";
        /// Design.
        ProjectDesigned = "project_designed", "deed-project-designed";
        /// Submit.
        ProjectSubmitted = "project_submitted", "deed-project-submitted";
        /// Record a piece done.
        ProjectDelivered = "project_delivered", "deed-project-delivered";
        /// Finish.
        ProjectFinished = "project_finished", "deed-project-finished";
        /// Accept the works.
        ProjectAccepted = "project_accepted", "deed-project-accepted";
        /// Close a project.
        ProjectClosed = "project_closed", "deed-project-closed";
        /// Say “not now, because”.
        ProjectPutOff = "project_put_off", "deed-project-put-off";
        /// Tell a household.
        ProjectTold = "project_told", "deed-project-told";
        /// Take a rights request down.
        RightsAsked = "rights_asked", "deed-rights-asked";
        /// Answer a rights request.
        RightsAnswered = "rights_answered", "deed-rights-answered";
        /// Wait for the resident or an approval.
        Waiting = "waiting", "deed-waiting";
        /// Say that somebody was there, or spoke with the resident.
        MeasureMet = "measure_met", "deed-measure-met";
        /// Call for help.
        CallBlown = "call_blown", "deed-call-blown";
        /// Accept a call.
        CallAccepted = "call_accepted", "deed-call-accepted";
        /// Decline a call.
        CallDeclined = "call_declined", "deed-call-declined";
        /// Pass a call on.
        CallPassed = "call_passed", "deed-call-passed";
        /// Ask a unit to assist.
        CallInvited = "call_invited", "deed-call-invited";
        /// Assist with a call.
        CallJoined = "call_joined", "deed-call-joined";
        /// Not assist.
        CallExcused = "call_excused", "deed-call-excused";
        /// Report on a call.
        CallReported = "call_reported", "deed-call-reported";
        /// Plan a call.
        CallPlanned = "call_planned", "deed-call-planned";
        /// Set a joint visit.
        CallVisitSet = "call_visit_set", "deed-call-visit-set";
        /// Write the minutes of a visit.
        CallVisitHeld = "call_visit_held", "deed-call-visit-held";
        /// Say what was tried.
        CallTried = "call_tried", "deed-call-tried";
        /// Give a unit a link.
        CallLinkGiven = "call_link_given", "deed-call-link-given";
        /// End the link of a unit.
        CallLinkRevoked = "call_link_revoked", "deed-call-link-revoked";
        /// Answer a call.
        CallAnswered = "call_answered", "deed-call-answered";
        /// Send an answer back.
        CallSentBack = "call_sent_back", "deed-call-sent-back";
        /// End a call.
        CallFinished = "call_finished", "deed-call-finished";
        /// Take a call back.
        CallWithdrawn = "call_withdrawn", "deed-call-withdrawn";
        /// Comment on the own figures.
        LoadCommented = "load_commented", "deed-load-commented";
        /// Save a view.
        ViewSaved = "view_saved", "deed-view-saved";
    }
}
