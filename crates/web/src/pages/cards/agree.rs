//! Taking consent down.

use super::wording::{consent_words, field_key, how_key, kind_key};
use crate::form::Form;
use crate::view::card::AgreePage;
use crate::view::{Choice, PageFrame, Problems, Section};
use crate::words::Words;
use guanjia_app::card::{CardSheet, NewConsent};
use guanjia_domain::Refusal;
use guanjia_domain::card::{Basis, ConsentKind, How, RULES};

/// The fields of the form.
pub(super) const FIELDS: &[&str] =
    &["csrf", "version", "kind", "text_version", "guardian", "how", "given_on", "words"];

/// What a word says it is about.
pub(super) fn kind_of(word: &str) -> Result<ConsentKind, Refusal> {
    ConsentKind::of_name(word).ok_or(Refusal::NotFound)
}

/// The page, with what was typed.
pub(super) fn page_of(
    words: &Words,
    page: PageFrame,
    it: &CardSheet,
    kind: ConsentKind,
    form: &Form,
    problems: Problems,
) -> AgreePage {
    let given_on = match form.get("given_on") {
        "" => page.day(&page.now),
        typed => typed.to_owned(),
    };
    let how = form.owned("how");
    let rests = RULES.iter().filter(|rule| {
        rule.basis == Basis::Consent(kind) || (kind == ConsentKind::Child && rule.basis == Basis::PublicDuty)
    });
    AgreePage {
        page: PageFrame { section: Some(Section::Cards), ..page },
        id: it.resident.id.to_string(),
        name: it.name.clone(),
        child: it.child,
        version: it.resident.version,
        kind: kind.name(),
        title: kind_key(kind),
        text: consent_words(words, &it.texts, kind, it.texts.version(kind)),
        text_version: it.texts.version(kind).into(),
        fields: rests.map(|rule| field_key(rule.field)).collect(),
        guardian: form.owned("guardian"),
        how: How::ALL
            .iter()
            .map(|it| Choice::new(it.name(), words.say(how_key(*it))).chosen_if(&how))
            .collect(),
        given_on,
        words: form.owned("words"),
        problems,
    }
}

/// What was typed.
pub(super) fn new_consent(kind: ConsentKind, form: &Form) -> Result<NewConsent, Refusal> {
    let wrong = |field: &'static str| Refusal::NotAChoice {
        field,
        value: form.get(field).chars().take(40).collect(),
    };
    Ok(NewConsent {
        kind,
        version: form.get("text_version").parse().map_err(|_| wrong("text_version"))?,
        guardian_phone: form.owned("guardian"),
        how: How::of_name(form.get("how")).ok_or_else(|| wrong("how"))?,
        given_on: form.get("given_on").parse().map_err(|_| wrong("given_on"))?,
        words: form.owned("words"),
    })
}
