//! What makes requests findable, and what is similar.

use crate::engine::Tx;
use crate::error::Result;

use crate::values;
use crate::vault::unpack;
use guanjia_discover::Candidate;
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::{BuildingId, EstateId, RequestId, UnitId};
use guanjia_domain::request::Place;

use uuid::Uuid;

/// How many token lists are read at once.
const PAGE: i64 = 1000;
/// What a transaction remembers of ids that were filed.
const FILED: &str = "filed";
const FILED_DIGEST: &str = "SELECT digest FROM search_entry WHERE community_id = ?1 AND request_id = ?2";

/// What is known of a filing before it is decided.
#[derive(Clone, Copy, Debug)]
pub struct Foreseen {
    /// Its id.
    pub id: RequestId,
    /// Its place.
    pub place: Place,
}

impl Tx<'_> {
    /// Keeps what makes a request findable, and the digest of what was filed.
    ///
    /// # Errors
    /// What the engine says.
    pub fn index_request(
        &mut self,
        community: CommunityCode,
        id: RequestId,
        digest: &[u8],
        tokens: &[u8],
    ) -> Result<()> {
        self.remember(FILED, community, id.0.as_bytes(), Some(digest.to_vec()));
        self.put(
            "INSERT INTO search_entry (community_id, request_id, digest, tokens) VALUES (?1, ?2, ?3, ?4)",
            values![community, id.0, digest, tokens],
        )
    }

    /// The digest of what was filed under an id, if anything was.
    ///
    /// # Errors
    /// What the engine says.
    pub fn filed_digest(&mut self, community: CommunityCode, id: RequestId) -> Result<Option<Vec<u8>>> {
        self.remembered(FILED, community, id.0.as_bytes(), |tx| {
            tx.first(FILED_DIGEST, values![community, id.0], |row| row.get(0))
        })
    }

    /// Asks for what several filings will want, before they are decided: whether the ids are known, and the places.
    pub(crate) fn foresee(&mut self, filings: &[(CommunityCode, Foreseen)]) -> Result<()> {
        let questions: Vec<_> =
            filings.iter().map(|(community, it)| values![*community, it.id.0].to_vec()).collect();
        let found = self.first_of_each(FILED_DIGEST, &questions, |row| row.get::<Vec<u8>>(0))?;
        for ((community, it), digest) in filings.iter().zip(found) {
            self.remember(FILED, *community, it.id.0.as_bytes(), digest);
        }
        let places: Vec<_> = filings.iter().map(|(community, it)| (*community, it.place)).collect();
        self.foresee_places(&places)
    }

    /// Open requests of an estate with their tokens, the newest first, for comparing.
    ///
    /// # Errors
    /// What the engine says.
    pub fn comparable(
        &mut self,
        community: CommunityCode,
        estate: EstateId,
        building: Option<BuildingId>,
        unit: Option<UnitId>,
        most: u32,
    ) -> Result<Vec<Candidate<RequestId>>> {
        let (building, unit) = (building.map(|id| id.0), unit.map(|id| id.0));
        self.query(
            "SELECT r.id, r.building_id, r.unit_id, s.tokens FROM request r JOIN search_entry s
             ON s.community_id = r.community_id AND s.request_id = r.id
             WHERE r.community_id = ?1 AND r.estate_id = ?2 AND r.is_open = 1 ORDER BY r.id DESC LIMIT ?3",
            values![community, estate.0, most],
            |row| {
                let its: (Option<Uuid>, Option<Uuid>) = (row.get(1)?, row.get(2)?);
                let nearness = match (building, its.0) {
                    (Some(_), b) if b == building && unit.is_some() && its.1 == unit => 1.0,
                    (Some(_), b) if b == building => 0.8,
                    (None, _) | (_, None) => 0.4,
                    _ => 0.0,
                };
                let id: Uuid = row.get(0)?;
                Ok(Candidate { id: RequestId(id), tokens: unpack(&row.get::<Vec<u8>>(3)?), nearness })
            },
        )
    }

    /// Ids of requests whose text holds every one of `tokens` (sorted), the newest first, before `before`.
    /// Looks at the stored token lists one page after the other until enough are found; ten years of a community are
    /// a few dozen megabytes.
    ///
    /// # Errors
    /// What the engine says.
    pub fn holding(
        &mut self,
        community: CommunityCode,
        tokens: &[u32],
        before: Option<RequestId>,
        most: usize,
    ) -> Result<Vec<RequestId>> {
        let mut before = before.map_or(Uuid::max(), |id| id.0);
        let mut found = Vec::new();
        loop {
            let mut looked = 0;
            self.each(
                "SELECT request_id, tokens FROM search_entry WHERE community_id = ?1 AND request_id < ?2
                 ORDER BY request_id DESC LIMIT ?3",
                values![community, before, PAGE],
                |row| {
                    looked += 1;
                    before = row.get(0)?;
                    let its = unpack(&row.get::<Vec<u8>>(1)?);
                    if tokens.iter().all(|token| its.binary_search(token).is_ok()) {
                        found.push(RequestId(before));
                    }
                    Ok(())
                },
            )?;
            if looked < PAGE || found.len() >= most {
                found.truncate(most);
                return Ok(found);
            }
        }
    }
}
