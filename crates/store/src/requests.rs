//! Reading requests: boards, lists, search, and what is similar.

use crate::engine::Tx;
use crate::error::Result;
use crate::value::{Row, Value};
use crate::values;
use crate::vault::unpack;
use guanjia_discover::Candidate;
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::{BuildingId, EstateId, RequestId, UnitId};
use guanjia_domain::request::{PhotoPhase, Place, Request};
use guanjia_domain::{Moment, Party};
use uuid::Uuid;

/// A request with its first text, still sealed, as lists show it.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The request.
    pub request: Request,
    /// What was said, sealed; `None` once erased.
    pub text: Option<Vec<u8>>,
}

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

/// What is known of a filing before it is decided.
#[derive(Clone, Copy, Debug)]
pub struct Foreseen {
    /// Its id.
    pub id: RequestId,
    /// Its place.
    pub place: Place,
}

/// How many open requests of an estate there are, each counted to 100 at most: beyond it the page says "99+".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Open.
    pub open: u64,
    /// Past their due time.
    pub overdue: u64,
}

/// A photo of a request.
#[derive(Clone, Debug)]
pub struct PhotoRow {
    /// Its number.
    pub n: u32,
    /// Before or after.
    pub phase: PhotoPhase,
    /// The name of its files.
    pub file: Uuid,
    /// In pixels.
    pub width: i64,
    /// In pixels.
    pub height: i64,
}

/// What a transaction remembers of ids that were filed.
const FILED: &str = "filed";
const FILED_DIGEST: &str = "SELECT digest FROM search_entry WHERE community_id = ?1 AND request_id = ?2";

impl Tx<'_> {
    /// Open requests of several estates, the most pressing first. The index says which they are; only those are read.
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
        let (due, id) = after(from);
        if let [estate] = estates {
            return self.query(
                listed!("AND r.estate_id = ?2 AND r.is_open = 1 AND (r.due_at, r.id) > (?3, ?4) ORDER BY r.due_at, r.id LIMIT ?5"),
                &[community.into(), estate.0.into(), due, id, most.into()],
                listed,
            );
        }
        let mut pressing: Vec<(Moment, Uuid)> = Vec::new();
        for estate in estates {
            pressing.extend(self.query(
                "SELECT due_at, id FROM request WHERE community_id = ?1 AND estate_id = ?2 AND is_open = 1
                 AND (due_at, id) > (?3, ?4) ORDER BY due_at, id LIMIT ?5",
                &[community.into(), estate.0.into(), due.clone(), id.clone(), most.into()],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?);
        }
        pressing.sort_unstable();
        pressing.truncate(most as usize);
        let questions: Vec<_> = pressing.iter().map(|(_, id)| values![community, *id].to_vec()).collect();
        let found = self.first_of_each(listed!("AND r.id = ?2"), &questions, listed)?;
        Ok(found.into_iter().flatten().collect())
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
        let open = self.first(
            "SELECT count(*) FROM (SELECT 1 AS one FROM request WHERE community_id = ?1 AND estate_id = ?2
             AND is_open = 1 LIMIT 100) AS counted",
            values![community, estate.0],
            |row| row.get(0),
        )?;
        let overdue = self.first(
            "SELECT count(*) FROM (SELECT 1 AS one FROM request WHERE community_id = ?1 AND estate_id = ?2
             AND is_open = 1 AND due_at < ?3 LIMIT 100) AS counted",
            values![community, estate.0, now],
            |row| row.get(0),
        )?;
        Ok(Counts { open: open.unwrap_or(0), overdue: overdue.unwrap_or(0) })
    }

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
        let questions: Vec<_> = filings.iter().map(|(community, it)| values![*community, it.id.0].to_vec()).collect();
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
    /// Looks at the stored token lists one after the other; ten years of a community are a few dozen megabytes.
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
        let before = before.map_or(Uuid::max(), |id| id.0);
        let mut found = Vec::new();
        self.each(
            "SELECT request_id, tokens FROM search_entry WHERE community_id = ?1 AND request_id < ?2
             ORDER BY request_id DESC",
            values![community, before],
            |row| {
                if found.len() < most {
                    let its = unpack(&row.get::<Vec<u8>>(1)?);
                    if tokens.iter().all(|token| its.binary_search(token).is_ok()) {
                        found.push(RequestId(row.get(0)?));
                    }
                }
                Ok(())
            },
        )?;
        Ok(found)
    }

    /// Lists a photo whose files are already on the disk.
    ///
    /// # Errors
    /// What the engine says.
    pub fn add_photo(&mut self, community: CommunityCode, id: RequestId, photo: &PhotoRow) -> Result<()> {
        let phase = if photo.phase == PhotoPhase::After { "after" } else { "before" };
        self.put(
            "INSERT INTO photo (community_id, request_id, n, phase, file_id, width, height)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            values![community, id.0, photo.n, phase, photo.file, photo.width, photo.height],
        )
    }

    /// The photos of a request.
    ///
    /// # Errors
    /// What the engine says.
    pub fn photos(&mut self, community: CommunityCode, id: RequestId) -> Result<Vec<PhotoRow>> {
        self.query(
            "SELECT n, phase, file_id, width, height FROM photo WHERE community_id = ?1 AND request_id = ?2 ORDER BY n",
            values![community, id.0],
            |row| {
                let phase = if row.get::<String>(1)? == "after" { PhotoPhase::After } else { PhotoPhase::Before };
                Ok(PhotoRow { n: row.get(0)?, phase, file: row.get(2)?, width: row.get(3)?, height: row.get(4)? })
            },
        )
    }

    /// Whether any request lists these photo files: the sweeper asks.
    ///
    /// # Errors
    /// What the engine says.
    pub fn listed_files(&mut self, community: CommunityCode) -> Result<Vec<Uuid>> {
        self.query("SELECT file_id FROM photo WHERE community_id = ?1", values![community], |row| row.get(0))
    }
}
