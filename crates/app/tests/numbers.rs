//! Numbers on both engines: every figure is the number of its requests, nobody sees another's, and what somebody
//! says on the own figures is found and erased.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test: what fails is its failure"
)]

#[path = "numbers/comments.rs"]
mod comments;
#[path = "numbers/figures.rs"]
mod figures;
#[path = "support/filled.rs"]
mod filled;
#[path = "numbers/house.rs"]
mod house;
#[path = "numbers/month.rs"]
mod month;
#[path = "../../store/tests/support/postgres.rs"]
mod postgres;
#[path = "numbers/small.rs"]
mod small;
#[path = "cards/traces.rs"]
#[allow(dead_code, reason = "the search of other tests does more than is needed here")]
mod traces;
