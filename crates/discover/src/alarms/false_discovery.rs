//! How many of the alarms are false when many cells were looked at.

/// What is assumed about the cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FalseDiscovery {
    /// They are independent or rise together: Benjamini and Hochberg, *J. R. Statist. Soc. B* 57 (1995).
    Independent,
    /// Nothing: Benjamini and Yekutieli, *Annals of Statistics* 29 (2001).
    Any,
}

/// The adjusted chance of each cell: those at most q together hold a share of at most q of false discoveries. The order
/// is kept; a chance that is no number counts as 1.
#[must_use]
pub fn adjusted(chances: &[f64], assumed: FalseDiscovery) -> Vec<f64> {
    let cells = chances.len() as f64;
    let factor = match assumed {
        FalseDiscovery::Independent => 1.0,
        FalseDiscovery::Any => (1..=chances.len()).map(|rank| 1.0 / rank as f64).sum(),
    };
    let mut order: Vec<usize> = (0..chances.len()).collect();
    let chance = |cell: usize| if chances[cell].is_nan() { 1.0 } else { chances[cell] };
    order.sort_by(|a, b| chance(*a).total_cmp(&chance(*b)));
    let mut out = vec![1.0; chances.len()];
    let mut least: f64 = 1.0;
    for (rank, cell) in order.iter().enumerate().rev() {
        least = least.min(chance(*cell) * factor * cells / (rank + 1) as f64);
        out[*cell] = least;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// R's `p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "BH")` and `"BY"`.
    #[test]
    fn published_values() {
        let chances = [0.05, 0.01, 0.03, 0.02, 0.04];
        for value in adjusted(&chances, FalseDiscovery::Independent) {
            assert!((value - 0.05).abs() < 1e-12);
        }
        for value in adjusted(&chances, FalseDiscovery::Any) {
            assert!((value - 0.114_166_666_666_666_7).abs() < 1e-12);
        }
        assert_eq!(adjusted(&[f64::NAN], FalseDiscovery::Independent), [1.0]);
    }

    #[test]
    fn the_smallest_of_many_is_raised_most() {
        let mut chances = vec![0.5; 100];
        chances[40] = 0.0001;
        let out = adjusted(&chances, FalseDiscovery::Independent);
        assert!((out[40] - 0.01).abs() < 1e-12);
        assert!(out[0] > 0.49);
    }
}
