//! When to stop: at the limit of time, or at Ctrl-C. The best plan so far is then told.

use crate::interrupt::Interrupt;
use crate::progress::Progress;
use std::time::{Duration, Instant};

/// Answers "shall I stop?", and shows on a terminal that work goes on.
pub struct Stop {
    until: Option<Instant>,
    interrupt: Interrupt,
    progress: Progress,
    asked: u64,
}

impl Stop {
    /// With a limit in seconds. From now on the first Ctrl-C asks for the plan so far; a second one ends the program.
    pub fn new(limit: Option<f64>, what: &'static str) -> Self {
        let until = limit.map(|seconds| Instant::now() + Duration::from_secs_f64(seconds));
        Self { until, interrupt: Interrupt::listen(), progress: Progress::new(what), asked: 0 }
    }

    /// Whether to stop.
    pub fn asked(&mut self) -> bool {
        self.asked += 1;
        self.progress.show(self.asked, None);
        self.interrupt.came() || self.until.is_some_and(|until| Instant::now() >= until)
    }
}
