//! The tenant: a community, a street office or a district, known by its code.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A division code: 12 digits for a community, 9 for a street, 6 for a district, or a local code.
///
/// The statistics bureau's list is a dated edition, so local codes are allowed: an upper-case letter followed by
/// up to 11 letters or digits. A code is at most 12 bytes, leads every key, and is compared byte by byte.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CommunityCode {
    bytes: [u8; 12],
    len: u8,
}

/// The code is neither a division code of 6, 9 or 12 digits nor a local code such as `L001`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no division code: 6, 9 or 12 digits, or a local code such as L001")]
pub struct BadCommunityCode(pub String);

impl CommunityCode {
    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // The bytes were checked to be ASCII when the code was made.
        std::str::from_utf8(&self.bytes[..usize::from(self.len)]).unwrap_or_default()
    }

    /// Whether this is a street or a district: no community, but above communities.
    #[must_use]
    pub const fn is_office(&self) -> bool {
        self.bytes[0].is_ascii_digit() && self.len < 12
    }

    /// Whether this office stands above `other`: a street over its communities, a district over its streets.
    /// Division codes are nested, so the shorter one is the beginning of the longer; local codes are under no one.
    #[must_use]
    pub fn is_above(&self, other: &Self) -> bool {
        self.bytes[0].is_ascii_digit() && self.len < other.len && other.as_str().starts_with(self.as_str())
    }
}

impl FromStr for CommunityCode {
    type Err = BadCommunityCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let raw = text.as_bytes();
        let digits = matches!(raw.len(), 6 | 9 | 12) && raw.iter().all(u8::is_ascii_digit);
        let local = (2..=12).contains(&raw.len())
            && raw[0].is_ascii_uppercase()
            && raw.iter().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
        if !digits && !local {
            return Err(BadCommunityCode(text.chars().take(40).collect()));
        }
        let mut bytes = [0; 12];
        bytes[..raw.len()].copy_from_slice(raw);
        Ok(Self { bytes, len: u8::try_from(raw.len()).unwrap_or(12) })
    }
}

impl fmt::Display for CommunityCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CommunityCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CommunityCode({self})")
    }
}

impl Serialize for CommunityCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CommunityCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> CommunityCode {
        text.parse().unwrap()
    }

    #[test]
    fn codes_are_nested() {
        assert!(code("140109013").is_above(&code("140109013001")));
        assert!(code("140109").is_above(&code("140109013001")));
        assert!(!code("140109013").is_above(&code("140109014001")));
        assert!(!code("140109013001").is_above(&code("140109013001")));
        assert!(!code("L001").is_above(&code("L0011")));
    }

    #[test]
    fn refuses_what_is_no_code() {
        for bad in ["", "1401", "14010901300a", "社区", "1401090130011", "l001", "A"] {
            assert!(bad.parse::<CommunityCode>().is_err(), "{bad}");
        }
    }
}
