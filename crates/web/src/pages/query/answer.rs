//! An answer and the language of queries in the reader's words.

use crate::present::{channel_of, class_name, matter_name, state_of};
use crate::view::HandlerKind;
use crate::view::report::{AnswerRow, FieldRow};
use crate::words::Words;
use guanjia_app::query::{Asked, QueryNames};
use guanjia_domain::matter::{MatterList, find_class};
use guanjia_domain::query::{Field, Group, Kind};
use guanjia_domain::request::{Channel, State};

/// The heading of a group.
pub(super) const fn group_key(group: Group) -> &'static str {
    match group {
        Group::Estate => "col-estate",
        Group::Matter => "col-matter",
        Group::Class => "public-class",
        Group::State => "col-state",
        Group::Channel => "col-channel",
        Group::Handler => "col-handler",
        Group::Month => "query-month",
        Group::Day => "query-day",
    }
}

/// The lines of an answer.
pub(super) fn answer_rows(words: &'static Words, list: &MatterList, asked: &Asked) -> Vec<AnswerRow> {
    let row = |cell: &guanjia_domain::query::Cell| AnswerRow {
        of: asked.query.by.iter().zip(&cell.of).map(|(group, of)| said(words, list, *group, of)).collect(),
        count: cell.count,
        median: cell.median_hours,
        open: cell.open,
    };
    asked.answer.cells.iter().map(row).collect()
}

/// A word of an answer as people read it; a dash where a request has none.
fn said(words: &'static Words, list: &MatterList, group: Group, of: &str) -> String {
    let found = match group {
        Group::State => State::of_name(of).map(|state| words.say(state_of(state, None).key()).to_owned()),
        Group::Channel => Channel::of_name(of).map(|it| words.say(channel_of(it).key()).to_owned()),
        Group::Handler => HandlerKind::from_slug(of).map(|kind| words.say(kind.key()).to_owned()),
        Group::Matter => matter_name(words, list, Some(of)),
        Group::Class => find_class(of).map(|class| class_name(words, class).to_owned()),
        Group::Estate | Group::Month | Group::Day => Some(of.to_owned()),
    };
    found.filter(|text| !text.is_empty()).unwrap_or_else(|| "—".to_owned())
}

/// The fields with what each can be compared with.
pub(super) fn field_rows(words: &Words, names: &QueryNames) -> Vec<FieldRow> {
    let say = |key: &str| words.say(key).to_owned();
    let listed = |all: &mut dyn Iterator<Item = (&'static str, &'static str)>| {
        all.map(|(name, key)| format!("{name} ({})", words.say(key))).collect::<Vec<_>>().join(", ")
    };
    let values = |field: &Field| match (field, field.kind()) {
        (_, Kind::Number) => say("query-values-number"),
        (_, Kind::Day) => say("query-values-day"),
        (_, Kind::Flag) => say("query-values-flag"),
        (Field::State, _) => {
            listed(&mut State::ALL.into_iter().map(|state| (state.name(), state_of(state, None).key())))
        }
        (Field::Channel, _) => {
            listed(&mut Channel::ALL.into_iter().map(|channel| (channel.name(), channel_of(channel).key())))
        }
        (Field::Handler, _) => listed(&mut HandlerKind::ALL.iter().map(|kind| (kind.slug(), kind.key()))),
        (Field::Class, _) => say("query-values-class"),
        (Field::Matter, _) => say("query-values-matter"),
        (Field::Estate, _) if names.scope.estates.is_empty() => say("query-values-estate"),
        (Field::Estate, _) => names.scope.estates.values().map(String::as_str).collect::<Vec<_>>().join(", "),
        _ => say("query-values-community"),
    };
    let row = |field: &Field| FieldRow { word: field.word(), twin: field.twin(), values: values(field) };
    Field::ALL.iter().map(row).collect()
}
