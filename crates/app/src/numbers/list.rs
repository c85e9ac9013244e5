//! Which requests a figure counts: one click behind every number.

use super::{Compared, Period, Reach};
use crate::board::BoardRow;
use crate::day::day_start;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::ids::RequestId;
use guanjia_domain::numbers::{Fact, Measure, Night, Part, RateRule, Why};
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// All that was reported in the period.
    All,
    /// What of it is asked of somebody: without what counts in no rate.
    Asked,
    /// What counts in a measure, in one way.
    Measured(Measure, Part),
    /// What stayed overnight, for one reason or any.
    Night(Option<Why>),
    /// What is open now, whenever it was reported.
    Open,
    /// What a comparison of paces looked at in one grid, on one side of the claim.
    Pace(Compared),
}

impl Question {
    fn fits(self, fact: &Fact, rule: &RateRule, now: Moment) -> bool {
        match self {
            Self::All => true,
            Self::Asked => fact.exclusion().is_none(),
            Self::Open => fact.is_open(),
            Self::Pace(compared) => compared.holds(fact),
            Self::Night(wanted) => {
                Night::stayed(fact, day_start(now)).is_some_and(|why| wanted.is_none_or(|it| it == why))
            }
            Self::Measured(measure, part) => part.takes(measure.judge(fact, rule, now)),
        }
    }
}

impl App {
    /// The requests that a figure counts, the newest `most` of them before `before`, and how many there are in all.
    ///
    /// # Errors
    /// What the store says. Whether somebody may see them is [`App::numbers_reach`]'s to say before.
    pub fn counted(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        (reach, period, question): (&Reach, Period, Question),
        before: Option<RequestId>,
        most: usize,
    ) -> Result<(Vec<Arc<BoardRow>>, u32)> {
        let (rule, now) = (self.rate_rule(tx, community)?, self.now());
        // Only the newest are kept while walking: the page shows no more.
        let (mut newest, mut all) = (BTreeSet::new(), 0);
        let take = |fact: Fact| {
            if reach.holds(&fact) && question.fits(&fact, &rule, now) {
                all += 1;
                if before.is_none_or(|before| fact.id < before) {
                    newest.insert(fact.id);
                    if newest.len() > most {
                        newest.pop_first();
                    }
                }
            }
        };
        match question {
            Question::Pace(compared) => {
                let window = self.compared_window(tx, community, &compared)?;
                self.facts(tx, community, window, take)?;
            }
            Question::Night(_) | Question::Open => self.open_facts(tx, community, take)?,
            _ => self.facts(tx, community, period.range(now), take)?,
        }
        let ids: Vec<_> = newest.into_iter().rev().collect();
        Ok((self.rows_of(tx, community, &ids)?, all))
    }
}
