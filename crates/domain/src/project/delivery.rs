//! Demand against delivery: which lamp serves which dark door, which tree which window, and what each door has got.

use super::place::{Demand, Door, Need};
use crate::moment::Moment;
use crate::worded::worded;
use serde::{Deserialize, Serialize};

worded! {
    /// Why a door has only a part of it, or nothing yet.
    Why {
        /// It reaches only a part of the door.
        Reach = "reach";
        /// The neighbour's lamp gives some light.
        Neighbour = "neighbour";
        /// Somebody objects, and was heard.
        Objection = "objection";
        /// Whoever owns it has not agreed.
        Owner = "owner";
        /// The money does not suffice this time.
        Fund = "fund";
        /// There is no power line there.
        Power = "power";
        /// A protected tree, or not the season for it.
        Tree = "tree";
        /// Nothing of the design is for this door.
        NotPlanned = "not_planned";
        /// It is designed and not done yet.
        Works = "works";
    }
}

impl Why {
    /// The reasons that somebody chooses; the others follow from the state.
    pub fn chosen() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|it| !matches!(it, Self::NotPlanned | Self::Works))
    }
}

/// A door that a piece of work serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Serve {
    /// Which door.
    #[serde(flatten)]
    pub door: Door,
    /// `None` is wholly; else why only partly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partly: Option<Why>,
}

/// A piece of work: one lamp, one tree. Its number is its place in the design, from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What it is for.
    pub need: Need,
    /// The doors that it serves.
    #[serde(default)]
    pub serves: Vec<Serve>,
    /// When it was done.
    #[serde(default)]
    pub delivered_at: Option<Moment>,
    /// Why it is not done after all.
    #[serde(default)]
    pub dropped: Option<Why>,
}

impl Item {
    /// A piece that is designed and serves nothing yet.
    pub(super) const fn designed(need: Need) -> Self {
        Self { need, serves: Vec::new(), delivered_at: None, dropped: None }
    }

    /// Whether it is neither done nor given up.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.delivered_at.is_none() && self.dropped.is_none()
    }
}

/// What a door has got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Got {
    /// All of it.
    Served,
    /// A part, because.
    Partly(Why),
    /// Nothing yet, because.
    NotYet(Why),
}

/// A door with what it has got, and from which pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The door and its need.
    pub demand: Demand,
    /// What it has got.
    pub got: Got,
    /// The numbers of the pieces that are for it, done or not.
    pub by: Vec<u32>,
}

/// What each door of a scope has got. One piece may serve several doors and one door be served by several pieces: it
/// is served when a piece that is done serves it wholly, and two halves do not make a whole. `later` says why a door
/// waits, where somebody has said it.
#[must_use]
pub fn outcomes(scope: &[Demand], items: &[Item], later: &[(Demand, Why)]) -> Vec<Outcome> {
    scope.iter().map(|demand| outcome(*demand, items, later)).collect()
}

fn outcome(demand: Demand, items: &[Item], later: &[(Demand, Why)]) -> Outcome {
    let for_it = |item: &Item| {
        let serve = item.serves.iter().find(|it| it.door == demand.door);
        serve.copied().filter(|_| item.need == demand.need)
    };
    let all: Vec<_> = (1..).zip(items).filter_map(|(n, item)| Some((n, item, for_it(item)?))).collect();
    let done = || all.iter().filter(|(_, item, _)| item.delivered_at.is_some());
    let got = if done().any(|(.., serve)| serve.partly.is_none()) {
        Got::Served
    } else if let Some(why) = done().find_map(|(.., serve)| serve.partly) {
        Got::Partly(why)
    } else {
        let said = later.iter().find(|(it, _)| *it == demand).map(|(_, why)| *why);
        let given_up = all.iter().find_map(|(_, item, _)| item.dropped);
        let works = all.iter().any(|(_, item, _)| item.is_open()).then_some(Why::Works);
        Got::NotYet(works.or(said).or(given_up).unwrap_or(Why::NotPlanned))
    };
    Outcome { demand, got, by: all.iter().map(|(n, ..)| *n).collect() }
}

/// How many doors have got what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All of it.
    pub served: u32,
    /// A part.
    pub partly: u32,
    /// Nothing yet.
    pub not_yet: u32,
}

/// Counts outcomes of a need.
#[must_use]
pub fn tally(outcomes: &[Outcome], need: Need) -> Tally {
    outcomes.iter().filter(|it| it.demand.need == need).fold(Tally::default(), |mut sum, it| {
        match it.got {
            Got::Served => sum.served += 1,
            Got::Partly(_) => sum.partly += 1,
            Got::NotYet(_) => sum.not_yet += 1,
        }
        sum
    })
}
