//! The pace of different grids: the same kind of matter, the same estate.

use super::chance::holm;
use super::compare::{Ratio, log_rank, ratio};
use super::curve::{Curve, Spell};
use crate::ids::{EstateId, GridId};

/// Under so many finished requests of a group no figure is said: half a dozen of them can come out in any order.
pub const FEWEST: u32 = 10;

/// Spells of one kind of matter in one grid of one estate, in minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Reported before the present claim began; what was open when it began is cut off there.
    pub before: Vec<Spell>,
    /// Reported since.
    pub after: Vec<Spell>,
}

/// One pair of grids at one time.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Too few have ended in one of them: how many in each.
    Few(u32, u32),
    /// Enough.
    Enough(Box<Sides>),
}

/// Two grids beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Sides {
    /// How many requests there are in each, and how many have ended.
    pub of: [(u32, u32); 2],
    /// The median of each, in minutes.
    pub medians: [Option<i64>; 2],
    /// How many times as long the first takes.
    pub ratio: Option<Ratio>,
    /// The chance of the difference if both were alike, made larger for all the pairs looked at.
    pub chance: f64,
}

impl Sides {
    /// Whether the difference is more than chance, all looks together.
    #[must_use]
    pub fn differ(&self) -> bool {
        self.chance < 0.05
    }
}

/// Two grids of an estate, one kind of matter, before and since the present claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Pace {
    /// The estate.
    pub estate: EstateId,
    /// The code of the class of matters.
    pub class: String,
    /// The two grids; the first is the one that takes longer now, where that is known.
    pub grids: [GridId; 2],
    /// Before the claim began.
    pub before: Said,
    /// Since it began.
    pub after: Said,
}

/// Which kind of matter, in which grid of which estate.
pub type Key = (EstateId, String, GridId);

impl Pace {
    /// Every pair of grids of an estate for every kind of matter, in the order of the keys. Each chance is
    /// corrected for all pairs that are looked at, before and since.
    #[must_use]
    pub fn of(groups: &[(Key, Group)]) -> Vec<Self> {
        let mut found = Vec::new();
        for same in groups.chunk_by(|one, next| (one.0.0, &one.0.1) == (next.0.0, &next.0.1)) {
            for (at, one) in same.iter().enumerate() {
                found.extend(same[at + 1..].iter().map(|other| pair(one, other)));
            }
        }
        let sides = |it: &Self| [&it.before, &it.after].map(Said::chance);
        let mut corrected = holm(&found.iter().flat_map(sides).flatten().collect::<Vec<_>>()).into_iter();
        for said in found.iter_mut().flat_map(|it| [&mut it.before, &mut it.after]) {
            if let Said::Enough(sides) = said {
                sides.chance = corrected.next().unwrap_or(1.0);
            }
        }
        found
    }
}

fn pair(one: &(Key, Group), other: &(Key, Group)) -> Pace {
    let median = |it: &(Key, Group)| Curve::of(&it.1.after).median();
    let (one, other) = if median(one) < median(other) { (other, one) } else { (one, other) };
    Pace {
        estate: one.0.0,
        class: one.0.1.clone(),
        grids: [one.0.2, other.0.2],
        before: Said::of(&one.1.before, &other.1.before),
        after: Said::of(&one.1.after, &other.1.after),
    }
}

impl Said {
    /// What two groups of spells say.
    #[must_use]
    pub fn of(first: &[Spell], second: &[Spell]) -> Self {
        let curves = [first, second].map(Curve::of);
        let [one, other] = &curves;
        if one.ended.min(other.ended) < FEWEST {
            return Self::Few(one.ended, other.ended);
        }
        Self::Enough(Box::new(Sides {
            of: [(one.all, one.ended), (other.all, other.ended)],
            medians: [one.median(), other.median()],
            ratio: ratio(one, other),
            chance: log_rank(first, second).map_or(1.0, |it| it.chance),
        }))
    }

    fn chance(&self) -> Option<f64> {
        match self {
            Self::Few(..) => None,
            Self::Enough(sides) => Some(sides.chance),
        }
    }
}
