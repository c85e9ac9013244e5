//! Getting in: sessions, passwords, invitations, API tokens, and who somebody is at this moment.

mod invite;
mod log;
mod password;
mod principal;
mod sign_in;
mod token;

pub use invite::Welcome;
pub use log::{AccessEntry, AccessPage};
pub use password::{MIN_PASSWORD, Passwords};
pub use principal::SignedIn;
pub use sign_in::{IDLE, LIFETIME, NewSession};

use crate::error::Result;
use guanjia_store::StoreError;

/// A new secret: 32 random bytes as 64 hexadecimal digits.
///
/// # Errors
/// [`StoreError::Unavailable`] when the system gives no randomness.
pub(crate) fn new_secret() -> Result<String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| StoreError::Unavailable(error.to_string()))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
