//! The book of limits in words.

use crate::present::{class_name, limit_words, matter_name};
use crate::view::office::{LimitRow, SetLine};
use crate::view::{Choice, ChoiceGroup, Measure};
use crate::words::Words;
use guanjia_domain::limit::{self, LimitBook, LimitSet, Scope};
use guanjia_domain::matter::{MAJOR_CLASSES, MatterList, find_class};

/// The ready-made sets.
pub(super) fn sets(chosen: Option<LimitSet>) -> Vec<SetLine> {
    let line = |set: LimitSet| {
        let (key, source) = match set {
            LimitSet::Beginning => ("limits-set-beginning", "limits-set-beginning-source"),
            LimitSet::SignFirst => ("limits-set-sign-first", "limits-set-sign-first-source"),
            LimitSet::Beijing2021 => ("limits-set-beijing", "limits-set-beijing-source"),
            LimitSet::Weifang => ("limits-set-weifang", "limits-set-weifang-source"),
            LimitSet::SameDay => ("limits-set-same-day", "limits-set-same-day-source"),
        };
        SetLine { slug: set.name(), key, source, chosen: chosen == Some(set) }
    };
    LimitSet::ALL.into_iter().map(line).collect()
}

/// The rows of the book.
pub(super) fn rows(words: &Words, book: &LimitBook, matters: &MatterList) -> Vec<LimitRow> {
    let row = |(scope, _): (&Scope, _)| LimitRow {
        scope: scope.to_string(),
        name: name(words, scope, matters),
        limits: limit::Measure::ALL
            .iter()
            .map(|measure| book.at(scope, *measure).map(|limit| limit_words(words, limit)))
            .collect(),
    };
    book.rows().map(row).collect()
}

fn name(words: &Words, scope: &Scope, matters: &MatterList) -> String {
    match scope {
        Scope::Urgent => words.say("limits-scope-urgent").to_owned(),
        Scope::Small => words.say("limits-scope-small").to_owned(),
        Scope::All => words.say("limits-scope-all").to_owned(),
        Scope::Class(code) => {
            find_class(code).map_or_else(|| code.clone(), |it| class_name(words, it).to_owned())
        }
        Scope::Matter(code) => matter_name(words, matters, Some(code)).unwrap_or_else(|| code.clone()),
    }
}

/// What a limit can hold for: the common rows, then each class with its matters.
pub(super) fn scopes(words: &Words, matters: &MatterList, chosen: &str) -> Vec<ChoiceGroup> {
    let choice =
        |scope: Scope| Choice::new(scope.to_string(), name(words, &scope, matters)).chosen_if(chosen);
    let common = ChoiceGroup {
        label: words.say("limits-scope-common").to_owned(),
        choices: [Scope::Urgent, Scope::Small, Scope::All].map(choice).into(),
    };
    let classes = MAJOR_CLASSES.iter().map(|class| {
        let own = matters.of_class(class.code).into_iter().filter(|(_, it)| !it.retired);
        let its = own.map(|(code, _)| choice(Scope::Matter(code)));
        let whole = choice(Scope::Class(class.code.to_owned()));
        ChoiceGroup {
            label: class_name(words, class).to_owned(),
            choices: std::iter::once(whole).chain(its).collect(),
        }
    });
    std::iter::once(common).chain(classes).collect()
}

/// The measures to choose from.
pub(super) fn measures(words: &Words, chosen: &str) -> Vec<Choice> {
    Measure::ALL.iter().map(|it| Choice::new(it.slug(), words.say(it.key())).chosen_if(chosen)).collect()
}

/// The units to choose from.
pub(super) fn units(words: &Words, chosen: &str) -> Vec<Choice> {
    let units = [
        ("wd", "limits-unit-wd"),
        ("wm", "limits-unit-wm"),
        ("h", "limits-unit-h"),
        ("d", "limits-unit-d"),
        ("same_day", "limits-unit-same-day"),
        ("none", "limits-unit-none"),
    ];
    units.into_iter().map(|(value, key)| Choice::new(value, words.say(key)).chosen_if(chosen)).collect()
}
