//! A hazard round (隐患排查): it has begun, it has ended, and in between are findings. Nothing else is kept: not which
//! doors were passed, not when, not how many.

use super::hazard::Hazard;
use crate::ids::{BuildingId, EstateId, RequestId, RoundId, UnitId};
use crate::moment::Moment;
use crate::party::Actor;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// The most findings of one round.
pub const MOST_FINDINGS: usize = 500;

/// Something that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What.
    pub hazard: Hazard,
    /// In which building.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub building: Option<BuildingId>,
    /// In which unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// The request that it became, or that it belongs to.
    pub request: RequestId,
    /// Whether the request was open already.
    pub again: bool,
}

/// A round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Its id.
    pub id: RoundId,
    /// Over which estate.
    pub estate: EstateId,
    /// Who goes round, so that they find it again.
    pub by: Actor,
    /// When it began.
    pub begun_at: Moment,
    /// When it was over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Moment>,
    /// What was found, the oldest first.
    #[serde(default)]
    pub findings: Vec<Finding>,
}

impl Round {
    /// Whether something can be added, or the round be ended.
    ///
    /// # Errors
    /// [`Refusal::WorkEnded`].
    pub fn check_open(&self) -> Result<(), Refusal> {
        if self.ended_at.is_some() {
            return Err(Refusal::WorkEnded);
        }
        Ok(())
    }

    /// Whether one more finding can be added.
    ///
    /// # Errors
    /// As [`Round::check_open`], and [`Refusal::NotAChoice`] above [`MOST_FINDINGS`].
    pub fn check_room(&self) -> Result<(), Refusal> {
        self.check_open()?;
        if self.findings.len() >= MOST_FINDINGS {
            return Err(Refusal::NotAChoice { field: "hazard", value: MOST_FINDINGS.to_string() });
        }
        Ok(())
    }
}
