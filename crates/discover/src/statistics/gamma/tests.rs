//! Against published values.

use super::*;
use proptest::prelude::*;

#[test]
fn factorials() {
    for (x, value) in [(1.0, 1.0_f64), (5.0, 24.0), (0.5, std::f64::consts::PI.sqrt()), (11.0, 3_628_800.0)] {
        assert!((ln_gamma(x) - value.ln()).abs() < 1e-12, "{x}");
    }
}

/// R's `ppois(5, 0.4, lower.tail = FALSE)` and `ppois(0, 1, lower.tail = FALSE)`.
#[test]
fn published_tails() {
    assert!((poisson_upper(6, 0.4) / 4.042683174e-06 - 1.0).abs() < 1e-6);
    assert!((poisson_upper(1, 1.0) - 0.632_120_558_828_557_7).abs() < 1e-14);
    assert!((poisson_upper(0, 3.0) - 1.0).abs() < 1e-15);
}

proptest! {
    #[test]
    fn the_tail_is_what_the_terms_leave(observed in 1_u64..40, expected in 0.01_f64..60.0) {
        let below: f64 = (0..observed)
            .map(|k| (k as f64 * expected.ln() - expected - ln_gamma(k as f64 + 1.0)).exp()).sum();
        prop_assert!((poisson_upper(observed, expected) - (1.0 - below)).abs() < 1e-11);
    }
}
