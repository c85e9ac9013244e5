//! Where a leaflet was put, that it was taken down, that it is taken back.

use super::leaflet::page_of;
use super::{answered, id, named, place};
use crate::fault::Fault;
use crate::form::{Form, chosen, with_photos};
use crate::view::Problems;
use crate::view::own_work::PutForm;
use crate::visitor::{Seat, Visitor, failed};
use axum::extract::{Multipart, Path, RawForm};
use axum::response::Response;
use guanjia_app::own_work::NewPut;
use guanjia_app::{App, AppError};
use guanjia_domain::Refusal;
use guanjia_domain::ids::{EstateId, LeafletId};
use guanjia_domain::own_work::Spot;
use guanjia_store::Tx;

/// `POST /leaflets/{id}/put`.
pub(crate) async fn put(
    visitor: Visitor,
    Path(leaflet): Path<String>,
    parts: Multipart,
) -> Result<Response, Fault> {
    let form = Form::read(parts, &["csrf", "spot", "place", "group", "until"]).await?;
    let leaflet = id::<LeafletId>(&leaflet)?;
    let work = move |app: &App, seat: &Seat, form: &Form| {
        let (who, home) = (&seat.signed_in.who, seat.home);
        // Before a photo is written: who may not come here leaves nothing behind.
        app.db.read(|tx| app.leaflet_sheet(tx, who, home, leaflet))?;
        let new = typed(app, seat, form)?;
        let photo = form.photos.get(..1).unwrap_or_default();
        with_photos(app, home, photo, |photos| {
            app.put_leaflet(who, home, leaflet, NewPut { photo: photos.first().copied(), ..new }).wait()
        })?;
        Ok(format!("/leaflets/{leaflet}"))
    };
    answered(visitor, form, work, move |visitor, tx, seat, form, problems| {
        let typed = PutForm { spot: form.owned("spot"), until: form.owned("until") };
        failed(&page_of(visitor, tx, seat, leaflet, typed, form.get("place"), problems)?)
    })
    .await
}

/// What was typed. A group names its estate, and so does a building.
fn typed(app: &App, seat: &Seat, form: &Form) -> Result<NewPut, AppError> {
    let spot = named("spot", form, Spot::of_name)?;
    let (building, unit) = place(form)?;
    let (of_group, group) = form.get("group").split_once('.').unwrap_or_default();
    let (mut estate, group) = (chosen::<EstateId>("group", of_group)?, chosen("group", group)?);
    if let Some(building) = building {
        let all = app.db.read(|tx| tx.buildings(seat.home, None, app.now()))?;
        let found = all.into_iter().find(|it| it.id == building);
        estate = Some(found.ok_or(Refusal::PlaceMismatch { field: "place" })?.estate);
    }
    // What belongs to another sort of place was chosen before somebody thought better of it.
    let (building, unit) = if spot == Spot::Group { (None, None) } else { (building, unit) };
    let group = group.filter(|_| spot == Spot::Group);
    let until = chosen("until", form.get("until"))?;
    Ok(NewPut { spot, estate, building, unit, group, until, photo: None })
}

/// `POST /leaflets/{id}/take`.
pub(crate) async fn take(
    visitor: Visitor,
    Path(leaflet): Path<String>,
    RawForm(bytes): RawForm,
) -> Result<Response, Fault> {
    let form = Form::encoded(&bytes, &["csrf", "n", "back"])?;
    let leaflet = id::<LeafletId>(&leaflet)?;
    let work = move |app: &App, seat: &Seat, form: &Form| {
        let n = form.get("n").parse().map_err(|_| Refusal::NotFound)?;
        app.take_leaflet_down(&seat.signed_in.who, seat.home, leaflet, n).wait()?;
        let back = if form.get("back") == "own" { "/own".to_owned() } else { format!("/leaflets/{leaflet}") };
        Ok(back)
    };
    answered(visitor, form, work, again(leaflet)).await
}

/// `POST /leaflets/{id}/withdraw`.
pub(crate) async fn withdraw(
    visitor: Visitor,
    Path(leaflet): Path<String>,
    RawForm(bytes): RawForm,
) -> Result<Response, Fault> {
    let form = Form::encoded(&bytes, &["csrf"])?;
    let leaflet = id::<LeafletId>(&leaflet)?;
    let work = move |app: &App, seat: &Seat, _: &Form| {
        app.withdraw_leaflet(&seat.signed_in.who, seat.home, leaflet).wait()?;
        Ok(format!("/leaflets/{leaflet}"))
    };
    answered(visitor, form, work, again(leaflet)).await
}

/// The page of the leaflet with what was wrong.
fn again(
    leaflet: LeafletId,
) -> impl FnOnce(&Visitor, &mut Tx, Seat, &Form, Problems) -> Result<Response, AppError> + Send + 'static {
    move |visitor, tx, seat, _, problems| {
        failed(&page_of(visitor, tx, seat, leaflet, PutForm::default(), "", problems)?)
    }
}

/// `GET /leaflets/{id}/photos/{n}/{size}`.
pub(crate) async fn photo(
    visitor: Visitor,
    Path((leaflet, n, size)): Path<(String, u32, String)>,
) -> Result<Response, Fault> {
    visitor
        .signed(None, move |visitor, tx, seat| {
            let (app, who) = (visitor.site.app(), &seat.signed_in.who);
            let size = crate::pages::photos::size_of(&size)?;
            let bytes = app.leaflet_photo(tx, who, seat.home, (id(&leaflet)?, n), size)?;
            Ok(crate::pages::photos::picture(bytes))
        })
        .await
}
