//! The assignment problem: each row its own column, least sum.
//!
//! Shortest augmenting paths with potentials (the Hungarian method of Kuhn 1955 and Munkres 1957 in the form of
//! Jonker and Volgenant, *A shortest augmenting path algorithm for dense and sparse linear assignment problems*,
//! Computing 38, 1987), O(n³).

/// A pair that must not be, as a cost: larger than any sum that is allowed.
pub const NEVER: i64 = 1 << 58;

/// A best assignment.
#[derive(Clone, Debug)]
pub struct Assigned {
    /// For each row its column.
    pub columns: Vec<usize>,
    /// Whether every other assignment costs more; exchanging two columns of which `alike` holds does not count.
    pub only: bool,
}

/// Assigns `count` rows to as many columns at least cost. `None` where a row would have to take a column that it must
/// not. Costs are below [`NEVER`] ÷ count, or [`NEVER`].
pub fn assign(
    count: usize,
    cost: impl Fn(usize, usize) -> i64,
    alike: impl Fn(usize, usize) -> bool,
) -> Option<Assigned> {
    let none = usize::MAX;
    let (mut row_price, mut column_price) = (vec![0_i128; count], vec![0_i128; count + 1]);
    let mut row_of = vec![none; count + 1];
    let cost = |row: usize, column: usize| i128::from(cost(row, column));
    for row in 0..count {
        row_of[count] = row;
        let mut column = count;
        let mut least = vec![(i128::MAX, none); count];
        let mut done = vec![false; count + 1];
        while row_of[column] != none {
            done[column] = true;
            let here = row_of[column];
            let (mut step, mut next) = (i128::MAX, none);
            for other in 0..count {
                if done[other] {
                    continue;
                }
                let reduced = cost(here, other) - row_price[here] - column_price[other];
                if reduced < least[other].0 {
                    least[other] = (reduced, column);
                }
                if least[other].0 < step {
                    (step, next) = (least[other].0, other);
                }
            }
            for other in 0..=count {
                if done[other] {
                    row_price[row_of[other]] += step;
                    column_price[other] -= step;
                } else if other < count {
                    least[other].0 -= step;
                }
            }
            column = next;
        }
        while column != count {
            let before = least[column].1;
            row_of[column] = row_of[before];
            column = before;
        }
    }
    let mut columns = vec![none; count];
    (0..count).for_each(|column| columns[row_of[column]] = column);
    if columns.iter().enumerate().any(|(row, column)| cost(row, *column) >= i128::from(NEVER)) {
        return None;
    }
    let tight = |row: usize, column: usize| cost(row, column) == row_price[row] + column_price[column];
    let moves = |row: usize, column: usize| {
        columns[row] != column && !alike(columns[row], column) && tight(row, column)
    };
    let only = is_acyclic(count, |from, to| moves(from, columns[to]));
    Some(Assigned { columns, only })
}

/// Whether the graph has no cycle: rows without incoming edges are taken away until none is left.
fn is_acyclic(count: usize, edge: impl Fn(usize, usize) -> bool) -> bool {
    let mut incoming: Vec<usize> =
        (0..count).map(|to| (0..count).filter(|from| edge(*from, to)).count()).collect();
    let mut free: Vec<usize> = (0..count).filter(|row| incoming[*row] == 0).collect();
    let mut taken = 0;
    while let Some(row) = free.pop() {
        taken += 1;
        for to in (0..count).filter(|to| edge(row, *to)) {
            incoming[to] -= 1;
            if incoming[to] == 0 {
                free.push(to);
            }
        }
    }
    taken == count
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(costs: &[Vec<i64>], row: usize, used: &mut Vec<bool>, sum: i64, sums: &mut Vec<i64>) {
        if row == costs.len() {
            return sums.push(sum);
        }
        for column in 0..costs.len() {
            if !used[column] {
                used[column] = true;
                all(costs, row + 1, used, sum + costs[row][column], sums);
                used[column] = false;
            }
        }
    }

    proptest! {
        #[test]
        fn nothing_costs_less_and_only_means_only(costs in (1_usize..6).prop_flat_map(|count| {
            prop::collection::vec(prop::collection::vec(0_i64..12, count), count)
        })) {
            let found = assign(costs.len(), |row, column| costs[row][column], |_, _| false).unwrap();
            let sum: i64 = found.columns.iter().enumerate().map(|(row, column)| costs[row][*column]).sum();
            let mut sums = Vec::new();
            all(&costs, 0, &mut vec![false; costs.len()], 0, &mut sums);
            prop_assert_eq!(Some(&sum), sums.iter().min());
            prop_assert_eq!(found.only, sums.iter().filter(|one| **one == sum).count() == 1);
        }
    }

    #[test]
    fn what_must_not_be_is_not() {
        let cost = |row: usize, column: usize| if (row, column) == (0, 0) { NEVER } else { 5 };
        assert_eq!(assign(2, cost, |_, _| false).unwrap().columns, [1, 0]);
        assert!(assign(1, cost, |_, _| false).is_none());
    }
}
