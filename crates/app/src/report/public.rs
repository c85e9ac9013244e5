//! What everybody may read of an estate: counts by class, what is planned and done, and what is not now, because.

use crate::error::Result;
use crate::office::App;
use crate::project::PublicPlan;
use guanjia_domain::ids::EstateId;
use guanjia_domain::permission::Principal;
use guanjia_domain::report::{Month, PublicLine, PublicTally};
use guanjia_domain::{CommunityCode, Refusal, Role};
use guanjia_store::Tx;
use std::sync::Arc;

/// How many projects of a community are looked through, and how many of an estate are shown.
const LOOKED: u32 = 200;
const SHOWN: usize = 20;

/// The public figures of an estate over a calendar year, as they stood when the present month began: spans that do not
/// overlap and a state that does not change from day to day, so that nothing small can be worked out from two looks.
#[derive(Clone, Debug)]
pub struct EstateFigures {
    /// The year.
    pub year: i16,
    /// By class.
    pub lines: Arc<Vec<PublicLine>>,
}

impl App {
    /// The public figures of an estate of a year: the present one, or the one before it.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] for an estate or a year that is none.
    pub fn estate_figures(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        estate: EstateId,
        last_year: bool,
    ) -> Result<EstateFigures> {
        tx.estate(community, estate)?.ok_or(Refusal::NotFound)?;
        let year = Month::of(self.now()).first().year() - i16::from(last_year);
        let month = |text: String| text.parse::<Month>().map_err(|_| Refusal::NotFound);
        let (from, until) =
            (month(format!("{year:04}-01"))?.span().0, month(format!("{year:04}-12"))?.span().1);
        let cut = until.min(Month::of(self.now()).span().0);
        // Everybody may ask: what was counted is kept until a request changes or a month is over.
        let key = [&estate.0.as_bytes()[..], &year.to_be_bytes(), &cut.0.to_be_bytes()].concat();
        let lines = tx.of_the_work("public figures", community, &key, |tx| -> Result<_> {
            let mut tally = PublicTally::default();
            tx.each_of_estate(community, estate, (from, cut.max(from)), |request| {
                tally.take(request, cut);
                Ok(())
            })?;
            Ok(tally.lines())
        })?;
        Ok(EstateFigures { year, lines })
    }

    /// The projects of an estate as everybody may read them, the newest first.
    ///
    /// # Errors
    /// What the store says.
    pub fn estate_works(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        estate: EstateId,
    ) -> Result<Vec<PublicPlan>> {
        let who = Principal::plain(Role::Resident, community, None);
        let mut works = Vec::new();
        for it in tx.newest_projects(community, LOOKED)?.iter().filter(|it| it.estate == estate).take(SHOWN) {
            works.push(self.public_plan(tx, &who, community, it, (None, None))?);
        }
        Ok(works)
    }
}
