//! The two ways out: answers on standard output, words to a person on standard error.

use crate::failure::Failure;
use std::io::Write;

/// Prints an answer and hands it over at once: whoever started the program may be waiting for the line.
pub fn answer(line: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).map_err(|error| Failure::output(&error))
}

/// Says something to a person. Where nobody listens any more there is nobody to tell.
pub fn tell(line: &str) {
    let _closed = writeln!(std::io::stderr().lock(), "{line}");
}
