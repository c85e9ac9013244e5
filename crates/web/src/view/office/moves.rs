//! Which open requests move when limits or a calendar change.

use crate::view::{Measure, samples};

/// A clock that moves.
#[derive(Debug, Clone)]
pub struct MoveClock {
    /// Of what.
    pub measure: Measure,
    /// When it is due, milliseconds of the epoch.
    pub from: i64,
    /// When it will be.
    pub to: i64,
}

/// A request that moves.
#[derive(Debug, Clone)]
pub struct MoveLine {
    /// Its page.
    pub href: String,
    /// By which people call it, and where it is.
    pub about: String,
    /// Its clocks that move.
    pub clocks: Vec<MoveClock>,
}

/// What a change would do, shown before it is made.
#[derive(Debug, Clone, Default)]
pub struct MovesShown {
    /// The first of them.
    pub lines: Vec<MoveLine>,
    /// How many there are in all.
    pub all: u32,
    /// Names and values of the form, to be sent again with `confirm`.
    pub form: Vec<(String, String)>,
}

impl MovesShown {
    /// Two requests that move.
    pub(super) fn sample(now: i64) -> Self {
        let line = |number: u32, place: &str, to: i64| MoveLine {
            href: format!("/requests/{}", samples::ID),
            about: format!("#{number} · {place}"),
            clocks: vec![MoveClock { measure: Measure::Done, from: now + 86_400_000, to: now + to }],
        };
        let lines = vec![line(1_386, samples::ESTATE, 172_800_000), line(1_387, samples::LONG, 3_600_000)];
        Self { lines, all: 2, form: vec![("revision".to_owned(), "1".to_owned())] }
    }
}
