//! From the form of a step to the command.

use super::sent::Sent;
use crate::form::{Form, chosen};
use crate::pages::own_work::{day, named};
use guanjia_app::AppError;
use guanjia_app::project::ProjectSheet;
use guanjia_domain::ids::{OrganisationId, RequestId};
use guanjia_domain::project::{Bill, BillLine, Command, Demand, Fund, Need, Owner, Voice, Way, Why};
use guanjia_domain::text::Text;
use guanjia_domain::{Party, Refusal};
use guanjia_store::Tx;

/// The command of a deed. Doors are named by their place in the scope that the page showed; the version says that it
/// is still the same.
pub(super) fn command(
    tx: &mut Tx,
    sheet: &ProjectSheet,
    deed: &str,
    sent: &Sent,
) -> Result<Command, AppError> {
    let form = &sent.form;
    let words = || Text::new("words", form.get("words"));
    let maybe = || Text::optional("words", form.get("words"));
    let photos = u32::try_from(form.photos.len()).unwrap_or(u32::MAX);
    Ok(match deed {
        "set-scope" => Command::SetScope { scope: doors(sheet, &sent.ticked)? },
        "link" => Command::Link { requests: vec![numbered(tx, sheet, form)?] },
        "name-owner" => Command::NameOwner { owner: named("owner", form, Owner::of_name)?, words: maybe()? },
        "consult" => Command::Consult { until: day("until", form)?, words: maybe()? },
        "object" => {
            let voice = named("voice", form, Voice::of_name)?;
            Command::Object { voice, words: words()?, contact: false }
        }
        "answer" => Command::Answer { n: number(form, "n")?, heeded: yes("heeded", form)?, words: words()? },
        "council" => Command::Council {
            agreed: yes("agreed", form)?,
            yes: number(form, "yes")?,
            no: number(form, "no")?,
            day: day("day", form)?,
            words: maybe()?,
        },
        "design" => Command::Design { bill: bill(form)?, words: words()? },
        "postpone" => {
            Command::Postpone { demands: doors(sheet, &sent.ticked)?, why: named("why", form, Why::of_name)? }
        }
        "picture" => Command::Picture { after: form.get("phase") == "after", photos },
        "submit" => Command::Submit { to: party(form)? },
        "approve" => Command::Approve { words: maybe()? },
        "send-back" => Command::SendBack { words: words()? },
        "begin-works" => Command::BeginWorks { by: form.id::<OrganisationId>("by")? },
        "deliver" => Command::Deliver { items: numbers(&sent.ticked)? },
        "give-up" => Command::GiveUp { item: number(form, "item")?, why: named("why", form, Why::of_name)? },
        "finish" => Command::Finish,
        "rework" => Command::Rework { words: words()? },
        "accept" => Command::Accept { words: maybe()?, photos },
        "close" => Command::Close { reply: words()?, to: Vec::new() },
        "not-now" => Command::NotNow { words: words()?, until: day("until", form)?, to: Vec::new() },
        "take-up" => Command::TakeUp,
        "tell" => {
            let waiting = sheet.told.iter().filter(|it| it.telling.told.is_none());
            let all = form.ticked("all").then(|| waiting.map(|it| it.n).collect());
            let to = all.map_or_else(|| numbers(&sent.ticked), Ok)?;
            Command::Tell { to, way: named("way", form, Way::of_name)? }
        }
        _ => return Err(Refusal::NotFound.into()),
    })
}

fn wrong(field: &'static str, typed: &str) -> Refusal {
    Refusal::NotAChoice { field, value: typed.chars().take(40).collect() }
}

fn number(form: &Form, field: &'static str) -> Result<u32, Refusal> {
    let typed = form.get(field).trim();
    typed.parse().map_err(|_| wrong(field, typed))
}

fn numbers(typed: &[String]) -> Result<Vec<u32>, Refusal> {
    typed.iter().map(|it| it.parse().map_err(|_| wrong("item", it))).collect()
}

fn yes(field: &'static str, form: &Form) -> Result<bool, Refusal> {
    match form.get(field) {
        "yes" => Ok(true),
        "no" => Ok(false),
        other => Err(wrong(field, other)),
    }
}

fn doors(sheet: &ProjectSheet, typed: &[String]) -> Result<Vec<Demand>, Refusal> {
    let one = |it: &String| {
        let at = it.parse::<usize>().ok().and_then(|at| sheet.project.scope.get(at));
        at.copied().ok_or_else(|| wrong("door", it))
    };
    if typed.is_empty() { Err(Refusal::NoDoors) } else { typed.iter().map(one).collect() }
}

fn numbered(tx: &mut Tx, sheet: &ProjectSheet, form: &Form) -> Result<RequestId, AppError> {
    let typed = form.get("number").trim().trim_start_matches('#');
    let refused = || wrong("number", typed);
    let number = typed.parse().map_err(|_| refused())?;
    Ok(tx.numbered(sheet.community, number)?.ok_or_else(refused)?.request.id)
}

fn party(form: &Form) -> Result<Party, Refusal> {
    chosen::<Party>("to", form.get("to"))?.ok_or(Refusal::TextMissing { field: "to" })
}

/// The bill: a line for each need whose quantity was filled in.
fn bill(form: &Form) -> Result<Bill, Refusal> {
    let mut lines = Vec::new();
    for need in Need::ALL {
        let typed = form.get(&format!("quantity-{}", need.name())).trim().to_owned();
        if typed.is_empty() {
            continue;
        }
        let quantity = typed.parse().map_err(|_| wrong("quantity", &typed))?;
        let unit_price = fen(form.get(&format!("price-{}", need.name())))?;
        lines.push(BillLine { need: *need, quantity, unit_price });
    }
    Ok(Bill { lines, fund: named("fund", form, Fund::of_name)? })
}

/// Yuan with at most two digits behind the point; nothing typed costs nothing.
fn fen(typed: &str) -> Result<u64, Refusal> {
    let typed = typed.trim();
    let (whole, rest) = typed.split_once('.').unwrap_or((typed, ""));
    let is_number = |text: &str| text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
    if rest.len() > 2 || !is_number(whole) || !is_number(rest) {
        return Err(wrong("price", typed));
    }
    let digits = format!("{}{rest:0<2}", if whole.is_empty() { "0" } else { whole });
    digits.parse().map_err(|_| wrong("price", typed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yuan_become_fen() {
        let all = [
            ("480", Some(48_000)),
            ("0.5", Some(50)),
            ("", Some(0)),
            ("1.234", None),
            ("-3", None),
            ("1,5", None),
        ];
        for (typed, expected) in all {
            assert_eq!(fen(typed).ok(), expected, "{typed}");
        }
    }

    #[test]
    fn a_line_that_is_filled_in_is_a_line() {
        let mut form = Form::fill("fund", "street");
        form.set("quantity-dark_door", "10");
        form.set("price-dark_door", "480.5");
        let bill = bill(&form).unwrap();
        assert_eq!((bill.lines.len(), bill.total()), (1, 480_500));
        form.set("quantity-shade", "ten");
        assert!(super::bill(&form).is_err());
    }
}
