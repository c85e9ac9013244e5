//! The own work of stewards and grid workers, one file for each page.

pub(crate) mod brief;
pub(crate) mod deeds;
pub(crate) mod group_forms;
pub(crate) mod groups;
pub(crate) mod hub;
pub(crate) mod leaflet;
pub(crate) mod leaflets;
pub(crate) mod mediation;
pub(crate) mod mediations;
pub(crate) mod put;
pub(crate) mod round;
pub(crate) mod rounds;

use crate::fault::Fault;
use crate::form::Form;
use crate::refusals::told;
use crate::view::{Choice, ChoiceGroup, PageFrame, Problems, Section};
use crate::visitor::{Seat, Visitor};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::{App, AppError};
use guanjia_domain::ids::{BuildingId, EstateId, UnitId};
use guanjia_domain::permission::Principal;
use guanjia_domain::{CommunityCode, Refusal, RefusalKind};
use guanjia_store::Tx;
use jiff::civil::Date;

/// Does what a form asks for and goes to the address that `work` names; a form that can be mended is shown again by
/// `again`, with what was typed.
pub(super) async fn answered(
    visitor: Visitor,
    form: Form,
    work: impl FnOnce(&App, &Seat, &Form) -> Result<String, AppError> + Send + 'static,
    again: impl FnOnce(&Visitor, &mut Tx, Seat, &Form, Problems) -> Result<Response, AppError> + Send + 'static,
) -> Result<Response, Fault> {
    let mut seat = visitor.acting(form.get("csrf")).await?;
    seat.frame = PageFrame { section: Some(Section::OwnWork), ..seat.frame };
    let site = visitor.site.clone();
    let answer = site.run(move |site| match work(site.app(), &seat, &form) {
        Ok(next) => Ok(Redirect::to(&next).into_response()),
        Err(AppError::Refused(refusal)) if refusal.kind() == RefusalKind::Input => {
            let problems = vec![told(visitor.look.words(), &refusal)].into();
            site.app().db.read(|tx| again(&visitor, tx, seat, &form, problems))
        }
        Err(error) => Err(error),
    });
    Ok(answer.await?)
}

/// An id of an address; one that is no id is answered as one that is not known.
pub(crate) fn id<T: std::str::FromStr>(text: &str) -> Result<T, AppError> {
    text.parse().map_err(|_| Refusal::NotFound.into())
}

/// A choice of a form by its stable name.
pub(crate) fn named<T>(
    field: &'static str,
    form: &Form,
    of_name: impl Fn(&str) -> Option<T>,
) -> Result<T, Refusal> {
    let value: String = form.get(field).chars().take(40).collect();
    of_name(&value).ok_or(Refusal::NotAChoice { field, value })
}

/// The day of a `date` field.
pub(crate) fn day(field: &'static str, form: &Form) -> Result<Date, Refusal> {
    crate::form::chosen(field, form.get(field))?.ok_or(Refusal::TextMissing { field })
}

/// A building or unit as `building` or `building.unit`.
pub(crate) fn place(form: &Form) -> Result<(Option<BuildingId>, Option<UnitId>), Refusal> {
    let typed = form.get("place");
    let (building, unit) = typed.split_once('.').unwrap_or((typed, ""));
    Ok((crate::form::chosen("place", building)?, crate::form::chosen("place", unit)?))
}

/// The buildings and units of an estate to choose from, as [`place`] reads them.
pub(crate) fn doors(
    app: &App,
    tx: &mut Tx,
    who: &Principal,
    home: CommunityCode,
    estate: EstateId,
    chosen: &str,
) -> Result<Vec<ChoiceGroup>, AppError> {
    let group = |(building, name, units): (BuildingId, String, Vec<(UnitId, String)>)| {
        let whole = Choice::new(building.to_string(), name.clone()).chosen_if(chosen);
        let units = units.into_iter().map(|(unit, label)| {
            Choice::new(format!("{building}.{unit}"), format!("{name} {label}")).chosen_if(chosen)
        });
        ChoiceGroup { label: name.clone(), choices: std::iter::once(whole).chain(units).collect() }
    };
    Ok(app.round_places(tx, who, home, estate)?.into_iter().map(group).collect())
}
