//! Tagged addresses: a sign and its tag on a line, an empty line between addresses.

use super::{unfit, whole, wrong};
use crate::failure::Failure;
use guanjia_discover::address::Tagged;
use std::path::Path;

/// Reads tagged addresses. Tags are compared in small letters.
pub fn read(path: &Path) -> Result<Vec<Tagged>, Failure> {
    let text = whole(path)?;
    let (mut all, mut now) = (Vec::new(), Tagged::default());
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim_end();
        if line.is_empty() {
            if !now.signs.is_empty() {
                all.push(std::mem::take(&mut now));
            }
            continue;
        }
        let parts = line.rsplit_once([' ', '\t']).map(|(sign, tag)| (sign.trim(), tag));
        let Some((sign, tag)) = parts.filter(|(sign, tag)| !sign.is_empty() && is_tag(tag)) else {
            return Err(wrong(
                path,
                number,
                "不是“字 B-标签”的形式，例如 “路 I-road”",
                "it is not a sign and its tag, such as “路 I-road”",
            ));
        };
        now.signs.push(sign.to_owned());
        now.tags.push(
            tag.split_once('-')
                .map_or_else(|| tag.to_owned(), |(at, name)| format!("{at}-{}", name.to_lowercase())),
        );
    }
    if !now.signs.is_empty() {
        all.push(now);
    }
    if all.is_empty() {
        return Err(unfit(path, "没有地址", "it holds no address"));
    }
    Ok(all)
}

fn is_tag(tag: &str) -> bool {
    tag == "O" || ["B-", "I-"].iter().any(|at| tag.strip_prefix(at).is_some_and(|name| !name.is_empty()))
}
