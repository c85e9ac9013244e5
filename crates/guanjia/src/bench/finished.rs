//! A command that a benchmark runs to its end, watching its memory.

use super::child::did_not_start;
use crate::failure::Failure;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A command that was run to its end.
pub struct Finished {
    /// Whether it was done.
    pub ok: bool,
    /// How long it took.
    pub took: Duration,
    /// The most memory it had, in bytes, where the system tells it under `/proc`.
    pub peak: Option<u64>,
}

impl Finished {
    /// Runs `guanjia ARGUMENTS` and watches its memory.
    pub fn run(arguments: &[&str]) -> Result<Self, Failure> {
        let program = std::env::current_exe().map_err(|error| did_not_start(&error))?;
        let began = Instant::now();
        let mut process = Command::new(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| did_not_start(&error))?;
        let mut peak = None;
        loop {
            if let Some(status) = process.try_wait().map_err(|error| did_not_start(&error))? {
                return Ok(Self { ok: status.success(), took: began.elapsed(), peak });
            }
            peak = high_water(process.id()).max(peak);
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

/// The most memory that a process has had so far.
fn high_water(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1_024)
}
