//! What is read out before somebody agrees, in the community's own words.

use super::cards::{consent_words, kind_key};
use crate::fault::Fault;
use crate::form::Form;
use crate::refusals::told;
use crate::view::office::{ConsentTextsPage, ConsentWords, ConsentWordsForm};
use crate::view::{PageFrame, Problems, Section};
use crate::visitor::{Seat, Visitor, failed_by, html};
use axum::extract::{Query, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::AppError;
use guanjia_app::card::NewConsentText;
use guanjia_domain::card::{ConsentKind, ConsentTexts};
use guanjia_domain::{Refusal, RefusalKind};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Shown {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    saved: bool,
}

/// `GET /rights/texts?kind=`.
pub(crate) async fn show(visitor: Visitor, Query(shown): Query<Shown>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Rights), move |visitor, tx, seat| {
            let texts = visitor.site.app().consent_texts(tx, &seat.signed_in.who, seat.home)?;
            let words = seat.frame.words;
            let form = ConsentKind::of_name(&shown.kind).map(|kind| {
                let seen = texts.version(kind);
                let own = texts.of(kind, seen).cloned();
                let zh =
                    own.as_ref().map_or_else(|| consent_words(words, &texts, kind, seen), |it| it.zh.clone());
                let en = own.map(|it| it.en).unwrap_or_default();
                ConsentWordsForm { kind: kind.name(), title: kind_key(kind), seen: seen.into(), zh, en }
            });
            html(&ConsentTextsPage { saved: shown.saved, form, ..page_of(seat, &texts) })
        })
        .await
}

fn page_of(seat: Seat, texts: &ConsentTexts) -> ConsentTextsPage {
    let words = seat.frame.words;
    let of = |kind: &ConsentKind| {
        let (first, now) = (kind.first_version(), texts.version(*kind));
        let said = |version: u16| consent_words(words, texts, *kind, version);
        ConsentWords {
            kind: kind.name(),
            title: kind_key(*kind),
            version: now.into(),
            text: said(now),
            earlier: (first..now).rev().map(|version| (version.into(), said(version))).collect(),
        }
    };
    let texts = ConsentKind::ALL.iter().map(of).collect();
    let page = PageFrame { section: Some(Section::Rights), ..seat.frame };
    ConsentTextsPage { page, texts, form: None, saved: false, problems: Problems::default() }
}

/// `POST /rights/texts`: other words, as the next version.
pub(crate) async fn save(visitor: Visitor, RawForm(bytes): RawForm) -> Result<Response, Fault> {
    let form = Form::encoded(&bytes, &["csrf", "kind", "seen", "zh", "en"])?;
    let seat = visitor.acting(form.get("csrf")).await?;
    let answer = visitor.site.run(move |site| {
        let (app, who, home) = (site.app(), seat.signed_in.who.clone(), seat.home);
        // Who may not come here learns nothing of what is wrong with a form.
        let texts = app.db.read(|tx| app.consent_texts(tx, &who, home))?;
        let kind = ConsentKind::of_name(form.get("kind")).ok_or(Refusal::NotFound)?;
        let seen = form.get("seen").parse().map_err(|_| Refusal::CardChanged)?;
        let new = NewConsentText { kind, seen, zh: form.owned("zh"), en: form.owned("en") };
        match app.set_consent_text(&who, home, new.clone()).wait() {
            Ok(()) => Ok(Redirect::to("/rights/texts?saved=true").into_response()),
            Err(AppError::Refused(refusal))
                if matches!(refusal.kind(), RefusalKind::Input | RefusalKind::Conflict) =>
            {
                let problems = vec![told(seat.frame.words, &refusal)].into();
                let (kind, title, seen) = (kind.name(), kind_key(kind), texts.version(kind).into());
                let form = Some(ConsentWordsForm { kind, title, seen, zh: new.zh, en: new.en });
                failed_by(&ConsentTextsPage { form, problems, ..page_of(seat, &texts) }, &refusal)
            }
            Err(error) => Err(error),
        }
    });
    Ok(answer.await?)
}
