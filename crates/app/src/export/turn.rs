//! One list of a community at a time: each opens every name, or every card, of it.

use guanjia_domain::{CommunityCode, Refusal};
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

/// When it is worth asking again, in seconds.
const AGAIN: u64 = 5;

/// Of which communities a list is being made.
#[derive(Default)]
pub struct Exports(Mutex<HashSet<CommunityCode>>);

/// A list is being made until this is dropped.
pub(crate) struct Turn(Arc<Exports>, CommunityCode);

impl Exports {
    /// Begins to make a list.
    ///
    /// # Errors
    /// [`Refusal::TooManyTries`] while another of the community is being made.
    pub(crate) fn take(self: &Arc<Self>, community: CommunityCode) -> Result<Turn, Refusal> {
        let mut making = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let free = making.insert(community);
        free.then(|| Turn(Arc::clone(self), community)).ok_or(Refusal::TooManyTries { seconds: AGAIN })
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_list_of_a_community_at_a_time() {
        let (exports, [one, other]) =
            (Arc::<Exports>::default(), ["140109013001", "140109013002"].map(|code| code.parse().unwrap()));
        let turn = exports.take(one).unwrap();
        assert_eq!(exports.take(one).err(), Some(Refusal::TooManyTries { seconds: AGAIN }));
        assert!(exports.take(other).is_ok());
        drop(turn);
        assert!(exports.take(one).is_ok());
    }
}
