//! Who looks after which estate.

use crate::engine::Tx;
use crate::error::Result;
use crate::value::Row;
use crate::values;
use guanjia_domain::claim::{Claim, Claims};

use guanjia_domain::ids::{EstateId, StaffId};

use guanjia_domain::{CommunityCode, Moment};
use uuid::Uuid;

/// The claim in force at a moment.
#[derive(Clone, Copy, Debug)]
pub struct InForce {
    /// The estate.
    pub estate: EstateId,
    /// The claim.
    pub claim: Claim,
}

fn claim(row: &Row) -> Result<InForce> {
    Ok(InForce {
        estate: EstateId(row.get(0)?),
        claim: Claim {
            starts_at: row.get(1)?,
            steward: StaffId(row.get(2)?),
            deputy: row.get::<Option<Uuid>>(3)?.map(StaffId),
            pact_signed_at: row.get(4)?,
        },
    })
}

impl Tx<'_> {
    /// The claim in force of every estate.
    ///
    /// # Errors
    /// What the engine says.
    pub fn claims_in_force(&mut self, community: CommunityCode, at: Moment) -> Result<Vec<InForce>> {
        let rows = self.of_the_house("claims", community, &[], |tx| {
            tx.query(
                "SELECT estate_id, starts_at, steward_id, deputy_id, pact_signed_at FROM claim WHERE community_id = ?1
                 ORDER BY estate_id, starts_at",
                values![community],
                claim,
            )
        })?;
        let of_an_estate = rows.chunk_by(|one, next| one.estate == next.estate);
        // Before its first claim an estate answers with that one, as `Claims::in_force` does.
        Ok(of_an_estate
            .filter_map(|claims| {
                claims.iter().rfind(|it| it.claim.starts_at <= at).or(claims.first()).copied()
            })
            .collect())
    }

    /// The claim in force of one estate.
    ///
    /// # Errors
    /// What the engine says.
    pub fn claim_in_force(
        &mut self,
        community: CommunityCode,
        estate: EstateId,
        at: Moment,
    ) -> Result<Option<Claim>> {
        Ok(self.claims(community, estate)?.map(|claims| *claims.in_force(at)))
    }

    /// All claims of an estate.
    ///
    /// # Errors
    /// What the engine says.
    pub fn claims(&mut self, community: CommunityCode, estate: EstateId) -> Result<Option<Claims>> {
        let claims = self.of_the_house("claims of an estate", community, estate.0.as_bytes(), |tx| {
            let rows = tx.query(
                "SELECT estate_id, starts_at, steward_id, deputy_id, pact_signed_at FROM claim
                 WHERE community_id = ?1 AND estate_id = ?2",
                values![community, estate.0],
                |row| Ok(claim(row)?.claim),
            )?;
            Ok::<_, crate::StoreError>(Claims::from_rows(estate, rows))
        })?;
        Ok((*claims).clone())
    }
}
