//! What separates the fields of a text file.

use crate::header;

/// Lines in which the separator is looked for: a title or two may stand above the header.
const FIRST_LINES: usize = 20;

/// The character that makes most known headings of one of the first lines; without any, the one that the first line
/// holds most of.
pub(super) fn guess(text: &str) -> char {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let headings = |line: &str, sign: char| {
        line.split(sign).filter(|part| header::is_heading(part.trim_matches('"'))).count()
    };
    let score = |sign: char| {
        let known = text.lines().take(FIRST_LINES).map(|line| headings(line, sign)).max().unwrap_or(0);
        (known, first.matches(sign).count())
    };
    [';', '\t', ','].into_iter().max_by_key(|sign| score(*sign)).unwrap_or(',')
}

/// Excel's own first line `sep=;` says what separates and holds nothing.
pub(super) fn told(text: &str) -> Option<(char, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let sign = first.trim_end_matches('\r').strip_prefix("sep=")?.chars().next()?;
    Some((sign, rest))
}
