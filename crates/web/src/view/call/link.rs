//! The private link of a unit to a call, for whoever may give and end it.

use crate::view::PageFrame;

/// A private link that was given.
#[derive(Debug, Clone)]
pub struct LinkLine {
    /// The unit.
    pub unit: String,
    /// Its address, as long as it works.
    pub address: Option<String>,
    /// Until when it works, or since when it does not and what to do then.
    pub until: String,
}

impl LinkLine {
    /// One that works, and one whose time is over.
    pub(super) fn samples(page: &PageFrame) -> Vec<Self> {
        let line = |unit: &str, address: Option<&str>, key| Self {
            unit: unit.to_owned(),
            address: address.map(str::to_owned),
            until: page.words.say_with(key, &[("day", "2027-02-21".into())]),
        };
        let address = "https://guanjia.example/u/140109013001/sample";
        vec![
            line("示例区住建局", Some(address), "call-link-until"),
            line("示例区园林局", None, "call-link-over"),
        ]
    }
}
