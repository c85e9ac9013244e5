//! Filing a request without an account.

use super::public::{code, community_of, estate_choices};
use crate::fault::Fault;
use crate::form::{Form, chosen, with_photos};
use crate::present::{matter_hints, matters, similar as shown};
use crate::refusals::told;
use crate::view::public::{ReportForm, ReportPage, SimilarPart};
use crate::view::{Choice, EmergencyLine, Problems};
use crate::visitor::{Visitor, failed, html};
use axum::extract::{Multipart, Path, Query, RawForm};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::request::{Filing, Reporter};
use guanjia_app::{App, AppError};
use guanjia_domain::ids::{BuildingId, EstateId, RequestId, UnitId};
use guanjia_domain::permission::Principal;
use guanjia_domain::request::{Channel, Place};
use guanjia_domain::{CommunityCode, Moment, Refusal, Role};
use guanjia_store::Tx;
use serde::Deserialize;

/// The fields of the form.
pub(crate) const FIELDS: &[&str] = &[
    "csrf",
    "id",
    "estate",
    "building",
    "unit",
    "room",
    "text",
    "matter",
    "name",
    "phone",
    "on_behalf",
    "urgent",
    "step",
    "channel",
    "request",
];

#[derive(Deserialize)]
pub(crate) struct At {
    #[serde(default)]
    estate: String,
    #[serde(default)]
    building: String,
    #[serde(default)]
    unit: String,
    /// From a QR code: the place is fixed.
    #[serde(default)]
    fixed: String,
}

/// `GET /c/{community}/report`.
pub(crate) async fn form(
    visitor: Visitor,
    Path(code_text): Path<String>,
    Query(at): Query<At>,
) -> Result<Response, Fault> {
    visitor
        .open(move |visitor, tx| {
            let code = code(&code_text)?;
            let id = visitor.site.app().id()?.to_string();
            let fixed = !at.fixed.is_empty();
            let form = ReportForm {
                id,
                estate: at.estate,
                building: at.building,
                unit: at.unit,
                ..ReportForm::default()
            };
            let page = report_page(visitor, tx, code, form, fixed, Problems::default())?;
            Ok(html(&page)?.into_response())
        })
        .await
}

/// `POST /c/{community}/report`.
pub(crate) async fn file(
    visitor: Visitor,
    Path(code_text): Path<String>,
    parts: Multipart,
) -> Result<Response, Fault> {
    let code = code(&code_text)?;
    visitor.site.limits().filing(visitor.address)?;
    let form = match Form::read(parts, FIELDS).await {
        Ok(form) => form,
        Err(fault) => return Err(fault),
    };
    let typed = typed(&form);
    let again = visitor.clone();
    if form.get("step") == "place" {
        return again
            .open(move |visitor, tx| {
                Ok(html(&report_page(visitor, tx, code, typed, false, Problems::default())?)?.into_response())
            })
            .await;
    }
    let who = Principal::plain(Role::Resident, code, None);
    let address = visitor.address;
    let filed = visitor.site.run(move |site| {
        site.limits().photos(address, form.photos.len())?;
        file_now(site.app(), &who, code, &form, Channel::Web, false)
    });
    let filed = filed.await;
    match filed {
        Ok(id) => {
            Ok(Redirect::to(&format!("{}?filed=1", visitor.site.resident_path(code, id, None)))
                .into_response())
        }
        Err(AppError::Refused(refusal)) if refusal != Refusal::NotFound => {
            again
                .open(move |visitor, tx| {
                    let problems = vec![told(visitor.look.words(), &refusal)].into();
                    failed(&report_page(visitor, tx, code, typed, false, problems)?)
                })
                .await
        }
        Err(error) => Err(error.into()),
    }
}

