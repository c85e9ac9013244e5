//! The form of each step.

use super::forms::Making;
use super::record::paragraphs;
use super::words::piece_name;
use crate::view::Choice;
use crate::view::project::kinds::{offered, worded};
use crate::view::project::{Field, StepForm};
use guanjia_domain::project::{Got, Owner, Step, Why};
use jiff::ToSpan;

/// Residents are asked for so many days, unless somebody says otherwise.
const ASKED_DAYS: i64 = 7;
/// What is put off is looked at again after so many days, unless somebody says otherwise.
const LATER_DAYS: i64 = 90;

/// The form of a step that is done on the page of the project; `None` for those that have a page of their own.
pub(super) fn form_of(it: &Making, step: Step) -> Option<StepForm> {
    let any = |_: &str| true;
    let usual = |deed: &'static str, days: i64| {
        it.typed(deed, "until", &it.today.saturating_add(days.days()).to_string())
    };
    Some(match step {
        Step::SetScope => {
            StepForm::new("set-scope", "do-set-scope", "pin", vec![doors(it, "set-scope", true, |_| true)])
        }
        Step::Link => StepForm::new(
            "link",
            "do-link",
            "link",
            vec![line(it, "link", "number", "project-number", "text")],
        ),
        Step::NameOwner => {
            let chosen = it.typed("name-owner", "owner", it.sheet.project.owner.map_or("", Owner::name));
            let note = Field::Note { text: it.words.say("owner-note").to_owned() };
            let tiles = Field::Tiles {
                name: "owner",
                label: "project-owner",
                choices: offered!(it.words, Owner, &chosen, any),
            };
            let fields = vec![note, tiles, area(it, "name-owner", "project-owner-words", false)];
            StepForm::new("name-owner", "do-name-owner", "hand", fields)
        }
        Step::Consult => {
            let fields = vec![
                date("until", "project-until", usual("consult", ASKED_DAYS)),
                area(it, "consult", "project-asked", false),
            ];
            StepForm::new("consult", "do-consult", "people", fields)
        }
        Step::Object => {
            let voice = it.typed("object", "voice", "");
            let voices = offered!(it.words, Voice, &voice, any);
            let fields = vec![
                Field::Tiles { name: "voice", label: "project-voice", choices: voices },
                area(it, "object", "project-objection", true),
                Field::Note { text: it.words.say("objection-contact").to_owned() },
                line(it, "object", "name", "field-name", "text"),
                line(it, "object", "phone", "field-phone", "tel"),
            ];
            StepForm::new("object", "do-object", "person", fields)
        }
        Step::Council => {
            let agreed = it.typed("council", "agreed", "");
            let fields = vec![
                Field::Tiles {
                    name: "agreed",
                    label: "decider-council",
                    choices: yes_no(it, &agreed, "council-yes", "council-no"),
                },
                count(it, "council", "yes", "council-votes-yes"),
                count(it, "council", "no", "council-votes-no"),
                date("day", "council-day", it.typed("council", "day", &it.today.to_string())),
                area(it, "council", "field-words", false),
            ];
            StepForm::new("council", "do-council", "people", fields)
        }
        Step::Design => design(it),
        Step::Postpone => {
            let waits = |at: usize| matches!(it.sheet.project.outcomes()[at].got, Got::NotYet(_));
            let fields = vec![doors(it, "postpone", false, waits), why(it, "postpone")];
            StepForm::new("postpone", "do-postpone", "clock", fields)
        }
        Step::Picture => {
            let choices = vec![
                Choice::new("before", it.words.say("project-before")).chosen_if("before"),
                Choice::new("after", it.words.say("project-after")),
            ];
            let phase = Field::Tiles { name: "phase", label: "project-phase", choices };
            StepForm::new(
                "picture",
                "do-picture",
                "eye",
                vec![phase, Field::Photos { label: "field-photos" }],
            )
        }
        Step::Submit => {
            let owner = it.sheet.project.owner;
            let may = |choice: &Choice| {
                let party = choice.value.parse();
                owner.zip(party.ok()).is_some_and(|(owner, party)| owner.is_approved_by(party))
            };
            let chosen = it.typed("submit", "to", "");
            let choices = it.offices.iter().filter(|it| may(it)).map(|it| it.clone().chosen_if(&chosen));
            let to = Field::Select {
                name: "to",
                label: "project-approver",
                choices: choices.collect(),
                hint: "choose",
            };
            StepForm::new("submit", "do-submit", "send", vec![to])
        }
        Step::Approve => StepForm::new(
            "approve",
            "do-approve",
            "check",
            vec![area(it, "approve", "approval-words", false)],
        ),
        Step::SendBack => {
            let fields = vec![area(it, "send-back", "approval-why", true)];
            StepForm::new("send-back", "do-send-back", "back", fields).hurting()
        }
        Step::BeginWorks => {
            let chosen = it.typed("begin-works", "by", "");
            let choices = it.workers.iter().map(|it| it.clone().chosen_if(&chosen)).collect();
            let by =
                Field::Select { name: "by", label: "project-works-by", choices, hint: "works-by-nobody" };
            StepForm::new("begin-works", "do-begin-works", "work", vec![by])
        }
        Step::Deliver => {
            let items = Field::Ticks { name: "item", label: "project-pieces", choices: pieces(it) };
            StepForm::new("deliver", "do-deliver", "check", vec![items])
        }
        Step::GiveUp => {
            let chosen = it.typed("give-up", "item", "");
            let choices = pieces(it).into_iter().map(|it| it.chosen_if(&chosen)).collect();
            let item = Field::Select { name: "item", label: "project-piece", choices, hint: "choose" };
            StepForm::new("give-up", "do-give-up", "off", vec![item, why(it, "give-up")])
        }
        Step::Finish => StepForm::new("finish", "do-finish", "check", Vec::new()),
        Step::Rework => {
            StepForm::new("rework", "do-rework", "back", vec![area(it, "rework", "project-rework", true)])
        }
        Step::Accept => {
            let photos = Field::Photos { label: "field-after-photos" };
            let fields = vec![area(it, "accept", "project-accepted", false), photos];
            StepForm::new("accept", "do-accept", "check", fields)
        }
        Step::Close => {
            let draft = paragraphs(it.words, it.sheet).join("\n");
            let value = it.typed("close", "words", &draft);
            let reply = Field::Area { name: "words", label: "public-reply", value, required: true };
            let note = Field::Note { text: it.words.say("close-note").to_owned() };
            StepForm::new("close", "do-close-project", "check", vec![note, reply])
        }
        Step::NotNow => {
            let fields = vec![
                area(it, "not-now", "project-not-now", true),
                date("until", "project-look-again", usual("not-now", LATER_DAYS)),
            ];
            StepForm::new("not-now", "do-not-now", "pause", fields).hurting()
        }
        Step::TakeUp => StepForm::new("take-up", "do-take-up", "up", Vec::new()),
        Step::Answer | Step::Assign | Step::Tell | Step::Hear => return None,
    })
}

