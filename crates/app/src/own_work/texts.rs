//! The texts of the own work and of projects, in the vault.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::text::{Text, clean_line};
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::{Kind, Slot, Tx};
use uuid::Uuid;

/// The longest name of a group, and the longest title of a leaflet, in characters.
const LONGEST_NAME: usize = 60;

/// One line, not too long.
pub(crate) fn short(field: &'static str, typed: &str) -> Result<String> {
    let name = clean_line(Text::new(field, typed)?.as_str());
    let length = name.chars().count();
    if length > LONGEST_NAME {
        return Err(Refusal::TextTooLong { field, length, most: LONGEST_NAME }.into());
    }
    Ok(name)
}

/// Where a text of some work lies.
pub(crate) const fn words_slot(community: CommunityCode, owner: Uuid, n: u32) -> Slot {
    Slot { community, owner, kind: Kind::Words, n }
}

impl App {
    /// A text of some work; empty when it is gone.
    pub(crate) fn work_text(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        owner: Uuid,
        n: u32,
    ) -> Result<String> {
        let slot = words_slot(community, owner, n);
        let Some(sealed) = tx.kept(&slot)? else { return Ok(String::new()) };
        Ok(self.vault.open_text(&slot, &sealed)?)
    }

    /// An id that a page chose must be nobody's yet: the vault keeps texts under ids, and those of something else would
    /// be lost.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], as for everything that is not there for somebody.
    pub(crate) fn must_be_free(&self, tx: &mut Tx, community: CommunityCode, id: Uuid) -> Result<()> {
        if tx.is_taken(community, id)? { Err(Refusal::NotFound.into()) } else { Ok(()) }
    }

    /// Keeps a text of some work.
    pub(crate) fn keep_work_text(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        (owner, n): (Uuid, u32),
        text: &str,
    ) -> Result<()> {
        let slot = words_slot(community, owner, n);
        let sealed = self.vault.seal(&slot, text.as_bytes())?;
        Ok(tx.keep(&slot, &sealed)?)
    }
}
