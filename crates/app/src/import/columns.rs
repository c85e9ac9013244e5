//! Columns that the product has no field for: kept, so that an export gives them back.
//!
//! Any of them may name a person, so all are sealed in the vault beside the thing they belong to.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_sheets::Others;
use guanjia_store::{Kind, Slot, Tx};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Values by the name of their column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Columns(pub BTreeMap<String, String>);

impl Columns {
    /// Takes values over; an empty one is left out.
    pub(super) fn take<'a>(&mut self, values: impl IntoIterator<Item = (&'a str, &'a str)>) {
        for (name, value) in values {
            if !value.is_empty() {
                self.0.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// Takes over the columns of a row.
    pub(super) fn take_all(&mut self, others: &Others) {
        self.take(others.iter().map(|(name, value)| (&**name, value.as_str())));
    }

    /// Adds what is sealed already and not named anew, and says whether anything differs from it.
    pub(super) fn merge_stored(&mut self, app: &App, tx: &mut Tx, slot: &Slot) -> Result<bool> {
        if self.0.is_empty() {
            return Ok(false);
        }
        let stored: Self = app.opened(tx, slot)?.unwrap_or_default();
        let mut merged = stored.clone();
        merged.0.append(&mut self.0);
        *self = merged;
        Ok(*self != stored)
    }
}

/// Where the columns of a thing lie.
pub(crate) const fn slot(community: CommunityCode, owner: Uuid) -> Slot {
    Slot { community, owner, kind: Kind::Card, n: 0 }
}
