//! Getting in: sessions, passwords, invitations, API tokens, and who somebody is at this moment.

mod accounts;
mod duty;
mod epoch;
mod export;
mod factor;
mod invite;
mod log;
mod own_password;
mod password;
mod principal;
mod session;
mod sessions;
mod sign_in;
mod token;
mod totp;
mod tries;

pub use accounts::AccountSheet;
pub use duty::DUTY_ROLES;
pub use factor::FactorOffer;
pub(crate) use invite::chosen_name;
pub use invite::{MOST_NAME, Welcome};
pub use log::{AccessEntry, AccessPage, AccessQuestion};
pub use password::{MIN_PASSWORD, Passwords};
pub use principal::SignedIn;
pub use session::{IDLE, LIFETIME, LiveSession, NewSession};
pub use sessions::SessionSheet;
pub use sign_in::SignIn;
pub use tries::{Tried, Tries};

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
