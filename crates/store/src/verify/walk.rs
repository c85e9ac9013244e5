//! The chain of a book, entry by entry.

use super::Fault;
use crate::chain::Book;
use crate::engine::Tx;
use crate::error::Result;
use crate::value::Row;
use crate::values;
use guanjia_domain::CommunityCode;
use guanjia_domain::ledger::{Entry, Hash, genesis, link};

/// Walks along a chain.
pub(super) struct Walk {
    community: CommunityCode,
    book: Book,
    seq: u64,
    hash: Hash,
    /// The first entry that does not fit.
    pub(super) fault: Option<Fault>,
}

impl Walk {
    pub(super) fn new(community: CommunityCode, book: Book) -> Self {
        Self { community, book, seq: 0, hash: genesis(book.name(), community), fault: None }
    }

    /// Checks the next entry: columns 0 to 2 of the row are place, time and hash. `false` once something was wrong.
    pub(super) fn step(&mut self, row: &Row, columns: &[&[u8]]) -> Result<bool> {
        if self.fault.is_some() {
            return Ok(false);
        }
        let seq: u64 = row.get(0)?;
        let stored: Vec<u8> = row.get(2)?;
        let expected = link(&self.hash, &Entry { seq, at: row.get(1)?, columns });
        if seq != self.seq + 1 || stored != expected {
            self.fault = Some(Fault::Chain { community: self.community, book: self.book.name(), seq });
            return Ok(false);
        }
        (self.seq, self.hash) = (seq, expected);
        Ok(true)
    }

    /// Whether the head says where the book ends and how many requests it tells of.
    pub(super) fn at_head(&self, tx: &mut Tx, requests: u64) -> Result<Option<Fault>> {
        let head = tx.first(
            "SELECT seq, hash, requests FROM chain_head WHERE community_id = ?1 AND book = ?2",
            values![self.community, self.book.name()],
            |row| Ok((row.get::<u64>(0)?, row.get::<Vec<u8>>(1)?, row.get::<u64>(2)?)),
        )?;
        let head = head.unwrap_or((0, genesis(self.book.name(), self.community).to_vec(), 0));
        let fits = head == (self.seq, self.hash.to_vec(), requests);
        Ok((!fits).then(|| Fault::Head { community: self.community, book: self.book.name(), seq: self.seq }))
    }
}
