//! Merged cells: only the first holds the value, and people mean all of them.

use calamine::Dimensions;

use super::{Cell, MOST_COLUMNS, Value};

/// The merged ranges of a sheet while its rows go by.
pub(super) struct Merged {
    /// Those that begin further down, the last first.
    ahead: Vec<Dimensions>,
    /// Those that cover the present row, with their value.
    open: Vec<(Dimensions, Value)>,
}

impl Merged {
    pub(super) fn new(mut ranges: Vec<Dimensions>) -> Self {
        ranges.sort_by_key(|range| std::cmp::Reverse(range.start));
        Self { ahead: ranges, open: Vec::new() }
    }

    /// Fills the row's empty cells that a merged range covers. Rows come in ascending order; a range whose first row
    /// holds nothing has no value.
    pub(super) fn fill(&mut self, row: u32, cells: &mut Vec<Cell>) {
        self.open.retain(|(range, _)| range.end.0 >= row);
        while let Some(range) = self.ahead.pop_if(|range| range.start.0 <= row) {
            let first = cells.iter().find(|cell| range.start == (row, cell.column));
            // Ranges that do not overlap are never more than the columns.
            let room = self.open.len() < MOST_COLUMNS as usize;
            if let Some(first) = first.filter(|_| room) {
                self.open.push((range, first.value.clone()));
            }
        }
        if self.open.is_empty() {
            return;
        }
        let own = cells.len();
        for (range, value) in &self.open {
            for column in range.start.1..=range.end.1.min(MOST_COLUMNS - 1) {
                if !cells.iter().any(|cell| cell.column == column) {
                    cells.push(Cell { column, value: value.clone() });
                }
            }
        }
        if cells.len() > own {
            cells.sort_by_key(|cell| cell.column);
        }
    }
}
