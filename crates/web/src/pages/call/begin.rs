//! Calling for help: from a request, or in an estate.

use super::words::{duty_title, file_line, unit_words};
use crate::fault::Fault;
use crate::form::{Form, chosen};
use crate::pages::own_work::{day, id};
use crate::refusals::told;
use crate::view::call::NewCallPage;
use crate::view::{Choice, PageFrame, Problems, Section};
use crate::visitor::{Seat, Visitor, failed, html};
use crate::words::Words;
use axum::extract::{Query, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::call::{CallDraft, NewCall};
use guanjia_app::{App, AppError};
use guanjia_domain::call::HandlingUnit;
use guanjia_domain::ids::{CallId, EstateId, RequestId};
use guanjia_domain::{Refusal, RefusalKind};
use guanjia_store::Tx;
use jiff::ToSpan;
use serde::Deserialize;

/// A call asks for something within so many days, unless somebody says otherwise.
const USUAL_DAYS: i64 = 7;

#[derive(Deserialize, Default, Clone)]
pub(crate) struct From {
    #[serde(default)]
    estate: String,
    #[serde(default)]
    request: String,
}

/// `GET /calls/new?request=` or `?estate=`.
pub(crate) async fn form(visitor: Visitor, Query(from): Query<From>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Calls), move |visitor, tx, seat| {
            let app = visitor.site.app();
            let draft = draft(app, tx, &seat, &from)?;
            let form = Form::default();
            html(&page_of(app, tx, visitor.look.words(), seat, (&draft, &form), Problems::default())?)
        })
        .await
}

fn draft(app: &App, tx: &mut Tx, seat: &Seat, from: &From) -> Result<CallDraft, AppError> {
    let who = &seat.signed_in.who;
    let request = chosen::<RequestId>("request", &from.request).map_err(|_| Refusal::NotFound)?;
    let estate = chosen::<EstateId>("estate", &from.estate).map_err(|_| Refusal::NotFound)?;
    let community = app.find_call_place(tx, who, request, estate)?;
    app.call_draft(tx, who, community, (request, estate))
}

fn page_of(
    app: &App,
    tx: &mut Tx,
    words: &'static Words,
    seat: Seat,
    (draft, form): (&CallDraft, &Form),
    problems: Problems,
) -> Result<NewCallPage, AppError> {
    let to = form.get("to");
    let unit = |it: &guanjia_app::call::UnitName| {
        Choice::new(it.unit.to_string(), unit_words(words, it)).chosen_if(to)
    };
    let duties = draft.duties.all().into_iter().filter(|(_, it)| draft.is_above && !it.retired);
    let duty = |(code, it): (String, guanjia_domain::call::DutyEntry)| {
        let label = format!("{} · {}", duty_title(words, &it), it.basis);
        Choice::new(code, label).chosen_if(form.get("duty"))
    };
    let list = app.matters(tx, draft.community)?;
    let usual = || app.today().saturating_add(USUAL_DAYS.days()).to_string();
    Ok(NewCallPage {
        id: form.id::<CallId>("id")?.map_or_else(|| app.id().map(CallId), Ok)?.to_string(),
        estate: draft.estate.to_string(),
        name: draft.name.clone(),
        request: draft.file.as_ref().map(|it| it.request.id.to_string()).unwrap_or_default(),
        file: draft.file.as_ref().map(|it| file_line(words, &list, it, false)),
        units: draft.units.iter().map(unit).collect(),
        by_when: form.sent("by_when").map_or_else(usual, str::to_owned),
        asked: form.owned("asked"),
        tried: form.owned("tried"),
        duties: duties.map(duty).collect(),
        problems,
        page: PageFrame { section: Some(Section::Calls), ..seat.frame },
    })
}

/// `POST /calls`.
pub(crate) async fn blow(visitor: Visitor, RawForm(bytes): RawForm) -> Result<Response, Fault> {
    let fields = ["csrf", "id", "estate", "request", "to", "by_when", "asked", "tried", "duty"];
    let form = Form::encoded(&bytes, &fields)?;
    let seat = visitor.acting(form.get("csrf")).await?;
    let words = visitor.look.words();
    let answer = visitor.site.run(move |site| {
        let app = site.app();
        let from = From { estate: form.owned("estate"), request: form.owned("request") };
        let draft = app.db.read(|tx| draft(app, tx, &seat, &from))?;
        let blown = new(app, &draft, &form)
            .and_then(|new| app.blow_call(&seat.signed_in.who, draft.community, new)?.wait());
        match blown {
            Ok(call) => Ok(Redirect::to(&format!("/calls/{call}")).into_response()),
            Err(AppError::Refused(refusal)) if refusal.kind() == RefusalKind::Input => {
                let problems = vec![told(words, &refusal)].into();
                failed(&app.db.read(|tx| page_of(app, tx, words, seat, (&draft, &form), problems))?)
            }
            Err(error) => Err(error),
        }
    });
    Ok(answer.await?)
}

fn new(app: &App, draft: &CallDraft, form: &Form) -> Result<NewCall, AppError> {
    let typed = form.get("id");
    let to = chosen::<HandlingUnit>("to", form.get("to"))?.ok_or(Refusal::TextMissing { field: "to" })?;
    Ok(NewCall {
        id: if typed.is_empty() { app.id()?.into() } else { id(typed)? },
        estate: draft.estate,
        requests: draft.file.iter().map(|it| it.request.id).collect(),
        to,
        by_when: day("by_when", form)?,
        asked: form.owned("asked"),
        tried: form.owned("tried"),
        duty: form.sent("duty").filter(|it| !it.is_empty()).map(str::to_owned),
    })
}
