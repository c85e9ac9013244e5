//! What counts in no rate, each kind by a rule of its own and always shown beside the rate (剔除).

use super::fact::Fact;
use crate::request::State;

/// Why a request counts in no rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Exclusion {
    /// Part of another request: that one counts, and this one would count the same trouble twice.
    Merged,
    /// Filed by mistake.
    Voided,
    /// Not for the community, refused with a reason.
    Refused,
    /// Brought in by the program from elsewhere: when it was said and answered there is not known here.
    Imported,
}

impl Exclusion {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Merged, Self::Voided, Self::Refused, Self::Imported];

    /// The kind of a request; a reopened one stands where it stands now, and an erased one keeps its figures.
    #[must_use]
    pub const fn of(fact: &Fact) -> Option<Self> {
        match fact.state {
            State::Merged => Some(Self::Merged),
            State::Voided => Some(Self::Voided),
            State::Refused => Some(Self::Refused),
            _ if fact.flags.imported => Some(Self::Imported),
            _ => None,
        }
    }

    /// The stable name, also the translation key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Merged => "merged",
            Self::Voided => "voided",
            Self::Refused => "refused",
            Self::Imported => "imported",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}
