//! The texts of a survey in the vault: the question and what is said at the door, and the note of each answer.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::{AnswerId, SurveyId};
use guanjia_store::{Kind, Slot, Tx};

/// The number of the question's text.
pub(super) const QUESTION: u32 = 0;
/// The number of the text that is said at the door.
pub(super) const HINT: u32 = 1;

/// Where a text of a survey lies.
pub(super) const fn survey_slot(community: CommunityCode, id: SurveyId, n: u32) -> Slot {
    Slot { community, owner: id.0, kind: Kind::Words, n }
}

/// Where the note of an answer lies. Phones choose the ids of answers, so notes are of a kind of their own: none can
/// take the place of another text.
pub(super) const fn note_slot(community: CommunityCode, id: AnswerId) -> Slot {
    Slot { community, owner: id.0, kind: Kind::Note, n: 0 }
}

impl App {
    /// A text; empty when there is none, or it is gone.
    pub(super) fn survey_text(&self, tx: &mut Tx, slot: &Slot) -> Result<String> {
        let Some(sealed) = tx.kept(slot)? else { return Ok(String::new()) };
        Ok(self.vault.open_text(slot, &sealed)?)
    }

    pub(super) fn keep_survey_text(&self, tx: &mut Tx, slot: &Slot, text: &str) -> Result<()> {
        let sealed = self.vault.seal(slot, text.as_bytes())?;
        Ok(tx.keep(slot, &sealed)?)
    }
}
