//! The key of the vault: 32 random bytes outside the database.

use crate::error::{Result, StoreError};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::path::Path;

/// The environment variable that holds the key as 64 hexadecimal digits.
const VARIABLE: &str = "GUANJIA_KEY";

/// The master key. Every use derives a key of its own from it.
pub struct Key([u8; 32]);

impl Key {
    /// The key from the environment variable `GUANJIA_KEY`, else from `file`, which is made with a new random key
    /// where it does not exist and there are no data yet.
    ///
    /// # Errors
    /// [`StoreError::WrongKey`] when what stands there is no key, or data exist and the key is missing;
    /// [`StoreError::File`] when the file cannot be read or written.
    pub fn find(file: &Path, data_exist: bool) -> Result<Self> {
        if let Ok(text) = std::env::var(VARIABLE) {
            return Self::parse(&text, VARIABLE);
        }
        match std::fs::read_to_string(file) {
            Ok(text) => Self::parse(&text, &file.display().to_string()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && !data_exist => Self::make(file),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(StoreError::WrongKey(format!(
                "{} is missing, but there are data sealed with it: put the key file back, or set {VARIABLE}",
                file.display()
            ))),
            Err(error) => Err(StoreError::file(file, &error)),
        }
    }

    /// A key from its bytes: tests and benchmarks.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// A key for one use.
    #[must_use]
    pub fn derive(&self, purpose: &str) -> [u8; 32] {
        let mut mac = mac(&self.0);
        mac.update(b"guanjia ");
        mac.update(purpose.as_bytes());
        mac.finalize().into_bytes().into()
    }

    fn parse(text: &str, place: &str) -> Result<Self> {
        let text = text.trim();
        let digits: Option<Vec<u8>> = (text.len() == 64)
            .then(|| {
                (0..64).step_by(2).map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok()).collect()
            })
            .flatten();
        digits.and_then(|bytes| bytes.try_into().ok()).map(Self).ok_or_else(|| {
            StoreError::WrongKey(format!("{place} holds no key: 64 hexadecimal digits are wanted"))
        })
    }

    fn make(file: &Path) -> Result<Self> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|error| StoreError::Unavailable(error.to_string()))?;
        let text: String = bytes.iter().map(|byte| format!("{byte:02x}")).chain(["\n".into()]).collect();
        write_private(file, text.as_bytes()).map_err(|error| StoreError::file(file, &error))?;
        Ok(Self(bytes))
    }
}

/// Copies a key file to where an installation looks for it; `false` when the same key is there already.
///
/// # Errors
/// [`StoreError::WrongKey`] when `from` holds no key, or `to` another one; [`StoreError::File`].
pub fn copy_key(from: &Path, to: &Path) -> Result<bool> {
    let read = |file: &Path| std::fs::read_to_string(file).map_err(|error| StoreError::file(file, &error));
    let text = read(from)?;
    let key = Key::parse(&text, &from.display().to_string())?;
    if to.exists() {
        return match Key::parse(&read(to)?, &to.display().to_string())?.0 == key.0 {
            true => Ok(false),
            false => Err(StoreError::WrongKey(format!("{} holds another key already", to.display()))),
        };
    }
    write_private(to, format!("{}\n", text.trim()).as_bytes())
        .map_err(|error| StoreError::file(to, &error))?;
    Ok(true)
}

/// Writes a file that only its owner may read.
fn write_private(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(file)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// HMAC-SHA256 (RFC 2104) under a 32-byte key.
pub(super) fn mac(key: &[u8; 32]) -> Hmac<Sha256> {
    // A key of 32 bytes is shorter than the block, so every length rule of HMAC is kept.
    <Hmac<Sha256> as Mac>::new_from_slice(key)
        .unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"))
}
