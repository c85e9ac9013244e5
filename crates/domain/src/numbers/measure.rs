//! What is measured, and how each request counts in it.

use super::exclusion::Exclusion;
use super::fact::Fact;
use super::rule::{Answers, Contact, RateRule};
use crate::moment::Moment;
use crate::request::{Closing, Reach, Satisfaction, State};

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $slug:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$of])* $variant),+ }

        impl $name {
            /// Every one, in the order of the page.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name: stands in addresses and is the translation key.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $slug),+ }
            }

            /// The one of that name.
            #[must_use]
            pub fn of_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.name() == name)
            }
        }
    };
}

named! {
    /// A share that is measured.
    Measure {
        /// 响应率: a first word in time.
        Response = "response",
        /// 解决率: those asked call it solved.
        Solution = "solution",
        /// 满意率: those asked are content.
        Satisfaction = "satisfaction",
        /// 按期: done before its limit.
        OnTime = "on-time",
        /// 小事不隔夜: small matters done before the night.
        SameDay = "same-day",
        /// 自行处置: put right on the spot.
        OnTheSpot = "on-the-spot",
        /// 返工: the check sent it back.
        Rework = "rework",
        /// 退回: somebody gave it back.
        Return = "return",
    }
}

named! {
    /// Why a request does not count in a measure.
    Out {
        /// Part of another request.
        Merged = "merged",
        /// Filed by mistake.
        Voided = "voided",
        /// Not for the community.
        Refused = "refused",
        /// Brought in from elsewhere.
        Imported = "imported",
        /// Not yet over: its limit still runs.
        NotYet = "not-yet",
        /// Still open, so nobody could be asked, or nothing be checked.
        Open = "open",
        /// Ended for a special reason without being done.
        Special = "special",
        /// Nobody asked, and nobody answered.
        NotAsked = "not-asked",
        /// Asked, and nobody was reached.
        Unreached = "unreached",
        /// Asked, and they did not wish to answer.
        Declined = "declined",
        /// No small matter with a limit of the same day.
        NotSmall = "not-small",
    }
}

/// How a request counts in a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// As a hit, of so many per cent.
    Hit(u8),
    /// As none.
    Miss,
    /// Not at all.
    Out(Out),
}

use Counted::{Hit, Miss};

const HOUR: i64 = 60 * 60 * 1_000;

impl Measure {
    /// How a request counts at `now`, by a rule.
    #[must_use]
    pub fn judge(self, fact: &Fact, rule: &RateRule, now: Moment) -> Counted {
        if let Some(kind) = fact.exclusion().filter(|kind| rule.leaves_out(*kind)) {
            return Counted::Out(match kind {
                Exclusion::Merged => Out::Merged,
                Exclusion::Voided => Out::Voided,
                Exclusion::Refused => Out::Refused,
                Exclusion::Imported => Out::Imported,
            });
        }
        match self {
            Self::Response => response(fact, rule, now),
            Self::Solution => asked(fact, rule, rule.solved(fact.confirmed, fact.follow_up).map(hit)),
            Self::Satisfaction => {
                let said = rule.content(fact.rated, fact.follow_up);
                asked(fact, rule, said.map(|it| content(it, rule)))
            }
            Self::OnTime => in_time(fact, now),
            Self::SameDay if !fact.flags.same_day => Counted::Out(Out::NotSmall),
            Self::SameDay => match in_time(fact, now) {
                // More time is another night, not more day.
                Hit(_) | Counted::Out(Out::NotYet) if fact.counts.extensions > 0 => Miss,
                counted => counted,
            },
            Self::OnTheSpot => of_closed(fact, fact.flags.on_the_spot),
            Self::Rework if fact.done_at.is_none() && fact.counts.reworks == 0 => not_done(fact),
            Self::Rework => hit(fact.counts.reworks > 0),
            Self::Return => hit(fact.counts.returns > 0),
        }
    }
}

const fn hit(is: bool) -> Counted {
    if is { Hit(100) } else { Miss }
}

fn not_done(fact: &Fact) -> Counted {
    Counted::Out(if fact.is_open() { Out::Open } else { Out::Special })
}

fn of_closed(fact: &Fact, is: bool) -> Counted {
    if fact.is_open() { Counted::Out(Out::Open) } else { hit(is) }
}

fn response(fact: &Fact, rule: &RateRule, now: Moment) -> Counted {
    let until = fact.reported_at.plus(i64::from(rule.contact_hours) * HOUR);
    let accepted = fact.accepted_at.filter(|_| rule.contact == Contact::Acceptance);
    let first = [accepted, fact.answered_at].into_iter().flatten().min();
    match first {
        Some(at) => hit(at <= until),
        None if now > until => Miss,
        None => Counted::Out(Out::NotYet),
    }
}

/// Done before the limit; whoever asks before the limit learns nothing yet. A clock that stands is judged by where it
/// stopped.
fn in_time(fact: &Fact, now: Moment) -> Counted {
    if fact.closing == Some(Closing::Special) {
        return Counted::Out(Out::Special);
    }
    let until = fact.done_at.or(fact.stands_since).unwrap_or(now);
    if fact.done_at.is_some() || fact.state == State::Closed {
        hit(fact.closing.map_or(until <= fact.due_at, |how| how == Closing::Normal))
    } else if until > fact.due_at {
        Miss
    } else if fact.is_open() {
        Counted::Out(Out::NotYet)
    } else {
        Counted::Out(Out::Special)
    }
}

/// By the word that counts; where it was not said, because.
fn asked(fact: &Fact, rule: &RateRule, said: Option<Counted>) -> Counted {
    if fact.is_open() {
        return Counted::Out(Out::Open);
    }
    if let Some(counted) = said {
        return counted;
    }
    let follow_up = fact.follow_up.filter(|_| rule.answers != Answers::Own);
    let silent = match follow_up.map(|it| it.reach) {
        Some(Reach::Unreached) => Out::Unreached,
        Some(Reach::Declined) => Out::Declined,
        _ => return Counted::Out(Out::NotAsked),
    };
    if rule.silence_counts { Miss } else { Counted::Out(silent) }
}

fn content(satisfied: Satisfaction, rule: &RateRule) -> Counted {
    match satisfied {
        Satisfaction::Satisfied => Hit(100),
        Satisfaction::Basically => Hit(rule.basically),
        Satisfaction::Dissatisfied => Miss,
    }
}
