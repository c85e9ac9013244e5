//! Buildings that came to another estate.

use crate::engine::Tx;
use crate::error::Result;
use crate::values;
use guanjia_domain::ids::{BuildingId, EstateId};
use guanjia_domain::place::{Move, Standing};
use guanjia_domain::{CommunityCode, Moment};
use std::collections::HashMap;
use std::sync::Arc;

/// The moves of every building that has any, in order.
pub(super) type Moves = HashMap<BuildingId, Vec<Move>>;

/// A piece of SQL: whether building `b` stands, stood or will stand in estate `e`. What was said of a place goes on
/// being read after the building has moved.
macro_rules! ever_in {
    () => {
        "(b.estate_id = e.id OR EXISTS (SELECT 1 FROM building_move m WHERE m.community_id = b.community_id
          AND m.building_id = b.id AND m.estate_id = e.id))"
    };
}

pub(crate) use ever_in;

impl Tx<'_> {
    /// The building that has a name in an estate, had it there, or will have it.
    ///
    /// # Errors
    /// What the engine says.
    pub fn building_named(
        &mut self,
        community: CommunityCode,
        estate: EstateId,
        name: &str,
    ) -> Result<Option<BuildingId>> {
        self.first(
            concat!(
                "SELECT b.id FROM building b
                 JOIN estate e ON e.community_id = b.community_id AND e.id = ?2
                 WHERE b.community_id = ?1 AND b.name = ?3 AND ",
                ever_in!()
            ),
            values![community, estate.0, name],
            |row| Ok(BuildingId(row.get(0)?)),
        )
    }

    /// Whether a building that is known in an estate stands in another one at a moment.
    ///
    /// # Errors
    /// What the engine says.
    pub fn has_left(
        &mut self,
        community: CommunityCode,
        building: BuildingId,
        estate: EstateId,
        at: Moment,
    ) -> Result<bool> {
        let Some(moves) = self.moves(community)?.get(&building).cloned() else { return Ok(false) };
        let first = "SELECT estate_id FROM building WHERE community_id = ?1 AND id = ?2";
        let first = self.first(first, values![community, building.0], |row| row.get(0))?;
        Ok(first.is_none_or(|first| Standing { first: EstateId(first), moves }.at(at) != estate))
    }

    /// Every move of every building.
    pub(super) fn moves(&mut self, community: CommunityCode) -> Result<Arc<Moves>> {
        self.of_the_house("moves", community, &[], |tx| {
            let mut moves = Moves::new();
            let rows = "SELECT building_id, starts_at, estate_id FROM building_move WHERE community_id = ?1
                        ORDER BY building_id, starts_at";
            tx.each(rows, values![community], |row| {
                let to = Move { starts_at: row.get(1)?, estate: EstateId(row.get(2)?) };
                moves.entry(BuildingId(row.get(0)?)).or_default().push(to);
                Ok(())
            })?;
            Ok::<_, crate::StoreError>(moves)
        })
    }
}
