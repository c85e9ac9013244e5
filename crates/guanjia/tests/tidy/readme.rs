//! Texts in two languages tell the same story: the same headings by level, and as many code blocks.

use super::tree::Tree;
use super::violation::Violation;

/// English and Chinese, side by side.
const PAIRS: &[[&str; 2]] =
    &[["README.md", "README.zh-CN.md"], ["docs/operators-guide.md", "docs/operators-guide.zh-CN.md"]];

/// The shape of a Markdown text.
#[derive(Default, PartialEq, Eq)]
struct Shape {
    headings: Vec<usize>,
    code_blocks: usize,
}

/// Compares each pair.
pub fn check(tree: &Tree) -> Vec<Violation> {
    PAIRS.iter().flat_map(|pair| compare(tree, *pair)).collect()
}

fn compare(tree: &Tree, pair: [&str; 2]) -> Vec<Violation> {
    let [english_path, chinese_path] = pair;
    let [Some(english), Some(chinese)] = pair.map(|path| tree.get(path).map(|file| shape(&file.text))) else {
        let cure = format!("{english_path} and {chinese_path} must both be there: write them");
        return vec![Violation::new(english_path, 0, cure)];
    };
    let mut found = Vec::new();
    if english.headings != chinese.headings {
        let (left, right) = (english.headings.len(), chinese.headings.len());
        let cure = format!(
            "headings differ from {english_path} in number or level ({right}, not {left}): translate all"
        );
        found.push(Violation::new(chinese_path, 0, cure));
    }
    if english.code_blocks != chinese.code_blocks {
        let (left, right) = (english.code_blocks, chinese.code_blocks);
        let cure = format!("{right} code blocks, {english_path} has {left}: show the same");
        found.push(Violation::new(chinese_path, 0, cure));
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

    fn found(english: &str, chinese: &str) -> Vec<usize> {
        let planted = |[left, right]: [&'static str; 2]| {
            compare(&Tree::planted(&[(left, english), (right, chinese)]), [left, right]).len()
        };
        PAIRS.iter().copied().map(planted).collect()
    }

    #[test]
    fn a_difference_is_found() {
        let whole = "# a\n## b\n```\n# comment\n```\n";
        assert_eq!(found(whole, "# 甲\n## 乙\n```\n# 注释\n```\n"), [0, 0]);
        assert_eq!(found(whole, "# 甲\n```\n```\n"), [1, 1], "a heading");
        assert_eq!(found(whole, "# 甲\n# 乙\n```\n```\n"), [1, 1], "a level");
        assert_eq!(found(whole, "# 甲\n## 乙\n"), [1, 1], "a code block");
        assert_eq!(check(&Tree::planted(&[("README.md", "")])).len(), PAIRS.len(), "a missing translation");
    }
}
