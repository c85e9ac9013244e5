//! Pages under a strict content security policy: no style, script or handler inside the markup.

use super::rust;
use super::tree::{extension, is_test};
use super::violation::{Violation, line_of};

/// Checks templates, and markup that Rust of the web crate writes.
pub fn check(path: &str, text: &str) -> Vec<Violation> {
    if !path.starts_with("crates/web/") || is_test(path) {
        return Vec::new();
    }
    match extension(path) {
        "html" | "svg" => inline(text).into_iter().map(|(at, cure)| place(path, text, at, cure)).collect(),
        "rs" => {
            let strings = rust::read(text).strings;
            let found = strings
                .iter()
                .flat_map(|(at, string)| inline(string).into_iter().map(move |one| (*at, one.1)));
            found.map(|(at, cure)| place(path, text, at, cure)).collect()
        }
        _ => Vec::new(),
    }
}

fn place(path: &str, text: &str, at: usize, cure: String) -> Violation {
    Violation::new(path, line_of(text, at), cure)
}

/// Byte offsets and cures of what a browser would refuse to run.
fn inline(markup: &str) -> Vec<(usize, String)> {
    let markup = without_expressions(markup);
    let mut found = Vec::new();
    for (at, tag) in tags(&markup) {
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("").to_ascii_lowercase();
        let attributes: Vec<_> = attributes(&tag[name.len()..]).collect();
        let has = |wanted: &str| attributes.iter().any(|(attribute, _)| attribute == wanted);
        let is_data = attributes.iter().any(|(name, value)| name == "type" && value.ends_with("json"));
        if name == "style" || has("style") {
            found.push((at, "style in the markup: write a class in a style sheet".to_owned()));
        }
        if name == "script" && !has("src") && !is_data {
            found.push((at, "script in the markup: write a module under assets".to_owned()));
        }
        for (attribute, value) in &attributes {
            let is_handler = attribute.len() > 3 && attribute.starts_with("on");
            if is_handler && attribute.bytes().all(|byte| byte.is_ascii_lowercase()) {
                found.push((at, format!("`{attribute}` in the markup: listen in a module under assets")));
            }
            if value.trim_start().to_ascii_lowercase().starts_with("javascript:") {
                found.push((at, "a script as an address: link to a page or listen in a module".to_owned()));
            }
        }
    }
    found
}

/// Blanks `{{ … }}`, `{% … %}` and `{# … #}`, which may hold angle brackets and quotes of their own.
fn without_expressions(markup: &str) -> String {
    let mut out = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some(at) = ["{{", "{%", "{#"].iter().filter_map(|open| rest.find(open)).min() {
        let close = match &rest[at..at + 2] {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        let end = rest[at..].find(close).map_or(rest.len(), |length| at + length + 2);
        out.push_str(&rest[..at]);
        out.extend(rest[at..end].bytes().map(|byte| if byte == b'\n' { '\n' } else { '_' }));
        rest = &rest[end..];
    }
    out + rest
}

/// Opening tags without their brackets, with their byte offsets.
fn tags(markup: &str) -> impl Iterator<Item = (usize, &str)> {
    markup.match_indices('<').filter_map(|(at, _)| {
        let tag = &markup[at + 1..];
        let length = tag.find('>').unwrap_or(tag.len());
        tag.starts_with(|c: char| c.is_ascii_alphabetic()).then(|| (at, &tag[..length]))
    })
}

/// Names in lower case with values; a value may be quoted, bare or missing.
fn attributes(tag: &str) -> impl Iterator<Item = (String, &str)> {
    let mut rest = tag;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/' || c == '_');
        let end = rest.find(|c: char| c.is_whitespace() || c == '=' || c == '/').unwrap_or(rest.len());
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start_matches(['_', '\\']);
        if name.is_empty() {
            return None;
        }
        let Some(value) = rest.strip_prefix('=') else { return Some((name, "")) };
        // Markup inside a Rust literal escapes its quotes.
        let value = value.strip_prefix('\\').unwrap_or(value);
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            _ => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
        };
        rest = after;
        Some((name, value.trim_end_matches('\\')))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(path: &str, text: &str) -> usize {
        check(path, text).len()
    }

    #[test]
    fn everything_inline_is_found() {
        for markup in [
            "<p style=\"color:red\">",
            "<p class=a\n  STYLE='x'>",
            "<style>p{}</style>",
            "<script>alert(1)</script>",
            "<script type=module>x</script>",
            "<a href=\"{{ a > b }}\" onclick=\"x()\">",
            "<img src=x {% if a > 1 %}class=b{% endif %} onerror=x>",
            "<a href=\" javascript:x()\">",
        ] {
            assert_eq!(count("crates/web/templates/a.html", markup), 1, "{markup}");
        }
        assert_eq!(count("crates/web/src/a.rs", "fn f() { \"<b style=\\\"x\\\">\" }"), 1);
        assert_eq!(check("crates/web/templates/a.html", "<p>\n<style>")[0].line, 2);
    }

    #[test]
    fn what_the_policy_allows_passes() {
        for markup in [
            "<p class=\"style\" title=\"on=1\" data-on=\"x\">on style=</p>",
            "<script src=\"/a.js\" type=\"module\"></script>",
            "<script type=\"application/json\">{}</script>",
            "<link rel=stylesheet href={{ style }}>",
            "{% if a < b %} style=\"x\" {% endif %}",
        ] {
            assert_eq!(count("crates/web/templates/a.html", markup), 0, "{markup}");
        }
    }
}
