//! The requests of a span of time, a batch at a time: memory stays the same however many there are.

use crate::engine::Tx;
use crate::error::Result;
use crate::values;
use guanjia_domain::request::Request;
use guanjia_domain::{CommunityCode, Moment};
use uuid::Uuid;

/// How a request belongs to a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Belongs {
    /// It was said before, and has not ended yet.
    StillOpen,
    /// It was said before, and ended in it or later.
    EndedSince,
    /// It was said in it.
    Reported,
}

impl Belongs {
    /// Every way, in the order in which requests are read. No request belongs in two.
    pub const ALL: [Self; 3] = [Self::StillOpen, Self::EndedSince, Self::Reported];

    const fn sql(self) -> &'static str {
        match self {
            Self::StillOpen => {
                "SELECT body, reported_at, id FROM request WHERE community_id = ?1 AND is_open = 1
                 AND reported_at < ?2 AND reported_at < ?3 AND (reported_at, id) > (?4, ?5)
                 ORDER BY reported_at, id LIMIT ?6"
            }
            Self::EndedSince => {
                "SELECT body, ended_at, id FROM request WHERE community_id = ?1 AND ended_at >= ?2 AND is_open = 0
                 AND reported_at < ?2 AND reported_at < ?3 AND (ended_at, id) > (?4, ?5) ORDER BY ended_at, id LIMIT ?6"
            }
            Self::Reported => {
                "SELECT body, reported_at, id FROM request WHERE community_id = ?1 AND reported_at >= ?2
                 AND reported_at < ?3 AND (reported_at, id) > (?4, ?5) ORDER BY reported_at, id LIMIT ?6"
            }
        }
    }
}

/// A request with what the next batch begins after.
pub type Placed = (Request, (Moment, Uuid));

impl Tx<'_> {
    /// The next requests that belong to the span from `from` until before `until` in one way, in a fixed order.
    ///
    /// # Errors
    /// What the engine says.
    pub fn requests_belonging(
        &mut self,
        community: CommunityCode,
        (belongs, from, until): (Belongs, Moment, Moment),
        after: Option<(Moment, Uuid)>,
        most: u32,
    ) -> Result<Vec<Placed>> {
        let (at, id) = after.unwrap_or((Moment(i64::MIN), Uuid::nil()));
        self.query(belongs.sql(), values![community, from, until, at, id, most], |row| {
            Ok((serde_json::from_str(&row.get::<String>(0)?)?, (row.get(1)?, row.get(2)?)))
        })
    }

    /// When the first request of a community was said.
    ///
    /// # Errors
    /// What the engine says.
    pub fn first_reported(&mut self, community: CommunityCode) -> Result<Option<Moment>> {
        let first = "SELECT min(reported_at) FROM request WHERE community_id = ?1";
        Ok(self.first(first, values![community], |row| row.get::<Option<Moment>>(0))?.flatten())
    }

    /// The requests of an estate said in a span, to be counted for the public.
    ///
    /// # Errors
    /// What the engine or `take` says.
    pub fn each_of_estate(
        &mut self,
        community: CommunityCode,
        estate: guanjia_domain::ids::EstateId,
        (from, until): (Moment, Moment),
        mut take: impl FnMut(&Request) -> Result<()>,
    ) -> Result<()> {
        self.each(
            "SELECT body FROM request WHERE community_id = ?1 AND estate_id = ?2 AND reported_at >= ?3
             AND reported_at < ?4",
            values![community, estate.0, from, until],
            |row| take(&serde_json::from_str(&row.get::<String>(0)?)?),
        )
    }
}
