//! Which requests of a measure are meant: each number beside a rate is the count of one part.

use super::measure::{Counted, Out};
use super::rates::Rate;

/// A part of what a measure looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What counts as a hit, wholly or in part.
    Hit,
    /// What counts and is none.
    Miss,
    /// All that counts: what the rate is a share of.
    Counted,
    /// What is left out, for one reason.
    Out(Out),
}

impl Part {
    /// Whether a request that counts so belongs to it.
    #[must_use]
    pub fn takes(self, counted: Counted) -> bool {
        match (self, counted) {
            (Self::Hit, Counted::Hit(_)) | (Self::Miss, Counted::Miss) => true,
            (Self::Counted, counted) => !matches!(counted, Counted::Out(_)),
            (Self::Out(wanted), Counted::Out(why)) => wanted == why,
            _ => false,
        }
    }

    /// The stable name: stands in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hit => "hit",
            Self::Miss => "miss",
            Self::Counted => "counted",
            Self::Out(why) => why.name(),
        }
    }

    /// The part of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let plain = [Self::Hit, Self::Miss, Self::Counted].into_iter().find(|it| it.name() == name);
        plain.or_else(|| Out::of_name(name).map(Self::Out))
    }
}

impl Rate {
    /// How many requests a part has.
    #[must_use]
    pub fn many(&self, part: Part) -> u32 {
        match part {
            Part::Hit => self.hits,
            Part::Miss => self.of - self.hits,
            Part::Counted => self.of,
            Part::Out(why) => self.out.get(&why).copied().unwrap_or(0),
        }
    }

    /// How many are left out, for whatever reason.
    #[must_use]
    pub fn left_out(&self) -> u32 {
        self.out.values().sum()
    }
}
