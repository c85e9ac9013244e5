//! What was read once and need not be read again.
//!
//! [`Memory`] lives as long as its transaction: filings that are committed together come from a few places and
//! callers, and each is looked up once. [`HouseMemory`] lives as long as a community's house stays as it is: names of
//! places and people, and who looks after what. Both are never stale. Others cannot change what a transaction reads;
//! whoever changes places or people counts it in the ledger's head ([`Tx::house_changed`]), and others take only what
//! was read under the count that stands in their own snapshot. A writer holds the head of its community, so nobody
//! counts on meanwhile; once it changes the house itself, it keeps what it reads from there on to itself.

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

/// The shelves that a transaction has taken down.
pub(crate) struct Shelves {
    memory: Arc<HouseMemory>,
    /// `None` for a house that this transaction has changed.
    taken: HashMap<CommunityCode, Option<Arc<Shelf>>>,
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

    /// What others know of a community's house; `None` where this transaction must not rely on it.
    fn shelf(&mut self, community: CommunityCode) -> Result<Option<Arc<Shelf>>, StoreError> {
        if let Some(taken) = self.shelves.as_ref().and_then(|it| it.taken.get(&community)) {
            return Ok(taken.clone());
        }
        let changes = if self.is_writer() {
            self.held_changes(community)
        } else {
            Some(self.house_changes(community)?)
        };
        let (Some(shelves), Some(changes)) = (&mut self.shelves, changes) else { return Ok(None) };
        let shelf = shelves.memory.shelf(community, changes);
        shelves.taken.insert(community, Some(Arc::clone(&shelf)));
        Ok(Some(shelf))
    }

    /// Keeps something that was not asked for by [`Tx::of_the_house`] but will be.
    pub(crate) fn foreseen<T: Send + Sync + 'static>(
        &mut self,
        what: &'static str,
        community: CommunityCode,
        which: &[u8],
        known: T,
    ) -> Result<(), StoreError> {
        match self.shelf(community)? {
            Some(shelf) => drop(locked(&shelf).insert((what, which.to_vec()), Arc::new(known))),
            None => self.remember(what, community, which, Arc::new(known)),
        }
        Ok(())
    }

    /// Whether [`Tx::of_the_house`] knows the answer already.
    pub(crate) fn knows(
        &mut self,
        what: &'static str,
        community: CommunityCode,
        which: &[u8],
    ) -> Result<bool, StoreError> {
        let shelf = self.shelf(community)?;
        Ok(shelf.is_some_and(|shelf| locked(&shelf).contains_key(&(what, which.to_vec()))))
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

    /// From here on this transaction sees another house than the others.
    pub(crate) fn forget_house(&mut self, community: CommunityCode) {
        self.forget();
        if let Some(shelves) = &mut self.shelves {
            shelves.taken.insert(community, None);
        }
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
