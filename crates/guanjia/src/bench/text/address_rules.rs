//! Addresses by the last words of their parts alone, for comparison.

use guanjia_discover::address::{Sign, Span};

/// Last words with their tags, the longest first where one ends in another.
const LAST: [(&str, &str); 26] = [
    ("自治区", "prov"),
    ("省", "prov"),
    ("市", "city"),
    ("小区", "poi"),
    ("社区", "community"),
    ("开发区", "devzone"),
    ("工业区", "devzone"),
    ("区", "district"),
    ("县", "district"),
    ("街道", "town"),
    ("镇", "town"),
    ("乡", "town"),
    ("村", "community"),
    ("花园", "poi"),
    ("公寓", "poi"),
    ("大厦", "poi"),
    ("苑", "poi"),
    ("大道", "road"),
    ("路", "road"),
    ("街", "road"),
    ("弄", "subroad"),
    ("单元", "cellno"),
    ("号楼", "houseno"),
    ("幢", "houseno"),
    ("栋", "houseno"),
    ("室", "roomno"),
];
/// After these only digits are looked at: a number without its word is a road's, then a floor's.
const NUMBERS: [(&str, &str); 3] = [("号", "roadno"), ("楼", "floorno"), ("层", "floorno")];

/// The parts, each up to its last word; what stands behind the last of them is the point itself, or a room where it is
/// digits.
pub fn parts(signs: &[Sign]) -> Vec<Span> {
    let (mut spans, mut start) = (Vec::new(), 0);
    let span = |tag: &str, start: usize, end: usize| Span { tag: tag.to_owned(), start, end };
    for end in 1..=signs.len() {
        let text: String = signs[start..end].iter().map(|sign| sign.text.as_str()).collect();
        let next = signs.get(end).map_or("", |sign| sign.text.as_str());
        // 号 before 楼, and 街 before 道, are not yet the end.
        if matches!((text.chars().last(), next), (Some('号'), "楼") | (Some('街'), "道") | (Some('区'), "路"))
        {
            continue;
        }
        let word = LAST.iter().find(|(word, _)| text.ends_with(word) && text.len() > word.len());
        let digits = |word: &str| text.strip_suffix(word).is_some_and(is_number);
        let number = NUMBERS.iter().find(|(word, _)| digits(word));
        if let Some((_, tag)) = word.or(number) {
            spans.push(span(tag, start, end));
            start = end;
        }
    }
    if start < signs.len() {
        let text: String = signs[start..].iter().map(|sign| sign.text.as_str()).collect();
        spans.push(span(if is_number(&text) { "roomno" } else { "poi" }, start, signs.len()));
    }
    spans
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == '-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use guanjia_discover::address::signs;

    #[test]
    fn a_plain_address_is_taken_apart() {
        let text = "太原市万柏林区和平路5号翠湖花园3号楼2单元501室";
        let chars: Vec<char> = text.chars().collect();
        let signs = signs(text);
        let found: Vec<(String, String)> = parts(&signs)
            .into_iter()
            .map(|span| {
                let (start, end) = (signs[span.start].start, signs[span.end - 1].end);
                (span.tag, chars[start..end].iter().collect())
            })
            .collect();
        let tags: Vec<&str> = found.iter().map(|(tag, _)| tag.as_str()).collect();
        assert_eq!(tags, ["city", "district", "road", "roadno", "poi", "houseno", "cellno", "roomno"]);
        assert_eq!(found[5].1, "3号楼");
    }
}
