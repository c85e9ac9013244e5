//! How many failures are free, and how long the waits after them are.

use super::Tried;

/// The first wait in milliseconds; each further failure doubles it.
const FIRST_WAIT: i64 = 15_000;
const MINUTE: i64 = 60_000;

/// What holds for one kind of what is counted.
#[derive(Clone, Copy)]
pub(super) struct Rule {
    free: u32,
    longest: i64,
    /// One failure fades in so many milliseconds; `None` where all are forgotten together.
    pub fades: Option<i64>,
}

/// Somebody who guesses from one place.
const GUESSER: Rule = Rule { free: 5, longest: 15 * MINUTE, fades: None };
/// Many places that guess at one name. Its owner may be among those who wait, so never for long.
const NAME: Rule = Rule { free: 50, longest: MINUTE, fades: Some(MINUTE) };
/// An office shares one address, and people mistype every day.
const ADDRESS: Rule = Rule { free: 20, longest: 15 * MINUTE, fades: Some(10 * MINUTE) };

pub(super) const fn rule(tried: &Tried) -> Rule {
    match tried {
        Tried::Pair(..) | Tried::Code(_) | Tried::Proof(_) => GUESSER,
        Tried::Name(_) => NAME,
        Tried::Address(_) => ADDRESS,
    }
}

impl Rule {
    /// The wait after so many failures, in milliseconds.
    pub(super) fn wait_after(self, failures: u32) -> i64 {
        let Some(over) = failures.checked_sub(self.free) else { return 0 };
        FIRST_WAIT.saturating_mul(1 << over.min(20)).min(self.longest)
    }
}
