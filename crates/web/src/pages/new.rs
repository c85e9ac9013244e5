//! Filing for somebody who called, came by or wrote in the group.

use super::issues::offered::offered;
use super::own_work::brief::called;
use super::public::estate_choices;
use super::report::{FIELDS, below, file_now, typed};
use crate::fault::Fault;
use crate::form::Form;
use crate::present::matters;
use crate::refusals::told;
use crate::view::public::ReportForm;
use crate::view::requests::{NewRequestForm, NewRequestPage};
use crate::view::{Channel as Shown, PageFrame, Problems, Section};
use crate::visitor::{Visitor, failed, html};
use axum::extract::{Multipart, Query};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::AppError;
use guanjia_app::office_allow as allow;
use guanjia_domain::CommunityCode;
use guanjia_domain::permission::{Action, Area};
use guanjia_domain::request::Channel;
use guanjia_store::Tx;
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct At {
    #[serde(default)]
    estate: String,
    #[serde(default)]
    building: String,
    #[serde(default)]
    unit: String,
}

/// `GET /requests/new`.
pub(crate) async fn form(visitor: Visitor, Query(at): Query<At>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::FileRequest), move |visitor, tx, seat| {
            allow(&seat.signed_in.who, Action::File, &Area::community(seat.home, None))?;
            let id = visitor.site.app().id()?.to_string();
            let report = ReportForm {
                id,
                estate: at.estate,
                building: at.building,
                unit: at.unit,
                ..ReportForm::default()
            };
            let form = NewRequestForm { report, channel: Shown::Phone };
            html(&page_of(visitor, tx, seat.home, seat.frame, form, Problems::default())?)
        })
        .await
}

fn page_of(
    visitor: &Visitor,
    tx: &mut Tx,
    home: CommunityCode,
    page: PageFrame,
    form: NewRequestForm,
    problems: Problems,
) -> Result<NewRequestPage, AppError> {
    let (buildings, units) = below(tx, home, &form.report, visitor.site.app().now())?;
    Ok(NewRequestPage {
        page,
        community: home.to_string(),
        estates: estate_choices(tx, home, &form.report.estate)?,
        buildings,
        units,
        matters: matters(visitor.look.words(), &*visitor.site.app().matters(tx, home)?, &form.report.matter),
        offered: offered(
            visitor.site.app(),
            tx,
            visitor.look.words(),
            home,
            &form.report.text,
            &form.report.matter,
        )?,
        tonight: called(visitor.site.app(), tx, home)?,
        similar: Vec::new(),
        form,
        problems,
    })
}

/// `POST /requests/new`.
pub(crate) async fn file(visitor: Visitor, parts: Multipart) -> Result<Response, Fault> {
    let mut form = Form::read(parts, &[FIELDS, &["offered"]].concat()).await?;
    form.take_offered();
    let seat = visitor.acting(form.get("csrf")).await?;
    let again = visitor.clone();
    let answer = visitor
        .site
        .run(move |site| {
            allow(&seat.signed_in.who, Action::File, &Area::community(seat.home, None))?;
            let channel = Channel::of_name(form.get("channel")).unwrap_or(Channel::Phone);
            let shown = Shown::from_slug(channel.name()).unwrap_or(Shown::Phone);
            let typed = NewRequestForm { report: typed(&form), channel: shown };
            let app = site.app();
            if form.get("step") == "place" {
                let show =
                    |tx: &mut Tx| page_of(&again, tx, seat.home, seat.frame, typed, Problems::default());
                return Ok(html(&app.db.read(show)?)?.into_response());
            }
            match file_now(app, &seat.signed_in.who, seat.home, &form, channel, false) {
                Ok(id) => Ok(Redirect::to(&format!("/requests/{id}")).into_response()),
                Err(AppError::Refused(refusal)) => {
                    let problems = vec![told(again.look.words(), &refusal)].into();
                    failed(&app.db.read(|tx| page_of(&again, tx, seat.home, seat.frame, typed, problems))?)
                }
                Err(error) => Err(error),
            }
        })
        .await?;
    Ok(answer)
}
