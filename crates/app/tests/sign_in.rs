//! Signing in on both engines: passwords, second factors, sessions, and three administrators who check each other.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

#[path = "sign_in/administrators.rs"]
mod administrators;
#[path = "sign_in/factor.rs"]
mod factor;
#[path = "support/filled.rs"]
mod filled;
#[path = "sign_in/house.rs"]
mod house;
#[path = "../../store/tests/support/postgres.rs"]
mod postgres;
#[path = "sign_in/sessions.rs"]
mod sessions;
