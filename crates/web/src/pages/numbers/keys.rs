//! The words of measures and reasons.

use guanjia_domain::numbers::{Measure, Out, Part, Why};

/// The name of a measure, and what it says.
pub(super) const fn of_measure(measure: Measure) -> (&'static str, &'static str) {
    match measure {
        Measure::Response => ("rate-response", "rate-response-about"),
        Measure::Solution => ("rate-solution", "rate-solution-about"),
        Measure::Satisfaction => ("rate-satisfaction", "rate-satisfaction-about"),
        Measure::OnTime => ("rate-on-time", "rate-on-time-about"),
        Measure::SameDay => ("rate-same-day", "rate-same-day-about"),
        Measure::OnTheSpot => ("rate-on-the-spot", "rate-on-the-spot-about"),
        Measure::Rework => ("rate-rework", "rate-rework-about"),
        Measure::Return => ("rate-return", "rate-return-about"),
    }
}

/// Why a request is left out, with their number.
pub(in crate::pages) const fn of_out(out: Out) -> &'static str {
    match out {
        Out::Merged => "out-merged",
        Out::Voided => "out-voided",
        Out::Refused => "out-refused",
        Out::Imported => "out-imported",
        Out::NotYet => "out-not-yet",
        Out::Open => "out-open",
        Out::Special => "out-special",
        Out::NotAsked => "out-not-asked",
        Out::Unreached => "out-unreached",
        Out::Declined => "out-declined",
        Out::NotSmall => "out-not-small",
    }
}

/// Why requests are left out, without their number.
pub(in crate::pages) const fn of_reason(out: Out) -> &'static str {
    match out {
        Out::Merged => "reason-merged",
        Out::Voided => "reason-voided",
        Out::Refused => "reason-refused",
        Out::Imported => "reason-imported",
        Out::NotYet => "reason-not-yet",
        Out::Open => "reason-open",
        Out::Special => "reason-special",
        Out::NotAsked => "reason-not-asked",
        Out::Unreached => "reason-unreached",
        Out::Declined => "reason-declined",
        Out::NotSmall => "reason-not-small",
    }
}

/// A part of a measure.
pub(in crate::pages) const fn of_part(part: Part) -> &'static str {
    match part {
        Part::Hit => "counted-hit",
        Part::Miss => "counted-miss",
        Part::Counted => "counted-of",
        Part::Out(_) => "counted-out",
    }
}

/// Why a small matter stayed overnight, with their number.
pub(super) const fn of_night(why: Why) -> &'static str {
    match why {
        Why::NotTaken => "night-not-taken",
        Why::PutAside => "night-put-aside",
        Why::ToCheck => "night-to-check",
        Why::Steward => "night-steward",
        Why::GridWorker => "night-grid-worker",
        Why::Organisation => "night-organisation",
        Why::Above => "night-above",
        Why::Extended => "night-extended",
    }
}
