//! What a query comes to: reckoned request by request, in memory of a few bytes for each.

use super::Query;
use super::field::Measure;
use super::test::Row;
use std::collections::BTreeMap;

/// The most groups that are told apart; what comes after them is one group more.
pub const MOST_GROUPS_SHOWN: usize = 500;

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// A cell for each group in the order of their words, or one for all.
    pub cells: Vec<Cell>,
    /// How many requests fitted.
    pub fitted: u64,
    /// How many of them are in groups beyond [`MOST_GROUPS_SHOWN`], which are not told apart.
    pub left_out: u64,
}

/// A line of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The words it is told apart by, in the order of the query.
    pub of: Vec<String>,
    /// Requests.
    pub count: u64,
    /// Half of them took no more hours; of open ones those until now.
    pub median_hours: Option<u32>,
    /// How many of them are still open: their hours go on.
    pub open: u64,
}

/// Reckons the answer to a query.
#[derive(Debug)]
pub struct Reckoner<'q> {
    query: &'q Query,
    groups: BTreeMap<Vec<String>, (u64, u64, Vec<u32>)>,
    fitted: u64,
    left_out: u64,
}

impl<'q> Reckoner<'q> {
    /// Begins.
    #[must_use]
    pub const fn new(query: &'q Query) -> Self {
        Self { query, groups: BTreeMap::new(), fitted: 0, left_out: 0 }
    }

    /// Takes a request in, if it fits. Says whether it did.
    pub fn take(&mut self, row: &Row<'_>) -> bool {
        if !self.query.takes(row) {
            return false;
        }
        self.fitted += 1;
        let of: Vec<String> = self.query.by.iter().map(|group| row.group(*group)).collect();
        if self.groups.len() >= MOST_GROUPS_SHOWN && !self.groups.contains_key(&of) {
            self.left_out += 1;
            return true;
        }
        let (count, open, hours) = self.groups.entry(of).or_default();
        *count += 1;
        *open += u64::from(row.request.state.is_open());
        if self.query.measures.contains(&Measure::MedianHours) {
            hours.push(row.hours());
        }
        true
    }

    /// The answer. A query that tells nothing apart always has one cell.
    #[must_use]
    pub fn answer(mut self) -> Answer {
        if self.query.by.is_empty() {
            self.groups.entry(Vec::new()).or_default();
        }
        let cells = self.groups.into_iter().map(|(of, (count, open, mut hours))| {
            let middle = hours.len().saturating_sub(1) / 2;
            let median_hours = (!hours.is_empty()).then(|| *hours.select_nth_unstable(middle).1);
            Cell { of, count, median_hours, open }
        });
        Answer { cells: cells.collect(), fitted: self.fitted, left_out: self.left_out }
    }
}
