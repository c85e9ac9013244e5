//! Planning a survey: what is asked, and at which doors.

use super::scope::offered;
use super::{href, id};
use crate::fault::Fault;
use crate::form::{Form, chosen};
use crate::present::matter_name;
use crate::refusals::told;
use crate::view::survey::{PlanForm, SurveyPlanPage};
use crate::view::{Choice, PageFrame, Problems, Section};
use crate::visitor::{Seat, Visitor, failed, html};
use crate::words::Words;
use axum::extract::{Query, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::survey::{NewSurvey, Scope};
use guanjia_app::{AppError, office_allow};
use guanjia_domain::ids::{BuildingId, EstateId};
use guanjia_domain::matter::MatterList;
use guanjia_domain::permission::{Action, Area, Principal, Verdict, permit};
use guanjia_domain::survey::{AskedAt, Template};
use guanjia_domain::{CommunityCode, Refusal, RefusalKind};
use guanjia_store::Tx;
use serde::Deserialize;
use std::collections::BTreeSet;

const FIELDS: &[&str] = &[
    "csrf", "estate", "issue", "matter", "question", "hint", "asked_at", "since", "photo", "note", "whole",
    "building", "unit", "room",
];

#[derive(Deserialize)]
pub(crate) struct About {
    #[serde(default)]
    estate: String,
    #[serde(default)]
    issue: String,
    #[serde(default)]
    matter: String,
    #[serde(default)]
    building: String,
}

/// `GET /surveys/new?estate=&issue=&matter=&building=`.
pub(crate) async fn form(visitor: Visitor, Query(about): Query<About>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::OwnWork), move |visitor, tx, seat| {
            let words = visitor.look.words();
            let template = Template::for_matter(Some(&about.matter));
            let mut form = Form::fill("estate", &about.estate);
            form.set("issue", &about.issue);
            form.set("matter", &about.matter);
            let known = visitor.site.app().community(tx, seat.home)?.matters;
            form.set("question", &question(words, &known, &about.matter));
            form.set("hint", words.say("survey-hint-default"));
            form.set("asked_at", template.asked_at.name());
            for (name, on) in [("since", template.since), ("photo", template.photo), ("note", template.note)]
            {
                form.set(name, if on { "yes" } else { "" });
            }
            let opened = chosen("building", &about.building)?;
            html(&page_of(visitor, tx, seat, &form, (&Scope::default(), opened), Problems::default())?)
        })
        .await
}

/// What is asked about a matter, unless somebody writes another question.
fn question(words: &Words, known: &MatterList, matter: &str) -> String {
    match matter {
        "0201" => words.say("survey-question-trees").to_owned(),
        "0102" => words.say("survey-question-lamp").to_owned(),
        code => match matter_name(words, known, Some(code)) {
            Some(name) => words.say_with("survey-question-default", &[("matter", name.as_str().into())]),
            None => words.say("survey-question-plain").to_owned(),
        },
    }
}

fn may_plan(who: &Principal, home: CommunityCode, estate: EstateId) -> Verdict {
    permit(who, Action::PlanSurvey, &Area { estate: Some(estate), ..Area::community(home, None) })
}