/// Files what a form holds: used by residents, and by staff for somebody.
pub(crate) fn file_now(
    app: &App,
    who: &Principal,
    code: CommunityCode,
    form: &Form,
    channel: Channel,
    done_on_spot: bool,
) -> Result<RequestId, AppError> {
    let place = app.db.read(|tx| place_of(tx, code, form))?;
    let id = match form.id::<RequestId>("id")? {
        Some(id) => id,
        None => RequestId(app.id()?),
    };
    let some = |name: &str| Some(form.owned(name)).filter(|typed| !typed.trim().is_empty());
    let filing = Filing {
        id,
        place,
        text: form.owned("text"),
        matter: some("matter"),
        channel,
        urgent: form.ticked("urgent"),
        on_behalf: form.ticked("on_behalf"),
        reporter: Reporter { name: some("name"), phone: some("phone") },
        photos: vec![],
        done_on_spot,
    };
    app.db.read(|tx| app.foresee_filing(tx, who, code, &filing))?;
    with_photos(app, code, &form.photos, |photos| {
        let filed = app.file_request(who, code, Filing { photos: photos.clone(), ..filing })?.wait()?;
        if !filed.new {
            // The same once more: its photos are there already.
            app.drop_photos(code, &photos);
        }
        Ok(filed.request.id)
    })
}

/// The place of a form: a room is typed as it stands on the door.
fn place_of(tx: &mut Tx, code: CommunityCode, form: &Form) -> Result<Place, AppError> {
    let estate = form
        .id::<EstateId>("estate")?
        .ok_or(Refusal::NotAChoice { field: "estate", value: String::new() })?;
    let building = form.id::<BuildingId>("building")?;
    let unit = form.id::<UnitId>("unit")?;
    let door = form.get("room").trim();
    let room = match (door, unit) {
        ("", _) => None,
        (_, None) => return Err(Refusal::PlaceMismatch { field: "room" }.into()),
        (door, Some(unit)) => {
            let door = door.trim_end_matches('室');
            let rooms = tx.rooms(code, unit)?;
            let found = rooms.into_iter().find(|room| room.name.trim_end_matches('室') == door);
            Some(found.ok_or(Refusal::PlaceMismatch { field: "room" })?.id)
        }
    };
    Ok(Place { estate, building, unit, room })
}

/// What was typed, to show it again.
pub(crate) fn typed(form: &Form) -> ReportForm {
    ReportForm {
        id: form.owned("id"),
        estate: form.owned("estate"),
        building: form.owned("building"),
        unit: form.owned("unit"),
        room: form.owned("room"),
        text: form.owned("text"),
        matter: form.owned("matter"),
        name: form.owned("name"),
        phone: form.owned("phone"),
        on_behalf: form.ticked("on_behalf"),
        urgent: form.ticked("urgent"),
    }
}

/// Buildings and units below what is chosen.
pub(crate) fn below(
    tx: &mut Tx,
    code: CommunityCode,
    form: &ReportForm,
    now: Moment,
) -> Result<(Vec<Choice>, Vec<Choice>), AppError> {
    let buildings = match form.estate.parse::<EstateId>() {
        Ok(estate) => tx.buildings(code, Some(estate), now)?,
        Err(_) => Vec::new(),
    };
    let units = match form.building.parse::<BuildingId>() {
        Ok(building) => tx.units(code, Some(building))?,
        Err(_) => Vec::new(),
    };
    let buildings =
        buildings.into_iter().map(|it| Choice::new(it.id.to_string(), it.name).chosen_if(&form.building));
    let units = units.into_iter().map(|it| Choice::new(it.id.to_string(), it.name).chosen_if(&form.unit));
    Ok((buildings.collect(), units.collect()))
}

