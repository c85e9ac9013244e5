//! From the form of a step to the command, and which fields it has.

use crate::fault::Fault;
use crate::form::{Form, chosen};
use crate::pages::own_work::day;
use guanjia_app::AppError;
use guanjia_domain::Refusal;
use guanjia_domain::call::{Command, HandlingUnit, ListedRule};
use guanjia_domain::ids::OrganisationId;
use guanjia_domain::text::Text;

/// What the form of a step sent: its fields, and every unit that was ticked.
#[derive(Debug, Default)]
pub(super) struct Sent {
    pub form: Form,
    pub units: Vec<String>,
}

impl Sent {
    /// Reads the form of a deed.
    pub(super) fn read(bytes: &[u8], deed: &str) -> Result<Self, Fault> {
        let own: &[&str] = match deed {
            "accept" | "join" => &[],
            "decline" | "excuse" => &["words", "rule", "typed"],
            "plan" => &["until", "words"],
            "pass" => &["to", "words", "duty"],
            "invite" => &["unit"],
            "set-visit" => &["day", "unit"],
            "hold-visit" => &["n", "unit", "words"],
            "give-link" | "revoke-link" => &["to"],
            "answer" | "finish" | "send-back" | "report" | "try" | "withdraw" => &["words"],
            _ => return Err(Refusal::NotFound.into()),
        };
        let known: Vec<&str> = ["csrf", "version"].into_iter().chain(own.iter().copied()).collect();
        let units = if own.contains(&"unit") { Form::all(bytes, "unit") } else { Vec::new() };
        Ok(Self { form: Form::encoded(bytes, &known)?, units })
    }
}

/// The command of a deed.
pub(super) fn command(deed: &str, sent: &Sent) -> Result<Command, AppError> {
    let form = &sent.form;
    let words = || Text::new("words", form.get("words"));
    Ok(match deed {
        "accept" => Command::Accept,
        "decline" => Command::Decline { words: words()?, rule: rule(form)?, typed: typed(form)? },
        "plan" => Command::Plan { until: day("until", form)?, words: words()? },
        "answer" => Command::Answer { words: words()? },
        "finish" => Command::Finish { words: Text::optional("words", form.get("words"))? },
        "send-back" => Command::SendBack { words: words()? },
        "pass" => {
            let to = chosen("to", form.get("to"))?.ok_or(Refusal::TextMissing { field: "to" })?;
            let duty = form.sent("duty").filter(|it| !it.is_empty()).map(str::to_owned);
            Command::Pass { to, words: words()?, duty }
        }
        "invite" => Command::Invite { units: units(sent)? },
        "join" => Command::Join,
        "excuse" => Command::Excuse { words: words()?, rule: rule(form)?, typed: typed(form)? },
        "report" => Command::Report { words: words()? },
        "set-visit" => Command::SetVisit { day: day("day", form)?, units: units(sent)? },
        "hold-visit" => {
            let n = chosen("n", form.get("n"))?.ok_or(Refusal::CallChanged)?;
            Command::HoldVisit { n, units: units(sent)?, words: words()? }
        }
        "try" => Command::Try { words: words()? },
        "give-link" => Command::GiveLink { to: holder(form)? },
        "revoke-link" => Command::RevokeLink { to: holder(form)? },
        "withdraw" => Command::Withdraw { words: words()? },
        _ => return Err(Refusal::NotFound.into()),
    })
}

fn holder(form: &Form) -> Result<OrganisationId, Refusal> {
    chosen("to", form.get("to"))?.ok_or(Refusal::TextMissing { field: "to" })
}

fn rule(form: &Form) -> Result<Option<ListedRule>, Refusal> {
    let typed = form.get("rule");
    let unknown = || Refusal::NotAChoice { field: "rule", value: typed.chars().take(40).collect() };
    if typed.is_empty() { Ok(None) } else { ListedRule::of_name(typed).map(Some).ok_or_else(unknown) }
}

fn typed(form: &Form) -> Result<Option<Text>, Refusal> {
    Text::optional("typed", form.get("typed"))
}

fn units(sent: &Sent) -> Result<Vec<HandlingUnit>, Refusal> {
    let parsed = sent.units.iter().map(|it| it.parse());
    let unknown = |_| Refusal::NotAChoice { field: "unit", value: String::new() };
    parsed.collect::<Result<_, _>>().map_err(unknown)
}
