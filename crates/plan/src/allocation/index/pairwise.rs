//! Weights from pairwise comparison, with the consistency ratio.
//!
//! The weights are the principal eigenvector of the matrix of comparisons, and the ratio compares its eigenvalue with
//! that of random matrices: T. L. Saaty, *A scaling method for priorities in hierarchical structures*, Journal of
//! Mathematical Psychology 15 (1977); the random index is that of Saaty, *The Analytic Hierarchy Process* (1980).

/// Saaty's random index for 0, 1, 2, … compared things.
const RANDOM_INDEX: [f64; 11] = [0.0, 0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];

/// Over this the comparisons contradict each other too much to be used.
const ACCEPTABLE: f64 = 0.1;

/// Power iteration ends when no weight moves more than this.
const STILL: f64 = 1e-13;

/// What comparisons lead to.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The weights; they add up to 1.
    pub weights: Vec<f64>,
    /// The largest eigenvalue; equal to the number of things where nothing contradicts.
    pub eigenvalue: f64,
    /// (λ − n) ÷ (n − 1) ÷ random index; 0 for two things and fewer.
    pub consistency_ratio: f64,
}

impl Comparison {
    /// Whether the comparisons fit together well enough: a ratio of at most 0.1.
    #[must_use]
    pub fn is_consistent(&self) -> bool {
        self.consistency_ratio <= ACCEPTABLE
    }
}

/// Why comparisons cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairwiseError {
    /// Not from 1 to 10 things with a whole square of comparisons.
    Size,
    /// This comparison is not a number over 0.
    Value(usize, usize),
    /// These two comparisons are not the reciprocal of each other, or a thing is not equal to itself.
    Reciprocal(usize, usize),
}

/// The weights of things that were compared in pairs: `matrix[i][j]` says how many times more `i` counts than `j`.
///
/// # Errors
/// A matrix that is not square, not positive or not reciprocal.
pub fn weights_of_pairs(matrix: &[Vec<f64>]) -> Result<Comparison, PairwiseError> {
    let count = matrix.len();
    if count == 0 || count >= RANDOM_INDEX.len() || matrix.iter().any(|row| row.len() != count) {
        return Err(PairwiseError::Size);
    }
    for (i, row) in matrix.iter().enumerate() {
        for (j, (one, turned)) in row.iter().zip(matrix.iter().map(|other| other[i])).enumerate() {
            if !(*one > 0.0 && one.is_finite()) {
                return Err(PairwiseError::Value(i, j));
            }
            if (one * turned - 1.0).abs() > 1e-6 {
                return Err(PairwiseError::Reciprocal(i, j));
            }
        }
    }
    let (weights, eigenvalue) = principal(matrix);
    let size = count as f64;
    let index = if count > 2 { (eigenvalue - size) / (size - 1.0) / RANDOM_INDEX[count] } else { 0.0 };
    Ok(Comparison { weights, eigenvalue, consistency_ratio: index.max(0.0) })
}

/// Power iteration; the matrix is positive, so it converges to the principal eigenvector (Perron and Frobenius).
fn principal(matrix: &[Vec<f64>]) -> (Vec<f64>, f64) {
    let mut weights = vec![1.0 / matrix.len() as f64; matrix.len()];
    let mut eigenvalue = matrix.len() as f64;
    for _ in 0..10_000 {
        let row = |row: &Vec<f64>| row.iter().zip(&weights).map(|(one, weight)| one * weight).sum::<f64>();
        let next: Vec<f64> = matrix.iter().map(row).collect();
        eigenvalue = next.iter().sum();
        let next: Vec<f64> = next.iter().map(|one| one / eigenvalue).collect();
        let moved = next.iter().zip(&weights).map(|(one, other)| (one - other).abs()).fold(0.0, f64::max);
        weights = next;
        if moved < STILL {
            break;
        }
    }
    (weights, eigenvalue)
}
