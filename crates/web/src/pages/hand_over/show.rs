//! One hand-over: its list, and the answer.

use super::{reason, row};
use crate::fault::Fault;
use crate::pages::claims::is_told;
use crate::present::{clock_of, matter_name, state_of};
use crate::refusals::told;
use crate::view::office::{HandOverPage, HandedPart, OpenRow};
use crate::view::{Choice, PageFrame, Problems, Section};
use crate::visitor::{Visitor, failed_by, html};
use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::hand_over::{HandedPart as Part, OpenLine};
use guanjia_app::{App, AppError};
use guanjia_domain::hand_over::{Answer, ReturnReason};
use guanjia_domain::ids::HandOverId;
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Party, Refusal};
use guanjia_store::Tx;
use serde::Deserialize;

/// `GET /hand-overs/{id}`.
pub(crate) async fn show(visitor: Visitor, Path(id): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::HandOvers), move |visitor, tx, seat| {
            let id = id.parse().map_err(|_| Refusal::NotFound)?;
            let (app, who) = (visitor.site.app(), &seat.signed_in.who);
            html(&page_of(app, tx, seat.home, who, seat.frame, (id, Problems::default()))?)
        })
        .await
}

fn page_of(
    app: &App,
    tx: &mut Tx,
    home: CommunityCode,
    who: &Principal,
    page: PageFrame,
    (id, problems): (HandOverId, Problems),
) -> Result<HandOverPage, AppError> {
    let sheet = app.hand_over_sheet(tx, who, home, id)?;
    let words = page.words;
    let mut parts = Vec::new();
    for part in &sheet.parts {
        parts.push(handed(app, tx, home, &page, part)?);
    }
    let reasons = ReturnReason::ALL.map(|it| Choice::new(it.name(), words.say(reason(it))));
    Ok(HandOverPage {
        id: id.to_string(),
        row: row(words, &sheet.line),
        parts,
        duty: sheet.duty.iter().map(ToString::to_string).collect(),
        may_answer: sheet.may_answer,
        may_take_back: sheet.may_take_back,
        reasons: reasons.into(),
        problems,
        page: PageFrame { section: Some(Section::HandOvers), ..page },
    })
}

pub(crate) fn handed(
    app: &App,
    tx: &mut Tx,
    home: CommunityCode,
    page: &PageFrame,
    part: &Part,
) -> Result<HandedPart, AppError> {
    let list = app.matters(tx, home)?;
    let mut open = Vec::new();
    for OpenLine { request, place } in &part.open {
        let with = match request.asked.unwrap_or(request.handler) {
            Party::Steward => None,
            party => match party.id() {
                Some(id) => Some(app.person(tx, home, id)?.name),
                None => Some(page.say("role-street-office").to_owned()),
            },
        };
        open.push(OpenRow {
            number: request.number,
            place: place.line(),
            matter: matter_name(page.words, &list, request.matter.as_deref()).unwrap_or_default(),
            state: state_of(request.state, None),
            clock: clock_of(request),
            with,
        });
    }
    let planned = part.planned.iter().map(|at| at.0).collect();
    let count = u32::try_from(open.len()).unwrap_or(u32::MAX);
    Ok(HandedPart { name: part.name.clone(), open, count, planned })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Answered {
    csrf: String,
    #[serde(default)]
    reason: String,
}

/// `POST /hand-overs/{id}/{deed}`: `accept`, `return`, `take-back`.
pub(crate) async fn act(
    visitor: Visitor,
    Path((id, deed)): Path<(String, String)>,
    Form(typed): Form<Answered>,
) -> Result<Response, Fault> {
    let seat = visitor.acting(&typed.csrf).await?;
    let words = visitor.look.words();
    let answer = visitor
        .site
        .run(move |site| {
            let (app, who, home) = (site.app(), &seat.signed_in.who, seat.home);
            let id: HandOverId = id.parse().map_err(|_| Refusal::NotFound)?;
            let said = match deed.as_str() {
                "accept" => Ok(Answer::Accepted),
                "return" => ReturnReason::of_name(&typed.reason)
                    .map(Answer::Returned)
                    .ok_or(Refusal::TextMissing { field: "reason" }),
                "take-back" => Ok(Answer::TakenBack),
                _ => return Err(Refusal::NotFound.into()),
            };
            let done = said.map_err(AppError::from);
            match done.and_then(|said| app.answer_hand_over(who, home, id, said).wait()) {
                Ok(()) => Ok(Redirect::to(&format!("/hand-overs/{id}")).into_response()),
                Err(AppError::Refused(refusal)) if is_told(&refusal) => {
                    let left = (id, vec![told(words, &refusal)].into());
                    failed_by(&app.db.read(|tx| page_of(app, tx, home, who, seat.frame, left))?, &refusal)
                }
                Err(error) => Err(error),
            }
        })
        .await?;
    Ok(answer)
}
