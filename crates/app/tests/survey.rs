//! Door surveys on both engines.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

#[path = "survey/answers.rs"]
mod answers;
#[path = "support/filled.rs"]
mod filled;
#[path = "survey/forgotten.rs"]
mod forgotten;
#[path = "own_work/house.rs"]
mod house;
#[path = "survey/planned.rs"]
mod planned;
#[path = "../../store/tests/support/postgres.rs"]
mod postgres;
#[path = "survey/survey.rs"]
mod survey;
