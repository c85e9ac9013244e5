//! Rows of boards that were shown lately, opened and ready to be shown again.
//!
//! A row is asked for by request **and version**: after any event it has another version, so what is kept is never
//! stale, on whichever server the event was recorded. What was said in it lies here in clear, as it does on the page;
//! so a row that nobody looks at is dropped after [`KEPT`] at the latest, and one that is erased at once.

use guanjia_domain::ids::RequestId;
use guanjia_domain::{CommunityCode, Moment};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How many rows are kept at the most, twice over: about a kilobyte each.
const MOST: usize = 4_096;
/// After how many milliseconds without being looked at a row is dropped, at the latest: twenty minutes.
const KEPT: i64 = 20 * 60 * 1_000;

type Key = (CommunityCode, RequestId);
type Shelf<T> = HashMap<Key, (u64, Arc<T>)>;

/// Two shelves: what is looked at moves to the young one; when that is full or has had its time, it becomes the old
/// one, and what nobody has looked at meanwhile is gone.
struct Shelves<T> {
    young: Shelf<T>,
    old: Shelf<T>,
    turned: Moment,
}

/// Rows shown lately.
pub struct Recent<T>(Mutex<Shelves<T>>);

impl<T> Default for Recent<T> {
    fn default() -> Self {
        let (young, old) = (HashMap::new(), HashMap::new());
        Self(Mutex::new(Shelves { young, old, turned: Moment::default() }))
    }
}

impl<T> Recent<T> {
    fn shelves(&self) -> MutexGuard<'_, Shelves<T>> {
        // A panic cannot leave them half-changed: each change is one call of a map.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The rows of some requests in those versions, as far as they are here.
    pub(super) fn find(
        &self,
        community: CommunityCode,
        wanted: impl Iterator<Item = (RequestId, u64)>,
        now: Moment,
    ) -> Vec<Option<Arc<T>>> {
        let mut shelves = self.shelves();
        shelves.turn(now);
        wanted.map(|(id, version)| shelves.find((community, id), version)).collect()
    }

    /// Keeps the rows of some requests in those versions.
    pub(super) fn keep(
        &self,
        community: CommunityCode,
        rows: impl Iterator<Item = (RequestId, u64, Arc<T>)>,
        now: Moment,
    ) {
        let mut shelves = self.shelves();
        for (id, version, row) in rows {
            shelves.turn(now);
            shelves.young.insert((community, id), (version, row));
        }
    }

    /// Drops what was kept of a request.
    pub(crate) fn forget(&self, community: CommunityCode, id: RequestId) {
        let mut shelves = self.shelves();
        shelves.young.remove(&(community, id));
        shelves.old.remove(&(community, id));
    }
}

impl<T> Shelves<T> {
    fn turn(&mut self, now: Moment) {
        if self.young.len() >= MOST || !(0..KEPT / 2).contains(&now.since(self.turned)) {
            self.old = std::mem::take(&mut self.young);
            self.turned = now;
        }
    }

    fn find(&mut self, key: Key, version: u64) -> Option<Arc<T>> {
        if let Some(kept) = self.old.remove(&key) {
            self.young.entry(key).or_insert(kept);
        }
        self.young.get(&key).filter(|(kept, _)| *kept == version).map(|(_, row)| Arc::clone(row))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn code() -> CommunityCode {
        "L001".parse().unwrap()
    }

    fn id(n: usize) -> RequestId {
        RequestId(Uuid::from_u128(n as u128))
    }

    fn keep(recent: &Recent<()>, n: usize, version: u64) {
        recent.keep(code(), std::iter::once((id(n), version, Arc::new(()))), Moment(1));
    }

    fn found(recent: &Recent<()>, n: usize, version: u64, now: i64) -> bool {
        recent.find(code(), std::iter::once((id(n), version)), Moment(now))[0].is_some()
    }

    #[test]
    fn only_the_same_version_is_found_and_what_is_erased_is_gone() {
        let recent = Recent::default();
        keep(&recent, 1, 3);
        assert!(found(&recent, 1, 3, 1));
        assert!(!found(&recent, 1, 4, 1) && !found(&recent, 1, 2, 1));
        recent.forget(code(), id(1));
        assert!(!found(&recent, 1, 3, 1));
    }

    #[test]
    fn what_nobody_looks_at_is_dropped_in_time_and_the_rest_stays() {
        let recent = Recent::default();
        keep(&recent, 1, 1);
        keep(&recent, 2, 1);
        let half = KEPT / 2;
        assert!(found(&recent, 1, 1, 1 + half));
        assert!(found(&recent, 1, 1, 2 + 2 * half));
        assert!(!found(&recent, 2, 1, 2 + 2 * half));
        // A clock that was set back does not keep anything longer.
        assert!(found(&recent, 1, 1, 0));
        let shelves = recent.shelves();
        assert_eq!(shelves.young.len() + shelves.old.len(), 1);
    }

    #[test]
    fn no_more_than_so_many_are_kept() {
        let recent = Recent::default();
        (0..3 * MOST).for_each(|n| keep(&recent, n, 1));
        let shelves = recent.shelves();
        assert!(shelves.young.len() + shelves.old.len() <= 2 * MOST);
    }
}
