//! In which estate a building stands, at any date.

use crate::ids::EstateId;
use crate::moment::Moment;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// A building comes to another estate, from a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// From when, inclusive.
    pub starts_at: Moment,
    /// To which estate.
    pub estate: EstateId,
}

/// The estates a building stands in: the one in which it was added, then each from its move on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The estate in which it was added; it answers for every date before the first move.
    pub first: EstateId,
    /// The moves in order of their start.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moves: Vec<Move>,
}

impl Standing {
    /// A building that never moved.
    #[must_use]
    pub const fn new(first: EstateId) -> Self {
        Self { first, moves: Vec::new() }
    }

    /// The estate at `at`.
    #[must_use]
    pub fn at(&self, at: Moment) -> EstateId {
        self.moves.iter().rev().find(|it| it.starts_at <= at).map_or(self.first, |it| it.estate)
    }

    /// Decides a move.
    ///
    /// # Errors
    /// [`Refusal::NotInFuture`] for the past, which stays as it was; [`Refusal::NotAChoice`] when it stands there
    /// already.
    pub fn decide_move(&self, to: Move, now: Moment) -> Result<(), Refusal> {
        if to.starts_at < now {
            return Err(Refusal::NotInFuture { field: "starts_on", given: to.starts_at });
        }
        if self.at(to.starts_at) == to.estate {
            return Err(Refusal::NotAChoice { field: "estate", value: to.estate.to_string() });
        }
        Ok(())
    }

    /// Decides to take a planned move back.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]; [`Refusal::NotInFuture`] when it has happened.
    pub fn decide_withdraw(&self, starts_at: Moment, now: Moment) -> Result<(), Refusal> {
        if !self.moves.iter().any(|it| it.starts_at == starts_at) {
            return Err(Refusal::NotFound);
        }
        if starts_at <= now {
            return Err(Refusal::NotInFuture { field: "starts_at", given: starts_at });
        }
        Ok(())
    }

    /// Adds a move, or replaces the one of the same moment.
    pub fn put(&mut self, new: Move) {
        self.withdraw(new.starts_at);
        let at = self.moves.partition_point(|other| other.starts_at < new.starts_at);
        self.moves.insert(at, new);
    }

    /// Takes a move away.
    pub fn withdraw(&mut self, starts_at: Moment) {
        self.moves.retain(|it| it.starts_at != starts_at);
    }
}
