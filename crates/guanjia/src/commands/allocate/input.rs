//! Reading what is asked, with the place of everything that is wrong.

use crate::failure::Failure;
use crate::language::Language;
use crate::output::tell;
use guanjia_plan::allocation::case::Case;
use guanjia_plan::allocation::fault::Fault;
use guanjia_plan::allocation::form::Form;
use guanjia_plan::allocation::objective::Objective;
use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;

/// The most faults that are told one by one.
const MOST_TOLD: usize = 20;
/// The most warnings about unknown fields.
const MOST_UNKNOWN: usize = 20;

/// The whole order of the objectives from what was typed.
pub fn order(typed: Option<&str>) -> Result<Vec<Objective>, Failure> {
    let names = Objective::ALL.map(Objective::name).join(",");
    let mut found = Vec::new();
    for name in typed.unwrap_or_default().split(',').map(str::trim).filter(|name| !name.is_empty()) {
        match Objective::named(name) {
            Some(one) if !found.contains(&one) => found.push(one),
            _ => {
                return Err(Failure::usage(
                    format!("--order 中的“{name}”不认识或重复。可用：{names}。"),
                    format!("--order: “{name}” is not known or stands twice. There are {names}."),
                ));
            }
        }
    }
    Ok(Objective::completed(&found))
}

/// Reads and checks a file; `-` is standard input.
pub fn read(path: &Path, order: Vec<Objective>, language: Language) -> Result<(Form, Case), Failure> {
    let text = if path.as_os_str() == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(path)
    };
    let text = text.map_err(|error| Failure::file(path, &error))?;
    let form = parsed(&text, language)?;
    let mut case = Case::of(&form).map_err(|faults| wrong(&faults))?;
    case.order = order;
    for place in case.far_off() {
        let name = &case.estates[place].name;
        tell(&language.pick(
            format!("estates[{place}]：“{name}”的坐标离其他小区很远，请核对是否填了别处的坐标。"),
            format!("estates[{place}]: “{name}” lies far from all others; look whether its x and y are another place's."),
        ));
    }
    Ok((form, case))
}

/// The form in a text; unknown fields are left out, and said so.
fn parsed(text: &str, language: Language) -> Result<Form, Failure> {
    let mut unknown = BTreeSet::new();
    let mut json = serde_json::Deserializer::from_str(text);
    let mut track = serde_path_to_error::Track::new();
    let tracked = serde_path_to_error::Deserializer::new(&mut json, &mut track);
    let read = serde_ignored::deserialize(tracked, |path| {
        unknown.insert(dotted(&path.to_string()));
    });
    let form: Form = read.map_err(|error| not_the_form(&track.path().to_string(), &error))?;
    json.end().map_err(|error| not_the_form("", &error))?;
    for path in unknown.iter().take(MOST_UNKNOWN) {
        tell(&language.pick(
            format!("字段 {path} 不认识，已忽略。"),
            format!("The field {path} is not known and was left out."),
        ));
    }
    if unknown.len() > MOST_UNKNOWN {
        let more = unknown.len() - MOST_UNKNOWN;
        tell(
            &language
                .pick(format!("还有 {more} 个不认识的字段。"), format!("And {more} more unknown fields.")),
        );
    }
    Ok(form)
}

/// `estates.3.colour` as `estates[3].colour`.
fn dotted(path: &str) -> String {
    path.split('.').fold(String::new(), |path, part| {
        if part.bytes().all(|byte| byte.is_ascii_digit()) {
            format!("{path}[{part}]")
        } else if path.is_empty() {
            part.to_owned()
        } else {
            format!("{path}.{part}")
        }
    })
}

fn not_the_form(path: &str, error: &serde_json::Error) -> Failure {
    let place = if path.is_empty() || path == "." { String::new() } else { format!("{path}: ") };
    Failure::refused(
        format!("{place}输入不是所要求的 JSON：{error}。请按 guanjia allocate --help 中的格式改正。"),
        format!(
            "{place}the input is not the JSON that is asked for: {error}. Correct it as guanjia allocate --help shows."
        ),
    )
}

fn wrong(faults: &[Fault]) -> Failure {
    let lines =
        |one: fn(&Fault) -> String| faults.iter().take(MOST_TOLD).map(one).collect::<Vec<_>>().join("\n");
    let more = faults.len().saturating_sub(MOST_TOLD);
    let (mut chinese, mut english) = (
        lines(|fault| format!("{}：{}。", fault.path, fault.chinese)),
        lines(|fault| format!("{}: {}.", fault.path, fault.english)),
    );
    if more > 0 {
        chinese += &format!("\n还有 {more} 处。");
        english += &format!("\nAnd {more} more.");
    }
    Failure::refused(chinese, english)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_lists_are_bracketed() {
        assert_eq!(dotted("estates.3.colour"), "estates[3].colour");
        assert_eq!(dotted("colour"), "colour");
    }

    #[test]
    fn an_order_is_completed_or_refused() {
        assert_eq!(order(None).unwrap(), Objective::ALL);
        assert_eq!(order(Some("changes")).unwrap()[1], Objective::Changes);
        for wrong in ["beauty", "changes,changes"] {
            assert_eq!(order(Some(wrong)).unwrap_err().code(), 2);
        }
    }
}
