//! The hash chain of a ledger: each entry's hash covers the one before, so that no entry can be changed, left out,
//! added or moved without every later hash being wrong.

use crate::community::CommunityCode;
use sha2::{Digest, Sha256};

/// A SHA-256 hash (FIPS 180-4).
pub type Hash = [u8; 32];

/// What is hashed of one entry.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// Its place, from 1.
    pub seq: u64,
    /// When, in milliseconds UTC.
    pub at: i64,
    /// Every other column as stored, in a fixed order.
    pub columns: &'a [&'a [u8]],
}

/// The hash before the first entry of a community's book (`ledger` or `audit`). It names the community, so that
/// the ledger of one cannot be passed off as another's.
#[must_use]
pub fn genesis(book: &str, community: CommunityCode) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update(b"guanjia ");
    hasher.update(book.as_bytes());
    hasher.update(b" 1 ");
    hasher.update(community.as_str().as_bytes());
    hasher.finalize().into()
}

/// The hash of an entry after `previous`. Columns are preceded by their length, so that none can borrow bytes from
/// its neighbour.
#[must_use]
pub fn link(previous: &Hash, entry: &Entry) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update(previous);
    hasher.update(entry.seq.to_be_bytes());
    hasher.update(entry.at.to_be_bytes());
    for column in entry.columns {
        hasher.update((column.len() as u64).to_be_bytes());
        hasher.update(column);
    }
    hasher.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_counts() {
        let first = genesis("ledger", "140109013001".parse().unwrap());
        let entry = Entry { seq: 1, at: 2, columns: &[b"ab", b"c"] };
        let hash = link(&first, &entry);
        assert_ne!(hash, link(&first, &Entry { seq: 2, ..entry }));
        assert_ne!(hash, link(&first, &Entry { at: 3, ..entry }));
        assert_ne!(hash, link(&first, &Entry { columns: &[b"a", b"bc"], ..entry }));
        assert_ne!(hash, link(&genesis("audit", "140109013001".parse().unwrap()), &entry));
        assert_ne!(first, genesis("ledger", "140109013002".parse().unwrap()));
    }
}
