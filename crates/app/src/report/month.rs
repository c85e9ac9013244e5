//! A month in figures.

use super::scope::Scope;
use crate::error::Result;
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_domain::numbers::Rates;
use guanjia_domain::permission::Principal;
use guanjia_domain::report::{Month, Tally};
use guanjia_store::Tx;
use std::sync::Arc;

/// After so many milliseconds a month is reckoned again although no request has changed: limits run out.
const KEPT: i64 = 5 * 60 * 1_000;
/// The most months that are offered: ten years.
const MOST_MONTHS: usize = 120;

/// A month in figures, of the estates that the reader may see.
#[derive(Clone, Debug)]
pub struct MonthReport {
    /// Whose.
    pub scope: Scope,
    /// The figures.
    pub tally: Arc<Tally>,
}

impl App {
    /// The months that have a report, the present one first.
    ///
    /// # Errors
    /// As [`App::report_scope`].
    pub fn report_months(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<Vec<Month>> {
        self.report_scope(tx, who, community)?;
        let now = Month::of(self.now());
        let Some(first) = tx.first_reported(community)? else { return Ok(Vec::new()) };
        let first = Month::of(first);
        let months = std::iter::successors(Some(now), |month| (*month > first).then(|| month.before()));
        Ok(months.take(MOST_MONTHS).collect())
    }

    /// The rates of what was said in a month, by the community's rule, each with what it is a share of.
    ///
    /// # Errors
    /// What the store says.
    pub fn month_rates(&self, tx: &mut Tx, report: &MonthReport) -> Result<Rates> {
        let (scope, by) = (&report.scope, self.reckoning(tx, report.scope.community, report.tally.by.month)?);
        let (from, until) = by.month.span();
        let mut rates = Rates::default();
        self.facts(tx, scope.community, from..until, |fact| {
            if scope.whole || scope.estates.contains_key(&fact.estate) {
                rates.count(&fact, &by.rule, by.now);
            }
        })?;
        Ok(rates)
    }

    /// The figures of a month.
    ///
    /// # Errors
    /// As [`App::report_scope`].
    pub fn month_report(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        month: Month,
    ) -> Result<MonthReport> {
        let scope = self.report_scope(tx, who, community)?;
        let now = self.now();
        let mut key: Vec<u8> = now.0.div_euclid(KEPT).to_be_bytes().into();
        key.extend(month.to_string().bytes());
        if !scope.whole {
            key.extend(scope.estates.keys().flat_map(|estate| *estate.0.as_bytes()));
        }
        let tally = tx.of_the_work("month", community, &key, |tx| -> Result<_> {
            let mut tally = Tally::new(self.reckoning(tx, community, month)?);
            scope.walk(tx, month.span(), (0, None), |request, _| {
                tally.take(request);
                Ok(true)
            })?;
            Ok(tally)
        })?;
        Ok(MonthReport { scope, tally })
    }
}
