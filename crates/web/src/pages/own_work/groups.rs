//! The register of residents' groups of an estate.

use super::id;
use crate::fault::Fault;
use crate::view::own_work::kinds::said;
use crate::view::own_work::{GroupForm, GroupLine, GroupsPage};
use crate::view::{Problems, Section};
use crate::visitor::{Seat, Visitor, html};
use crate::words::Words;
use axum::extract::Path;
use axum::response::Response;
use guanjia_app::own_work::NamedGroup;
use guanjia_app::{App, AppError};
use guanjia_domain::Refusal;
use guanjia_domain::ids::EstateId;
use guanjia_store::Tx;

/// `GET /estates/{id}/groups`.
pub(crate) async fn show(visitor: Visitor, Path(estate): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::OwnWork), move |visitor, tx, seat| {
            html(&page_of(visitor, tx, seat, id(&estate)?, GroupForm::default(), Problems::default())?)
        })
        .await
}

pub(super) fn page_of(
    visitor: &Visitor,
    tx: &mut Tx,
    seat: Seat,
    estate: EstateId,
    form: GroupForm,
    problems: Problems,
) -> Result<GroupsPage, AppError> {
    let (app, words) = (visitor.site.app(), visitor.look.words());
    let groups = app.groups(tx, &seat.signed_in.who, seat.home, estate)?;
    let name = tx.estate(seat.home, estate)?.ok_or(Refusal::NotFound)?.facts.name;
    Ok(GroupsPage {
        identity: identity(app, tx, words, &seat, estate, &name)?,
        page: seat.frame,
        estate_id: estate.to_string(),
        estate: name,
        groups: groups.into_iter().map(|it| line(words, it)).collect(),
        form,
        problems,
    })
}

/// The text by which the steward says who they are.
fn identity(
    app: &App,
    tx: &mut Tx,
    words: &Words,
    seat: &Seat,
    estate: EstateId,
    name: &str,
) -> Result<String, AppError> {
    let claim = tx.claim_in_force(seat.home, estate, app.now())?.ok_or(Refusal::NotFound)?;
    let steward = app.person(tx, seat.home, claim.steward.0)?;
    let supervision = app.community(tx, seat.home)?.supervision;
    let hours = app.rules.hours.to_string();
    let args = [
        ("estate", name.into()),
        ("name", steward.name.as_str().into()),
        ("phone", steward.phone.as_str().into()),
        ("hours", hours.as_str().into()),
        ("supervision", supervision.as_str().into()),
    ];
    Ok(words.say_with("identity-text", &args))
}

fn line(words: &Words, it: NamedGroup) -> GroupLine {
    let NamedGroup { group, name } = it;
    let (kind, admin) = (group.kind.name(), group.admin.name());
    GroupLine {
        id: group.id.to_string(),
        about: format!("{} · {}", said!(words, GroupKind, kind), said!(words, GroupAdmin, admin)),
        members: group.members,
        joined: group.joined,
        form: GroupForm {
            group: group.id.to_string(),
            name: name.clone(),
            kind: kind.to_owned(),
            admin: admin.to_owned(),
            members: group.members.to_string(),
            joined: group.joined,
        },
        name,
    }
}
