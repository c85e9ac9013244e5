//! The register of what people asked about their own data.

use crate::engine::Tx;
use crate::error::{Result, StoreError};
use crate::value::Row;
use crate::values;
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::RightsCaseId;
use guanjia_domain::rights::{Outcome, Right, RightsCase};

fn case(row: &Row) -> Result<RightsCase> {
    let (right, outcome): (String, Option<String>) = (row.get(1)?, row.get(5)?);
    let damaged = |what: &str| StoreError::Damaged(format!("rights case: {what}"));
    let outcome = outcome.map(|it| Outcome::of_name(&it).ok_or_else(|| damaged(&it))).transpose()?;
    Ok(RightsCase {
        id: RightsCaseId(row.get(0)?),
        right: Right::of_name(&right).ok_or_else(|| damaged(&right))?,
        asked_at: row.get(2)?,
        due_at: row.get(3)?,
        answered: row.get::<Option<_>>(4)?.zip(outcome),
    })
}

impl Tx<'_> {
    /// What was asked and not answered yet, the most urgent first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn open_rights_cases(&mut self, community: CommunityCode, most: u32) -> Result<Vec<RightsCase>> {
        self.query(
            "SELECT id, claim, asked_at, due_at, answered_at, outcome FROM rights_case
             WHERE community_id = ?1 AND answered_at IS NULL ORDER BY due_at, id LIMIT ?2",
            values![community, most],
            case,
        )
    }

    /// What was answered, the newest first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn answered_rights_cases(&mut self, community: CommunityCode, most: u32) -> Result<Vec<RightsCase>> {
        self.query(
            "SELECT id, claim, asked_at, due_at, answered_at, outcome FROM rights_case
             WHERE community_id = ?1 AND answered_at IS NOT NULL ORDER BY id DESC LIMIT ?2",
            values![community, most],
            case,
        )
    }
}
