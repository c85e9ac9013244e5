//! Where buildings lie: from a file, or a rectangle by hand.

use super::said;
use super::sent::Sent;
use crate::fault::Fault;
use crate::form::chosen;
use crate::pages::claims::is_told;
use crate::refusals::told;
use crate::view::place::{RectangleForm, ShapesPage};
use crate::view::{Choice, ChoiceGroup, PageFrame, Problem, Problems, Section};
use crate::visitor::{Visitor, failed, failed_by, html};
use axum::extract::{Form, Multipart, Query};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::shapes::Rectangle;
use guanjia_app::{App, AppError, office_allow};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Done {
    done: Option<u32>,
}

/// `GET /grids/shapes`.
pub(crate) async fn show(visitor: Visitor, Query(last): Query<Done>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Grids), move |visitor, tx, seat| {
            let left = (RectangleForm::default(), Problems::default());
            let who = &seat.signed_in.who;
            let page = page_of(visitor.site.app(), tx, seat.home, who, seat.frame, left)?;
            html(&ShapesPage { done: last.done, ..page })
        })
        .await
}

fn page_of(
    app: &App,
    tx: &mut Tx,
    home: CommunityCode,
    who: &Principal,
    page: PageFrame,
    (form, problems): (RectangleForm, Problems),
) -> Result<ShapesPage, AppError> {
    office_allow(who, Action::ChangePlaces, &Area::community(home, None))?;
    let (names, rows) = (tx.estate_names(home)?, tx.buildings(home, None, app.now())?);
    let (mut buildings, mut unplaced) = (Vec::new(), Vec::new());
    for (id, name) in names.iter() {
        let here = || rows.iter().filter(|row| row.estate == *id);
        let choices: Vec<_> = here().map(|row| Choice::new(row.id.to_string(), row.name.clone())).collect();
        let without = here().filter(|row| row.outline.is_empty()).map(|row| row.name.as_str());
        let without = without.collect::<Vec<_>>().join(page.say("list-comma"));
        if !without.is_empty() {
            unplaced.push((name.clone(), without));
        }
        if !choices.is_empty() {
            buildings.push(ChoiceGroup { label: name.clone(), choices });
        }
    }
    Ok(ShapesPage {
        done: None,
        has_outlines: rows.iter().any(|row| row.outline.len() > 2),
        unplaced,
        buildings,
        form,
        problems,
        page: PageFrame { section: Some(Section::Grids), ..page },
    })
}

/// `POST /grids/shapes`: takes a file, all of it or nothing.
pub(crate) async fn take(visitor: Visitor, parts: Multipart) -> Result<Response, Fault> {
    let (seat, sent) = Sent::read(&visitor, parts, &[]).await?;
    let words = visitor.look.words();
    let answer = visitor
        .site
        .run(move |site| {
            let (app, who, home) = (site.app(), &seat.signed_in.who, seat.home);
            let again = |problem: Problem| {
                let left = (RectangleForm::default(), vec![problem].into());
                failed(&app.db.read(|tx| page_of(app, tx, home, who, seat.frame.clone(), left))?)
            };
            let Some((name, bytes)) = &sent.file else {
                office_allow(who, Action::ChangePlaces, &Area::community(home, None))?;
                return again(Problem::new(words, "file", "problem-no-file", "cure-no-file", &[]));
            };
            match app.take_shapes(who, home, (name, bytes))? {
                Ok(placed) => {
                    let count = placed.estates + placed.buildings;
                    Ok(Redirect::to(&format!("/grids/shapes?done={count}")).into_response())
                }
                Err(fault) => again(said::shape(words, &fault)),
            }
        })
        .await?;
    Ok(answer)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Put {
    csrf: String,
    building: String,
    longitude: String,
    latitude: String,
    #[serde(default)]
    length: String,
    #[serde(default)]
    depth: String,
    #[serde(default)]
    turn: String,
}

impl Put {
    /// A long house of six floors where no size is given.
    fn rectangle(&self) -> Result<Rectangle, Refusal> {
        let number = |field: &'static str, typed: &str| {
            chosen::<f64>(field, typed)?.ok_or(Refusal::TextMissing { field })
        };
        let size = |field, typed: &str, usual: f64| Ok::<_, Refusal>(chosen(field, typed)?.unwrap_or(usual));
        Ok(Rectangle {
            middle: (number("longitude", &self.longitude)?, number("latitude", &self.latitude)?),
            length: size("length", &self.length, 52.0)?,
            depth: size("depth", &self.depth, 12.0)?,
            turn: size("turn", &self.turn, 0.0)?,
        })
    }
}

/// `POST /grids/shapes/rectangle`.
pub(crate) async fn rectangle(visitor: Visitor, Form(typed): Form<Put>) -> Result<Response, Fault> {
    let seat = visitor.acting(&typed.csrf).await?;
    let words = visitor.look.words();
    let answer = visitor
        .site
        .run(move |site| {
            let (app, who, home) = (site.app(), &seat.signed_in.who, seat.home);
            let field = "building";
            let done = chosen(field, &typed.building)
                .and_then(|id| Ok((id.ok_or(Refusal::TextMissing { field })?, typed.rectangle()?)))
                .map_err(AppError::from)
                .and_then(|what| app.place_building(who, home, what).wait());
            match done {
                Ok(()) => Ok(Redirect::to("/grids/shapes?done=1").into_response()),
                Err(AppError::Refused(refusal)) if is_told(&refusal) => {
                    let Put { longitude, latitude, length, depth, turn, .. } = typed;
                    let form = RectangleForm { longitude, latitude, length, depth, turn };
                    let left = (form, vec![told(words, &refusal)].into());
                    failed_by(&app.db.read(|tx| page_of(app, tx, home, who, seat.frame, left))?, &refusal)
                }
                Err(error) => Err(error),
            }
        })
        .await?;
    Ok(answer)
}
