//! What a text has in common with some phrases, to be marked on a page.

use crate::bigrams;
use crate::normal::half_width_small;
use std::collections::HashSet;

/// The text in pieces, in order; the marked ones are runs of characters that stand in the phrases. All pieces together
/// are the text.
#[must_use]
pub fn marked(text: &str, phrases: &[String]) -> Vec<(bool, String)> {
    let known: HashSet<[char; 2]> = phrases.iter().flat_map(|phrase| bigrams(phrase)).collect();
    let chars: Vec<char> = text.chars().collect();
    let mut marks = vec![false; chars.len()];
    for (at, pair) in chars.windows(2).enumerate() {
        if known.contains(&[half_width_small(pair[0]), half_width_small(pair[1])]) {
            (marks[at], marks[at + 1]) = (true, true);
        }
    }
    let mut pieces: Vec<(bool, String)> = Vec::new();
    for (char, mark) in chars.into_iter().zip(marks) {
        match pieces.last_mut() {
            Some((last, piece)) if *last == mark => piece.push(char),
            _ => pieces.push((mark, char.to_string())),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pieces_are_the_text_and_runs_are_marked() {
        let phrases = ["大树太密".to_owned(), "led灯".to_owned()];
        let pieces = marked("楼前大树太密，ＬＥＤ灯也被大树挡住<b>", &phrases);
        let marks: Vec<&str> = pieces.iter().filter(|it| it.0).map(|it| it.1.as_str()).collect();
        assert_eq!(marks, ["大树太密", "ＬＥＤ灯", "大树"]);
        let whole: String = pieces.into_iter().map(|it| it.1).collect();
        assert_eq!(whole, "楼前大树太密，ＬＥＤ灯也被大树挡住<b>");
        assert!(marked("", &phrases).is_empty());
    }
}
