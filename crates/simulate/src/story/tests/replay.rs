//! The product's own rules must accept every step: the story is told again through `decide` and `apply`.

use std::collections::HashMap;

use guanjia_domain::limit::{Limit, Measure, Rules};
use guanjia_domain::request::{Command, Context, File, Request, RequestEvent, decide, file};
use guanjia_domain::text::Text;

use super::super::*;

/// Panics at the first step that is refused.
pub(super) fn replay(steps: &[Step]) {
    let rules = Rules::default();
    let mut requests: HashMap<RequestId, Request> = HashMap::new();
    for step in steps {
        let context = Context { now: step.at.into(), actor: step.who, rules: &rules };
        let request = match &step.what {
            What::File(filing) => {
                let number = requests.len() as u64 + 1;
                let RequestEvent::Reported(new) =
                    file(&command_to_file(step, filing, number), &context).unwrap()
                else {
                    panic!("filing does not report");
                };
                requests.insert(step.request, Request::reported(step.request, step.who, context.now, &new));
                continue;
            }
            _ => requests.get_mut(&step.request).unwrap(),
        };
        match decide(request, &command(&step.what), &context) {
            Ok(events) => events.iter().for_each(|event| request.apply(step.who, context.now, event)),
            Err(refusal) => panic!("{step:?} is refused: {refusal:?}"),
        }
    }
}

fn command_to_file(step: &Step, filing: &Filing, number: u64) -> File {
    File {
        id: step.request,
        number,
        place: filing.place,
        matter: Some(filing.matter.to_owned()),
        channel: filing.channel,
        urgent: filing.urgent,
        on_behalf: false,
        text: text(&filing.text),
        photos: 0,
        limits: [(Measure::Done, limit("5wd"))].into(),
    }
}

fn command(what: &What) -> Command {
    match what {
        What::File(_) => unreachable!("filed before"),
        What::Accept => Command::Accept,
        What::Refuse(reason) => Command::Refuse { reason: text(reason) },
        What::DoneOnSpot(words) => Command::DoneOnSpot { words: Some(text(words)), photos: 0 },
        What::Dispatch(to, words) => Command::Dispatch { to: *to, words: words.as_deref().map(text) },
        What::Take(by) => Command::Take { by: *by },
        What::Return(by, reason) => Command::Return { by: *by, reason: text(reason) },
        What::Extend { reason, working_days } => {
            Command::Extend { reason: text(reason), more: limit(&format!("{working_days}wd")) }
        }
        What::Suspend { reason, until } => Command::Suspend { reason: text(reason), until: (*until).into() },
        What::Resume => Command::Resume,
        What::Escalate(to, reason) => Command::Escalate { to: *to, reason: text(reason) },
        What::Dispose { reply, note } => {
            Command::Dispose { reply: text(reply), note: note.as_deref().map(text), photos: 0 }
        }
        What::Check => Command::Check { words: None },
        What::Rework(reason) => Command::Rework { reason: text(reason) },
        What::Close => Command::Close { special: None },
        What::Reopen(reason) => Command::Reopen { reason: text(reason) },
        What::Void(reason) => Command::Void { reason: text(reason) },
        What::Merge(into) => Command::Merge { into: *into },
        What::FollowUp(outcome) => Command::FollowUp(*outcome),
        What::Join(_) => Command::Join { words: None },
        What::Rate(satisfied) => Command::Rate { satisfied: *satisfied },
    }
}

fn text(words: &str) -> Text {
    Text::new("text", words).unwrap()
}

fn limit(form: &str) -> Limit {
    form.parse().unwrap()
}
