//! What makes sealed texts findable: keyed HMACs of character pairs, and of whole names and numbers.
//!
//! Without the key the tokens say nothing; they are deleted together with what they point to.

use super::key::{Key, mac};
use guanjia_discover::bigrams;
use guanjia_domain::CommunityCode;
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// The HMAC of a whole value: a phone, a name, an ID number, a sign-in name.
pub type Token = [u8; 16];

/// Makes tokens. Those of one community say nothing about another's.
pub struct Index {
    pairs: Hmac<Sha256>,
    values: Hmac<Sha256>,
}

impl Index {
    pub(super) fn new(key: &Key) -> Self {
        Self { pairs: mac(&key.derive("pairs")), values: mac(&key.derive("values")) }
    }

    /// The tokens of a text: one for each distinct pair of neighbouring characters, sorted. Four bytes are enough:
    /// two pairs share one about once in four thousand million times, and fewer bytes say less.
    #[must_use]
    pub fn tokens(&self, community: CommunityCode, text: &str) -> Vec<u32> {
        let mut tokens: Vec<u32> = bigrams(text)
            .map(|[first, second]| {
                let mut mac = self.pairs.clone();
                mac.update(community.as_str().as_bytes());
                mac.update(&u32::from(first).to_be_bytes());
                mac.update(&u32::from(second).to_be_bytes());
                let tag = mac.finalize().into_bytes();
                u32::from_be_bytes([tag[0], tag[1], tag[2], tag[3]])
            })
            .collect();
        tokens.sort_unstable();
        tokens.dedup();
        tokens
    }

    /// The token of a whole value of a kind.
    #[must_use]
    pub fn value(&self, community: &str, kind: &str, value: &str) -> Token {
        let mut mac = self.values.clone();
        for part in [community, kind, value] {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part.as_bytes());
        }
        let tag = mac.finalize().into_bytes();
        let mut token = Token::default();
        token.copy_from_slice(&tag[..16]);
        token
    }
}

/// Tokens as they are stored.
#[must_use]
pub fn pack(tokens: &[u32]) -> Vec<u8> {
    tokens.iter().flat_map(|token| token.to_be_bytes()).collect()
}

/// Stored tokens.
#[must_use]
pub fn unpack(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).map(|four| u32::from_be_bytes([four[0], four[1], four[2], four[3]])).collect()
}
