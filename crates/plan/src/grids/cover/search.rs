//! Depth-first search for the cheapest cover, bounded by the prices of rows.

use super::Candidate;

/// A search, row by row.
pub(super) struct Search<'a> {
    pub(super) pool: &'a [Candidate],
    pub(super) by_row: &'a [Vec<usize>],
    pub(super) reduced: &'a [f64],
    pub(super) covered: Vec<bool>,
    pub(super) left: usize,
    pub(super) chosen: Vec<usize>,
    /// Reduced costs of what is chosen: by how much the bound has grown.
    pub(super) slack: f64,
    pub(super) bound: f64,
    pub(super) best: Option<Vec<usize>>,
    pub(super) limit: f64,
    pub(super) count: Option<usize>,
    pub(super) work: u64,
}

impl Search<'_> {
    fn fits(&self, number: usize) -> bool {
        self.pool[number].rows.iter().all(|&row| !self.covered[row as usize])
    }

    pub(super) fn deepen(&mut self) {
        if self.left == 0 {
            if self.count.is_none_or(|count| count == self.chosen.len()) {
                self.limit = self.bound + self.slack;
                self.best = Some(self.chosen.clone());
            }
            return;
        }
        if self.count.is_some_and(|count| self.chosen.len() >= count) {
            return;
        }
        let Some(row) = self.narrowest() else { return };
        for place in 0..self.by_row[row].len() {
            let number = self.by_row[row][place];
            if self.bound + self.slack + self.reduced[number] >= self.limit - 1e-9 {
                return;
            }
            if self.work == 0 {
                return;
            }
            self.work -= 1;
            if !self.fits(number) {
                continue;
            }
            self.take(number, true);
            self.deepen();
            self.take(number, false);
        }
    }

    /// The open row with the fewest candidates that fit; among many rows the first few are looked at.
    fn narrowest(&self) -> Option<usize> {
        let open = (0..self.covered.len()).filter(|&row| !self.covered[row]).take(24);
        open.min_by_key(|&row| self.by_row[row].iter().take(64).filter(|&&it| self.fits(it)).count())
    }

    fn take(&mut self, number: usize, put: bool) {
        let rows = &self.pool[number].rows;
        rows.iter().for_each(|&row| self.covered[row as usize] = put);
        if put {
            self.left -= rows.len();
            self.slack += self.reduced[number];
            self.chosen.push(number);
        } else {
            self.left += rows.len();
            self.slack -= self.reduced[number];
            self.chosen.pop();
        }
    }
}
