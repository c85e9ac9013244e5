//! Tests of the limits, by what they prove.

mod book;
mod clocks;
mod duty_days;
mod forms;
mod oracle;
mod secretary;
mod table;

use super::*;

/// The instant of a clock time in China: `2026-02-13T16:30:00`.
fn at(text: &str) -> Timestamp {
    format!("{text}+08:00").parse().unwrap()
}

fn moment(text: &str) -> crate::moment::Moment {
    at(text).into()
}

fn limit(text: &str) -> Limit {
    text.parse().unwrap()
}
