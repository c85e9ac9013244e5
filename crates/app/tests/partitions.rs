//! The partitions by date and hand-over, on both engines.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

#[path = "partitions/changes.rs"]
mod changes;
#[path = "partitions/designs.rs"]
mod designs;
#[path = "support/filled.rs"]
mod filled;
#[path = "partitions/hand_over.rs"]
mod hand_over;
#[path = "support/handed.rs"]
mod handed;
#[path = "../../store/tests/support/postgres.rs"]
mod postgres;
