//! The difficulty index of every estate as it stands today, for pages that show a load beside it.

use super::case::{Named, form};
use crate::error::Result;
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::EstateId;
use guanjia_plan::allocation::index::cards;
use guanjia_store::Tx;

impl App {
    /// The index of each estate, from 0 to 100, with the weights of the last allocation; `None` where none of its
    /// indicators is known.
    ///
    /// # Errors
    /// What the store says.
    pub(crate) fn difficulties(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
    ) -> Result<Vec<(EstateId, Option<f64>)>> {
        let ask = self.next_ask(tx, community)?;
        let basis = self.basis(tx, community, &ask.figures, self.now())?;
        let cards = cards(&form(&ask, &basis, &Named::new()));
        Ok(basis.iter().map(|it| it.estate).zip(cards.into_iter().map(|card| card.difficulty)).collect())
    }
}
