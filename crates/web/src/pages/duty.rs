//! The duty roster: who is called tonight, and the next four weeks.

use crate::fault::Fault;
use crate::present::contact;
use crate::refusals::told;
use crate::view::office::{DutyLine, DutyPage};
use crate::view::{Choice, PageFrame, Problem, Problems, Section};
use crate::visitor::{Visitor, failed, html};
use crate::words::Words;
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::duty::DutyDay;
use guanjia_app::{App, AppError, office_allow};
use guanjia_domain::ids::StaffId;
use guanjia_domain::permission::{Action, Area, Principal, Verdict, permit};
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;
use jiff::civil::{Date, Weekday};
use serde::Deserialize;

/// How many days the page plans.
const DAYS: u32 = 28;

#[derive(Deserialize)]
pub(crate) struct Saved {
    saved: Option<u32>,
}

/// `GET /duty`.
pub(crate) async fn show(visitor: Visitor, Query(last): Query<Saved>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Duty), move |visitor, tx, seat| {
            let who = &seat.signed_in.who;
            // Whoever files requests here may need to call somebody tonight.
            office_allow(who, Action::File, &Area::community(seat.home, None))?;
            let app = visitor.site.app();
            let page =
                page_of(app, tx, visitor.look.words(), who, seat.home, seat.frame, Problems::default())?;
            html(&DutyPage { saved: last.saved, ..page })
        })
        .await
}

fn page_of(
    app: &App,
    tx: &mut Tx,
    words: &Words,
    who: &Principal,
    home: CommunityCode,
    page: PageFrame,
    problems: Problems,
) -> Result<DutyPage, AppError> {
    let officers = app.officers(tx, home)?;
    let days = app.duty_days(tx, home, DAYS)?;
    let tonight = days.first().map(|it| it.staff.iter().map(|(_, person)| contact(person)).collect());
    let comma = words.say("list-comma");
    let mut rest = Vec::new();
    for it in &days {
        rest.push(app.is_rest_day(tx, home, it.day)?);
    }
    let line = |(it, rest): (&DutyDay, bool)| {
        let nth = |n: usize| it.staff.get(n).map(|(id, _)| id.to_string()).unwrap_or_default();
        let choices = |chosen: &str| {
            let choice = |(id, person): &(StaffId, guanjia_app::Person)| {
                Choice::new(id.to_string(), person.name.clone()).chosen_if(chosen)
            };
            officers.iter().map(choice).collect()
        };
        DutyLine {
            day: it.day.to_string(),
            weekday: weekday(it.day.weekday()),
            rest,
            names: it.staff.iter().map(|(_, person)| person.name.as_str()).collect::<Vec<_>>().join(comma),
            first: choices(&nth(0)),
            second: choices(&nth(1)),
        }
    };
    Ok(DutyPage {
        page: PageFrame { section: Some(Section::Duty), ..page },
        tonight: tonight.unwrap_or_default(),
        days: days.iter().zip(rest).map(line).collect(),
        may_change: permit(who, Action::ChangeClaims, &Area::community(home, None)) == Verdict::Allowed,
        saved: None,
        problems,
    })
}

const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "weekday-1",
        Weekday::Tuesday => "weekday-2",
        Weekday::Wednesday => "weekday-3",
        Weekday::Thursday => "weekday-4",
        Weekday::Friday => "weekday-5",
        Weekday::Saturday => "weekday-6",
        Weekday::Sunday => "weekday-7",
    }
}

/// `POST /duty`.
pub(crate) async fn save(
    visitor: Visitor,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let seat = visitor.acting_by(&fields).await?;
    let words = visitor.look.words();
    let answer = visitor
        .site
        .run(move |site| {
            let (app, who, home) = (site.app(), &seat.signed_in.who, seat.home);
            office_allow(who, Action::ChangeClaims, &Area::community(home, None))?;
            let done = planned(&fields)
                .map_err(AppError::from)
                .and_then(|days| app.set_duty(who, home, days).wait());
            match done {
                Ok(changed) => Ok(Redirect::to(&format!("/duty?saved={changed}")).into_response()),
                Err(AppError::Refused(refusal)) if super::claims::is_told(&refusal) => {
                    let problems: Problems = vec![problem(words, &refusal)].into();
                    let page = app.db.read(|tx| page_of(app, tx, words, who, home, seat.frame, problems))?;
                    failed(&as_typed(page, &fields))
                }
                Err(error) => Err(error),
            }
        })
        .await?;
    Ok(answer)
}

fn problem(words: &Words, refusal: &Refusal) -> Problem {
    match refusal {
        Refusal::NotAChoice { field: "day" | "staff" | "form", .. } => {
            Problem::new(words, "", "problem-duty", "cure-duty", &[])
        }
        other => told(words, other),
    }
}

/// The page with what was typed still chosen.
fn as_typed(mut page: DutyPage, fields: &[(String, String)]) -> DutyPage {
    let mut line: Option<&mut DutyLine> = None;
    for (name, value) in fields {
        match (name.as_str(), &mut line) {
            ("day", _) => line = page.days.iter_mut().find(|it| it.day == *value),
            ("first", Some(line)) => choose(&mut line.first, value),
            ("second", Some(line)) => choose(&mut line.second, value),
            _ => {}
        }
    }
    page
}

fn choose(choices: &mut [Choice], value: &str) {
    for choice in choices {
        choice.chosen = choice.value == value;
    }
}

/// The days of the form, in its order: each begins with its `day`.
fn planned(fields: &[(String, String)]) -> Result<Vec<(Date, Vec<StaffId>)>, Refusal> {
    let mut days: Vec<(Date, Vec<StaffId>)> = Vec::new();
    for (name, value) in fields {
        let wrong = |field| Refusal::NotAChoice { field, value: value.chars().take(40).collect() };
        match name.as_str() {
            "csrf" => {}
            "day" => days.push((value.parse().map_err(|_| wrong("day"))?, Vec::new())),
            "first" | "second" => {
                let (_, staff) = days.last_mut().ok_or_else(|| wrong("form"))?;
                if !value.is_empty() {
                    staff.push(value.parse().map_err(|_| wrong("staff"))?);
                }
            }
            _ => return Err(wrong("form")),
        }
    }
    Ok(days)
}
