//! What was read once and need not be read again.
//!
//! [`Memory`] lives as long as its transaction: filings that are committed together come from a few places and
//! callers, and each is looked up once. [`SharedMemory`] lives as long as a part of a community stays as it is: its
//! *house* (names of places and people, and who looks after what) and its *work* (requests and notices). Nothing in
//! it is ever stale. Others cannot change what a transaction reads; whoever changes a part counts it in the ledger's
//! head ([`Tx::house_changed`], [`Tx::work_changed`]), and others take only what was read under the count that stands
//! in their own snapshot. A writer holds the head of its community, so nobody counts on meanwhile; once it changes the
//! house itself, it keeps what it reads from there on to itself. Of work, which it is about to change, it remembers
//! nothing.

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

/// What is kept of one part of a community, between two changes.
type Shelf = Mutex<HashMap<(&'static str, Vec<u8>), Arc<dyn Any + Send + Sync>>>;

/// A part of a community that changes apart from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Part {
    /// Places, people, who looks after what.
    House,
    /// Requests and notices.
    Work,
}

impl Part {
    /// How many things are kept of one community. Of the house: more than it has buildings, units and people, fewer
    /// than it has rooms. Of the work: the beginning of the board and the inbox of everybody.
    const fn most(self) -> usize {
        match self {
            Self::House => 4_096,
            Self::Work => 256,
        }
    }
}

/// How often the parts of a community have changed so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Changes {
    /// Places and people.
    pub house: u64,
    /// Requests and notices.
    pub work: u64,
}

/// What is kept of a part, with the count of changes under which it was read.
type Kept = (u64, Arc<Shelf>);

/// What readers know of every community.
#[derive(Default)]
pub(crate) struct SharedMemory(Mutex<HashMap<(CommunityCode, Part), Kept>>);

impl SharedMemory {
    /// What is known of a part as it stands after so many changes. A snapshot that is older than what others already
    /// saw keeps what it reads to itself.
    fn shelf(&self, community: CommunityCode, part: Part, changes: u64) -> Arc<Shelf> {
        let mut shelves = locked(&self.0);
        match shelves.get(&(community, part)) {
            Some((known, shelf)) if *known == changes => Arc::clone(shelf),
            Some((known, _)) if *known > changes => Arc::default(),
            _ => {
                let shelf = Arc::<Shelf>::default();
                shelves.insert((community, part), (changes, Arc::clone(&shelf)));
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
    memory: Arc<SharedMemory>,
    /// `None` for what this transaction has changed.
    taken: HashMap<(CommunityCode, Part), Option<Arc<Shelf>>>,
}

impl Shelves {
    pub(crate) fn new(memory: Arc<SharedMemory>) -> Self {
        Self { memory, taken: HashMap::new() }
    }

    fn take(&mut self, community: CommunityCode, part: Part, changes: u64) -> Arc<Shelf> {
        let shelf = self.memory.shelf(community, part, changes);
        self.taken.insert((community, part), Some(Arc::clone(&shelf)));
        shelf
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
        match self.house_shelf(community)? {
            Some(shelf) => self.shared(&shelf, Part::House, (what, which.to_vec()), read),
            None => self.remembered(what, community, which, |tx| read(tx).map(Arc::new)),
        }
    }

    /// What `read` answers about requests or notices, read at most once until one of them changes. `read` must ask
    /// about nothing else. Each `what` stands for one type and one question.
    ///
    /// # Errors
    /// What `read` or the engine says; that is not remembered.
    pub fn of_the_work<T: Send + Sync + 'static, E: From<StoreError>>(
        &mut self,
        what: &'static str,
        community: CommunityCode,
        which: &[u8],
        read: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        if self.is_writer() {
            return read(self).map(Arc::new);
        }
        match self.read_shelf(community, Part::Work)? {
            Some(shelf) => self.shared(&shelf, Part::Work, (what, which.to_vec()), read),
            None => read(self).map(Arc::new),
        }
    }

    fn shared<T: Send + Sync + 'static, E>(
        &mut self,
        shelf: &Shelf,
        part: Part,
        key: (&'static str, Vec<u8>),
        read: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        let known = locked(shelf).get(&key).cloned();
        if let Some(known) = known.and_then(|known| known.downcast::<T>().ok()) {
            return Ok(known);
        }
        let found = Arc::new(read(self)?);
        let mut shelf = locked(shelf);
        if shelf.len() >= part.most() {
            shelf.clear();
        }
        shelf.insert(key, Arc::clone(&found) as Arc<dyn Any + Send + Sync>);
        Ok(found)
    }

    /// What others know of a community's house; `None` where this transaction must not rely on it.
    fn house_shelf(&mut self, community: CommunityCode) -> Result<Option<Arc<Shelf>>, StoreError> {
        if !self.is_writer() {
            return self.read_shelf(community, Part::House);
        }
        let held = self.held_changes(community);
        let Some(shelves) = &mut self.shelves else { return Ok(None) };
        if let Some(taken) = shelves.taken.get(&(community, Part::House)) {
            return Ok(taken.clone());
        }
        Ok(held.map(|changes| shelves.take(community, Part::House, changes)))
    }

    /// What others know of a part, for a snapshot.
    fn read_shelf(&mut self, community: CommunityCode, part: Part) -> Result<Option<Arc<Shelf>>, StoreError> {
        let known = |shelves: &Option<Shelves>| shelves.as_ref()?.taken.get(&(community, part)).cloned();
        if let Some(taken) = known(&self.shelves) {
            return Ok(taken);
        }
        let changes = self.changes(community)?;
        self.counted(community, changes);
        Ok(known(&self.shelves).flatten())
    }

    /// Takes down what is known of a community after so many changes, as they stand in this snapshot.
    pub(crate) fn counted(&mut self, community: CommunityCode, changes: Changes) {
        if let Some(shelves) = self.shelves.as_mut().filter(|_| !self.is_writer) {
            shelves.take(community, Part::House, changes.house);
            shelves.take(community, Part::Work, changes.work);
        }
    }

    /// Keeps something that was not asked for by [`Tx::of_the_house`] but will be.
    pub(crate) fn foreseen<T: Send + Sync + 'static>(
        &mut self,
        what: &'static str,
        community: CommunityCode,
        which: &[u8],
        known: T,
    ) -> Result<(), StoreError> {
        match self.house_shelf(community)? {
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
        let shelf = self.house_shelf(community)?;
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
            shelves.taken.insert((community, Part::House), None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_empties_the_shelf_and_an_old_snapshot_gets_its_own() {
        let memory = SharedMemory::default();
        let code = "L001".parse().unwrap();
        let house = |changes| memory.shelf(code, Part::House, changes);
        let first = house(1);
        assert!(Arc::ptr_eq(&first, &house(1)));
        let second = house(2);
        assert!(!Arc::ptr_eq(&first, &second));
        let old = house(1);
        assert!(!Arc::ptr_eq(&old, &first) && !Arc::ptr_eq(&old, &second));
        assert!(Arc::ptr_eq(&second, &house(2)));
        assert!(!Arc::ptr_eq(&second, &memory.shelf(code, Part::Work, 2)));
    }
}