fn report_page(
    visitor: &Visitor,
    tx: &mut Tx,
    code: CommunityCode,
    form: ReportForm,
    fixed: bool,
    problems: Problems,
) -> Result<ReportPage, AppError> {
    let app = visitor.site.app();
    let office = app.community(tx, code)?;
    let community = community_of(tx, app, code)?;
    let (buildings, units) = below(tx, code, &form, app.now())?;
    let fixed_place = if fixed { fixed_place(app, tx, code, &form)? } else { None };
    let emergency = office.emergency.into_iter().map(|(name, phone)| EmergencyLine { name, phone }).collect();
    let mut page = visitor.frame();
    page.community = Some(community.clone());
    let list = app.matters(tx, code)?;
    let similar = found_similar(visitor, tx, code, &form.estate, &form.building, &form.text)?;
    Ok(ReportPage {
        estates: estate_choices(tx, code, &form.estate)?,
        matters: matters(visitor.look.words(), &list, &form.matter),
        matter_hints: matter_hints(visitor.look.words(), &list),
        page,
        community,
        fixed_place,
        buildings,
        units,
        emergency,
        similar,
        form,
        problems,
    })
}

/// The place of a QR code in words, when it exists.
fn fixed_place(
    app: &App,
    tx: &mut Tx,
    code: CommunityCode,
    form: &ReportForm,
) -> Result<Option<String>, AppError> {
    let Ok(estate) = form.estate.parse::<EstateId>() else { return Ok(None) };
    let (building, unit) = (form.building.parse().ok(), form.unit.parse().ok());
    let name = app.place_name(tx, code, &Place { estate, building, unit, room: None })?;
    Ok(Some(name.line()).filter(|line| !line.is_empty()))
}

fn found_similar(
    visitor: &Visitor,
    tx: &mut Tx,
    code: CommunityCode,
    estate: &str,
    building: &str,
    text: &str,
) -> Result<Vec<crate::view::SimilarRequest>, AppError> {
    let Ok(Some(estate)) = chosen::<EstateId>("estate", estate) else { return Ok(Vec::new()) };
    let app = visitor.site.app();
    let building = chosen::<BuildingId>("building", building).ok().flatten();
    let found = app.similar_requests(tx, code, (estate, building, None), text, None)?;
    shown(app, tx, visitor.look.words(), code, &found)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Typing {
    #[serde(default)]
    estate: String,
    #[serde(default)]
    building: String,
    #[serde(default)]
    text: String,
}

/// `POST /c/{community}/similar`: asked while somebody types; what they type stands in no address.
pub(crate) async fn similar(
    visitor: Visitor,
    Path(code_text): Path<String>,
    axum::Form(typing): axum::Form<Typing>,
) -> Result<Response, Fault> {
    visitor
        .open(move |visitor, tx| {
            let code = code(&code_text)?;
            let community = community_of(tx, visitor.site.app(), code)?;
            let similar = found_similar(visitor, tx, code, &typing.estate, &typing.building, &typing.text)?;
            Ok(html(&SimilarPart { page: visitor.frame(), community, similar })?.into_response())
        })
        .await
}

/// `POST /c/{community}/join`: "me too". The button stands in the form of a filing, whose other fields come along.
pub(crate) async fn join(
    visitor: Visitor,
    Path(code_text): Path<String>,
    RawForm(bytes): RawForm,
) -> Result<Response, Fault> {
    let code = code(&code_text)?;
    visitor.site.limits().filing(visitor.address)?;
    // Sent without parts, photos are only the names of files.
    let form = Form::encoded(&bytes, &[FIELDS, &["photos"]].concat())?;
    let request = form.id::<RequestId>("request")?.ok_or(Refusal::NotFound)?;
    let (joined, as_id) = visitor
        .site
        .run(move |site| {
            let app = site.app();
            let as_id = form.id("id")?.map_or_else(|| app.id().map(RequestId), Ok)?;
            let some = |name: &str| Some(form.owned(name)).filter(|typed| !typed.trim().is_empty());
            let reporter = Reporter { name: some("name"), phone: some("phone") };
            let who = Principal::plain(Role::Resident, code, None);
            let joined = app.join_request(&who, code, request, as_id, &reporter, form.get("text"))?.wait()?;
            Ok((joined, as_id))
        })
        .await?;
    let path = visitor.site.resident_path(code, joined.id, Some(as_id));
    Ok(Redirect::to(&format!("{path}?filed=1")).into_response())
}
