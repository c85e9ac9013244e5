//! Rust source taken apart into code and string literals, without a parser: enough to tell a word in code from the same
//! word in a comment, a string or a test.

/// A source file taken apart. Every part keeps the byte offsets of the source.
pub struct Source {
    /// The source with comments, the contents of literals and test modules blanked out.
    pub code: String,
    /// String literals outside tests: byte offset and contents as written.
    pub strings: Vec<(usize, String)>,
}

/// Takes a source apart.
pub fn read(text: &str) -> Source {
    let mut scan = Scan { text, code: text.as_bytes().to_vec(), strings: Vec::new(), at: 0 };
    scan.run();
    let mut code = String::from_utf8_lossy(&scan.code).into_owned();
    let mut strings = scan.strings;
    while let Some(test) = test_region(&code) {
        strings.retain(|(offset, _)| !test.contains(offset));
        let blank = " ".repeat(test.len());
        code.replace_range(test, &blank);
    }
    Source { code, strings }
}

struct Scan<'text> {
    text: &'text str,
    code: Vec<u8>,
    strings: Vec<(usize, String)>,
    at: usize,
}

impl Scan<'_> {
    fn run(&mut self) {
        while self.at < self.text.len() {
            let rest = &self.text.as_bytes()[self.at..];
            match rest {
                [b'/', b'/', ..] => self.blank_until(|text| text.find('\n')),
                [b'/', b'*', ..] => self.blank_until(|text| text.find("*/").map(|at| at + 2)),
                [b'r', b'#' | b'"', ..] if self.starts_raw_string() => self.raw_string(),
                [b'"', ..] => self.string(),
                [b'\'', ..] => self.character(),
                _ => self.at += 1,
            }
        }
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn blank_until(&mut self, end: impl Fn(&str) -> Option<usize>) {
        let length = end(self.rest()).unwrap_or(self.rest().len());
        self.blank(self.at, self.at + length);
        self.at += length;
    }

    /// Keeps line breaks, so that lines still count.
    fn blank(&mut self, from: usize, to: usize) {
        for byte in &mut self.code[from..to] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }

    fn literal(&mut self, from: usize, to: usize, next: usize) {
        self.strings.push((from, self.text.get(from..to).unwrap_or("").to_owned()));
        self.blank(from, to);
        self.at = next;
    }

    fn string(&mut self) {
        let (from, bytes) = (self.at + 1, self.text.as_bytes());
        let mut to = from;
        while to < bytes.len() && bytes[to] != b'"' {
            to += if bytes[to] == b'\\' { 2 } else { 1 };
        }
        let to = to.min(bytes.len());
        self.literal(from, to, (to + 1).min(bytes.len()));
    }

    fn starts_raw_string(&self) -> bool {
        let before = self.at.checked_sub(1).map(|at| self.text.as_bytes()[at]);
        let continues_a_name =
            before.is_some_and(|byte| byte.is_ascii_alphanumeric() && byte != b'b' || byte == b'_');
        !continues_a_name && self.rest()[1..].trim_start_matches('#').starts_with('"')
    }

    fn raw_string(&mut self) {
        let hashes = self.rest()[1..].bytes().take_while(|byte| *byte == b'#').count();
        let from = self.at + 1 + hashes + 1;
        let close = format!("\"{}", "#".repeat(hashes));
        let length = self.text[from..].find(&close).unwrap_or(self.text.len() - from);
        self.literal(from, from + length, (from + length + close.len()).min(self.text.len()));
    }

    /// A character literal, or the quote of a lifetime.
    fn character(&mut self) {
        let mut characters = self.rest()[1..].char_indices();
        let length = match (characters.next(), characters.next()) {
            (Some((_, '\\')), _) => self.rest()[3..].find('\'').map(|at| at + 4),
            (Some(_), Some((at, '\''))) => Some(at + 2),
            _ => None,
        };
        if let Some(length) = length {
            self.blank(self.at + 1, self.at + length - 1);
        }
        self.at += length.unwrap_or(1);
    }
}

/// The next item behind `#[cfg(test)]`, from the attribute to its end.
fn test_region(code: &str) -> Option<std::ops::Range<usize>> {
    let from = code.find("#[cfg(test)]")?;
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate().skip(from) {
        match byte {
            b'{' => depth += 1,
            b'}' if depth <= 1 => return Some(from..at + 1),
            b'}' => depth -= 1,
            b';' if depth == 0 => return Some(from..at + 1),
            _ => {}
        }
    }
    Some(from..code.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_literals_are_told_from_code() {
        let source = read(
            "let a = \"x // \\\" y\"; // word\nlet b: &'a str = r#\"z \" \"#; /* w */ '\"'; '\\''; code",
        );
        assert_eq!(
            source.strings.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>(),
            ["x // \\\" y", "z \" "]
        );
        assert!(source.code.ends_with("code") && !source.code.contains("word") && !source.code.contains('w'));
        assert_eq!(source.code.lines().count(), 2);
    }

    #[test]
    fn test_modules_are_left_out() {
        let source = read(
            "use a;\n#[cfg(test)]\nmod tests { fn f() { \"s\"; } }\nfn after() { \"t\" }\n#[cfg(test)] mod x;",
        );
        assert!(
            source.code.contains("after") && !source.code.contains("tests") && !source.code.contains("mod x")
        );
        assert_eq!(source.strings.len(), 1);
    }

    #[test]
    fn chinese_text_keeps_its_place() {
        let text = "let a = \"片管家\"; 'é'; // 注释\nunit";
        let source = read(text);
        assert_eq!(source.code.len(), text.len());
        assert_eq!(source.code.find("unit"), text.find("unit"));
    }
}
