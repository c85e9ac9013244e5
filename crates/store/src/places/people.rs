//! Staff and organisations.

use crate::engine::Tx;
use crate::error::{Result, StoreError};
use crate::value::Row;
use crate::values;

use guanjia_domain::ids::{EstateId, ResidentId, RoomId, StaffId};
use guanjia_domain::people::{Organisation, Post, Staff};

use guanjia_domain::CommunityCode;
use uuid::Uuid;

fn staff(row: &Row) -> Result<Staff> {
    let post: String = row.get(1)?;
    Ok(Staff {
        id: StaffId(row.get(0)?),
        post: Post::of_name(&post).ok_or_else(|| StoreError::Damaged(format!("post {post}")))?,
        tier: row.get::<Option<i64>>(2)?.and_then(|tier| u8::try_from(tier).ok()),
        organisation: row.get::<Option<Uuid>>(3)?.map(Into::into),
        left: row.get(4)?,
        comments: Vec::new(),
    })
}

/// A resident as lists need one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResidentRow {
    /// Who.
    pub id: ResidentId,
    /// The estate of the first home.
    pub estate: EstateId,
    /// Its room, if known.
    pub room: Option<RoomId>,
}

impl Tx<'_> {
    /// Every resident of a community whose data were not erased, in the order of their registration.
    ///
    /// # Errors
    /// What the engine says.
    pub fn all_residents(&mut self, community: CommunityCode) -> Result<Vec<ResidentRow>> {
        self.query(
            "SELECT id, estate_id, room_id FROM resident WHERE community_id = ?1 AND erased = 0 ORDER BY id",
            values![community],
            |row| {
                Ok(ResidentRow {
                    id: row.get::<Uuid>(0)?.into(),
                    estate: row.get::<Uuid>(1)?.into(),
                    room: row.get::<Option<Uuid>>(2)?.map(Into::into),
                })
            },
        )
    }

    /// The staff of a community.
    ///
    /// # Errors
    /// What the engine says.
    pub fn staff(&mut self, community: CommunityCode) -> Result<Vec<Staff>> {
        self.query(
            "SELECT id, post, tier, organisation_id, has_left FROM staff WHERE community_id = ?1 ORDER BY id",
            values![community],
            staff,
        )
    }

    /// A staff member.
    ///
    /// # Errors
    /// What the engine says.
    pub fn staff_member(&mut self, community: CommunityCode, id: StaffId) -> Result<Option<Staff>> {
        let found = self.of_the_house("staff member", community, id.0.as_bytes(), |tx| {
            tx.first(
                "SELECT id, post, tier, organisation_id, has_left FROM staff WHERE community_id = ?1 AND id = ?2",
                values![community, id.0],
                staff,
            )
        })?;
        Ok((*found).clone())
    }

    /// The organisations of a community by name.
    ///
    /// # Errors
    /// What the engine says.
    pub fn organisations(&mut self, community: CommunityCode) -> Result<Vec<Organisation>> {
        self.query(
            "SELECT body FROM organisation WHERE community_id = ?1 ORDER BY name",
            values![community],
            |row| Ok(serde_json::from_str(&row.get::<String>(0)?)?),
        )
    }
}
