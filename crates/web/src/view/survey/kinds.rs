//! What came out at a door and how far a survey is, in the words that people read. The slugs are the domain's names.

use crate::view::keyed::keyed;

keyed! {
    /// What came out at a door.
    Mark {
        /// Affected.
        Affected = "affected", "said-affected";
        /// Not affected.
        NotAffected = "not_affected", "said-not-affected";
        /// Nobody home.
        NobodyHome = "nobody_home", "said-nobody-home";
        /// They did not want to say.
        Refused = "refused", "said-refused";
        /// They could not say.
        Unknown = "unknown", "said-unknown";
        /// Nobody was there.
        Unvisited = "unvisited", "said-unvisited";
    }
}

keyed! {
    /// How far a survey is.
    StageKind {
        /// Planned.
        Planned = "planned", "survey-planned";
        /// Running.
        Running = "running", "survey-running";
        /// Over.
        Ended = "ended", "survey-ended";
    }
}

impl StageKind {
    /// The tone of its chip.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Planned => "calm",
            Self::Running => "work",
            Self::Ended => "done",
        }
    }
}
