//! What a limit is for.

use serde::{Deserialize, Serialize};

/// A step that has a limit of its own. One matter may have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Somebody has spoken with the resident, or has taken the matter on.
    FirstContact,
    /// Somebody has been there.
    OnSite,
    /// An illegal work is stopped (责令停止).
    Stop,
    /// A penalty is decided (处罚).
    Penalise,
    /// An illegal building is gone (拆除).
    Demolish,
    /// It is reported done; the limit that closes on time or not.
    Done,
}

impl Measure {
    /// Every measure, in the order in which they are usually met.
    pub const ALL: [Self; 6] =
        [Self::FirstContact, Self::OnSite, Self::Stop, Self::Penalise, Self::Demolish, Self::Done];

    /// The stable name: in the ledger, in forms, and as translation key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::FirstContact => "first_contact",
            Self::OnSite => "on_site",
            Self::Stop => "stop",
            Self::Penalise => "penalise",
            Self::Demolish => "demolish",
            Self::Done => "done",
        }
    }

    /// The measure of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}
