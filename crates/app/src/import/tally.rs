//! How much an import changes.

use super::difference::Difference;
use serde::Serialize;

/// The most differences that a preview names.
pub const MOST_LINES: usize = 200;

/// What becomes of something that a sheet names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It is not stored yet.
    New,
    /// Something about it differs.
    Changed,
    /// Nothing differs.
    Unchanged,
}

/// A kind of thing that is imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is what its name says")]
pub enum Thing {
    Estate,
    Building,
    Room,
    Staff,
    Grid,
    Organisation,
    Claim,
    Resident,
}

/// How many of one kind are new, changed and unchanged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Not stored yet.
    pub new: u64,
    /// Something differs.
    pub changed: u64,
    /// Nothing differs.
    pub unchanged: u64,
}

/// The tallies of all kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "each field is the tally of what its name says")]
pub struct Counts {
    pub estates: Tally,
    pub buildings: Tally,
    pub rooms: Tally,
    pub staff: Tally,
    pub grids: Tally,
    pub organisations: Tally,
    /// Estates whose steward or deputy a staff sheet names.
    pub claims: Tally,
    pub residents: Tally,
}

/// A difference that a preview names. Residents are named masked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Of what kind.
    pub thing: Thing,
    /// New or changed.
    pub change: Change,
    /// Its name.
    pub name: String,
    /// What differs, of one that changes.
    pub differences: Vec<Difference>,
}

impl Counts {
    /// The tally of a kind.
    #[must_use]
    pub const fn of(&self, thing: Thing) -> Tally {
        match thing {
            Thing::Estate => self.estates,
            Thing::Building => self.buildings,
            Thing::Room => self.rooms,
            Thing::Staff => self.staff,
            Thing::Grid => self.grids,
            Thing::Organisation => self.organisations,
            Thing::Claim => self.claims,
            Thing::Resident => self.residents,
        }
    }

    /// How many things are new or changed.
    #[must_use]
    pub fn differences(&self) -> u64 {
        Thing::ALL.into_iter().map(|thing| self.of(thing)).map(|tally| tally.new + tally.changed).sum()
    }

    pub(super) fn count(&mut self, thing: Thing, change: Change) {
        let tally = match thing {
            Thing::Estate => &mut self.estates,
            Thing::Building => &mut self.buildings,
            Thing::Room => &mut self.rooms,
            Thing::Staff => &mut self.staff,
            Thing::Grid => &mut self.grids,
            Thing::Organisation => &mut self.organisations,
            Thing::Claim => &mut self.claims,
            Thing::Resident => &mut self.residents,
        };
        match change {
            Change::New => tally.new += 1,
            Change::Changed => tally.changed += 1,
            Change::Unchanged => tally.unchanged += 1,
        }
    }
}

impl Thing {
    /// Every kind, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::Estate,
        Self::Building,
        Self::Room,
        Self::Staff,
        Self::Grid,
        Self::Organisation,
        Self::Claim,
        Self::Resident,
    ];
}
