//! The rights desk: whoever asks by phone number is told what is held of them, gets a copy, or has it erased. The
//! number stands in no address.

use super::cards::kind_key;
use crate::fault::Fault;
use crate::refusals::told;
use crate::view::office::{CopyPart, Desk, HeldLine, Receipt, RightsPage};
use crate::view::survey::Mark;
use crate::view::{Choice, PageFrame, Problem, Section};
use crate::visitor::{Seat, Visitor, failed, html};
use crate::words::Words;
use axum::extract::Form;
use axum::response::{IntoResponse, Response};
use guanjia_app::import::Card;
use guanjia_app::request::PlaceName;
use guanjia_app::rights::{DeskAccount, Held, HeldCard, HeldMediation, HeldRequest, Part};
use guanjia_app::survey::HeldAnswer;
use guanjia_app::{App, AppError, Person, office_allow};
use guanjia_domain::card::Given;
use guanjia_domain::ids::StaffId;
use guanjia_domain::permission::{Action, Area};
use guanjia_domain::{Moment, Refusal, RefusalKind};
use guanjia_store::Tx;
use serde::Deserialize;

/// `GET /rights`.
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Rights), |visitor, tx, seat| {
            let accounts = accounts(visitor.site.app(), tx, &seat, "")?;
            html(&RightsPage { accounts, ..RightsPage::empty(seat.frame) })
        })
        .await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Asked {
    csrf: String,
    #[serde(default)]
    phone: String,
    /// The account of somebody who works here, instead of a phone.
    #[serde(default)]
    account: String,
    #[serde(default)]
    reason: String,
}

impl Asked {
    fn account(&self) -> Result<Option<StaffId>, AppError> {
        let wrong =
            || Refusal::NotAChoice { field: "account", value: self.account.chars().take(40).collect() };
        let parsed = Some(&self.account).filter(|it| !it.is_empty()).map(|it| it.parse());
        Ok(parsed.transpose().map_err(|_| wrong())?)
    }
}

/// Who works here, to be chosen from.
fn accounts(app: &App, tx: &mut Tx, seat: &Seat, chosen: &str) -> Result<Vec<Choice>, AppError> {
    let left = seat.frame.say("rights-has-left");
    let choice = |it: DeskAccount| {
        let label = if it.left { format!("{} · {left}", it.name) } else { it.name };
        Choice::new(it.id.to_string(), label).chosen_if(chosen)
    };
    let all = app.desk_accounts(tx, &seat.signed_in.who, seat.home)?;
    Ok(all.into_iter().map(choice).collect())
}

/// What is held of whoever was asked about.
fn held(app: &App, seat: &Seat, asked: &Asked) -> Result<Held, AppError> {
    let (who, account) = (&seat.signed_in.who, asked.account()?);
    app.db.read(|tx| match account {
        Some(account) => app.held_of_account(tx, who, seat.home, account),
        None => app.held_of(tx, who, seat.home, &asked.phone),
    })
}

/// `POST /rights`: what is held.
pub(crate) async fn find(visitor: Visitor, Form(asked): Form<Asked>) -> Result<Response, Fault> {
    answer(visitor, asked, |app, words, seat, asked| Ok(Desk::Held(lines(words, &held(app, seat, asked)?))))
        .await
}

/// `POST /rights/copy`: everything in clear, for the person to take home.
pub(crate) async fn copy(visitor: Visitor, Form(asked): Form<Asked>) -> Result<Response, Fault> {
    answer(visitor, asked, |app, words, seat, asked| {
        let (who, home, reason) = (&seat.signed_in.who, seat.home, &asked.reason);
        let held = match asked.account()? {
            Some(account) => app.copy_of_account(who, home, account, reason)?.wait()?,
            None => app.copy_of(who, home, &asked.phone, reason)?.wait()?,
        };
        Ok(Desk::Copy(parts(words, &held)))
    })
    .await
}

/// `POST /rights/erase`.
pub(crate) async fn erase(visitor: Visitor, Form(asked): Form<Asked>) -> Result<Response, Fault> {
    answer(visitor, asked, |app, _, seat, asked| {
        let (who, home, reason) = (&seat.signed_in.who, seat.home, &asked.reason);
        let erased = match asked.account()? {
            Some(account) => app.erase_of_account(who, home, account, reason)?.wait()?,
            None => app.erase_person(who, home, &asked.phone, reason)?,
        };
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(Desk::Erased(Receipt {
            at: app.now().0,
            by: seat.signed_in.person.name.clone(),
            requests: number(erased.requests.len()),
            joined: number(erased.joined),
            cards: number(erased.cards),
            mediations: number(erased.mediations),
            contests: number(erased.contests),
            comments: number(erased.comments),
            objections: number(erased.objections),
            calls: number(erased.calls),
            answers: number(erased.answers),
            photos: number(erased.photos),
        }))
    })
    .await
}

