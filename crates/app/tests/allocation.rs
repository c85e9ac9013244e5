//! Allocations on both engines: drafted, objected to, approved, and never more than a draft before that.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

#[path = "allocation/approval.rs"]
mod approval;
#[path = "allocation/contest.rs"]
mod contest;
#[path = "support/filled.rs"]
mod filled;
#[path = "allocation/house.rs"]
mod house;
#[path = "../../store/tests/support/postgres.rs"]
mod postgres;
#[path = "allocation/rules.rs"]
mod rules;
