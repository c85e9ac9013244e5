//! A server that is stopped and started again where it was.

use super::server::{Server, started};

impl Server {
    /// Stops it, as a power cut would.
    pub fn stop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    /// Starts it again.
    pub fn start_again(&mut self) {
        let (data, log) = (self.scratch().join("data"), self.scratch().join("log"));
        let listen = self.base.trim_start_matches("http://").to_owned();
        (self.process, self.base, self.links) = started(&data, &log, &listen);
    }
}
