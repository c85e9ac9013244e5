//! Reading an interchange form: JSON of a fixed shape, with the place of whatever is wrong in it.

use crate::failure::Failure;
use crate::language::Language;
use crate::output::tell;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;

/// The most unknown fields that are named.
const MOST_UNKNOWN: usize = 20;

/// Reads the form of `guanjia COMMAND` from a file; `-` is standard input. Unknown fields are left out, and said so:
/// one in every row of a list is said once.
pub fn read<T: DeserializeOwned>(path: &Path, command: &str, language: Language) -> Result<T, Failure> {
    let text = if path.as_os_str() == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(path)
    };
    let text = text.map_err(|error| Failure::file(path, &error))?;
    let (form, unknown) =
        parsed(&text).map_err(|(place, error)| not_the_form(path, command, &place, &error))?;
    for field in unknown.iter().take(MOST_UNKNOWN) {
        tell(&language.pick(
            format!("字段 {field} 不认识，已忽略。"),
            format!("The field {field} is not known and was left out."),
        ));
    }
    let more = unknown.len().saturating_sub(MOST_UNKNOWN);
    if more > 0 {
        let (chinese, english) =
            (format!("还有 {more} 个不认识的字段。"), format!("And {more} more unknown fields."));
        tell(&language.pick(chinese, english));
    }
    Ok(form)
}

/// The form and the fields that it does not know, or where it is wrong and how.
fn parsed<T: DeserializeOwned>(text: &str) -> Result<(T, BTreeSet<String>), (String, serde_json::Error)> {
    let mut unknown = BTreeSet::new();
    let mut json = serde_json::Deserializer::from_str(text);
    let mut track = serde_path_to_error::Track::new();
    let tracked = serde_path_to_error::Deserializer::new(&mut json, &mut track);
    let read = serde_ignored::deserialize(tracked, |path| {
        unknown.insert(any_row(&path.to_string()));
    });
    let form = read.map_err(|error| (track.path().to_string(), error))?;
    json.end().map_err(|error| (String::new(), error))?;
    Ok((form, unknown))
}

/// `estates.3.colour` and its like in all other rows are one field: `estates[].colour`.
fn any_row(path: &str) -> String {
    path.split('.').fold(String::new(), |path, part| {
        if part.bytes().all(|byte| byte.is_ascii_digit()) {
            format!("{path}[]")
        } else if path.is_empty() {
            part.to_owned()
        } else {
            format!("{path}.{part}")
        }
    })
}

fn not_the_form(path: &Path, command: &str, place: &str, error: &serde_json::Error) -> Failure {
    let (file, place) = (path.display(), if matches!(place, "" | ".") { "JSON" } else { place });
    Failure::refused(
        format!("{file}：{place}：{error}。请按 guanjia {command} --help 所示的 JSON 改正。"),
        format!("{file}: {place}: {error}. Correct it to the JSON that guanjia {command} --help shows."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn a_field_of_all_rows_is_one() {
        assert_eq!(any_row("estates.3.colour"), "estates[].colour");
        assert_eq!(any_row("colour"), "colour");
    }

    #[test]
    fn what_is_wrong_is_named_by_its_path() {
        type Rows = BTreeMap<String, Vec<u32>>;
        assert_eq!(parsed::<Rows>("{\"a\":[1,2]}").unwrap().1, BTreeSet::new());
        assert_eq!(parsed::<Rows>("{\"a\":[1,\"x\"]}").unwrap_err().0, "a[1]");
        assert_eq!(parsed::<Rows>("{\"a\":[1]} more").unwrap_err().0, "");
    }
}
