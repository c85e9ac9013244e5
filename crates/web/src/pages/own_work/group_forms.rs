//! The forms of the register of groups.

use super::groups::page_of;
use super::{answered, id, named};
use crate::fault::Fault;
use crate::form::Form;
use crate::view::own_work::GroupForm;
use crate::visitor::{Seat, Visitor, failed};
use axum::extract::{Path, RawForm};
use axum::response::Response;
use guanjia_app::App;
use guanjia_app::own_work::NewGroup;
use guanjia_domain::Refusal;
use guanjia_domain::ids::EstateId;
use guanjia_domain::own_work::{GroupAdmin, GroupKind};

const FIELDS: &[&str] = &["csrf", "group", "name", "kind", "admin", "members", "joined"];

/// `POST /estates/{id}/groups`.
pub(crate) async fn put(
    visitor: Visitor,
    Path(estate): Path<String>,
    RawForm(bytes): RawForm,
) -> Result<Response, Fault> {
    let (form, estate) = (Form::encoded(&bytes, FIELDS)?, id::<EstateId>(&estate)?);
    let work = move |app: &App, seat: &Seat, form: &Form| {
        let wrong = |_| Refusal::NotAChoice { field: "members", value: form.owned("members") };
        let typed = form.get("members").trim();
        let new = NewGroup {
            id: form.id("group")?,
            name: form.owned("name"),
            kind: named("kind", form, GroupKind::of_name)?,
            admin: named("admin", form, GroupAdmin::of_name)?,
            members: if typed.is_empty() { 0 } else { typed.parse().map_err(wrong)? },
            joined: form.ticked("joined"),
        };
        app.put_group(&seat.signed_in.who, seat.home, estate, &new)?.wait()?;
        Ok(format!("/estates/{estate}/groups"))
    };
    answered(visitor, form, work, move |visitor, tx, seat, form, problems| {
        let typed = GroupForm {
            group: form.owned("group"),
            name: form.owned("name"),
            kind: form.owned("kind"),
            admin: form.owned("admin"),
            members: form.owned("members"),
            joined: form.ticked("joined"),
        };
        failed(&page_of(visitor, tx, seat, estate, typed, problems)?)
    })
    .await
}

/// `POST /estates/{id}/groups/drop`.
pub(crate) async fn drop_one(
    visitor: Visitor,
    Path(estate): Path<String>,
    RawForm(bytes): RawForm,
) -> Result<Response, Fault> {
    let (form, estate) = (Form::encoded(&bytes, &["csrf", "group"])?, id::<EstateId>(&estate)?);
    let work = move |app: &App, seat: &Seat, form: &Form| {
        let group = form.id("group")?.ok_or(Refusal::NotFound)?;
        app.drop_group(&seat.signed_in.who, seat.home, estate, group).wait()?;
        Ok(format!("/estates/{estate}/groups"))
    };
    answered(visitor, form, work, move |visitor, tx, seat, _, problems| {
        failed(&page_of(visitor, tx, seat, estate, GroupForm::default(), problems)?)
    })
    .await
}
