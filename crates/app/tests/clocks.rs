//! Limits, calendars, reminders and quiet hours on both engines.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

#[path = "support/filled.rs"]
mod filled;
#[path = "../../store/tests/support/postgres.rs"]
mod postgres;

#[path = "clocks/calendars.rs"]
mod calendars;
#[path = "clocks/house.rs"]
mod house;
#[path = "clocks/limits.rs"]
mod limits;
#[path = "clocks/quiet.rs"]
mod quiet;
#[path = "clocks/timers.rs"]
mod timers;
#[path = "clocks/waiting.rs"]
mod waiting;