/// The desk after a form: with what it brought, or with what was wrong and what is held as before.
async fn answer(
    visitor: Visitor,
    asked: Asked,
    work: impl FnOnce(&App, &Words, &Seat, &Asked) -> Result<Desk, AppError> + Send + 'static,
) -> Result<Response, Fault> {
    let mut seat = visitor.acting(&asked.csrf).await?;
    seat.frame = PageFrame { section: Some(Section::Rights), ..seat.frame };
    let words = visitor.look.words();
    let site = visitor.site.clone();
    let shown = site.run(move |site| {
        let app = site.app();
        // Before anything else: who may not come here does not learn whether a number is known.
        office_allow(&seat.signed_in.who, Action::Erase, &Area::community(seat.home, None))?;
        match work(app, words, &seat, &asked) {
            Ok(desk) => {
                // A receipt and a copy go on paper; the number need not stand on it again.
                let (phone, account, reason) = match desk {
                    Desk::Held(_) => (asked.phone, asked.account, asked.reason),
                    _ => Default::default(),
                };
                let accounts = app.db.read(|tx| accounts(app, tx, &seat, &account))?;
                let page =
                    RightsPage { phone, account, accounts, reason, desk, ..RightsPage::empty(seat.frame) };
                Ok(html(&page)?.into_response())
            }
            Err(AppError::Refused(refusal)) if is_told(&refusal) => {
                let held = held(app, &seat, &asked);
                let desk = held.map_or(Desk::Waiting, |held| Desk::Held(lines(words, &held)));
                let problems = vec![problem(words, &refusal, &asked)].into();
                let accounts = app.db.read(|tx| accounts(app, tx, &seat, &asked.account))?;
                let Asked { phone, account, reason, .. } = asked;
                failed(&RightsPage { page: seat.frame, phone, account, accounts, reason, desk, problems })
            }
            Err(error) => Err(error),
        }
    });
    Ok(shown.await?)
}

/// Whether the form can say what to do about it.
fn is_told(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::NotFound) || refusal.kind() == RefusalKind::Input
}

fn problem(words: &Words, refusal: &Refusal, asked: &Asked) -> Problem {
    match refusal {
        Refusal::NotFound if !asked.account.is_empty() => {
            Problem::new(words, "account", "rights-nothing-said", "rights-nothing-said-cure", &[])
        }
        Refusal::NotFound => Problem::new(words, "phone", "rights-nothing", "rights-nothing-cure", &[]),
        other => told(words, other),
    }
}

fn lines(words: &Words, held: &Held) -> Vec<HeldLine> {
    let requests = held.requests.iter().map(|it| HeldLine {
        title: title(it),
        href: Some(format!("/requests/{}", it.request.id)),
        part: words
            .say(if it.part == Part::Reported { "rights-reported" } else { "rights-did-join" })
            .to_owned(),
    });
    let cards = held.cards.iter().map(|it| HeldLine {
        title: format!("{} · {}", masked(&it.card), it.place.line()),
        href: Some(format!("/cards/{}", it.id)),
        part: words.say("rights-card").to_owned(),
    });
    let mediations = held.mediations.iter().map(|it| HeldLine {
        title: mediation_title(it),
        href: None,
        part: words.say("rights-mediation").to_owned(),
    });
    let contests = held.contests.iter().map(|it| HeldLine {
        title: crate::view::time::day(it.at),
        href: Some(format!("/allocations/{}", it.allocation)),
        part: words.say("rights-contest").to_owned(),
    });
    let comments = held.comments.iter().map(|it| HeldLine {
        title: crate::view::time::day(it.at),
        href: Some("/numbers/load".to_owned()),
        part: words.say("rights-comment").to_owned(),
    });
    let answers = held.answers.iter().map(|it| HeldLine {
        title: answer_title(words, it),
        href: None,
        part: it.place.line(),
    });
    let objections = held.objections.iter().map(|it| HeldLine {
        title: it.title.clone(),
        href: Some(format!("/projects/{}", it.project)),
        part: words.say("rights-objection").to_owned(),
    });
    let calls = held.calls.iter().map(|it| HeldLine {
        title: crate::view::time::day(it.at),
        href: Some(format!("/calls/{}", it.id)),
        part: words.say("rights-call").to_owned(),
    });
    let rest = answers.chain(objections).chain(calls).chain(contests).chain(comments);
    requests.chain(cards).chain(mediations).chain(rest).collect()
}

fn answer_title(words: &Words, it: &HeldAnswer) -> String {
    words.say_with("rights-answer-line", &[("question", it.question.as_str().into())])
}

/// Neither names nor what it is about: the desk may not read the file.
fn mediation_title(it: &HeldMediation) -> String {
    format!("{} · {}", it.estates.join("、"), crate::view::time::day(it.since))
}

fn title(held: &HeldRequest) -> String {
    format!("#{} {}", held.request.number, held.place.line())
}

fn masked(card: &Card) -> String {
    Person { name: card.name.clone(), phone: String::new() }.masked().name
}

