//! What a good plan is: five objectives in an order.

use super::form::Slack;

/// One of the objectives; all are made small.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Objective {
    /// The largest load ÷ capacity.
    MaxLoad,
    /// Pairs in which an easier estate has a higher tier than a harder one.
    TierInversions,
    /// Sum over the officers of (load ÷ capacity − mean share)².
    LoadSpread,
    /// Sum of the distances between the estates of an officer.
    Distance,
    /// Estates whose officer is not the present one.
    Changes,
}

impl Objective {
    /// All, in the order that holds where nothing else is said.
    pub const ALL: [Self; 5] =
        [Self::MaxLoad, Self::TierInversions, Self::LoadSpread, Self::Distance, Self::Changes];

    /// Its place in lists of values.
    #[must_use]
    pub const fn place(self) -> usize {
        self as usize
    }

    /// Its name in the interchange form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::MaxLoad => "max_load",
            Self::TierInversions => "tier_inversions",
            Self::LoadSpread => "load_spread",
            Self::Distance => "distance",
            Self::Changes => "changes",
        }
    }

    /// By its name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// A whole order from the part that somebody named: `tier_inversions`, where it is not named, stands right behind
    /// `max_load` (first, where that is not named either); the others follow in their usual order.
    #[must_use]
    pub fn completed(named: &[Self]) -> Vec<Self> {
        if named.is_empty() {
            return Self::ALL.to_vec();
        }
        let mut order = named.to_vec();
        if !order.contains(&Self::TierInversions) {
            let behind = order.iter().position(|one| *one == Self::MaxLoad).map_or(0, |place| place + 1);
            order.insert(behind, Self::TierInversions);
        }
        order
            .extend(Self::ALL.into_iter().filter(|one| !named.contains(one) && *one != Self::TierInversions));
        order
    }

    /// What part of `slack` is its own.
    #[must_use]
    pub const fn slack(self, slack: &Slack) -> f64 {
        match self {
            Self::MaxLoad => slack.max_load,
            Self::TierInversions => slack.tier_inversions,
            Self::LoadSpread => slack.load_spread,
            Self::Distance => slack.distance,
            Self::Changes => slack.changes,
        }
    }
}

/// The value of each objective, in the order of [`Objective::ALL`].
pub type Values = [f64; 5];

#[cfg(test)]
mod tests {
    use super::Objective::{Changes, Distance, LoadSpread, MaxLoad, TierInversions};
    use super::*;

    #[test]
    fn a_named_part_becomes_a_whole_order() {
        let order = Objective::completed(&[MaxLoad, Changes, LoadSpread]);
        assert_eq!(order, [MaxLoad, TierInversions, Changes, LoadSpread, Distance]);
        assert_eq!(Objective::completed(&[Changes])[..2], [TierInversions, Changes]);
        assert_eq!(Objective::completed(&[]), Objective::ALL);
    }

    #[test]
    fn names_lead_back() {
        for one in Objective::ALL {
            assert_eq!(Objective::named(one.name()), Some(one));
            assert_eq!(Objective::ALL[one.place()], one);
        }
    }
}
