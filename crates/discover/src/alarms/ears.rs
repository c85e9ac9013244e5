//! EARS C1, C2 and C3: the count against mean and spread of the seven weeks before.
//!
//! Hutwagner, Thompson, Seeman and Treadwell, "The bioterrorism preparedness and response Early Aberration Reporting
//! System (EARS)", *J. Urban Health* 80 (2003); thresholds as R's package `surveillance` defines them.

use super::Verdict;
use crate::statistics::normal_quantile;

/// The share of false alarms.
const FALSE_ALARMS: f64 = 0.001;
/// How many weeks are the base.
const BASE: usize = 7;
/// C2 and C3 leave out the latest weeks, so that a slow rise does not lift its own threshold.
const GAP: usize = 2;

/// Which of the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ears {
    /// The seven weeks directly before; one false alarm in a thousand.
    C1,
    /// Seven weeks before a gap of two; one false alarm in a thousand.
    C2,
    /// What the two weeks before exceeded by C2 decides; a rise that goes on is seen. One false alarm in a thousand.
    ///
    /// The threshold starts at the week's own count, as in the reference implementation, where the paper starts at the
    /// mean of the base: so the alarm comes with the week after a peak.
    C3,
}

/// The verdict on each week, in order.
#[must_use]
pub fn ears(counts: &[u64], method: Ears) -> Vec<Verdict> {
    let z = normal_quantile(1.0 - FALSE_ALARMS);
    let gap = if method == Ears::C1 { 0 } else { GAP };
    let threshold = |week: usize| {
        let (mean, spread) = base(counts, week, gap)?;
        if method != Ears::C3 {
            return Some(mean + z * spread);
        }
        let before: Option<f64> = (week.checked_sub(GAP)?..week).map(|past| excess(counts, past)).sum();
        Some((counts[week] as f64 + spread * (z - before?)).max(0.0))
    };
    (0..counts.len())
        .map(|week| {
            let threshold = threshold(week);
            Verdict { threshold, alarm: threshold.is_some_and(|limit| counts[week] as f64 > limit) }
        })
        .collect()
}

/// By how many standard deviations, less one, the count stood above its base; nought where it did not.
fn excess(counts: &[u64], week: usize) -> Option<f64> {
    let (mean, spread) = base(counts, week, GAP)?;
    let above = counts[week] as f64 - mean;
    // A base without any spread: what does not rise above it exceeds nothing.
    Some(if above <= 0.0 { 0.0 } else { (above / spread - 1.0).max(0.0) })
}

/// Mean and standard deviation of the base of a week.
fn base(counts: &[u64], week: usize, gap: usize) -> Option<(f64, f64)> {
    let end = week.checked_sub(gap)?;
    let base = &counts[end.checked_sub(BASE)?..end];
    let mean = base.iter().sum::<u64>() as f64 / BASE as f64;
    let squares: f64 = base.iter().map(|count| (*count as f64 - mean).powi(2)).sum();
    Some((mean, (squares / (BASE - 1) as f64).sqrt()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_peak_alarms_and_a_short_history_says_nothing() {
        let counts = [2, 3, 1, 2, 4, 2, 3, 2, 2, 3, 20, 2];
        let c1 = ears(&counts, Ears::C1);
        assert_eq!(c1[6].threshold, None);
        // Mean 17/7 and standard deviation 0.975900073 of 2 3 1 2 4 2 3.
        let expected = 17.0 / 7.0 + 3.090_232_306_167_813_5 * 0.975_900_072_948_533_1;
        assert!((c1[7].threshold.unwrap() - expected).abs() < 1e-12);
        assert!(c1[10].alarm && !c1[9].alarm);
        assert!(ears(&counts, Ears::C2)[10].alarm);
        assert_eq!(ears(&counts, Ears::C2)[8].threshold, None);
        assert_eq!(ears(&counts, Ears::C3)[10].threshold, None);
    }

    #[test]
    fn c3_alarms_when_the_weeks_before_exceeded() {
        let mut counts = vec![2, 3, 1, 2, 4, 2, 3, 2, 2, 3, 4, 3];
        counts.extend([12, 3, 2, 2]);
        let c3 = ears(&counts, Ears::C3);
        assert!(!c3[12].alarm);
        assert!(c3[13].alarm && c3[13].threshold == Some(0.0));
        assert!(c3[14].alarm && !c3[15].alarm);
    }
}
