//! A bar for work that takes longer than a second, on a terminal only.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::time::{Duration, Instant};

/// Work shorter than this shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar that appears when the work turns out to be long.
pub struct Progress {
    began: Instant,
    terminal: bool,
    bar: Option<ProgressBar>,
    what: &'static str,
}

impl Progress {
    /// For work that is called `what`.
    pub fn new(what: &'static str) -> Self {
        Self { began: Instant::now(), terminal: std::io::stderr().is_terminal(), bar: None, what }
    }

    /// So much is done; of how much, where that is known.
    pub fn show(&mut self, done: u64, all: Option<u64>) {
        if !self.terminal || self.began.elapsed() < PATIENCE {
            return;
        }
        let what = self.what;
        let bar = self.bar.get_or_insert_with(|| {
            let bar = all.map_or_else(ProgressBar::new_spinner, ProgressBar::new);
            let form =
                if all.is_some() { "{msg} {wide_bar} {percent:>3} %" } else { "{msg} {spinner} {pos}" };
            // The forms above are constants; were one ever wrong, the plain bar serves as well.
            let style = ProgressStyle::with_template(form).unwrap_or_else(|_| ProgressStyle::default_bar());
            bar.with_style(style).with_message(what)
        });
        bar.set_position(done);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
