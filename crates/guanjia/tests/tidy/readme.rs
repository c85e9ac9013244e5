//! The two README files tell the same story: the same headings by level, and as many code blocks.

use super::tree::Tree;
use super::violation::Violation;

const ENGLISH: &str = "README.md";
const CHINESE: &str = "README.zh-CN.md";

/// The shape of a Markdown text.
#[derive(Default, PartialEq, Eq)]
struct Shape {
    headings: Vec<usize>,
    code_blocks: usize,
}

/// Compares the two.
pub fn check(tree: &Tree) -> Vec<Violation> {
    let texts = [ENGLISH, CHINESE].map(|path| tree.get(path).map(|file| file.text.as_str()));
    let [Some(english), Some(chinese)] = texts else {
        return vec![Violation::new(
            ENGLISH,
            0,
            format!("{ENGLISH} and {CHINESE} must both be there: write them"),
        )];
    };
    let (english, chinese) = (shape(english), shape(chinese));
    let mut found = Vec::new();
    if english.headings != chinese.headings {
        let (left, right) = (english.headings.len(), chinese.headings.len());
        let cure =
            format!("headings differ from {ENGLISH} in number or level ({right}, not {left}): translate all");
        found.push(Violation::new(CHINESE, 0, cure));
    }
    if english.code_blocks != chinese.code_blocks {
        let (left, right) = (english.code_blocks, chinese.code_blocks);
        found.push(Violation::new(
            CHINESE,
            0,
            format!("{right} code blocks, {ENGLISH} has {left}: show the same"),
        ));
    }
    found
}

fn shape(text: &str) -> Shape {
    let mut shape = Shape::default();
    let mut in_code = false;
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
            shape.code_blocks += usize::from(in_code);
        } else if !in_code && line.starts_with('#') {
            shape.headings.push(line.bytes().take_while(|byte| *byte == b'#').count());
        }
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(english: &str, chinese: &str) -> usize {
        check(&Tree::planted(&[(ENGLISH, english), (CHINESE, chinese)])).len()
    }

    #[test]
    fn a_difference_is_found() {
        let whole = "# a\n## b\n```\n# comment\n```\n";
        assert_eq!(found(whole, "# 甲\n## 乙\n```\n# 注释\n```\n"), 0);
        assert_eq!(found(whole, "# 甲\n```\n```\n"), 1, "a heading");
        assert_eq!(found(whole, "# 甲\n# 乙\n```\n```\n"), 1, "a level");
        assert_eq!(found(whole, "# 甲\n## 乙\n"), 1, "a code block");
        assert_eq!(check(&Tree::planted(&[(ENGLISH, "")])).len(), 1, "a missing translation");
    }
}
