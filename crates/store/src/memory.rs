//! What was read once and need not be read again.
//!
//! [`Memory`] lives as long as its transaction: filings that are committed together come from a few places and
//! callers, and each is looked up once. [`HouseMemory`] lives as long as a community's house stays as it is: names of
//! places and people, and who looks after what. Both are never stale. Others cannot change what a transaction reads;
//! whoever changes places or people counts it in the ledger's head ([`Tx::house_changed`]), and a reader takes only
//! what was read under the count that stands in its own snapshot.

use crate::engine::Tx;
use crate::error::StoreError;
use guanjia_domain::CommunityCode;
use std::any::Any;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

type Key = (&'static str, CommunityCode, Vec<u8>);

/// What a transaction has read, by what it is, where, and which one.
#[derive(Default)]
pub(crate) struct Memory(HashMap<Key, Box<dyn Any>>);

/// What is kept of one house, between two changes.
type Shelf = Mutex<HashMap<(&'static str, Vec<u8>), Arc<dyn Any + Send + Sync>>>;

/// How many things are kept of one house: more than it has buildings, units and people, fewer than it has rooms.
const MOST: usize = 4_096;

/// What readers know of every community's house, with the count of changes under which they read it.
#[derive(Default)]
pub(crate) struct HouseMemory(Mutex<HashMap<CommunityCode, (u64, Arc<Shelf>)>>);

impl HouseMemory {
    /// What is known of the house as it stands after so many changes. A snapshot that is older than what others
    /// already saw keeps what it reads to itself.
    fn shelf(&self, community: CommunityCode, changes: u64) -> Arc<Shelf> {
        let mut shelves = locked(&self.0);
        match shelves.get(&community) {
            Some((known, shelf)) if *known == changes => Arc::clone(shelf),
            Some((known, _)) if *known > changes => Arc::default(),
            _ => {
                let shelf = Arc::<Shelf>::default();
                shelves.insert(community, (changes, Arc::clone(&shelf)));
                shelf
            }
        }
    }
}

/// What a panic left behind is whole: nothing is changed half-way under these locks.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The shelves that a reading transaction has taken down.
pub(crate) struct Shelves {
    memory: Arc<HouseMemory>,
    taken: HashMap<CommunityCode, Arc<Shelf>>,
}

impl Shelves {
    pub(crate) fn new(memory: Arc<HouseMemory>) -> Self {
        Self { memory, taken: HashMap::new() }
    }
}

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

    /// What `read` answers about places, people or claims, read at most once until one of them changes. `read` must
    /// ask about nothing else. Each `what` stands for one type and one question.
    ///
    /// # Errors
    /// What `read` or the engine says; that is not remembered.
    pub fn of_the_house<T: Send + Sync + 'static, E: From<StoreError>>(
        &mut self,
        what: &'static str,
        community: CommunityCode,
        which: &[u8],
        read: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        let Some(shelf) = self.shelf(community)? else {
            return self.remembered(what, community, which, |tx| read(tx).map(Arc::new));
        };
        let key = (what, which.to_vec());
        let known = locked(&shelf).get(&key).cloned();
        if let Some(known) = known.and_then(|known| known.downcast::<T>().ok()) {
            return Ok(known);
        }
        let found = Arc::new(read(self)?);
        let mut shelf = locked(&shelf);
        if shelf.len() >= MOST {
            shelf.clear();
        }
        shelf.insert(key, Arc::clone(&found) as Arc<dyn Any + Send + Sync>);
        Ok(found)
    }

    /// What is known of a community's house; `None` in a transaction that writes, which may itself change it.
    fn shelf(&mut self, community: CommunityCode) -> Result<Option<Arc<Shelf>>, StoreError> {
        let Some(shelves) = &self.shelves else { return Ok(None) };
        if let Some(shelf) = shelves.taken.get(&community) {
            return Ok(Some(Arc::clone(shelf)));
        }
        let changes = self.house_changes(community)?;
        let Some(shelves) = &mut self.shelves else { return Ok(None) };
        let shelf = shelves.memory.shelf(community, changes);
        shelves.taken.insert(community, Arc::clone(&shelf));
        Ok(Some(shelf))
    }

    /// Remembers something for this transaction without asking for it.
    pub(crate) fn remember<T: 'static>(
        &mut self,
        what: &'static str,
        community: CommunityCode,
        which: &[u8],
        known: T,
    ) {
        self.memory.0.insert((what, community, which.to_vec()), Box::new(known));
    }

    /// Forgets what this transaction has read: something it was read from has changed.
    pub(crate) fn forget(&mut self) {
        self.memory.0.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_empties_the_shelf_and_an_old_snapshot_gets_its_own() {
        let memory = HouseMemory::default();
        let code = "L001".parse().unwrap();
        let first = memory.shelf(code, 1);
        assert!(Arc::ptr_eq(&first, &memory.shelf(code, 1)));
        let second = memory.shelf(code, 2);
        assert!(!Arc::ptr_eq(&first, &second));
        let old = memory.shelf(code, 1);
        assert!(!Arc::ptr_eq(&old, &first) && !Arc::ptr_eq(&old, &second));
        assert!(Arc::ptr_eq(&second, &memory.shelf(code, 2)));
    }
}
