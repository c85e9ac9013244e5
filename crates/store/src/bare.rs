//! The least that a filing and a board cost: the same rows without anything that decides, seals or chains. Benchmarks
//! put the product's figures beside these, from the same run on the same machine.

use crate::db::{Db, Location};
use crate::engine::Tx;
use crate::engine::sqlite::Sqlite;
use crate::error::{Result, StoreError};
use crate::values;
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::EstateId;
use rusqlite::params;
use std::path::Path;
use uuid::Uuid;

/// How many bytes the long columns of a filing have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// `event.body`.
    pub event: usize,
    /// `request.body`.
    pub request: usize,
    /// `vault.sealed`.
    pub sealed: usize,
    /// `search_entry.tokens`.
    pub tokens: usize,
}

impl Tx<'_> {
    /// The mean sizes of what a community's filings have stored.
    ///
    /// # Errors
    /// What the engine says.
    pub fn sizes(&mut self, community: CommunityCode) -> Result<Sizes> {
        let mut mean = |sql| -> Result<usize> {
            let bytes = self.first(sql, values![community], |row| row.get::<Option<i64>>(0))?.flatten();
            Ok(usize::try_from(bytes.unwrap_or(0)).unwrap_or(0))
        };
        Ok(Sizes {
            event: mean(
                "SELECT CAST(avg(length(body)) AS BIGINT) FROM event WHERE community_id = ?1 AND kind = 'reported'",
            )?,
            request: mean("SELECT CAST(avg(length(body)) AS BIGINT) FROM request WHERE community_id = ?1")?,
            sealed: mean(
                "SELECT CAST(avg(length(sealed)) AS BIGINT) FROM vault WHERE community_id = ?1 AND kind = 'words'",
            )?,
            tokens: mean(
                "SELECT CAST(avg(length(tokens)) AS BIGINT) FROM search_entry WHERE community_id = ?1",
            )?,
        })
    }

    /// The rows of a board as the engine hands them over, unread: how many bytes they have.
    ///
    /// # Errors
    /// What the engine says.
    pub fn plain_board(&mut self, community: CommunityCode, estate: EstateId, most: u32) -> Result<usize> {
        let mut bytes = 0;
        self.each(
            "SELECT r.body, v.sealed FROM request r LEFT JOIN vault v ON v.community_id = r.community_id \
             AND v.owner_id = r.id AND v.kind = 'words' AND v.n = 0 WHERE r.community_id = ?1 \
             AND r.estate_id = ?2 AND r.is_open = 1 ORDER BY r.due_at, r.id LIMIT ?3",
            values![community, estate.0, most],
            |row| {
                bytes +=
                    row.get::<String>(0)?.len() + row.get::<Option<Vec<u8>>>(1)?.map_or(0, |it| it.len());
                Ok(())
            },
        )?;
        Ok(bytes)
    }
}

/// Writes the rows of filings into SQLite, several in a transaction, each transaction on the disk before it returns.
pub struct Bare {
    connection: Sqlite,
    community: String,
    estates: Vec<Uuid>,
    filler: Filler,
    seq: i64,
}

struct Filler {
    event: String,
    request: String,
    sealed: Vec<u8>,
    tokens: Vec<u8>,
}

const WORKING_DAYS: i64 = 5 * 24 * 60 * 60 * 1_000;

impl Bare {
    /// A new database with the product's tables and indexes, and rows of these sizes.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn make(path: &Path, community: CommunityCode, estates: Vec<Uuid>, sizes: Sizes) -> Result<Self> {
        drop(Db::open(Location::File(path.to_owned()))?);
        let connection = Sqlite::open(path)?;
        connection.raw().execute(
            "INSERT INTO chain_head (community_id, book, seq, hash, requests) VALUES (?1, 'ledger', 0, ?2, 0)",
            params![community.as_str(), [0_u8; 32]],
        )?;
        let filler = Filler {
            event: "e".repeat(sizes.event),
            request: "r".repeat(sizes.request),
            sealed: vec![0x5A; sizes.sealed],
            tokens: vec![0xA5; sizes.tokens],
        };
        Ok(Self { connection, community: community.as_str().to_owned(), estates, filler, seq: 0 })
    }

    /// Writes filings in one transaction.
    ///
    /// # Errors
    /// What SQLite says; then nothing is stored.
    pub fn write(&mut self, ids: &[Uuid], now: i64) -> Result<()> {
        self.connection.batch("BEGIN IMMEDIATE")?;
        let before = self.seq;
        let written =
            ids.iter().try_for_each(|id| self.filing(id.as_bytes(), now)).and_then(|()| self.head());
        match written.and_then(|()| self.connection.batch("COMMIT")) {
            Ok(()) => Ok(()),
            Err(error) => {
                self.seq = before;
                self.connection.batch("ROLLBACK")?;
                Err(error)
            }
        }
    }

    fn filing(&mut self, id: &[u8; 16], now: i64) -> Result<()> {
        self.seq += 1;
        let (home, seq, due, raw) = (&self.community, self.seq, now + WORKING_DAYS, self.connection.raw());
        let place = usize::try_from(seq).unwrap_or(0) % self.estates.len().max(1);
        let estate = self.estates.get(place).ok_or_else(|| StoreError::Damaged("no estate".into()))?;
        let run = |sql, values: &[&dyn rusqlite::ToSql]| -> Result<()> {
            raw.prepare_cached(sql)?.execute(values)?;
            Ok(())
        };
        run(
            "INSERT INTO event (community_id, seq, at, actor, subject_kind, subject_id, kind, body, hash)
             VALUES (?1, ?2, ?3, 'officer:00000000-0000-7000-8000-000000000000', 'request', ?4, 'reported', ?5, ?6)",
            params![home, seq, now, id, self.filler.event, [0_u8; 32]],
        )?;
        run(
            "INSERT INTO request (community_id, id, number, state, is_open, urgent, estate_id, handler, reported_at,
             due_at, version, life_of, body) VALUES (?1, ?2, ?3, 'reported', 1, 0, ?4, 'steward', ?5, ?6, 1, 1, ?7)",
            params![home, id, seq, estate.as_bytes(), now, due, self.filler.request],
        )?;
        run(
            "INSERT INTO vault (community_id, owner_id, kind, n, sealed) VALUES (?1, ?2, 'words', 0, ?3)",
            params![home, id, self.filler.sealed],
        )?;
        run(
            "INSERT INTO search_entry (community_id, request_id, digest, tokens) VALUES (?1, ?2, ?3, ?4)",
            params![home, id, [0_u8; 16], self.filler.tokens],
        )?;
        for (rings_at, kind) in [(due - 7_200_000, "due_soon"), (due + 1, "overdue")] {
            run(
                "INSERT INTO timer (community_id, rings_at, subject_id, kind) VALUES (?1, ?2, ?3, ?4)",
                params![home, rings_at, id, kind],
            )?;
        }
        run(
            "INSERT INTO notice (community_id, recipient, id, at, kind, subject_id)
             VALUES (?1, ?2, ?3, ?4, 'reported', ?3)",
            params![home, format!("estate:{estate}"), id, now],
        )
    }

    fn head(&self) -> Result<()> {
        let sql = "UPDATE chain_head SET seq = ?2, hash = ?3, requests = ?2 WHERE community_id = ?1 AND book = 'ledger'";
        self.connection.raw().prepare_cached(sql)?.execute(params![self.community, self.seq, [0_u8; 32]])?;
        Ok(())
    }
}
