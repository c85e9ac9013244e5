//! Sentences about calls for help.

use crate::present::matter_name;
use crate::view::call::CallStage;
use crate::view::call::FileLine;
use crate::view::call::kinds::{ListedRule, UnitKind};
use crate::view::time::moment;
use crate::words::{Language, Words};
use guanjia_app::call::{CallStand, FiledRequest, UnitName};
use guanjia_domain::call as domain;
use guanjia_domain::matter::MatterList;

/// Where a call stands, as shown.
pub(crate) fn stage_of(stage: domain::Stage) -> CallStage {
    CallStage::from_slug(stage.name()).unwrap_or(CallStage::Blown)
}

/// A unit in words.
pub(crate) fn unit_words(words: &Words, unit: &UnitName) -> String {
    if unit.name.is_empty() { kind_words(words, unit.unit.kind()) } else { unit.name.clone() }
}

/// The word of a kind of unit; anything else is a name and stays as it is.
pub(crate) fn kind_words(words: &Words, kind: &str) -> String {
    UnitKind::from_slug(kind).map_or_else(|| kind.to_owned(), |it| words.say(it.key()).to_owned())
}

/// With whom a call lies: who leads, or who was called.
pub(crate) fn lies(words: &Words, lead: &UnitName, asked: Option<&UnitName>) -> String {
    let lead = unit_words(words, lead);
    match asked.map(|unit| unit_words(words, unit)) {
        Some(asked) => {
            words.say_with("call-lies-asked", &[("lead", (&lead).into()), ("asked", (&asked).into())])
        }
        None => words.say_with("call-lies-lead", &[("lead", (&lead).into())]),
    }
}

/// Where a request lies, for whoever reported it: the unit, since when, by when.
pub(crate) fn stand_words(words: &Words, it: &CallStand) -> String {
    let (lead, since, due) = (unit_words(words, &it.lead), moment(it.since.0), it.due.to_string());
    let asked = it.asked.as_ref().map(|unit| unit_words(words, unit)).unwrap_or_default();
    let key = match it.stage {
        domain::Stage::Finished => "stand-finished",
        domain::Stage::Answered => "stand-answered",
        _ if it.asked.is_some() => "stand-asked",
        _ => "stand-lead",
    };
    let (lead, asked, since, due) = ((&lead).into(), (&asked).into(), (&since).into(), (&due).into());
    words.say_with(key, &[("lead", lead), ("asked", asked), ("since", since), ("due", due)])
}

/// A rule by its word.
pub(crate) fn rule_words(words: &Words, rule: domain::ListedRule) -> String {
    ListedRule::from_slug(rule.name()).map_or("", |it| words.say(it.key())).to_owned()
}

/// A request as it stands in a file.
pub(super) fn file_line(words: &Words, list: &MatterList, it: &FiledRequest, opens: bool) -> FileLine {
    let matter = matter_name(words, list, it.request.matter.as_deref());
    let parts = [Some(format!("#{}", it.request.number)), matter, Some(it.place.line())];
    FileLine {
        href: opens.then(|| format!("/requests/{}", it.request.id)),
        head: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        text: it.text.clone(),
    }
}

/// The title of an entry of the duty list.
pub(super) fn duty_title(words: &Words, entry: &domain::DutyEntry) -> String {
    if words.language() == Language::En && !entry.en.is_empty() { entry.en.clone() } else { entry.zh.clone() }
}
