//! Reading what the text commands are given: requests, tables, tagged addresses. Every error names file, line and cure.

pub mod conll;
pub mod csv;
pub mod model;
pub mod places;
pub mod requests;

use crate::failure::Failure;
use std::path::Path;

/// The whole of a text file, UTF-8 with or without a mark at its beginning.
pub fn whole(path: &Path) -> Result<String, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::file(path, &error))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let line =
            1 + error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|b| **b == b'\n').count();
        wrong(path, line, "不是 UTF-8 文字，请另存为 UTF-8", "it is not UTF-8; save the file as UTF-8")
    })?;
    Ok(text.strip_prefix('\u{feff}').map(ToOwned::to_owned).unwrap_or(text))
}

/// A line of a file is wrong.
pub fn wrong(path: &Path, line: usize, chinese: &str, english: &str) -> Failure {
    let path = path.display();
    Failure::refused(
        format!("文件 {path} 第 {line} 行：{chinese}。"),
        format!("{path}, line {line}: {english}."),
    )
}

/// A whole file is wrong.
pub fn unfit(path: &Path, chinese: &str, english: &str) -> Failure {
    let path = path.display();
    Failure::refused(format!("文件 {path}：{chinese}。"), format!("{path}: {english}."))
}
