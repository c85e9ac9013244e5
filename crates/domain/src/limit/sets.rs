//! Sets of limits that were published, to begin with.

use super::book::Limits;
use super::{Limit, Measure, Scope};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::num::NonZeroU32;

/// A ready-made set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LimitSet {
    /// Urgent 2 h, small matters on the same day, everything else 5 working days.
    Beginning,
    /// The draft standard of Beijing's 12345 service of 2021: emergencies 2 h, supply of water, power, gas and heat
    /// 24 h, ordinary matters 7 days, hard ones 15 days. Small matters stay on the same day.
    Beijing2021,
    /// The 12345 regulation of Weifang: 5 working days. Small matters stay on the same day.
    Weifang,
    /// Everything on the same day.
    SameDay,
    /// As many cities write it: signed for within 1 working day, done within 5; small matters on the same day. An
    /// urgent matter is spoken about and looked at within the hour.
    SignFirst,
}

/// The class of water, power, gas and heat.
const SUPPLY: &str = "08";
/// The classes whose matters usually need several parties: leaks and the building, parking and fire lanes.
const HARD: [&str; 2] = ["06", "07"];

impl LimitSet {
    /// Every set, in the order of the page.
    pub const ALL: [Self; 5] =
        [Self::Beginning, Self::SignFirst, Self::Beijing2021, Self::Weifang, Self::SameDay];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Beginning => "beginning",
            Self::Beijing2021 => "beijing_2021",
            Self::Weifang => "weifang",
            Self::SameDay => "same_day",
            Self::SignFirst => "sign_first",
        }
    }

    /// The set of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Whether small matters have a row of their own beside longer limits.
    #[must_use]
    pub fn keeps_small_matters(self) -> bool {
        self.rows().contains_key(&Scope::Small)
    }

    /// What the set says. Danger to life has two hours in each, for no regulation leaves it more; and what a community
    /// calls small does not stay overnight because a city's limit for everything is longer. Whoever wants that takes
    /// the row out.
    pub(super) fn rows(self) -> BTreeMap<Scope, Limits> {
        let done = |scope, limit| (scope, Limits::from([(Measure::Done, limit)]));
        let urgent = done(Scope::Urgent, hours(2));
        let small = done(Scope::Small, Limit::SameDay);
        let class = |code: &str, limit| done(Scope::Class(code.to_owned()), limit);
        match self {
            Self::Beginning => [urgent, small, done(Scope::All, working_days(5))].into(),
            Self::Beijing2021 => {
                let hard = HARD.map(|code| class(code, days(15)));
                let rest = [urgent, small, class(SUPPLY, hours(24)), done(Scope::All, days(7))];
                hard.into_iter().chain(rest).collect()
            }
            Self::SignFirst => {
                let all = Limits::from([
                    (Measure::FirstContact, working_days(1)),
                    (Measure::Done, working_days(5)),
                ]);
                let at_once = Limits::from([
                    (Measure::FirstContact, hours(1)),
                    (Measure::OnSite, hours(1)),
                    (Measure::Done, hours(2)),
                ]);
                [(Scope::Urgent, at_once), small, (Scope::All, all)].into()
            }
            Self::Weifang => [urgent, small, done(Scope::All, working_days(5))].into(),
            Self::SameDay => [urgent, done(Scope::All, Limit::SameDay)].into(),
        }
    }
}

const fn number(n: u32) -> NonZeroU32 {
    NonZeroU32::MIN.saturating_add(n - 1)
}

const fn hours(n: u32) -> Limit {
    Limit::Hours(number(n))
}

const fn days(n: u32) -> Limit {
    Limit::Days(number(n))
}

const fn working_days(n: u32) -> Limit {
    Limit::WorkingDays(number(n))
}