/// The form that closes linked requests.
pub(super) fn close_requests(it: &Making) -> StepForm {
    let open = it.sheet.linked.iter().filter(|(request, _)| request.state.is_open());
    let choice = |(request, place): &(guanjia_domain::request::Request, guanjia_app::request::PlaceName)| {
        let label = format!("#{} {}", request.number, place.line());
        let mut choice = Choice::new(request.id.to_string(), label);
        choice.chosen = it.ticked("close-requests", &choice.value, true);
        choice
    };
    let fields = vec![
        Field::Note { text: it.words.say("close-requests-note").to_owned() },
        Field::Ticks { name: "request", label: "project-requests", choices: open.map(choice).collect() },
    ];
    it.told(StepForm::new("close-requests", "do-close-requests", "check", fields))
}

fn design(it: &Making) -> StepForm {
    let project = &it.sheet.project;
    let mut fields = Vec::new();
    for need in guanjia_domain::project::Need::ALL {
        let doors = project.scope.iter().filter(|demand| demand.need == *need).count();
        if doors == 0 {
            continue;
        }
        let (quantity, price, key) = match need {
            guanjia_domain::project::Need::DarkDoor => {
                ("quantity-dark_door", "price-dark_door", "bill-lamps")
            }
            guanjia_domain::project::Need::Shade => ("quantity-shade", "price-shade", "bill-trees"),
            guanjia_domain::project::Need::Other => ("quantity-other", "price-other", "bill-measures"),
        };
        let text = format!("{} {doors}", worded!(it.words, Need, need.name()));
        fields.push(Field::Note { text });
        fields.push(count(it, "design", quantity, key));
        fields.push(count(it, "design", price, "bill-price"));
    }
    let fund = it.typed("design", "fund", project.bill.as_ref().map_or("", |bill| bill.fund.name()));
    let funds = offered!(it.words, Fund, &fund, |_: &str| true);
    fields.push(Field::Tiles { name: "fund", label: "bill-fund", choices: funds });
    let words = it.typed("design", "words", it.sheet.text(project.design_words));
    fields.push(Field::Area { name: "words", label: "project-design", value: words, required: true });
    StepForm::new("design", "do-design", "pen", fields)
}

