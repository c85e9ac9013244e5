//! Reading requests: boards, lists, search, and what is similar.

mod month;
mod photos;
mod search;

pub use month::{Belongs, Placed};
pub use photos::PhotoRow;
pub use search::Foreseen;

use crate::engine::Tx;
use crate::error::Result;
use crate::value::{Row, Value};
use crate::values;

use guanjia_domain::CommunityCode;
use guanjia_domain::ids::{EstateId, RequestId};
use guanjia_domain::request::Request;
use guanjia_domain::{Moment, Party};
use std::sync::Arc;
use uuid::Uuid;

/// A request with its first text, still sealed, as lists show it.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The request.
    pub request: Request,
    /// What was said, sealed; `None` once erased.
    pub text: Option<Vec<u8>>,
}

/// An entry of a board's index, in the order of the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pressing {
    /// Until when it is to be done.
    pub due: Moment,
    /// Which request.
    pub id: RequestId,
    /// How many events it has had.
    pub version: u64,
}

/// How many of an estate's open requests are kept in mind, and counted.
const FRONT: u32 = 100;

/// After which row of a board the next page begins: its due time and id.
pub type After = Option<(Moment, Uuid)>;

macro_rules! listed {
    ($rest:literal) => {
        concat!(
            "SELECT r.body, v.sealed FROM request r LEFT JOIN vault v ON v.community_id = r.community_id \
             AND v.owner_id = r.id AND v.kind = 'words' AND v.n = 0 WHERE r.community_id = ?1 ",
            $rest
        )
    };
}

fn listed(row: &Row) -> Result<Listed> {
    Ok(Listed { request: serde_json::from_str(&row.get::<String>(0)?)?, text: row.get(1)? })
}

fn after(after: After) -> (Value, Value) {
    let (due, id) = after.unwrap_or((Moment(i64::MIN), Uuid::nil()));
    (due.into(), id.into())
}

/// How many open requests of an estate there are, each counted to 100 at most: beyond it the page says "99+".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Open.
    pub open: u64,
    /// Past their due time.
    pub overdue: u64,
}

