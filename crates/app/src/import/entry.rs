//! Something stored, and what the sheets make of it.

use super::columns::Columns;
use super::tally::Change;

/// A thing as it is stored and as it shall be.
pub(super) struct Entry<T> {
    /// As it is stored; `None` for a new one.
    pub before: Option<T>,
    /// As it shall be.
    pub now: T,
    /// Whether a sheet names it.
    pub named: bool,
    /// Columns of the sheets that the product has no field for, to be sealed.
    pub columns: Columns,
    /// Whether those differ from the sealed ones.
    pub other_columns: bool,
    /// Whether something sealed differs that belongs to a part of it: a room of a building.
    pub within: bool,
}

impl<T: Clone + PartialEq> Entry<T> {
    /// One that is stored.
    pub(super) fn stored(thing: T) -> Self {
        let before = Some(thing.clone());
        Self {
            before,
            now: thing,
            named: false,
            columns: Columns::default(),
            other_columns: false,
            within: false,
        }
    }

    /// One that a sheet names first.
    pub(super) fn new(thing: T) -> Self {
        Self {
            before: None,
            now: thing,
            named: true,
            columns: Columns::default(),
            other_columns: false,
            within: false,
        }
    }

    /// Whether the thing itself differs, leaving its sealed columns aside.
    pub(super) fn differs(&self) -> bool {
        self.before.as_ref() != Some(&self.now)
    }

    /// What becomes of it.
    pub(super) fn change(&self) -> Change {
        match &self.before {
            None => Change::New,
            Some(_) if self.differs() || self.other_columns || self.within => Change::Changed,
            Some(_) => Change::Unchanged,
        }
    }
}
