//! Weeks of deeds.

use super::table::{Ask, ask_of};
use crate::moment::Moment;
use crate::party::Role;
use crate::report::day_of;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// How often a role did something in a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deeds {
    /// The Monday.
    pub week: Date,
    /// The role.
    pub role: Role,
    /// The name of the event.
    pub event: String,
    /// How often.
    pub count: u64,
    /// How often it was what somebody pressed; else it came with another event of the same press.
    pub own: u64,
}

/// What was asked in all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Deeds.
    pub deeds: u64,
    /// Fields typed.
    pub fields: u64,
    /// Taps.
    pub taps: u64,
    /// Seconds.
    pub seconds: u64,
}

impl Asked {
    /// Adds `count` deeds of a kind.
    pub fn add(&mut self, ask: &Ask, count: u64) {
        self.deeds += count;
        self.fields += u64::from(ask.fields) * count;
        self.taps += u64::from(ask.taps) * count;
        self.seconds += u64::from(ask.seconds) * count;
    }

    /// Minutes, a begun one counted whole.
    #[must_use]
    pub const fn minutes(&self) -> u64 {
        self.seconds.div_ceil(60)
    }
}

/// The Monday of a moment's week in China.
#[must_use]
pub fn monday_of(at: Moment) -> Date {
    let day = day_of(at);
    let since = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(jiff::ToSpan::days(since)).unwrap_or(day)
}

/// Under which role a deed stands: a role that one person holds would be that person's week. The secretary is an
/// officer here, and the administrators stand together.
const fn shown_as(role: Role) -> Role {
    match role {
        Role::Secretary => Role::Officer,
        Role::SecurityAdministrator | Role::Auditor => Role::SystemAdministrator,
        other => other,
    }
}

/// What was asked of each role in each week: a press asks once, however many events tell of it.
#[must_use]
pub fn by_week(deeds: &[Deeds]) -> BTreeMap<(Date, Role), Asked> {
    let mut weeks: BTreeMap<_, Asked> = BTreeMap::new();
    for it in deeds {
        if let (Some(ask), false) = (ask_of(&it.event), it.role == Role::System) {
            weeks.entry((it.week, shown_as(it.role))).or_default().add(ask, it.own);
        }
    }
    weeks
}
