//! Against published quantiles.

use super::*;

/// Values of R's `qnorm`.
#[test]
fn published_quantiles() {
    for (share, expected) in [
        (0.5, 0.0),
        (0.975, 1.959_963_984_540_054),
        (0.999, 3.090_232_306_167_813_5),
        (0.05, -1.644_853_626_951_472_7),
        (1e-12, -7.034_483_825_301_132),
    ] {
        assert!((normal_quantile(share) - expected).abs() < 1e-11, "{share}");
    }
    assert_eq!(normal_quantile(0.0), f64::NEG_INFINITY);
    assert!(normal_quantile(1.5).is_nan());
}
