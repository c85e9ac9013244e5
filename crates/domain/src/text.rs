//! Free text as people type it, made safe to store and to show.

use crate::refusal::Refusal;

/// A text that is not empty, not too long and holds nothing invisible that could mislead: control characters
/// (but line breaks and tabs), direction overrides and zero-width spaces are taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(String);

impl Text {
    /// The longest text of a request, in characters.
    pub const MAX: usize = 2_000;

    /// Cleans and checks what was typed.
    ///
    /// # Errors
    /// [`Refusal::TextMissing`] when nothing visible is left, [`Refusal::TextTooLong`] above [`Text::MAX`].
    pub fn new(field: &'static str, typed: &str) -> Result<Self, Refusal> {
        Self::optional(field, typed)?.ok_or(Refusal::TextMissing { field })
    }

    /// The same, but nothing typed is `None`.
    ///
    /// # Errors
    /// [`Refusal::TextTooLong`] above [`Text::MAX`].
    pub fn optional(field: &'static str, typed: &str) -> Result<Option<Self>, Refusal> {
        let clean = clean(typed);
        let length = clean.chars().count();
        if length > Self::MAX {
            return Err(Refusal::TextTooLong { field, length, most: Self::MAX });
        }
        Ok((length > 0).then_some(Self(clean)))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, owned.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

/// Takes out what cannot be seen and could mislead, turns CR LF into LF, trims.
#[must_use]
pub fn clean(typed: &str) -> String {
    let shown: String = typed.replace("\r\n", "\n").chars().filter(|&c| is_shown(c)).collect();
    shown.trim().to_owned()
}

/// One line: like [`clean`], with every run of white space made one space. For names and phones.
#[must_use]
pub fn clean_line(typed: &str) -> String {
    clean(typed).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Direction marks and overrides (UAX #9), zero-width space and BOM, and control characters are not shown.
/// The zero-width joiner stays: names of some scripts and emoji need it.
fn is_shown(c: char) -> bool {
    let control = c.is_control() && c != '\n' && c != '\t';
    let direction =
        matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let zero_width = matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}');
    !(control || direction || zero_width)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_out_what_misleads() {
        let text = Text::new("text", "  路灯\u{202E}不亮\0\r\n请\u{200B}修  ").unwrap();
        assert_eq!(text.as_str(), "路灯不亮\n请修");
        assert_eq!(clean_line(" 张\t三 \n丰 "), "张 三 丰");
    }

    #[test]
    fn counts_characters_not_bytes() {
        assert!(Text::new("text", &"灯".repeat(Text::MAX)).is_ok());
        let refused = Text::new("text", &"灯".repeat(5_000)).unwrap_err();
        assert_eq!(refused, Refusal::TextTooLong { field: "text", length: 5_000, most: 2_000 });
        assert_eq!(Text::new("text", " \u{200B} ").unwrap_err(), Refusal::TextMissing { field: "text" });
    }
}
