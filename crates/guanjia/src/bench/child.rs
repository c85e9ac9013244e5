//! Servers that a benchmark starts: this same program in a process of its own.

use crate::failure::Failure;
use std::io::{BufRead, BufReader, Error};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A server process; it ends with the value.
pub struct Server {
    process: Child,
    /// Where it answers.
    pub address: SocketAddr,
    /// From its start to the line that says that it answers.
    pub ready: Duration,
}

impl Server {
    /// Starts `guanjia ARGUMENTS` and waits for its `READY` line.
    pub fn start(arguments: &[&str]) -> Result<Self, Failure> {
        let program = std::env::current_exe().map_err(|error| did_not_start(&error))?;
        let began = Instant::now();
        let mut process = Command::new(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| did_not_start(&error))?;
        let lines = process.stdout.take().into_iter().flat_map(|out| BufReader::new(out).lines());
        let found =
            lines.map_while(Result::ok).find_map(|line| line.strip_prefix("READY http://")?.parse().ok());
        let Some(address) = found else {
            // Its own words stand on standard error already.
            let _ended = process.kill().and_then(|()| process.wait());
            return Err(did_not_start(&Error::other("no READY line")));
        };
        Ok(Self { process, address, ready: began.elapsed() })
    }

    /// The processor time it has used, in seconds, where the system tells it under `/proc` (in hundredths).
    pub fn processor_time(&self) -> Option<f64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.process.id())).ok()?;
        let (_, after_name) = stat.rsplit_once(')')?;
        let ticks = after_name.split_whitespace().skip(11).take(2).map(str::parse::<u64>);
        Some(ticks.sum::<Result<u64, _>>().ok()? as f64 / 100.0)
    }

    /// Its resident memory in bytes, where the system tells it under `/proc`.
    pub fn resident_memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1_024)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A process that has ended already is what is wanted.
        let _ended = self.process.kill().and_then(|()| self.process.wait());
    }
}

/// A path as an argument.
pub fn argument(path: &Path) -> Result<&str, Failure> {
    path.to_str().ok_or_else(|| Failure::file(path, &Error::other("not UTF-8")))
}

/// What is said when this program cannot be started a second time.
pub fn did_not_start(error: &Error) -> Failure {
    Failure::refused(
        format!("测试用的服务没有启动：{error}。"),
        format!("The server to be measured did not start: {error}."),
    )
}
