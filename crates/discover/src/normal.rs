//! A text as character pairs.

/// The pairs of neighbouring characters of a text, once it is made plain: full-width letters and digits become
/// half-width, letters lower-case, and everything but letters, digits and ideographs separates.
pub fn bigrams(text: &str) -> impl Iterator<Item = [char; 2]> + '_ {
    let mut previous = None;
    text.chars().map(plain).filter_map(move |c| {
        let pair = match (previous, c) {
            (Some(first), Some(second)) => Some([first, second]),
            _ => None,
        };
        previous = c;
        pair
    })
}

/// The plain form of a character; `None` separates.
fn plain(c: char) -> Option<char> {
    let plain = half_width_small(c);
    plain.is_alphanumeric().then_some(plain)
}

/// Half-width, letters small.
pub fn half_width_small(c: char) -> char {
    let half = match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        other => other,
    };
    half.to_lowercase().next().unwrap_or(half)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_do_not_cross_punctuation() {
        let pairs: Vec<String> = bigrams("４号楼，Lamp").map(|pair| pair.iter().collect()).collect();
        assert_eq!(pairs, ["4号", "号楼", "la", "am", "mp"]);
        assert_eq!(bigrams("灯").count(), 0);
    }
}
