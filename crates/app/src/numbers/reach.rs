//! Whose numbers somebody may see.

use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::ids::EstateId;
use guanjia_domain::numbers::Fact;
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Refusal, Role};
use guanjia_store::Tx;

/// The estates whose numbers are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Every estate of the community.
    All,
    /// These.
    Estates(Vec<EstateId>),
}

impl Reach {
    /// Whether a request belongs to it.
    #[must_use]
    pub fn holds(&self, fact: &Fact) -> bool {
        self.has(fact.estate)
    }

    /// Whether an estate belongs to it.
    #[must_use]
    pub fn has(&self, estate: EstateId) -> bool {
        match self {
            Self::All => true,
            Self::Estates(estates) => estates.contains(&estate),
        }
    }

    /// A key to remember by. No estates are not all of them.
    pub(super) fn key(&self) -> Vec<u8> {
        match self {
            Self::All => vec![0],
            Self::Estates(estates) => {
                std::iter::once(1).chain(estates.iter().flat_map(|it| *it.0.as_bytes())).collect()
            }
        }
    }
}

impl App {
    /// The numbers that somebody may see: of one estate, or of all that are theirs.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`]; [`Refusal::NotFound`] for an estate that is not there, or is another community's.
    pub fn numbers_reach(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        estate: Option<EstateId>,
    ) -> Result<Reach> {
        let street = self.community(tx, community)?.street;
        let all = Area::community(community, street);
        if let Some(estate) = estate {
            allow(who, Action::ReadNumbers, &Area { estate: Some(estate), ..all })?;
            tx.estate(community, estate)?.ok_or(Refusal::NotFound)?;
            return Ok(Reach::Estates(vec![estate]));
        }
        if who.role != Role::Officer {
            allow(who, Action::ReadNumbers, &all)?;
            return Ok(Reach::All);
        }
        let mut own: Vec<_> = who.stewards.iter().chain(&who.deputises).copied().collect();
        own.sort_unstable();
        own.dedup();
        for estate in &own {
            allow(who, Action::ReadNumbers, &Area { estate: Some(*estate), ..all })?;
        }
        Ok(Reach::Estates(own))
    }
}

#[cfg(test)]
mod tests {
    use super::Reach;

    #[test]
    fn no_estates_are_not_all_of_them() {
        assert_ne!(Reach::All.key(), Reach::Estates(Vec::new()).key());
    }
}
