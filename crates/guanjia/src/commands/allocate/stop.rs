//! When to stop: at the limit of time, or at Ctrl-C. The best plan so far is then told.

use crate::failure::Failure;
use crate::progress::Progress;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Answers "shall I stop?", and shows on a terminal that work goes on.
pub struct Stop {
    until: Option<Instant>,
    interrupted: Arc<AtomicBool>,
    progress: Progress,
    asked: u64,
}

impl Stop {
    /// With a limit in seconds. From now on the first Ctrl-C asks for the plan so far; a second one ends the program.
    pub fn new(limit: Option<f64>, what: &'static str) -> Result<Self, Failure> {
        let interrupted = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&interrupted);
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| {
                Failure::refused(
                    format!("无法启动：{error}。"),
                    format!("The program cannot start: {error}."),
                )
            })?;
        std::thread::spawn(move || {
            runtime.block_on(async {
                while tokio::signal::ctrl_c().await.is_ok() {
                    if flag.swap(true, Ordering::Relaxed) {
                        std::process::exit(130);
                    }
                }
            });
        });
        let until = limit.map(|seconds| Instant::now() + Duration::from_secs_f64(seconds));
        Ok(Self { until, interrupted, progress: Progress::new(what), asked: 0 })
    }

    /// Whether to stop.
    pub fn asked(&mut self) -> bool {
        self.asked += 1;
        self.progress.show(self.asked, None);
        self.interrupted.load(Ordering::Relaxed) || self.until.is_some_and(|until| Instant::now() >= until)
    }
}
