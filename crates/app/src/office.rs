//! The office: what every use case works with.

use crate::allocation::KeptReasons;
use crate::board::{BoardRow, Recent};
use crate::clock::{Clock, Ids};
use crate::error::Result;
use crate::export::Exports;
use crate::photo::PhotoPress;
use guanjia_discover::category::Category;
use guanjia_domain::house::Community;
use guanjia_domain::limit::Rules;
use guanjia_domain::permission::{Action, Area, Principal, Verdict, permit};
use guanjia_domain::{CommunityCode, Moment, Refusal};
use guanjia_store::files::Files;
use guanjia_store::{Db, Kind, Slot, Tx, Vault};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;
use uuid::Uuid;

/// Everything a use case needs. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// Seals and opens.
    pub vault: Vault,
    /// The photo files.
    pub files: Files,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// New ids.
    pub ids: Arc<Ids>,
    /// Calendar, hours and cut-off.
    pub rules: Arc<Rules>,
    /// Makes photos safe, a few at a time.
    pub press: Arc<PhotoPress>,
    /// Lists that are being made.
    pub exports: Arc<Exports>,
    /// Rows of boards that were shown lately.
    pub recent: Arc<Recent<BoardRow>>,
    /// Reasons of allocations that were worked out lately.
    pub reasons: Arc<KeptReasons>,
    /// The model of categories that the city trained; without one the product's own.
    pub category: Option<Arc<Category>>,
}

/// A name and a phone, as they lie sealed in the vault.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The phone.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
}

impl Person {
    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.name.is_empty() && self.phone.is_empty()
    }
}

/// Names of staff and organisations, opened when they are first asked for.
#[derive(Default)]
pub struct Names(HashMap<Uuid, Person>);

impl App {
    /// Now.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// A new id.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn id(&self) -> Result<Uuid> {
        Ok(self.ids.next(self.now())?)
    }

    /// Opens a sealed item of the vault; `None` when there is none any more.
    ///
    /// # Errors
    /// What the store says.
    pub fn opened<T: serde::de::DeserializeOwned>(&self, tx: &mut Tx, slot: &Slot) -> Result<Option<T>> {
        let Some(sealed) = tx.kept(slot)? else { return Ok(None) };
        let plain = self.vault.open(slot, &sealed)?;
        Ok(Some(serde_json::from_slice(&plain).map_err(guanjia_store::StoreError::from)?))
    }

    /// Seals something for the vault.
    ///
    /// # Errors
    /// What the store says.
    pub fn sealed<T: Serialize>(&self, slot: &Slot, value: &T) -> Result<Vec<u8>> {
        let plain = serde_json::to_vec(value).map_err(guanjia_store::StoreError::from)?;
        Ok(self.vault.seal(slot, &plain)?)
    }

    /// The name and phone of a staff member or organisation.
    ///
    /// # Errors
    /// What the store says.
    pub fn person(&self, tx: &mut Tx, community: CommunityCode, id: Uuid) -> Result<Person> {
        let person = tx.of_the_house("person", community, id.as_bytes(), |tx| -> Result<Person> {
            Ok(self.opened(tx, &person_slot(community, id))?.unwrap_or_default())
        })?;
        Ok((*person).clone())
    }

    /// The same, remembered for the rest of a page.
    ///
    /// # Errors
    /// What the store says.
    pub fn named<'n>(
        &self,
        tx: &mut Tx,
        names: &'n mut Names,
        community: CommunityCode,
        id: Uuid,
    ) -> Result<&'n Person> {
        match names.0.entry(id) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(place) => Ok(place.insert(self.person(tx, community, id)?)),
        }
    }

    /// The community, which must exist.
    ///
    /// # Errors
    /// [`Refusal::NotFound`].
    pub fn community(&self, tx: &mut Tx, code: CommunityCode) -> Result<Community> {
        Ok(tx.community(code)?.ok_or(Refusal::NotFound)?)
    }
}

/// Where a person's name and phone lie.
#[must_use]
pub(crate) const fn person_slot(community: CommunityCode, id: Uuid) -> Slot {
    Slot { community, owner: id, kind: Kind::Person, n: 0 }
}

/// Turns the verdict of the permission function into a refusal.
///
/// # Errors
/// [`Refusal::Forbidden`], or [`Refusal::NotFound`] when the thing must look as if it did not exist.
pub fn allow(who: &Principal, action: Action, area: &Area) -> std::result::Result<(), Refusal> {
    match permit(who, action, area) {
        Verdict::Allowed => Ok(()),
        Verdict::Forbidden => Err(Refusal::Forbidden),
        Verdict::Hidden => Err(Refusal::NotFound),
    }
}
