//! The calendars of a community: a year of them, a change, and what the change would move.

mod typed;
mod year;

use crate::fault::Fault;
use crate::pages::change::{self, Change, Desk, Seen};
use crate::view::office::CalendarPage;
use crate::view::{Choice, PageFrame, Problems, Section};
use crate::visitor::{Visitor, html};
use axum::extract::{Form, Query};
use axum::response::Response;
use guanjia_app::limits::Moves;
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
            let typed = Typed::of(seat.frame.words, &set, &set.rules(&app.rules), asked.year);
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
    // Whoever pastes a notice looks at its year, whichever was shown.
    let told = looked_at.notices.iter().rfind(|(year, line)| set.notices.get(year) != Some(line));
    let year = told
        .map(|(year, _)| *year)
        .or(typed.year)
        .filter(|year| (2004..=2199).contains(year))
        .unwrap_or(this_year);
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
    change::save(visitor, typed).await
}

impl Change for Typed {
    type New = Timetable;
    type Page = CalendarPage;

    fn csrf(&self) -> &str {
        &self.csrf
    }

    fn is_confirmed(&self) -> bool {
        self.confirm == "yes"
    }

    fn again(&self) -> Vec<(String, String)> {
        self.fields()
    }

    fn read(&self, desk: &Desk<'_>, tx: &mut Tx) -> Result<Timetable, AppError> {
        let set = desk.app.timetable(tx, desk.who, desk.home)?;
        Ok(self.timetable(&set, &desk.app.rules)?)
    }

    fn foresee(&self, desk: &Desk<'_>, tx: &mut Tx, new: &Timetable) -> Result<Moves, AppError> {
        desk.app.foresee_timetable(tx, desk.who, desk.home, new)
    }

    fn make(&self, desk: &Desk<'_>, new: Timetable) -> Result<String, AppError> {
        let moved = desk.app.set_timetable(desk.who, desk.home, new).wait()?;
        let year = self.year.map(|year| format!("&year={year}")).unwrap_or_default();
        Ok(format!("/calendar?saved={moved}{year}"))
    }

    fn page(
        &self,
        desk: &Desk<'_>,
        tx: &mut Tx,
        frame: PageFrame,
        (new, Seen { moves, problems }): (Option<&Timetable>, Seen),
    ) -> Result<CalendarPage, AppError> {
        let set = desk.app.timetable(tx, desk.who, desk.home)?;
        let page = page(desk.app, tx, (desk.who, desk.home), frame, (self, new.unwrap_or(&set)))?;
        Ok(CalendarPage { moves, problems, ..page })
    }
}
