//! What may be done with a design.

use super::{DesignEvent, GridDesign, Priority};
use crate::ids::BuildingId;
use crate::refusal::Refusal;

/// What somebody wants to do with a draft, but approving it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Work on another plan.
    Choose(Priority),
    /// Move a building to another group, by its place among the groups; their number is a new group.
    Move(BuildingId, u32),
    /// Take the last move back.
    Undo,
    /// Give it up.
    GiveUp,
}

impl GridDesign {
    /// Whether the page on which somebody decided shows the draft as it is.
    ///
    /// # Errors
    /// [`Refusal::DesignEnded`]; [`Refusal::DesignStale`] when somebody else was faster.
    pub fn check(&self, seen: u64) -> Result<(), Refusal> {
        if !self.is_open() {
            return Err(Refusal::DesignEnded);
        }
        if seen == self.version { Ok(()) } else { Err(Refusal::DesignStale) }
    }

    /// Decides a deed.
    ///
    /// # Errors
    /// As [`GridDesign::check`]; [`Refusal::NotAChoice`] for a building or group that is none of the plan's, or where
    /// there is nothing to do.
    pub fn decide(&self, deed: Deed, seen: u64) -> Result<DesignEvent, Refusal> {
        self.check(seen)?;
        let wrong = |field| Refusal::NotAChoice { field, value: String::new() };
        match deed {
            Deed::Choose(priority) => match self.proposed(priority) {
                Some(_) => Ok(DesignEvent::Chosen { priority }),
                None => Err(wrong("priority")),
            },
            Deed::Move(building, to) => {
                let from = self.group_of(building).ok_or_else(|| wrong("building"))?;
                let fits = to as usize <= self.groups.len() && to as usize != from;
                if fits { Ok(DesignEvent::Moved { building, to }) } else { Err(wrong("to")) }
            }
            Deed::Undo if self.moves.is_empty() => Err(wrong("building")),
            Deed::Undo => Ok(DesignEvent::MoveUndone),
            Deed::GiveUp => Ok(DesignEvent::GivenUp),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Band, Designed, Drawn, Lines, Outcome, Proposed};
    use super::*;
    use crate::ids::DesignId;
    use crate::moment::Moment;
    use uuid::Uuid;

    fn building(n: u128) -> BuildingId {
        BuildingId(Uuid::from_u128(n))
    }

    fn draft() -> GridDesign {
        let plan = |priority, groups: Vec<Vec<BuildingId>>| Proposed {
            priority,
            groups,
            proved: None,
            finished: true,
        };
        let all = [1, 2, 3].map(building).to_vec();
        let designed = Designed {
            band: Band { min: 300, max: 500 },
            price: 0,
            seed: 1,
            engine: "0".to_owned(),
            basis: String::new(),
            lines: Lines::default(),
            plans: vec![
                plan(Priority::Integrity, vec![all[..2].to_vec(), all[2..].to_vec()]),
                plan(Priority::Band, vec![all]),
            ],
        };
        GridDesign::new(DesignId(Uuid::from_u128(9)), designed, Moment(0))
    }

    #[test]
    fn a_move_is_taken_back() -> Result<(), Refusal> {
        let mut it = draft();
        let before = it.groups.clone();
        it.apply(it.decide(Deed::Move(building(1), 1), 1)?);
        assert_eq!(it.group_of(building(1)), Some(1));
        it.apply(it.decide(Deed::Move(building(3), 2), 2)?);
        assert_eq!(it.groups.len(), 3, "a group of its own");
        it.apply(it.decide(Deed::Undo, 3)?);
        it.apply(it.decide(Deed::Undo, 4)?);
        assert_eq!(it.groups[..2], before);
        assert!(it.groups[2].is_empty() && it.decide(Deed::Undo, 5).is_err());
        Ok(())
    }

    #[test]
    fn a_stale_page_and_an_ended_draft_change_nothing() {
        let mut it = draft();
        assert_eq!(it.decide(Deed::GiveUp, 7), Err(Refusal::DesignStale));
        assert!(it.decide(Deed::Choose(Priority::Balanced), 1).is_err(), "there is no such plan");
        assert!(it.decide(Deed::Move(building(1), 0), 1).is_err(), "it is there");
        assert!(it.decide(Deed::Move(building(8), 0), 1).is_err());
        it.apply(DesignEvent::Chosen { priority: Priority::Band });
        assert_eq!(it.groups.len(), 1);
        it.apply(DesignEvent::Approved(Drawn { starts_at: Moment(5), grids: Vec::new() }));
        assert!(matches!(it.outcome, Outcome::Approved { .. }));
        assert_eq!(it.decide(Deed::GiveUp, 3), Err(Refusal::DesignEnded));
    }
}
