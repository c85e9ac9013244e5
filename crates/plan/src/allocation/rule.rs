//! The rules of a case one by one, so that each can be named, dropped and weighed.

use super::case::Case;
use super::form::TierOrder;

/// A rule that an input states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// The strict order of the tiers.
    Tiers,
    /// The most changes.
    MaxChanges,
    /// The estate is not to go to the officer.
    Forbidden(usize, usize),
    /// The estate is to go to the officer.
    Pinned(usize, usize),
    /// The fewest estates of the officer.
    MinEstates(usize),
    /// The most estates of the officer.
    MaxEstates(usize),
}

impl Rule {
    /// All rules of a case.
    #[must_use]
    pub fn all(case: &Case) -> Vec<Self> {
        let mut rules = Vec::new();
        if case.tier_order == TierOrder::Strict {
            rules.push(Self::Tiers);
        }
        rules.extend(case.max_changes.map(|_| Self::MaxChanges));
        for (estate, list) in case.forbidden.iter().enumerate() {
            rules.extend(list.iter().map(|officer| Self::Forbidden(estate, *officer)));
        }
        let pins = case.pinned.iter().enumerate();
        rules.extend(pins.filter_map(|(estate, pin)| pin.map(|officer| Self::Pinned(estate, officer))));
        let officers = || case.officers.iter().enumerate();
        rules.extend(
            officers().filter(|(_, who)| who.min_estates > 0).map(|(place, _)| Self::MinEstates(place)),
        );
        rules.extend(officers().map(|(place, _)| Self::MaxEstates(place)));
        rules
    }

    /// The case without the rule; an upper limit of estates is raised by one.
    #[must_use]
    pub fn dropped(self, case: &Case) -> Case {
        let mut case = case.clone();
        match self {
            Self::Tiers => case.tier_order = TierOrder::Off,
            Self::MaxChanges => case.max_changes = None,
            Self::Forbidden(estate, officer) => case.forbidden[estate].retain(|one| *one != officer),
            Self::Pinned(estate, _) => case.pinned[estate] = None,
            Self::MinEstates(officer) => case.officers[officer].min_estates = 0,
            Self::MaxEstates(officer) => case.officers[officer].max_estates += 1,
        }
        case
    }
}
