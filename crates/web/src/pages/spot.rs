//! Done on the spot, in two taps: the matter, and the button. The place is the worker's own.

use super::public::estate_choices;
use super::report::{below, file_now};
use crate::fault::Fault;
use crate::form::Form;
use crate::present::matters;
use crate::refusals::told;
use crate::view::public::ReportForm;
use crate::view::requests::{SpotForm, SpotPage};
use crate::view::{Choice, PageFrame, Problems, Section};
use crate::visitor::{Visitor, failed, html};
use axum::extract::{Multipart, Query};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::office_allow as allow;
use guanjia_app::{App, AppError};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::request::Channel;
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;
use serde::Deserialize;

/// How many matters stand on the page; the small ones, which are put right on the spot most often.
const FREQUENT: usize = 12;

#[derive(Deserialize)]
pub(crate) struct At {
    #[serde(default)]
    estate: String,
    #[serde(default)]
    building: String,
}

/// `GET /spot`.
pub(crate) async fn form(visitor: Visitor, Query(at): Query<At>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Spot), move |visitor, tx, seat| {
            allow(&seat.signed_in.who, Action::File, &Area::community(seat.home, None))?;
            let app = visitor.site.app();
            let id = app.id()?.to_string();
            let (estate, building) = own_place(app, tx, &seat.signed_in.who, seat.home, at)?;
            let form = SpotForm { id, estate, building, ..SpotForm::default() };
            let who = &seat.signed_in.who;
            html(&page_of(visitor, tx, who, seat.home, seat.frame, form, Problems::default())?)
        })
        .await
}

/// Where the worker was last, else the first building of the own grid, else the first own estate.
fn own_place(
    app: &App,
    tx: &mut Tx,
    who: &Principal,
    home: CommunityCode,
    at: At,
) -> Result<(String, String), AppError> {
    if !at.estate.is_empty() {
        return Ok((at.estate, at.building));
    }
    if let Some(place) = app.last_place(tx, who, home)? {
        return Ok((place.estate.to_string(), place.building.map(|it| it.to_string()).unwrap_or_default()));
    }
    if let Some(part) = who.grid.first() {
        let buildings = tx.buildings(home, None, app.now())?;
        if let Some(building) = buildings.iter().find(|it| it.id == part.building) {
            return Ok((building.estate.to_string(), building.id.to_string()));
        }
    }
    Ok((who.stewards.first().map(ToString::to_string).unwrap_or_default(), String::new()))
}

fn page_of(
    visitor: &Visitor,
    tx: &mut Tx,
    who: &Principal,
    home: CommunityCode,
    page: PageFrame,
    form: SpotForm,
    problems: Problems,
) -> Result<SpotPage, AppError> {
    let at =
        ReportForm { estate: form.estate.clone(), building: form.building.clone(), ..ReportForm::default() };
    let (buildings, _) = below(tx, home, &at, visitor.site.app().now())?;
    let estates = estate_choices(tx, home, &form.estate)?;
    let name = |choices: &[Choice]| choices.iter().find(|it| it.chosen).map(|it| it.label.clone());
    let place = [name(&estates), name(&buildings)].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let list = visitor.site.app().matters(tx, home)?;
    let small = |it: &Choice| list.get(&it.value).is_some_and(|matter| matter.small);
    let (mut first, mut rest): (Vec<Choice>, Vec<Choice>) =
        matters(visitor.look.words(), &list, &form.matter)
            .into_iter()
            .flat_map(|it| it.choices)
            .partition(small);
    rest.splice(0..0, first.split_off(FREQUENT.min(first.len())));
    Ok(SpotPage {
        today: visitor.site.app().spots_today(tx, who, home)?,
        community: home.to_string(),
        matters: first,
        more_matters: rest,
        page,
        estates,
        buildings,
        place,
        form,
        problems,
    })
}

/// `POST /spot`.
pub(crate) async fn file(visitor: Visitor, parts: Multipart) -> Result<Response, Fault> {
    let mut form = Form::read(parts, &["csrf", "id", "matter", "estate", "building", "text"]).await?;
    let seat = visitor.acting(form.get("csrf")).await?;
    let again = visitor.clone();
    let answer = visitor
        .site
        .run(move |site| {
            allow(&seat.signed_in.who, Action::File, &Area::community(seat.home, None))?;
            let app = site.app();
            let typed = SpotForm {
                id: form.owned("id"),
                matter: form.owned("matter"),
                estate: form.owned("estate"),
                building: form.owned("building"),
                text: form.owned("text"),
            };
            let filed = name_the_matter(app, seat.home, &mut form)
                .and_then(|()| file_now(app, &seat.signed_in.who, seat.home, &form, Channel::Patrol, true));
            match filed {
                Ok(_) => {
                    let at = format!("/spot?estate={}&building={}", typed.estate, typed.building);
                    Ok(Redirect::to(&at).into_response())
                }
                Err(AppError::Refused(refusal)) => {
                    let problems = vec![told(again.look.words(), &refusal)].into();
                    let who = &seat.signed_in.who;
                    let show = |tx: &mut Tx| page_of(&again, tx, who, seat.home, seat.frame, typed, problems);
                    failed(&app.db.read(show)?)
                }
                Err(error) => Err(error),
            }
        })
        .await?;
    Ok(answer)
}

/// Two taps type nothing: then the name of the matter is what was said.
fn name_the_matter(app: &App, home: CommunityCode, form: &mut Form) -> Result<(), AppError> {
    let list = app.db.read(|tx| app.matters(tx, home))?;
    let matter = list.get(form.get("matter")).filter(|it| !it.retired);
    let matter =
        matter.ok_or_else(|| Refusal::NotAChoice { field: "matter", value: form.owned("matter") })?;
    if form.get("text").trim().is_empty() {
        form.set("text", &matter.zh);
    }
    Ok(())
}
