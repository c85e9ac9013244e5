//! Answering a query.

use super::names::QueryNames;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::Moment;
use guanjia_domain::query::{Answer, Query, Reckoner, Row};
use guanjia_domain::report::Month;
use guanjia_store::Tx;
use guanjia_store::requests::Belongs;
use jiff::civil::Date;

/// Requests that are read at a time.
const BATCH: u32 = 1_000;

/// A query with its answer.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The query.
    pub query: Query,
    /// What it comes to.
    pub answer: Answer,
    /// The numbers of the first requests that fit, with their ids.
    pub first: Vec<(u64, guanjia_domain::ids::RequestId)>,
}

/// How many requests are named beside an answer.
const NAMED: usize = 50;

impl App {
    /// Answers a query over the requests that its reader may count.
    ///
    /// # Errors
    /// What the store says.
    pub fn answer_query(&self, tx: &mut Tx, names: &QueryNames, query: Query) -> Result<Asked> {
        let (scope, now) = (&names.scope, self.now());
        let (from, until) = query.reported();
        let span = (
            from.map_or(Moment(i64::MIN), start),
            until.and_then(|day| day.tomorrow().ok()).map_or(Moment(i64::MAX), start),
        );
        let (community, rule) = (scope.community.to_string(), self.rate_rule(tx, scope.community)?);
        let (mut reckoner, mut first, mut after) = (Reckoner::new(&query), Vec::new(), None);
        loop {
            let belongs = (Belongs::Reported, span.0, span.1);
            let batch = tx.requests_belonging(scope.community, belongs, after, BATCH)?;
            let ends = batch.len() < BATCH as usize;
            for (request, place) in &batch {
                after = Some(*place);
                let estate = scope.estate(request.place.estate);
                let row = Row { request, estate, community: &community, now, rule };
                if scope.holds(request) && reckoner.take(&row) && first.len() < NAMED {
                    first.push((request.number, request.id));
                }
            }
            if ends {
                break;
            }
        }
        let answer = reckoner.answer();
        Ok(Asked { query, answer, first })
    }
}

/// Midnight at the beginning of a day in China.
fn start(day: Date) -> Moment {
    let month = format!("{:04}-{:02}", day.year(), day.month()).parse::<Month>();
    let days = i64::from(day.day()) - 1;
    month.map_or(Moment(if day.year() < 2000 { i64::MIN } else { i64::MAX }), |month| {
        month.span().0.plus(days * crate::day::DAY)
    })
}
