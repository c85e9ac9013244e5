//! The calendars of a community: a year of them, a change, and what the change would move.

mod typed;
mod year;

use crate::fault::Fault;
use crate::pages::moves::shown;
use crate::refusals::told;
use crate::view::office::CalendarPage;
use crate::view::{Choice, PageFrame, Problems, Section};
use crate::visitor::{Visitor, failed_by, html};
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::{App, AppError};
use guanjia_domain::CommunityCode;
use guanjia_domain::calendar::china_time;
use guanjia_domain::permission::Principal;
use guanjia_domain::timetable::Timetable;
use guanjia_store::Tx;
use serde::Deserialize;
use typed::Typed;

#[derive(Deserialize)]
pub(crate) struct Shown {
    year: Option<i16>,
    saved: Option<u32>,
}

/// `GET /calendar?year=`.
pub(crate) async fn show(visitor: Visitor, Query(asked): Query<Shown>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Matters), move |visitor, tx, seat| {
            let (app, at) = (visitor.site.app(), (&seat.signed_in.who, seat.home));
            let set = app.timetable(tx, at.0, at.1)?;
            let typed = Typed::of(&set, &set.rules(&app.rules), asked.year);
            html(&CalendarPage { saved: asked.saved, ..page(app, tx, at, seat.frame, (&typed, &set))? })
        })
        .await
}

fn page(
    app: &App,
    tx: &mut Tx,
    (who, home): (&Principal, CommunityCode),
    frame: PageFrame,
    (typed, looked_at): (&Typed, &Timetable),
) -> Result<CalendarPage, AppError> {
    let set = app.timetable(tx, who, home)?;
    let (before, after) = (set.rules(&app.rules), looked_at.rules(&app.rules));
    let this_year = china_time::date(app.now().into()).year();
    let year = typed.year.filter(|year| (2004..=2199).contains(year)).unwrap_or(this_year);
    let form = typed.form();
    let words = frame.words;
    let duties = [
        ("every_day", "calendar-duty-every-day"),
        ("office", "calendar-duty-office"),
        ("week", "calendar-duty-week"),
    ];
    let duty = |(value, key)| Choice::new(value, words.say(key)).chosen_if(&form.duty);
    Ok(CalendarPage {
        year,
        known: after.calendar.known_years().any(|known| known == year),
        months: year::months(year, &before, &after),
        duties: duties.map(duty).into(),
        form,
        revision: set.revision,
        moves: None,
        saved: None,
        problems: Problems::default(),
        page: PageFrame { section: Some(Section::Matters), ..frame },
    })
}

/// `POST /calendar`: what a change would move; confirmed, the change itself.
pub(crate) async fn save(visitor: Visitor, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let seat = visitor.acting(&typed.csrf).await?;
    let answer = visitor
        .site
        .run(move |site| {
            let (app, at) = (site.app(), (&seat.signed_in.who, seat.home));
            let set = app.db.read(|tx| app.timetable(tx, at.0, at.1))?;
            let done = typed.timetable(&set, &app.rules).map_err(AppError::from).and_then(|new| {
                if typed.is_confirmed() {
                    let moved = app.set_timetable(at.0, at.1, new).wait()?;
                    let year = typed.year.map(|year| format!("&year={year}")).unwrap_or_default();
                    return Ok(Redirect::to(&format!("/calendar?saved={moved}{year}")).into_response());
                }
                app.db.read(|tx| {
                    let moves = app.foresee_timetable(tx, at.0, at.1, &new)?;
                    let page = page(app, tx, at, seat.frame.clone(), (&typed, &new))?;
                    let moves = Some(shown(&moves, typed.again()));
                    Ok(html(&CalendarPage { moves, ..page })?.into_response())
                })
            });
            match done {
                Err(AppError::Refused(refusal)) if crate::pages::claims::is_told(&refusal) => {
                    let problems = vec![told(seat.frame.words, &refusal)].into();
                    let page = app.db.read(|tx| page(app, tx, at, seat.frame, (&typed, &set)))?;
                    failed_by(&CalendarPage { problems, ..page }, &refusal)
                }
                other => other,
            }
        })
        .await?;
    Ok(answer)
}
