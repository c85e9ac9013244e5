//! Accounts, for the security administrator: the list, and which roles must have a second factor.

mod sheet;

pub(crate) use sheet::{act, show as account};

use crate::fault::Fault;
use crate::view::account::{AccountLine, SecurityPage};
use crate::view::{Choice, Role as ShownRole, Section};
use crate::visitor::{Visitor, html};
use axum::body::Bytes;
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::access::{AccountSheet, DUTY_ROLES};
use guanjia_domain::{Refusal, Role};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Shown {
    #[serde(default)]
    saved: bool,
}

/// `GET /security?saved=`.
pub(crate) async fn show(visitor: Visitor, Query(shown): Query<Shown>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Security), move |visitor, tx, seat| {
            let accounts = visitor.site.app().accounts(tx, &seat.signed_in.who, seat.home)?;
            let duty = tx.community(seat.home)?.map(|it| it.two_factor).unwrap_or_default();
            let role = |role: Role| Choice {
                chosen: duty.contains(&role),
                ..Choice::new(role.name(), seat.frame.say(shown_role(role).key()))
            };
            let roles = DUTY_ROLES.into_iter().map(role).collect();
            let mut accounts: Vec<_> = accounts.iter().map(line).collect();
            // Who administers stands first.
            let place = |it: &AccountLine| DUTY_ROLES.iter().position(|role| shown_role(*role) == it.role);
            accounts.sort_by(|one, other| place(one).cmp(&place(other)).then(one.name.cmp(&other.name)));
            html(&SecurityPage { roles, accounts, saved: shown.saved, page: seat.frame })
        })
        .await
}

/// `POST /security`: which roles must have a second factor.
pub(crate) async fn save(visitor: Visitor, body: Bytes) -> Result<Response, Fault> {
    let not_a_choice =
        |value: &str| Refusal::NotAChoice { field: "form", value: value.chars().take(60).collect() };
    let fields: Vec<(String, String)> = serde_urlencoded::from_bytes(&body).map_err(|_| not_a_choice(""))?;
    let seat = visitor.acting_by(&fields).await?;
    let mut roles = Vec::new();
    for (name, value) in &fields {
        match name.as_str() {
            "csrf" => {}
            "role" => roles.push(value.parse::<Role>().map_err(|_| not_a_choice(value))?),
            _ => return Err(not_a_choice(name).into()),
        }
    }
    let saved =
        visitor.site.run(move |site| site.app().set_two_factor_duty(&seat.signed_in.who, seat.home, &roles));
    saved.await?;
    Ok(Redirect::to("/security?saved=true").into_response())
}

/// An account in words.
fn line(sheet: &AccountSheet) -> AccountLine {
    AccountLine {
        id: sheet.state.holder.id().to_string(),
        name: sheet.person.name.clone(),
        role: shown_role(sheet.role),
        in_use: sheet.state.has_password,
        locked: sheet.state.locked_at.is_some(),
        factor: sheet.state.factor_since.is_some(),
        failures: sheet.state.failures,
        signed_in_at: sheet.state.signed_in_at.map(|at| at.0),
    }
}

const fn shown_role(role: Role) -> ShownRole {
    match role {
        Role::Secretary => ShownRole::Secretary,
        Role::GridWorker => ShownRole::GridWorker,
        Role::Organisation => ShownRole::Organisation,
        Role::StreetOffice => ShownRole::StreetOffice,
        Role::DistrictBureau => ShownRole::DistrictBureau,
        Role::SystemAdministrator => ShownRole::Administrator,
        Role::SecurityAdministrator => ShownRole::SecurityAdministrator,
        Role::Auditor => ShownRole::Auditor,
        Role::Officer | Role::Resident | Role::System => ShownRole::Steward,
    }
}
