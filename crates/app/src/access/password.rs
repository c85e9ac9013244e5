//! Passwords: argon2id (RFC 9106), a few at a time, so that a wave of sign-ins does not starve everybody else.

use crate::error::Result;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use guanjia_domain::Refusal;
use guanjia_store::StoreError;
use std::sync::{Condvar, Mutex, PoisonError};

/// The fewest characters of a password.
pub const MIN_PASSWORD: usize = 10;
/// How many are reckoned at once.
const AT_ONCE: usize = 2;

/// Checked when there is no account, so that it takes as long as when there is one. No password has this hash.
const DECOY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGhhcyBpdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Hashes and checks passwords.
pub struct Passwords {
    argon: Argon2<'static>,
    running: Mutex<usize>,
    done: Condvar,
}

impl Passwords {
    /// With the parameters that OWASP's cheat sheet of 2024 recommends: 19 MiB, two passes, one lane; about 20 ms.
    ///
    /// # Errors
    /// None in practice: the parameters are constants.
    pub fn new() -> Result<Self> {
        let params = Params::new(19 * 1_024, 2, 1, None).map_err(|e| StoreError::Refused(e.to_string()))?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        Ok(Self { argon, running: Mutex::default(), done: Condvar::new() })
    }

    /// The hash of a new password.
    ///
    /// # Errors
    /// [`Refusal::WeakPassword`] below [`MIN_PASSWORD`] characters or all the same.
    pub fn hash(&self, password: &str) -> Result<String> {
        let first = password.chars().next();
        if password.chars().count() < MIN_PASSWORD || password.chars().all(|c| Some(c) == first) {
            return Err(Refusal::WeakPassword { least: MIN_PASSWORD }.into());
        }
        let mut salt = [0; 16];
        getrandom::fill(&mut salt).map_err(|error| StoreError::Unavailable(error.to_string()))?;
        let salt = SaltString::encode_b64(&salt).map_err(|error| StoreError::Refused(error.to_string()))?;
        let _turn = self.turn();
        let hash = self.argon.hash_password(password.as_bytes(), &salt);
        Ok(hash.map_err(|error| StoreError::Refused(error.to_string()))?.to_string())
    }

    /// Whether a password fits a hash; without a hash it never does, after the same work.
    #[must_use]
    pub fn fits(&self, password: &str, hash: Option<&str>) -> bool {
        let _turn = self.turn();
        let parsed = PasswordHash::new(hash.unwrap_or(DECOY));
        let fits = parsed.is_ok_and(|it| self.argon.verify_password(password.as_bytes(), &it).is_ok());
        fits && hash.is_some()
    }

    fn turn(&self) -> Turn<'_> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        while *running >= AT_ONCE {
            running = self.done.wait(running).unwrap_or_else(PoisonError::into_inner);
        }
        *running += 1;
        Turn(self)
    }
}

/// One of the few that may reckon; ends when dropped.
struct Turn<'a>(&'a Passwords);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *self.0.running.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        self.0.done.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_refused_after_the_same_work() {
        let passwords = Passwords::new().unwrap();
        let own = passwords.hash("long enough").unwrap();
        let cost = |hash| PasswordHash::new(hash).unwrap().params.to_string();
        assert_eq!(cost(DECOY), cost(&own));
        assert!(!passwords.fits("nobody has it", None));
    }
}
