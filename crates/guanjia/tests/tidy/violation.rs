//! One finding: where, what, and what to do.

use std::fmt;

/// A place that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// From the root of the repository.
    pub path: String,
    /// From 1; 0 where the whole file is meant.
    pub line: usize,
    /// What is wrong, and the cure.
    pub text: String,
}

impl Violation {
    pub fn new(path: &str, line: usize, text: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, text: text.into() }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(out, "{}: {}", self.path, self.text),
            line => write!(out, "{}:{line}: {}", self.path, self.text),
        }
    }
}

/// The line, from 1, of a byte offset in a text.
pub fn line_of(text: &str, offset: usize) -> usize {
    1 + text.as_bytes()[..offset].iter().filter(|byte| **byte == b'\n').count()
}

/// Byte offsets at which `word` stands in `text` without a letter, digit or underscore on a side where `word` itself
/// ends in one.
pub fn word_offsets(text: &str, word: &str) -> Vec<usize> {
    let inside = |c: char| c.is_alphanumeric() || c == '_';
    let (open_left, open_right) = (word.starts_with(inside), word.ends_with(inside));
    text.match_indices(word)
        .map(|(at, _)| at)
        .filter(|at| !(open_left && text[..*at].ends_with(inside)))
        .filter(|at| !(open_right && text[at + word.len()..].starts_with(inside)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_alone_only() {
        assert_eq!(word_offsets("rand::x operand::x rand::", "rand::"), [0, 19]);
        assert_eq!(word_offsets("unsafe_code unsafe {", "unsafe"), [12]);
        assert_eq!(word_offsets("eprintln!() println!()", "println!"), [12]);
    }

    #[test]
    fn lines_count_from_one() {
        assert_eq!((line_of("a\nb", 0), line_of("a\nb", 2)), (1, 2));
    }
}
