//! Codes of a second factor that change every thirty seconds (RFC 6238 over RFC 4226), as every authenticator app
//! makes them: HMAC-SHA-1, six digits.

use guanjia_domain::Moment;
use hmac::{Hmac, Mac};
use sha1::Sha1;
use subtle::ConstantTimeEq;

/// Milliseconds of a time step.
const STEP: i64 = 30_000;
/// How many steps a phone's clock may be early or late.
const DRIFT: i64 = 1;
/// Bytes of a secret: as long as the hash, as RFC 4226 recommends.
pub(super) const SECRET: usize = 20;

/// The alphabet of RFC 4648: no 0, 1, 8, 9, which look like letters.
const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The time step that code belongs to, if it is the code of a step near `now`.
pub(super) fn step_of(secret: &[u8], code: &str, now: Moment) -> Option<i64> {
    let present = now.0.div_euclid(STEP);
    let mut found = None;
    // Every step is reckoned, so that the time taken does not tell which one it was.
    for step in present - DRIFT..=present + DRIFT {
        if bool::from(code_at(secret, step).as_bytes().ct_eq(code.as_bytes())) {
            found = Some(step);
        }
    }
    found
}

/// The code of a step: six digits.
fn code_at(secret: &[u8], step: i64) -> String {
    format!("{:06}", number(secret, step) % 1_000_000)
}

/// The 31 bits that RFC 4226 cuts out of the HMAC.
fn number(secret: &[u8], step: i64) -> u32 {
    // HMAC takes a key of any length; without one there is no code that fits.
    let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(secret) else { return u32::MAX };
    mac.update(&step.to_be_bytes());
    let tag = mac.finalize().into_bytes();
    let at = usize::from(tag[19] & 0xF);
    u32::from_be_bytes([tag[at], tag[at + 1], tag[at + 2], tag[at + 3]]) & 0x7FFF_FFFF
}

/// Bytes in Base32 without padding: what people type by hand where they cannot scan.
pub(super) fn base32(bytes: &[u8]) -> String {
    let bit = |at: usize| bytes.get(at / 8).is_some_and(|byte| byte & (0x80 >> (at % 8)) != 0);
    let letters = (bytes.len() * 8).div_ceil(5);
    let letter = |n: usize| (0..5).fold(0, |sum, at| sum * 2 + usize::from(bit(n * 5 + at)));
    (0..letters).map(|n| char::from(ALPHABET[letter(n)])).collect()
}

/// What the QR code holds: the key URI that authenticator apps read.
pub(super) fn uri(secret: &[u8], office: &str) -> String {
    let named: String = office.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
        out
    });
    format!("otpauth://totp/guanjia:{named}?secret={}&issuer=guanjia&digits=6&period=30", base32(secret))
}

#[cfg(test)]
mod tests;
