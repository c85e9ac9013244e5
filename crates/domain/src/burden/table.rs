//! What each deed asks of whoever does it.

/// What one deed asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The name of the event that tells of it.
    pub event: &'static str,
    /// Fields that are typed, not chosen.
    pub fields: u32,
    /// Taps or clicks, the last one included.
    pub taps: u32,
    /// How long it takes, in seconds.
    pub seconds: u32,
}

const fn ask(event: &'static str, fields: u32, taps: u32, seconds: u32) -> Ask {
    Ask { event, fields, taps, seconds }
}

/// The published table. What is not in it asks nothing of a person: the program did it.
pub const ASKS: &[Ask] = &[
    ask("reported", 2, 6, 60),
    ask("accepted", 0, 2, 6),
    ask("refused", 1, 3, 45),
    ask("done_on_spot", 0, 2, 10),
    ask("dispatched", 0, 3, 15),
    ask("taken", 0, 2, 6),
    ask("returned", 1, 3, 45),
    ask("extended", 1, 4, 50),
    ask("suspended", 2, 4, 60),
    ask("waiting", 1, 4, 45),
    ask("measure_met", 0, 2, 10),
    ask("resumed", 0, 2, 6),
    ask("escalated", 1, 4, 90),
    ask("disposed", 1, 3, 60),
    ask("checked", 0, 2, 10),
    ask("reworked", 1, 3, 45),
    ask("closed", 0, 2, 10),
    ask("reopened", 1, 3, 45),
    ask("voided", 1, 3, 30),
    ask("merged_into", 0, 3, 15),
    ask("linked_to_issue", 0, 2, 10),
    ask("unlinked_from_issue", 0, 2, 10),
    ask("joined", 0, 2, 10),
    ask("added", 1, 2, 35),
    ask("classified", 0, 2, 10),
    ask("confirmed", 0, 1, 5),
    ask("rated", 0, 1, 5),
    ask("followed_up", 0, 4, 120),
    ask("link_given", 0, 2, 10),
    ask("duty_set", 0, 4, 20),
    ask("claimed", 0, 4, 30),
    ask("hand_over_asked", 0, 6, 60),
    ask("hand_over_accepted", 0, 2, 60),
    ask("hand_over_returned", 0, 3, 30),
    ask("card_written", 3, 6, 120),
    ask("consent_given", 1, 4, 60),
    ask("consent_withdrawn", 0, 2, 15),
    ask("resident_registered", 3, 6, 90),
    ask("start_ticked", 0, 2, 10),
    ask("group_put", 2, 4, 60),
    ask("round_begun", 0, 2, 10),
    ask("round_found", 1, 4, 60),
    ask("round_ended", 0, 2, 10),
    ask("leaflet_made", 2, 4, 180),
    ask("leaflet_put", 0, 3, 30),
    ask("survey_planned", 2, 8, 180),
    ask("survey_shared", 0, 6, 60),
    ask("survey_answered", 0, 3, 30),
    ask("survey_ended", 0, 2, 10),
    ask("issue_confirmed", 0, 2, 20),
    ask("issue_dismissed", 0, 2, 20),
    ask("issue_added", 0, 2, 15),
    ask("project_begun", 1, 4, 90),
    ask("project_scope_set", 0, 10, 180),
    ask("project_owner_named", 1, 3, 45),
    ask("project_consulted", 1, 4, 90),
    ask("project_objected", 1, 4, 90),
    ask("project_answered", 1, 3, 60),
    ask("project_council_held", 3, 5, 120),
    ask("project_designed", 3, 8, 300),
    ask("project_submitted", 0, 3, 30),
    ask("project_delivered", 0, 4, 60),
    ask("project_finished", 0, 2, 10),
    ask("project_accepted", 1, 3, 120),
    ask("project_closed", 1, 3, 90),
    ask("project_put_off", 1, 4, 90),
    ask("project_told", 0, 2, 30),
    ask("call_blown", 2, 6, 180),
    ask("call_accepted", 0, 2, 15),
    ask("call_declined", 1, 4, 90),
    ask("call_passed", 1, 4, 60),
    ask("call_invited", 0, 3, 20),
    ask("call_joined", 0, 2, 10),
    ask("call_excused", 1, 3, 45),
    ask("call_reported", 1, 3, 60),
    ask("call_planned", 1, 4, 60),
    ask("call_visit_set", 0, 5, 45),
    ask("call_visit_held", 1, 5, 180),
    ask("call_tried", 1, 3, 45),
    ask("call_link_given", 0, 2, 10),
    ask("call_link_revoked", 0, 2, 10),
    ask("call_answered", 1, 3, 90),
    ask("call_sent_back", 1, 3, 60),
    ask("call_finished", 0, 2, 20),
    ask("call_withdrawn", 1, 3, 30),
    ask("load_commented", 1, 2, 60),
    ask("view_saved", 1, 3, 45),
    ask("rights_asked", 2, 5, 120),
    ask("rights_answered", 1, 3, 120),
];

/// What the deed of an event asks.
#[must_use]
pub fn ask_of(event: &str) -> Option<&'static Ask> {
    ASKS.iter().find(|ask| ask.event == event)
}
