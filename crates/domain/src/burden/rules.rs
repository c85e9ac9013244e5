//! What a change of rules would cost, before it is switched on: reckoned on the weeks that were.

use super::table::Ask;
use super::week::{Asked, Deeds};
use crate::party::Role;
use crate::worded::worded;
use std::collections::BTreeMap;

worded! {
    /// A rule that somebody may think of.
    Rule {
        /// A photo whenever something is reported done.
        PhotoOnEachDisposal = "photo_on_each_disposal";
        /// The steward looks at every small matter that was done on the spot.
        CheckEachSmallMatter = "check_each_small_matter";
        /// A call afterwards for everything that ended.
        FollowUpEach = "follow_up_each";
        /// A written note whenever something is handed on.
        NoteOnEachDispatch = "note_on_each_dispatch";
        /// A written plan whenever something is taken on.
        PlanOnEachAcceptance = "plan_on_each_acceptance";
    }
}

/// What a rule would have asked more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// The rule.
    pub rule: Rule,
    /// Of each role, over all the weeks.
    pub roles: BTreeMap<Role, Asked>,
}

impl Rule {
    /// On which events it bears, what it asks for each, and of whom: `None` is whoever did it.
    const fn bears(self) -> (&'static [&'static str], Ask, Option<Role>) {
        const fn more(event: &'static str, fields: u32, taps: u32, seconds: u32) -> Ask {
            Ask { event, fields, taps, seconds }
        }
        match self {
            Self::PhotoOnEachDisposal => (&["disposed", "done_on_spot"], more("photo", 0, 3, 25), None),
            Self::CheckEachSmallMatter => (&["done_on_spot"], more("check", 0, 3, 120), Some(Role::Officer)),
            // What is done on the spot is closed by it.
            Self::FollowUpEach => (&["closed"], more("followed_up", 0, 4, 120), Some(Role::Officer)),
            Self::NoteOnEachDispatch => (&["dispatched"], more("note", 1, 1, 35), None),
            Self::PlanOnEachAcceptance => (&["accepted"], more("plan", 2, 2, 90), None),
        }
    }

    /// What it asks each time.
    #[must_use]
    pub const fn ask(self) -> Ask {
        self.bears().1
    }
}

/// What a rule would have asked more over the weeks of `deeds`. Calls that were made anyway are no more work; what
/// residents and the program do bears no rule.
#[must_use]
pub fn cost_of(rule: Rule, deeds: &[Deeds]) -> Cost {
    let (events, ask, whom) = rule.bears();
    let mut counts: BTreeMap<Role, u64> = BTreeMap::new();
    for it in deeds.iter().filter(|it| events.contains(&it.event.as_str())) {
        if !matches!(it.role, Role::Resident | Role::System) {
            *counts.entry(whom.unwrap_or(it.role)).or_default() += it.count;
        }
    }
    let already: u64 = deeds.iter().filter(|it| it.event == ask.event).map(|it| it.count).sum();
    let mut roles = BTreeMap::new();
    for (role, count) in counts {
        let mut asked = Asked::default();
        asked.add(&ask, if whom.is_some() { count.saturating_sub(already) } else { count });
        roles.insert(role, asked);
    }
    Cost { rule, roles }
}
