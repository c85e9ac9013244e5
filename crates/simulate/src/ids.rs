//! Ids that are the same in every run: UUID version 7 from a time and a key.

use uuid::{Builder, Uuid};

use crate::rng::Rng;

/// The id of `key` at `at_ms` (milliseconds since 1970, UTC; times before count as 0).
///
/// A UUIDv7 whose random part is drawn from a hash of the key and the time: equal arguments, equal id. It is not
/// secret, and is meant for invented data only.
#[must_use]
pub fn id(at_ms: i64, key: &str) -> Uuid {
    let at = u64::try_from(at_ms).unwrap_or(0);
    let mut rng = Rng::named(at, key);
    let (high, low) = (rng.next_u64().to_be_bytes(), rng.next_u64().to_be_bytes());
    let mut random = [0; 10];
    random[..8].copy_from_slice(&high);
    random[8..].copy_from_slice(&low[..2]);
    Builder::from_unix_timestamp_millis(at, &random).into_uuid()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn an_id_is_a_v7_of_its_time_and_differs_by_key() {
        let one = id(1_700_000_000_123, "e01/b04");
        assert_eq!(one, id(1_700_000_000_123, "e01/b04"));
        assert_eq!(one.get_version_num(), 7);
        assert_eq!(one.as_u128() >> 80, 1_700_000_000_123);
        let many: HashSet<_> = (0..10_000).map(|n| id(0, &format!("k{n}"))).collect();
        assert_eq!(many.len(), 10_000);
    }
}
