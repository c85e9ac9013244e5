//! How far people have decided on a common issue.

use crate::view::keyed::keyed;

keyed! {
    /// Where an issue stands.
    IssueKind {
        /// The program proposes it.
        Candidate = "candidate", "issue-candidate";
        /// A person confirmed it.
        Confirmed = "confirmed", "issue-confirmed";
        /// A person said that it is none.
        Dismissed = "dismissed", "issue-dismissed";
        /// It is part of another.
        Merged = "merged", "issue-merged";
    }
}

impl IssueKind {
    /// The tone of its chip.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Candidate => "soon",
            Self::Confirmed => "done",
            Self::Dismissed | Self::Merged => "off",
        }
    }

    /// Its icon.
    pub fn icon(self) -> &'static str {
        match self {
            Self::Candidate => "search",
            Self::Confirmed => "check",
            Self::Dismissed => "off",
            Self::Merged => "merge",
        }
    }
}
