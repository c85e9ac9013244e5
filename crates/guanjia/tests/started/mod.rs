//! The program, started with files of its own.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]
#![allow(dead_code, reason = "each test file uses a part")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

/// Files in a folder that goes with the test.
pub struct Files {
    folder: tempfile::TempDir,
}

impl Files {
    /// Writes them.
    pub fn new(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        Self { folder }
    }

    /// The path of one of them, or of one that the program writes.
    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }
}

fn start(args: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guanjia"));
    command.args(args).env("LC_ALL", "C.UTF-8").env_remove("RUST_LOG");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A program that refuses does not read to the end.
    let _unread = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

/// What it answers; it must end well.
pub fn fed(args: &[&str], input: &str) -> String {
    let output = start(args, input);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The same without input.
pub fn done(args: &[&str]) -> String {
    fed(args, "")
}

/// What it says to a person; it must refuse with exit code 1 and answer nothing.
pub fn refused(args: &[&str]) -> String {
    let output = start(args, "");
    assert_eq!(output.status.code(), Some(1), "{args:?}: {}", String::from_utf8_lossy(&output.stdout));
    assert!(output.stdout.is_empty(), "{args:?} answered before it refused");
    String::from_utf8(output.stderr).unwrap()
}
