//! The published city lists that a matter can be mapped to, so that a report upward needs no second entry.
//!
//! Codes and names are facts of CJ/T 214 (events) and of the public lists of a Beijing district (components, and
//! 百姓生活, about 2013). A city with a list of its own maps to what is nearest.

use std::collections::HashMap;
use std::sync::LazyLock;

static CODES: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| all().collect());

/// The name that a city list gives a code, such as `event:0110`; `None` for a code that stands in no list.
#[must_use]
pub fn city_name(code: &str) -> Option<&'static str> {
    CODES.get(code).copied()
}

/// Every code with its name, in the order of the lists.
pub fn city_codes() -> impl Iterator<Item = (&'static str, &'static str)> {
    all()
}

fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("city_codes.tsv").lines().filter_map(|line| line.split_once('\t'))
}