fn parts(words: &Words, held: &Held) -> Vec<CopyPart> {
    let say = |key: &str| words.say(key).to_owned();
    let time = |at: Moment| crate::view::time::moment(at.0);
    let requests = held.requests.iter().map(|it| {
        let mut lines = vec![(say("rights-said-at"), time(it.request.reported_at))];
        lines.extend(it.words.iter().map(|words| (say("field-text"), words.clone())));
        if it.photos > 0 {
            lines.push((say("rights-photos"), it.photos.to_string()));
        }
        CopyPart { title: title(it), lines }
    });
    let cards = held.cards.iter().map(|it| CopyPart {
        title: format!("{} · {}", say("rights-card"), it.place.line()),
        lines: card_lines(words, &it.card, &it.place).into_iter().chain(consents(words, it)).collect(),
    });
    let mediations = held.mediations.iter().map(|it| CopyPart {
        title: mediation_title(it),
        lines: vec![(say("rights-mediation"), say("rights-mediation-copy"))],
    });
    let contests = held.contests.iter().map(|it| CopyPart {
        title: format!("{} · {}", say("rights-contest"), crate::view::time::day(it.at)),
        lines: it.words.iter().map(|text| (say("rights-contest-words"), text.clone())).collect(),
    });
    let comments = held.comments.iter().map(|it| CopyPart {
        title: format!("{} · {}", say("rights-comment"), crate::view::time::day(it.at)),
        lines: vec![(say("field-text"), it.words.clone())],
    });
    let answers = held.answers.iter().map(|it| {
        let said = Mark::from_slug(it.answer.said.name()).map_or("", |mark| words.say(mark.key()));
        let mut lines = vec![(say("survey-col-said"), said.to_owned())];
        lines.extend(it.answer.since.map(|since| (say("survey-col-since"), since.to_string())));
        if !it.note.is_empty() {
            lines.push((say("survey-note"), it.note.clone()));
        }
        if it.photo {
            lines.push((say("rights-photos"), "1".to_owned()));
        }
        CopyPart { title: format!("{} · {}", answer_title(words, it), it.place.line()), lines }
    });
    let objections = held.objections.iter().map(|it| CopyPart {
        title: format!("{} · {}", say("rights-objection"), it.title),
        lines: vec![(say("rights-said-at"), time(Moment(it.at))), (say("field-text"), it.words.clone())],
    });
    let calls = held.calls.iter().map(|it| CopyPart {
        title: format!("{} · {}", say("rights-call"), crate::view::time::day(it.at)),
        lines: it.words.iter().map(|(_, text)| (say("field-text"), text.clone())).collect(),
    });
    let rest = answers.chain(objections).chain(calls).chain(contests).chain(comments);
    requests.chain(cards).chain(mediations).chain(rest).collect()
}

/// What was agreed to, each with its day.
fn consents(words: &Words, it: &HeldCard) -> Vec<(String, String)> {
    let line = |given: &Given| {
        let consent = &given.consent;
        let state = words.say(if given.withdrawn.is_some() { "card-withdrawn" } else { "card-holds" });
        let text = format!("{} · {} · {state}", words.say(kind_key(consent.kind)), consent.given_on);
        (words.say("rights-consent").to_owned(), text)
    };
    it.resident.consents.iter().map(line).collect()
}

/// Everything that stands on a card, also the columns that nobody has a field for.
fn card_lines(words: &Words, card: &Card, place: &PlaceName) -> Vec<(String, String)> {
    let tags: Vec<_> = card.care_tags.iter().map(|word| words.say(card_word(word))).collect();
    let yes = |on: bool| on.then(|| words.say("yes").to_owned());
    let known = [
        ("person-name", Some(card.name.clone())),
        ("card-identity-number", card.identity_number.clone()),
        ("card-born", card.born.clone()),
        ("field-phone", Some(card.phones.join(" "))),
        ("card-address", Some(card.address.clone().unwrap_or_else(|| place.line()))),
        ("card-relation", card.relation.clone()),
        ("card-category", card.category.as_deref().map(|word| words.say(card_word(word)).to_owned())),
        ("card-care", Some(tags.join(" "))),
        ("card-household", card.household_number.clone()),
        ("card-separated", yes(card.separated == Some(true))),
        ("card-moved-out", yes(card.moved_out)),
        ("card-deceased", yes(card.deceased)),
        ("card-remark", card.remark.clone()),
    ];
    let known = known.into_iter().filter_map(|(key, value)| {
        value.filter(|value| !value.is_empty()).map(|value| (words.say(key).to_owned(), value))
    });
    known.chain(card.columns.0.iter().map(|(name, value)| (name.clone(), value.clone()))).collect()
}

/// The key of a stable word of a card; a word that is not known is shown as it is.
fn card_word(word: &str) -> &str {
    match word {
        "permanent" => "card-permanent",
        "floating" => "card-floating",
        "living_alone" => "card-living-alone",
        "very_old" => "card-very-old",
        "disabled" => "card-disabled",
        "low_income" => "card-low-income",
        "expecting" => "card-expecting",
        "wheelchair" => "card-tag-wheelchair",
        "newborn" => "card-tag-newborn",
        other => other,
    }
}
