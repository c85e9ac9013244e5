//! What a transaction has read once and need not read again. Filings that are committed together come from a few places
//! and callers, and the rows of a board lie in a few buildings: each is looked up once.
//!
//! It lives as long as its transaction, so nothing in it is ever stale: others cannot change what a transaction reads,
//! and whoever changes places, people or accounts inside it calls [`Tx::forget`].

use crate::engine::Tx;
use guanjia_domain::CommunityCode;
use std::any::Any;
use std::collections::HashMap;

type Key = (&'static str, CommunityCode, Vec<u8>);

/// What was read, by what it is, where, and which one.
#[derive(Default)]
pub(crate) struct Memory(HashMap<Key, Box<dyn Any>>);

impl Tx<'_> {
    /// What `read` answers, read at most once in this transaction. Each `what` stands for one type and one question.
    ///
    /// # Errors
    /// What `read` says; that is not remembered.
    pub fn remembered<T: Clone + 'static, E>(
        &mut self,
        what: &'static str,
        community: CommunityCode,
        which: &[u8],
        read: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let key = (what, community, which.to_vec());
        if let Some(known) = self.memory.0.get(&key).and_then(|known| known.downcast_ref::<T>()) {
            return Ok(known.clone());
        }
        let found = read(self)?;
        self.memory.0.insert(key, Box::new(found.clone()));
        Ok(found)
    }

    /// Remembers something without asking for it.
    pub(crate) fn remember<T: 'static>(
        &mut self,
        what: &'static str,
        community: CommunityCode,
        which: &[u8],
        known: T,
    ) {
        self.memory.0.insert((what, community, which.to_vec()), Box::new(known));
    }

    /// Forgets everything: something it was read from has changed.
    pub(crate) fn forget(&mut self) {
        self.memory.0.clear();
    }
}
