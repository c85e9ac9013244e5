//! The incomplete beta function, Student's t and the binomial.

use super::gamma::{ln_gamma, nonzero};

/// The regularised incomplete beta function I_x(a, b), for a, b > 0 and x from 0 to 1: Lentz's continued fraction
/// (Press et al., *Numerical Recipes*, §6.4). It is P(X ≥ a) of a binomial number with a + b − 1 trials at x.
#[must_use]
pub fn beta_lower(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let front = (ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * x.ln() + b * (-x).ln_1p()).exp();
    if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(x, a, b) / a
    } else {
        1.0 - front * fraction(1.0 - x, b, a) / b
    }
}

fn fraction(x: f64, a: f64, b: f64) -> f64 {
    let mut c = 1.0;
    let mut d = 1.0 / nonzero(1.0 - (a + b) * x / (a + 1.0));
    let mut h = d;
    for step in 1..10_000 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / nonzero(1.0 + even * d);
        c = nonzero(1.0 + even / c);
        h *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / nonzero(1.0 + odd * d);
        c = nonzero(1.0 + odd / c);
        h *= d * c;
        if (d * c - 1.0).abs() < 1e-15 {
            break;
        }
    }
    h
}

/// P(|T| ≥ |t|) of Student's distribution with `freedom` > 0 degrees of freedom.
#[must_use]
pub fn student_two_sided(t: f64, freedom: f64) -> f64 {
    beta_lower(freedom / (freedom + t * t), freedom / 2.0, 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two-sided 5 % points of the t table.
    #[test]
    fn published_points() {
        for (t, freedom) in [(12.706_204_736, 1.0), (2.228_138_852, 10.0), (1.983_971_519, 100.0)] {
            assert!((student_two_sided(t, freedom) - 0.05).abs() < 1e-9, "{freedom}");
        }
    }

    #[test]
    fn three_of_four_at_one_half() {
        // P(X ≥ 3) of four fair throws is 5/16.
        assert!((beta_lower(0.5, 3.0, 2.0) - 0.3125).abs() < 1e-14);
    }
}