fn page_of(
    visitor: &Visitor,
    tx: &mut Tx,
    seat: Seat,
    form: &Form,
    (scope, opened): (&Scope, Option<BuildingId>),
    problems: Problems,
) -> Result<SurveyPlanPage, AppError> {
    let (app, words, who) = (visitor.site.app(), visitor.look.words(), &seat.signed_in.who);
    office_allow(who, Action::File, &Area::community(seat.home, None))?;
    let own = |(id, _): &&(EstateId, String)| may_plan(who, seat.home, *id) == Verdict::Allowed;
    let names = tx.estate_names(seat.home)?;
    let estates: Vec<_> = names.iter().filter(own).cloned().collect();
    let estate = match (form.id::<EstateId>("estate")?, estates.as_slice()) {
        (Some(id), _) => {
            let area = Area { estate: Some(id), ..Area::community(seat.home, None) };
            tx.estate(seat.home, id)?.ok_or(Refusal::NotFound)?;
            office_allow(who, Action::PlanSurvey, &area)?;
            estates.iter().find(|(own, _)| *own == id)
        }
        (None, [only]) => Some(only),
        (None, _) => None,
    };
    let (buildings, map) = match estate {
        Some((id, _)) => offered(app, tx, seat.home, *id, scope, opened)?,
        None => (Vec::new(), None),
    };
    let at = |it: &AskedAt| {
        let key = if *it == AskedAt::Rooms { "asked-at-rooms" } else { "asked-at-unit-doors" };
        Choice::new(it.name(), words.say(key)).chosen_if(form.get("asked_at"))
    };
    Ok(SurveyPlanPage {
        estates: estates.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())).collect(),
        estate: estate.map(|(id, name)| (id.to_string(), name.clone())),
        issue: form.owned("issue"),
        matter: form.owned("matter"),
        form: PlanForm {
            question: form.owned("question"),
            hint: form.owned("hint"),
            asked_at: AskedAt::ALL.iter().map(at).collect(),
            since: form.ticked("since"),
            photo: form.ticked("photo"),
            note: form.ticked("note"),
            whole: form.ticked("whole"),
        },
        buildings,
        map,
        problems,
        page: PageFrame { section: Some(Section::OwnWork), ..seat.frame },
    })
}

/// The places that a form names.
fn scope(bytes: &[u8], form: &Form) -> Result<Scope, Refusal> {
    fn ids<T: std::str::FromStr + Ord>(bytes: &[u8], name: &'static str) -> Result<BTreeSet<T>, Refusal> {
        Form::all(bytes, name).iter().filter_map(|typed| chosen("scope", typed).transpose()).collect()
    }
    Ok(Scope {
        whole: form.ticked("whole"),
        buildings: ids(bytes, "building")?,
        units: ids(bytes, "unit")?,
        rooms: ids(bytes, "room")?,
    })
}

fn new_survey(bytes: &[u8], form: &Form) -> Result<NewSurvey, AppError> {
    let asked_at = AskedAt::of_name(form.get("asked_at"))
        .ok_or_else(|| Refusal::NotAChoice { field: "asked_at", value: form.owned("asked_at") })?;
    let ticked = |name| form.ticked(name);
    Ok(NewSurvey {
        estate: id(form.get("estate"))?,
        issue: form.id("issue")?,
        matter: Some(form.owned("matter")).filter(|code| !code.is_empty()),
        template: Template { asked_at, since: ticked("since"), photo: ticked("photo"), note: ticked("note") },
        question: form.owned("question"),
        hint: form.owned("hint"),
        scope: scope(bytes, form)?,
    })
}

/// `POST /surveys`.
pub(crate) async fn plan(visitor: Visitor, RawForm(bytes): RawForm) -> Result<Response, Fault> {
    let form = Form::encoded(&bytes, FIELDS)?;
    let seat = visitor.acting(form.get("csrf")).await?;
    let site = visitor.site.clone();
    let answer = site.run(move |site| {
        let app = site.app();
        let planned = new_survey(&bytes, &form)
            .and_then(|new| app.plan_survey(&seat.signed_in.who, seat.home, new)?.wait());
        match planned {
            Ok(id) => Ok(Redirect::to(&href(id)).into_response()),
            Err(AppError::Refused(refusal)) if refusal.kind() == RefusalKind::Input => {
                let problems = vec![told(visitor.look.words(), &refusal)].into();
                let scope = scope(&bytes, &form).unwrap_or_default();
                let page = |tx: &mut Tx| page_of(&visitor, tx, seat, &form, (&scope, None), problems);
                failed(&app.db.read(page)?)
            }
            Err(error) => Err(error),
        }
    });
    Ok(answer.await?)
}
