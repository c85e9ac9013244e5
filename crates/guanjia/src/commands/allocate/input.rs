//! Reading what is asked, with the place of everything that is wrong.

use crate::failure::Failure;
use crate::form;
use crate::language::Language;
use crate::output::tell;
use guanjia_plan::allocation::case::Case;
use guanjia_plan::allocation::fault::Fault;
use guanjia_plan::allocation::form::Form;
use guanjia_plan::allocation::objective::Objective;
use std::path::Path;

/// The most faults that are told one by one.
const MOST_TOLD: usize = 20;

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
    let form: Form = form::read(path, "allocate", language)?;
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
    fn an_order_is_completed_or_refused() {
        assert_eq!(order(None).unwrap(), Objective::ALL);
        assert_eq!(order(Some("changes")).unwrap()[1], Objective::Changes);
        for wrong in ["beauty", "changes,changes"] {
            assert_eq!(order(Some(wrong)).unwrap_err().code(), 2);
        }
    }
}
