//! How rates are counted: in sentences, and the form that changes it.

use super::sheet::{Filter, page_of};
use crate::fault::Fault;
use crate::view::numbers::{NumbersPage, RuleForm};
use crate::view::{Choice, Problem, Problems};
use crate::visitor::{Visitor, failed};
use crate::words::Words;
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::{AppError, office_allow};
use guanjia_domain::Refusal;
use guanjia_domain::numbers::{Answers, Contact, RateRule};
use guanjia_domain::permission::{Action, Area};
use serde::Deserialize;

const CONTACTS: [(&str, Contact, &str); 2] = [
    ("answer", Contact::Answer, "rule-contact-answer"),
    ("acceptance", Contact::Acceptance, "rule-contact-acceptance"),
];
const ANSWERS: [(&str, Answers, &str); 3] = [
    ("either", Answers::Either, "rule-answers-either"),
    ("asked", Answers::Asked, "rule-answers-asked"),
    ("own", Answers::Own, "rule-answers-own"),
];

/// The rule in sentences.
pub(super) fn said(words: &Words, rule: &RateRule) -> Vec<String> {
    let contact = CONTACTS.iter().find(|it| it.1 == rule.contact).map_or("", |it| words.say(it.2));
    let answers = ANSWERS.iter().find(|it| it.1 == rule.answers).map_or("", |it| words.say(it.2));
    let silence = if rule.silence_counts { "rule-said-silence-counts" } else { "rule-said-silence-out" };
    let refused = if rule.refused_counts { "rule-said-refused-counts" } else { "rule-said-refused-out" };
    let hours = [("hours", i64::from(rule.contact_hours).into()), ("what", contact.into())];
    let whose = [("what", answers.into()), ("percent", i64::from(rule.basically).into())];
    vec![
        words.say_with("rule-said-contact", &hours),
        words.say_with("rule-said-answers", &whose),
        words.say(silence).to_owned(),
        words.say(refused).to_owned(),
    ]
}

/// The form of a rule.
pub(super) fn form_of(words: &Words, rule: &RateRule) -> RuleForm {
    let chosen = |mut choice: Choice, is: bool| {
        choice.chosen = is;
        choice
    };
    let contact =
        |it: &(&str, Contact, &str)| chosen(Choice::new(it.0, words.say(it.2)), it.1 == rule.contact);
    let answers =
        |it: &(&str, Answers, &str)| chosen(Choice::new(it.0, words.say(it.2)), it.1 == rule.answers);
    RuleForm {
        contact: CONTACTS.iter().map(contact).collect(),
        contact_hours: rule.contact_hours.to_string(),
        answers: ANSWERS.iter().map(answers).collect(),
        basically: rule.basically.to_string(),
        silence: rule.silence_counts,
        refused: rule.refused_counts,
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sent {
    csrf: String,
    #[serde(default)]
    contact: String,
    #[serde(default)]
    contact_hours: String,
    #[serde(default)]
    answers: String,
    #[serde(default)]
    basically: String,
    #[serde(default)]
    silence: String,
    #[serde(default)]
    refused: String,
}

impl Sent {
    fn rule(&self) -> Result<RateRule, Refusal> {
        let none =
            |field, value: &str| Refusal::NotAChoice { field, value: value.chars().take(60).collect() };
        let contact =
            CONTACTS.iter().find(|it| it.0 == self.contact).ok_or_else(|| none("contact", &self.contact));
        let answers =
            ANSWERS.iter().find(|it| it.0 == self.answers).ok_or_else(|| none("answers", &self.answers));
        let contact_hours =
            self.contact_hours.trim().parse().map_err(|_| none("contact_hours", &self.contact_hours))?;
        let basically = self.basically.trim().parse().map_err(|_| none("basically", &self.basically))?;
        let rule = RateRule {
            contact: contact?.1,
            contact_hours,
            answers: answers?.1,
            basically,
            silence_counts: !self.silence.is_empty(),
            refused_counts: !self.refused.is_empty(),
        };
        if basically > 100 {
            return Err(none("basically", &self.basically));
        }
        if rule.is_sound() { Ok(rule) } else { Err(none("contact_hours", &self.contact_hours)) }
    }
}

/// `POST /numbers/rule`.
pub(crate) async fn save(visitor: Visitor, Form(sent): Form<Sent>) -> Result<Response, Fault> {
    let seat = visitor.acting(&sent.csrf).await?;
    let words = visitor.look.words();
    let answer = visitor.site.run(move |site| {
        let (app, who, home) = (site.app(), &seat.signed_in.who, seat.home);
        office_allow(who, Action::ChangeRates, &Area::community(home, None))?;
        let done = sent.rule().map_err(AppError::from);
        match done.and_then(|rule| app.set_rate_rule(who, home, rule).wait()) {
            Ok(()) => Ok(Redirect::to("/numbers").into_response()),
            Err(AppError::Refused(Refusal::NotAChoice { field, .. })) => {
                let filter = Filter::default();
                let page = app.db.read(|tx| page_of(app, tx, words, (who, home), seat.frame, &filter))?;
                let problems: Problems =
                    vec![Problem::new(words, field, "problem-rule", "cure-rule", &[])].into();
                failed(&as_typed(NumbersPage { problems, ..page }, &sent))
            }
            Err(error) => Err(error),
        }
    });
    Ok(answer.await?)
}

/// The page with what was typed still there.
fn as_typed(mut page: NumbersPage, sent: &Sent) -> NumbersPage {
    if let Some(form) = &mut page.form {
        form.contact_hours.clone_from(&sent.contact_hours);
        form.basically.clone_from(&sent.basically);
        (form.silence, form.refused) = (!sent.silence.is_empty(), !sent.refused.is_empty());
        form.contact.iter_mut().for_each(|it| it.chosen = it.value == sent.contact);
        form.answers.iter_mut().for_each(|it| it.chosen = it.value == sent.answers);
    }
    page
}
