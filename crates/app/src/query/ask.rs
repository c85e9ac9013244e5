//! Answering a query.

use super::names::QueryNames;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::ids::RequestId;
use guanjia_domain::numbers::RateRule;
use guanjia_domain::query::{Answer, Query, Reckoner, Row};
use guanjia_domain::report::Month;
use guanjia_domain::{Moment, Refusal};
use guanjia_store::Tx;
use guanjia_store::requests::Belongs;
use jiff::civil::Date;

/// Requests that are read at a time.
const BATCH: u32 = 1_000;
/// An answer that changes with the clock is that of the beginning of the minute, in milliseconds.
const MINUTE: i64 = 60_000;

/// A query with its answer.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The query.
    pub query: Query,
    /// What it comes to.
    pub answer: Answer,
    /// The numbers of the first requests that fit, with their ids.
    pub first: Vec<(u64, RequestId)>,
}

/// How many requests are named beside an answer.
const NAMED: usize = 50;

impl App {
    /// Answers a query over the requests that its reader may count: looked through once until a request changes,
    /// and for a query that asks the clock until a minute is over.
    ///
    /// # Errors
    /// [`Refusal::QueryTooWide`] when there is too much to look through; what the store says.
    pub fn answer_query(&self, tx: &mut Tx, names: &QueryNames, query: Query) -> Result<Asked> {
        let asked_at = self.now();
        let now = Moment(asked_at.0 - asked_at.0.rem_euclid(MINUTE));
        let at = (now, self.rate_rule(tx, names.scope.community)?);
        let key = key(names, &query, at);
        let asked = tx.of_the_work("query", names.scope.community, &key, |tx| walk(tx, names, query, at))?;
        Ok((*asked).clone())
    }
}

/// Everything that an answer depends on besides the requests: the query as it is printed, which says the same for all
/// ways of writing it; whose estates, with the names they are told apart by now; the community's rule, which says what
/// is solved; and the minute, where it matters.
fn key(names: &QueryNames, query: &Query, (now, rule): (Moment, RateRule)) -> Vec<u8> {
    let scope = &names.scope;
    let mut key = query.to_string().into_bytes();
    key.extend(format!("{rule:?}").bytes());
    key.extend([0, u8::from(scope.whole), u8::from(query.asks_the_clock())]);
    if query.asks_the_clock() {
        key.extend(now.0.to_be_bytes());
    }
    for (id, name) in &scope.estates {
        key.extend(id.0.as_bytes());
        key.extend(name.len().to_be_bytes());
        key.extend(name.as_bytes());
    }
    key
}

/// Looks through the requests.
fn walk(tx: &mut Tx, names: &QueryNames, query: Query, (now, rule): (Moment, RateRule)) -> Result<Asked> {
    let scope = &names.scope;
    let (from, until) = query.reported();
    let span = (
        from.map_or(Moment(i64::MIN), start),
        until.and_then(|day| day.tomorrow().ok()).map_or(Moment(i64::MAX), start),
    );
    let community = scope.community.to_string();
    let (mut reckoner, mut first, mut after) = (Reckoner::new(&query), Vec::new(), None);
    let mut looked_through = 0;
    loop {
        let belongs = (Belongs::Reported, span.0, span.1);
        let batch = tx.requests_belonging(scope.community, belongs, after, BATCH)?;
        looked_through += batch.len();
        if looked_through > names.most {
            return Err(Refusal::QueryTooWide { most: names.most }.into());
        }
        for (request, place) in &batch {
            after = Some(*place);
            let estate = scope.estate(request.place.estate);
            let row = Row { request, estate, community: &community, now, rule };
            if scope.holds(request) && reckoner.take(&row) && first.len() < NAMED {
                first.push((request.number, request.id));
            }
        }
        if batch.len() < BATCH as usize {
            break;
        }
    }
    let answer = reckoner.answer();
    Ok(Asked { query, answer, first })
}

/// Midnight at the beginning of a day in China.
fn start(day: Date) -> Moment {
    let month = format!("{:04}-{:02}", day.year(), day.month()).parse::<Month>();
    let days = i64::from(day.day()) - 1;
    month.map_or(Moment(if day.year() < 2000 { i64::MIN } else { i64::MAX }), |month| {
        month.span().0.plus(days * crate::day::DAY)
    })
}