impl Tx<'_> {
    /// Which requests of several estates are open, the most pressing first: read from the index alone, the first of
    /// each estate only after something has changed.
    ///
    /// # Errors
    /// What the engine says.
    pub fn pressing(
        &mut self,
        community: CommunityCode,
        estates: &[EstateId],
        from: After,
        most: u32,
    ) -> Result<Vec<Pressing>> {
        let mut found = Vec::new();
        for estate in estates {
            if from.is_none() && most <= FRONT {
                let front = self.front(community, *estate)?;
                found.extend(front.iter().take(most as usize));
            } else {
                found.extend(self.pressing_of(community, *estate, from, most)?);
            }
        }
        if estates.len() > 1 {
            found.sort_unstable();
            found.truncate(most as usize);
        }
        Ok(found)
    }

    /// The first open requests of an estate, [`FRONT`] at most.
    fn front(&mut self, community: CommunityCode, estate: EstateId) -> Result<Arc<Vec<Pressing>>> {
        self.of_the_work("front", community, estate.0.as_bytes(), |tx| {
            tx.pressing_of(community, estate, None, FRONT)
        })
    }

    fn pressing_of(
        &mut self,
        community: CommunityCode,
        estate: EstateId,
        from: After,
        most: u32,
    ) -> Result<Vec<Pressing>> {
        let (due, id) = after(from);
        self.query(
            "SELECT due_at, id, version FROM request WHERE community_id = ?1 AND estate_id = ?2 AND is_open = 1
             AND (due_at, id) > (?3, ?4) ORDER BY due_at, id LIMIT ?5",
            &[community.into(), estate.0.into(), due, id, most.into()],
            |row| Ok(Pressing { due: row.get(0)?, id: RequestId(row.get(1)?), version: row.get(2)? }),
        )
    }

    /// Requests by their ids, those that are there, in the order of the ids.
    ///
    /// # Errors
    /// What the engine says.
    pub fn listed_each(&mut self, community: CommunityCode, ids: &[RequestId]) -> Result<Vec<Listed>> {
        let questions: Vec<_> = ids.iter().map(|id| values![community, id.0].to_vec()).collect();
        let found = self.first_of_each(listed!("AND r.id = ?2"), &questions, listed)?;
        Ok(found.into_iter().flatten().collect())
    }

    /// Open requests of several estates, the most pressing first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn board(
        &mut self,
        community: CommunityCode,
        estates: &[EstateId],
        from: After,
        most: u32,
    ) -> Result<Vec<Listed>> {
        let ids: Vec<_> =
            self.pressing(community, estates, from, most)?.into_iter().map(|it| it.id).collect();
        self.listed_each(community, &ids)
    }

    /// Open requests that a party works on, the most pressing first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn handled_by(
        &mut self,
        community: CommunityCode,
        party: Party,
        from: After,
        most: u32,
    ) -> Result<Vec<Listed>> {
        let (due, id) = after(from);
        self.query(
            listed!(
                "AND r.handler = ?2 AND r.is_open = 1 AND r.handler <> 'steward' AND (r.due_at, r.id) > (?3, ?4) \
                 ORDER BY r.due_at, r.id LIMIT ?5"
            ),
            &[community.into(), party.to_string().into(), due, id, most.into()],
            listed,
        )
    }

    /// Requests that a party was asked to take and has not accepted yet, the most pressing first.
    ///
    /// # Errors
    /// What the engine says.
    pub fn asked_of(&mut self, community: CommunityCode, party: Party, most: u32) -> Result<Vec<Listed>> {
        self.query(
            listed!("AND r.asked = ?2 AND r.asked IS NOT NULL ORDER BY r.due_at, r.id LIMIT ?3"),
            &[community.into(), party.to_string().into(), most.into()],
            listed,
        )
    }

    /// Requests of an estate, or of all with `None`, the newest first, before `before`.
    ///
    /// # Errors
    /// What the engine says.
    pub fn newest(
        &mut self,
        community: CommunityCode,
        estate: Option<EstateId>,
        before: Option<RequestId>,
        most: u32,
    ) -> Result<Vec<Listed>> {
        let before = before.map_or(Uuid::max(), |id| id.0);
        match estate {
            Some(estate) => self.query(
                listed!("AND r.estate_id = ?2 AND r.id < ?3 ORDER BY r.id DESC LIMIT ?4"),
                values![community, estate.0, before, most],
                listed,
            ),
            None => self.query(
                listed!("AND r.id < ?2 ORDER BY r.id DESC LIMIT ?3"),
                values![community, before, most],
                listed,
            ),
        }
    }

    /// Requests after `after` in the order of their ids, for paging through all of them.
    ///
    /// # Errors
    /// What the engine says.
    pub fn requests_after(
        &mut self,
        community: CommunityCode,
        estate: Option<EstateId>,
        state: Option<&str>,
        after: Option<RequestId>,
        most: u32,
    ) -> Result<Vec<Request>> {
        let after = after.map_or(Uuid::nil(), |id| id.0);
        let read = |row: &Row| Ok(serde_json::from_str(&row.get::<String>(0)?)?);
        match estate {
            Some(estate) => self.query(
                "SELECT body FROM request WHERE community_id = ?1 AND estate_id = ?2 AND id > ?3
                 AND state = COALESCE(?4, state) ORDER BY id LIMIT ?5",
                values![community, estate.0, after, state, most],
                read,
            ),
            None => self.query(
                "SELECT body FROM request WHERE community_id = ?1 AND id > ?2 AND state = COALESCE(?3, state)
                 ORDER BY id LIMIT ?4",
                values![community, after, state, most],
                read,
            ),
        }
    }

    /// The request with a number.
    ///
    /// # Errors
    /// What the engine says.
    pub fn numbered(&mut self, community: CommunityCode, number: u64) -> Result<Option<Listed>> {
        self.first(listed!("AND r.number = ?2"), values![community, number], listed)
    }

    /// Several requests by id, with their texts.
    ///
    /// # Errors
    /// What the engine says.
    pub fn listed(&mut self, community: CommunityCode, id: RequestId) -> Result<Option<Listed>> {
        self.first(listed!("AND r.id = ?2"), values![community, id.0], listed)
    }

    /// How many requests of an estate are open and overdue, each to 100 at most.
    ///
    /// # Errors
    /// What the engine says.
    pub fn counts(&mut self, community: CommunityCode, estate: EstateId, now: Moment) -> Result<Counts> {
        // What is overdue comes first, so it is counted among the same hundred.
        let front = self.front(community, estate)?;
        let overdue = front.iter().take_while(|it| it.due < now).count();
        Ok(Counts { open: front.len() as u64, overdue: overdue as u64 })
    }
}
