//! One card.

use super::stays;
use super::wording::{
    basis_key, consent_words, field_key, how_key, kind_key, purpose_key, stay_key, tag_key,
};
use crate::fault::Fault;
use crate::view::card::{CardPage, ConsentRow, FieldRow, FieldValue, HomeRow, Revealed, TagRow};
use crate::view::{Choice, PageFrame, Problems, Section};
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::extract::Path;
use axum::response::Response;
use guanjia_app::card::{CardSheet, ConsentLine, FieldLine, HomeLine, Shown};
use guanjia_domain::Refusal;
use guanjia_domain::card::{CardField, ConsentKind, rule};

/// `GET /cards/{id}`.
pub(crate) async fn show(visitor: Visitor, Path(id): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Cards), move |visitor, tx, seat| {
            let id = id.parse().map_err(|_| Refusal::NotFound)?;
            let sheet = visitor.site.app().card_sheet(tx, &seat.signed_in.who, seat.home, id)?;
            html(&page_of(visitor.look.words(), seat.frame, &sheet))
        })
        .await
}

/// The page of a card.
pub(super) fn page_of(words: &Words, page: PageFrame, it: &CardSheet) -> CardPage {
    let choices = |fields: &mut dyn Iterator<Item = &FieldLine>| -> Vec<Choice> {
        fields.map(|line| Choice::new(line.field.name(), words.say(field_key(line.field)))).collect()
    };
    let held = |line: &&FieldLine| line.shown != Shown::Empty;
    let kinds = ConsentKind::ALL.iter().filter(|kind| it.child || **kind != ConsentKind::Child);
    CardPage {
        page: PageFrame { section: Some(Section::Cards), ..page },
        id: it.resident.id.to_string(),
        name: it.name.clone(),
        child: it.child,
        version: it.resident.version,
        fields: it.fields.iter().map(|line| field(words, line)).collect(),
        tags: it
            .tags
            .iter()
            .map(|tag| TagRow { label: tag_key(tag.tag), until: tag.until.to_string() })
            .collect(),
        homes: it.homes.iter().map(|line| home(words, line)).collect(),
        consents: it.consents.iter().map(|line| consent(words, it, line)).collect(),
        kinds: kinds.map(|kind| Choice::new(kind.name(), words.say(kind_key(*kind)))).collect(),
        revealable: choices(&mut it.fields.iter().filter(|line| matches!(line.shown, Shown::Masked(_)))),
        clearable: choices(&mut it.fields.iter().filter(held).filter(|line| line.field != CardField::Name)),
        may_change: it.may_change,
        may_reveal: it.may_reveal,
        may_erase: it.may_erase,
        revealed: None,
        reason: String::new(),
        problems: Problems::default(),
    }
}

/// What the last form brought: a field in clear.
pub(super) fn revealed(words: &Words, field: CardField, text: String) -> Revealed {
    let text = match field {
        CardField::Category | CardField::Separated => words.say(value_key(&text)).to_owned(),
        _ => text,
    };
    Revealed { label: field_key(field), text }
}

fn field(words: &Words, line: &FieldLine) -> FieldRow {
    let rule = rule(line.field);
    let value = match &line.shown {
        Shown::Empty => FieldValue::Empty,
        Shown::Waiting => FieldValue::Waiting,
        Shown::Masked(text) => FieldValue::Text(text.clone()),
        Shown::Clear(text) => FieldValue::Text(words.say(value_key(text)).to_owned()),
    };
    FieldRow {
        label: field_key(line.field),
        value,
        purpose: purpose_key(rule.purpose),
        basis: basis_key(rule.basis),
        months: rule.months_after_leaving.unsigned_abs(),
    }
}

/// The key of a stable word; what is none is shown as it is.
fn value_key(text: &str) -> &str {
    match text {
        "permanent" => "card-permanent",
        "floating" => "card-floating",
        "yes" => "yes",
        other => other,
    }
}

fn home(words: &Words, line: &HomeLine) -> HomeRow {
    let mut choices = stays(words, line.home.stay.name());
    choices.push(Choice::new("gone", words.say("card-stay-gone")));
    HomeRow {
        place: line.place.line(),
        href: line.home.room.map(|room| format!("/cards/rooms/{room}")),
        stay: stay_key(line.home.stay),
        choices,
    }
}

fn consent(words: &Words, sheet: &CardSheet, line: &ConsentLine) -> ConsentRow {
    let it = &line.given.consent;
    ConsentRow {
        text: consent_words(words, &sheet.texts, it.kind, it.version),
        n: line.given.n,
        kind: kind_key(it.kind),
        version: it.version.into(),
        given_on: it.given_on.to_string(),
        how: how_key(it.how),
        guardian: line.guardian.clone(),
        words: line.words.clone(),
        holds: line.holds,
        withdrawn: line.given.withdrawn.map(|at| at.0),
    }
}
