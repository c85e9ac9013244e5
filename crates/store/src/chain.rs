//! The two hash-chained books of a community: the ledger and the access log.

use crate::engine::{Tx, dialect};
use crate::error::{Result, StoreError};
use crate::memory::Changes;
use crate::values;
use guanjia_domain::CommunityCode;
use guanjia_domain::ledger::{Entry, Hash, genesis, link};
use std::collections::BTreeMap;

/// Which book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Book {
    /// What happened.
    Ledger,
    /// Who looked at what.
    Audit,
}

impl Book {
    /// Its name in the database and in the chain's first hash.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ledger => "ledger",
            Self::Audit => "audit",
        }
    }
}

/// The end of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// How many entries there are.
    pub seq: u64,
    /// The hash of the last.
    pub hash: Hash,
    /// How many requests were filed: the next gets the number after it. Only the ledger counts them.
    pub requests: u64,
    /// How often places and people changed. Only the ledger counts it.
    pub house: u64,
    /// How often requests and notices changed. Only the ledger counts it.
    pub work: u64,
    changed: bool,
}

/// The heads that a transaction has read; they are written back once, before the commit.
#[derive(Default)]
pub(crate) struct Heads(BTreeMap<(CommunityCode, Book), Head>);

impl Tx<'_> {
    /// The head of a book. From here to the commit nobody else can add to it, on this server or another: so all
    /// commands on one community are decided one after the other.
    ///
    /// # Errors
    /// [`StoreError`] of the engine.
    pub fn head(&mut self, community: CommunityCode, book: Book) -> Result<&mut Head> {
        if !self.heads.0.contains_key(&(community, book)) {
            let head = match self.read_head(community, book)? {
                Some(head) => head,
                None => {
                    self.found_book(community, book)?;
                    self.read_head(community, book)?
                        .ok_or_else(|| StoreError::Damaged("chain_head".into()))?
                }
            };
            self.heads.0.insert((community, book), head);
        }
        self.heads.0.get_mut(&(community, book)).ok_or_else(|| StoreError::Damaged("chain_head".into()))
    }

    fn read_head(&mut self, community: CommunityCode, book: Book) -> Result<Option<Head>> {
        let sql = dialect::read_head(self.is_postgres());
        self.first(sql, values![community, book.name()], |row| {
            let hash: Vec<u8> = row.get(1)?;
            let hash = Hash::try_from(hash).map_err(|_| StoreError::Damaged("chain_head.hash".into()))?;
            Ok(Head {
                seq: row.get(0)?,
                hash,
                requests: row.get(2)?,
                house: row.get(3)?,
                work: row.get(4)?,
                changed: false,
            })
        })
    }

    /// How many events a community has.
    ///
    /// # Errors
    /// [`StoreError`] of the engine.
    pub fn ledger_length(&mut self, community: CommunityCode) -> Result<u64> {
        let length = self.first(
            "SELECT seq FROM chain_head WHERE community_id = ?1 AND book = 'ledger'",
            values![community],
            |row| row.get(0),
        )?;
        Ok(length.unwrap_or(0))
    }

    /// How many requests were filed in a community.
    ///
    /// # Errors
    /// [`StoreError`] of the engine.
    pub fn requests_filed(&mut self, community: CommunityCode) -> Result<u64> {
        let filed = self.first(
            "SELECT requests FROM chain_head WHERE community_id = ?1 AND book = 'ledger'",
            values![community],
            |row| row.get(0),
        )?;
        Ok(filed.unwrap_or(0))
    }

    /// Locks the ledgers of several communities in one order, so that two servers never wait for each other.
    pub(crate) fn lock(&mut self, communities: impl Iterator<Item = CommunityCode>) -> Result<()> {
        let mut communities: Vec<_> = communities.collect();
        communities.sort_unstable();
        communities.dedup();
        for community in communities {
            self.head(community, Book::Ledger)?;
        }
        Ok(())
    }

    /// Begins a book. When another server was faster, its beginning is as good: the caller reads it.
    fn found_book(&mut self, community: CommunityCode, book: Book) -> Result<()> {
        let hash = genesis(book.name(), community);
        self.put(
            "INSERT INTO chain_head (community_id, book, seq, hash, requests) VALUES (?1, ?2, 0, ?3, 0)
             ON CONFLICT (community_id, book) DO NOTHING",
            values![community, book.name(), hash.as_slice()],
        )
    }

    /// Adds an entry to a book: its place and its hash.
    pub(crate) fn chain(
        &mut self,
        community: CommunityCode,
        book: Book,
        at: i64,
        columns: &[&[u8]],
    ) -> Result<(u64, Hash)> {
        let head = self.head(community, book)?;
        let seq = head.seq + 1;
        let hash = link(&head.hash, &Entry { seq, at, columns });
        *head = Head { seq, hash, work: head.work + 1, changed: true, ..*head };
        Ok((seq, hash))
    }

    /// The number of the next request.
    ///
    /// # Errors
    /// [`StoreError`] of the engine.
    pub fn next_request_number(&mut self, community: CommunityCode) -> Result<u64> {
        self.count_change();
        let head = self.head(community, Book::Ledger)?;
        head.requests += 1;
        head.changed = true;
        Ok(head.requests)
    }

    /// Says that places or people changed: nothing that was read of them before holds any more.
    ///
    /// # Errors
    /// [`StoreError`] of the engine.
    pub(crate) fn house_changed(&mut self, community: CommunityCode) -> Result<()> {
        self.forget_house(community);
        let head = self.head(community, Book::Ledger)?;
        head.house += 1;
        head.changed = true;
        Ok(())
    }

    /// How often places and people have changed so far, where this transaction holds the head.
    pub(crate) fn held_changes(&self, community: CommunityCode) -> Option<u64> {
        self.heads.0.get(&(community, Book::Ledger)).map(|head| head.house)
    }

    /// Says that requests or notices changed without an event: nothing that was read of them before holds any more.
    ///
    /// # Errors
    /// [`StoreError`] of the engine.
    pub(crate) fn work_changed(&mut self, community: CommunityCode) -> Result<()> {
        let head = self.head(community, Book::Ledger)?;
        head.work += 1;
        head.changed = true;
        Ok(())
    }

    /// How often the parts of a community have changed so far.
    pub(crate) fn changes(&mut self, community: CommunityCode) -> Result<Changes> {
        let changes = self.first(
            "SELECT house, work FROM chain_head WHERE community_id = ?1 AND book = 'ledger'",
            values![community],
            |row| Ok(Changes { house: row.get(0)?, work: row.get(1)? }),
        )?;
        Ok(changes.unwrap_or_default())
    }

    /// Writes the heads back, for whoever looks at the books before the commit.
    pub(crate) fn write_heads(&mut self) -> Result<()> {
        let changed = self.heads.0.iter().filter(|(_, head)| head.changed);
        let heads: Vec<_> = changed.map(|(at, head)| (*at, *head)).collect();
        for ((community, book), head) in heads {
            self.put(
                "UPDATE chain_head SET seq = ?3, hash = ?4, requests = ?5, house = ?6, work = ?7
                 WHERE community_id = ?1 AND book = ?2",
                values![
                    community,
                    book.name(),
                    head.seq,
                    head.hash.as_slice(),
                    head.requests,
                    head.house,
                    head.work
                ],
            )?;
        }
        Ok(())
    }

    /// Writes the heads back and says which communities changed.
    pub(crate) fn settle_heads(&mut self) -> Result<Vec<CommunityCode>> {
        self.write_heads()?;
        let heads = std::mem::take(&mut self.heads.0);
        let of_ledger = heads.into_iter().filter(|((_, book), head)| *book == Book::Ledger && head.changed);
        let changed: Vec<_> = of_ledger.map(|((community, _), _)| community).collect();
        if self.is_postgres() {
            for community in &changed {
                self.put("SELECT pg_notify('guanjia', ?1)", values![*community])?;
            }
        }
        Ok(changed)
    }
}
