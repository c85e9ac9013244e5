//! Which matter a text is about: proposed, never decided.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_store::Tx;

/// Texts shorter than this, in characters, say too little.
const SHORTEST: usize = 4;

impl App {
    /// The codes of the matters that a text is likely about: one when the model is sure, else three; only such as the
    /// community has in use. A person chooses.
    ///
    /// # Errors
    /// What the store says.
    pub fn suggested_matters(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        text: &str,
    ) -> Result<Vec<String>> {
        let list = self.matters(tx, community)?;
        if text.trim().chars().count() < SHORTEST {
            return Ok(Vec::new());
        }
        let answer = self.model().answer(text);
        let most = if answer.sure { 1 } else { 3 };
        let codes = answer.likeliest.into_iter().take(most).map(|(code, _)| code.to_owned());
        Ok(codes.filter(|code| list.is_in_use(code)).collect())
    }

    /// The matter of a text, where the model is sure.
    pub(super) fn sure_matter(&self, text: &str) -> Option<String> {
        let answer = self.model().answer(text);
        answer.likeliest.first().filter(|_| answer.sure).map(|(code, _)| (*code).to_owned())
    }
}