fn area(it: &Making, deed: &'static str, label: &'static str, required: bool) -> Field {
    Field::Area { name: "words", label, value: it.typed(deed, "words", ""), required }
}

fn line(
    it: &Making,
    deed: &'static str,
    name: &'static str,
    label: &'static str,
    kind: &'static str,
) -> Field {
    Field::Line { name, label, value: it.typed(deed, name, ""), kind, required: false }
}

fn count(it: &Making, deed: &'static str, name: &'static str, label: &'static str) -> Field {
    Field::Line { name, label, value: it.typed(deed, name, ""), kind: "number", required: true }
}

fn date(name: &'static str, label: &'static str, value: String) -> Field {
    Field::Line { name, label, value, kind: "date", required: true }
}

pub(super) fn yes_no(it: &Making, chosen: &str, yes: &str, no: &str) -> Vec<Choice> {
    let choice = |value: &str, key: &str| Choice::new(value, it.words.say(key)).chosen_if(chosen);
    vec![choice("yes", yes), choice("no", no)]
}

fn why(it: &Making, deed: &'static str) -> Field {
    let chosen = it.typed(deed, "why", "");
    let kept = |slug: &str| Why::chosen().any(|why| why.name() == slug);
    Field::Tiles { name: "why", label: "project-why", choices: offered!(it.words, Why, &chosen, kept) }
}

/// The doors of the scope that `keep` keeps, by their places.
fn doors(it: &Making, deed: &'static str, all: bool, keep: impl Fn(usize) -> bool) -> Field {
    let scope = it.sheet.project.scope.iter().enumerate().filter(|(at, _)| keep(*at));
    let choice = |(at, demand): (usize, &guanjia_domain::project::Demand)| {
        let (door, need) = (it.sheet.doors.name(&demand.door), worded!(it.words, Need, demand.need.name()));
        let mut choice = Choice::new(at.to_string(), format!("{door} · {need}"));
        choice.chosen = it.ticked(deed, &choice.value, all);
        choice
    };
    Field::Ticks { name: "door", label: "project-doors", choices: scope.map(choice).collect() }
}

/// The pieces that are neither done nor given up.
fn pieces(it: &Making) -> Vec<Choice> {
    let open = (1u32..).zip(&it.sheet.project.items).filter(|(_, item)| item.is_open());
    let choice = |(n, _): (u32, &guanjia_domain::project::Item)| {
        let mut choice = Choice::new(n.to_string(), piece_name(it.words, &it.sheet.project, n));
        choice.chosen = it.ticked("deliver", &choice.value, false);
        choice
    };
    open.map(choice).collect()
}
