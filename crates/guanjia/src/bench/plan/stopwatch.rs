//! How long a search has worked: on one core, whatever else the machine does meanwhile.

use std::time::Instant;

/// Seconds of processor time of this thread where the system tells them under `/proc`, else seconds that passed.
pub struct Stopwatch {
    began: Instant,
    worked: Option<f64>,
}

impl Stopwatch {
    /// From now on.
    pub fn start() -> Self {
        Self { began: Instant::now(), worked: worked() }
    }

    /// Seconds since the start.
    pub fn seconds(&self) -> f64 {
        let passed = self.began.elapsed().as_secs_f64();
        match (self.worked, worked()) {
            (Some(then), Some(now)) => (now - then).min(passed),
            _ => passed,
        }
    }

    /// Whether more than so many seconds are over. The system is asked only once they can be.
    pub fn is_over(&self, seconds: f64) -> bool {
        self.began.elapsed().as_secs_f64() > seconds && self.seconds() > seconds
    }
}

/// Seconds that this thread has had a processor.
fn worked() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds = told.split_whitespace().next()?.parse::<u64>().ok()?;
    Some(nanoseconds as f64 / 1e9)
}
