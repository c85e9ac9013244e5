//! How sure a share is.

/// The 97.5 % point of the normal law: what is left on each side of an interval of 95 %.
pub(super) const Z: f64 = 1.959_963_984_540_054;

/// The Wilson score interval of a share at 95 %: between which shares what was seen is no surprise. `hits` may be a
/// part of a whole where half an answer counts half. `None` without anything counted. (E. B. Wilson, Probable
/// inference, the law of succession, and statistical inference, JASA 22, 1927, 209–212; method 3 of R. G. Newcombe,
/// Statistics in Medicine 17, 1998, 857–872.)
#[must_use]
pub fn wilson(hits: f64, of: u32) -> Option<(f64, f64)> {
    if of == 0 {
        return None;
    }
    let n = f64::from(of);
    let (share, square) = ((hits / n).clamp(0.0, 1.0), Z * Z);
    let middle = share + square / (2.0 * n);
    let half = Z * (share * (1.0 - share) / n + square / (4.0 * n * n)).sqrt();
    let all = 1.0 + square / n;
    // At the very ends the two sides are equal; rounding must not leave a hair of them.
    let low = if share <= 0.0 { 0.0 } else { ((middle - half) / all).max(0.0) };
    let high = if share >= 1.0 { 1.0 } else { ((middle + half) / all).min(1.0) };
    Some((low, high))
}
