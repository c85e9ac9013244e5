//! Bytes of a text file to text: UTF-8 with or without a mark, UTF-16 with one, GB18030.

use std::borrow::Cow;

use crate::problem::ProblemKind;
use encoding_rs::{Encoding, GB18030, UTF_8};

/// The text, or the refusal of a file that is none.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ProblemKind> {
    if bytes.is_empty() {
        return Err(ProblemKind::NotASheet);
    }
    let (encoding, mark) = Encoding::for_bom(bytes)
        .unwrap_or_else(|| (if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { GB18030 }, 0));
    let text =
        encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]).ok_or_else(|| {
            if looks_binary(bytes) { ProblemKind::NotASheet } else { ProblemKind::UnreadableText }
        })?;
    if text.contains('\0') || looks_binary(text.as_bytes()) {
        return Err(ProblemKind::NotASheet);
    }
    Ok(text)
}

/// Pictures and programs hold control characters near their beginning; a table holds tabs and line ends only.
fn looks_binary(bytes: &[u8]) -> bool {
    bytes.iter().take(1024).any(|byte| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encodings_of_an_office_are_read() {
        let text = "小区,备注\n和平苑,𠮷";
        let gb = GB18030.encode(text).0;
        let marked = [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat();
        let wide: Vec<u8> =
            [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        for bytes in [text.as_bytes(), &gb, &marked, &wide] {
            assert_eq!(decode(bytes).expect("text"), text);
        }
    }

    #[test]
    fn a_picture_is_no_text() {
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(ProblemKind::NotASheet));
        assert_eq!(decode(b""), Err(ProblemKind::NotASheet));
        assert_eq!(decode(b"a,b\n1,\0"), Err(ProblemKind::NotASheet));
    }
}
