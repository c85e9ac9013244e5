//! A room with who is at home in it; somebody is added.

use super::{refused, stays, stays_on_page, wording};
use crate::fault::Fault;
use crate::form::Form;
use crate::pages::trail::any_form;
use crate::present::matter_name;
use crate::refusals::told;
use crate::view::card::{DiaryRow, HouseholdPage, MemberRow, NewCardForm};
use crate::view::{PageFrame, Problems, Section};
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::extract::{Path, Request};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::card::{CardInput, Household};
use guanjia_app::{App, AppError};
use guanjia_domain::card::{CardField, Stay};
use guanjia_domain::ids::{ResidentId, RoomId};
use guanjia_domain::matter::MatterList;
use guanjia_domain::permission::Principal;
use guanjia_domain::request::RequestEvent;
use guanjia_domain::{CommunityCode, Refusal};

/// `GET /cards/rooms/{room}`.
pub(crate) async fn show(visitor: Visitor, Path(room): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Cards), move |visitor, tx, seat| {
            let room = room.parse().map_err(|_| Refusal::NotFound)?;
            let it = visitor.site.app().household(tx, &seat.signed_in.who, seat.home, room)?;
            let words = visitor.look.words();
            let list = visitor.site.app().matters(tx, seat.home)?;
            html(&page_of(words, &list, seat.frame, &it, &Form::default(), Problems::default()))
        })
        .await
}

fn page_of(
    words: &Words,
    list: &MatterList,
    page: PageFrame,
    it: &Household,
    form: &Form,
    problems: Problems,
) -> HouseholdPage {
    let members = it.members.iter().map(|(member, sheet)| MemberRow {
        href: format!("/cards/{}", member.id),
        name: member.name.clone(),
        stay: wording::stay_key(member.stay),
        tags: sheet.tags.iter().map(|tag| wording::tag_key(tag.tag)).collect(),
        child: sheet.child,
    });
    let diary = it.diary.iter().map(|line| {
        let matter = matter_name(words, list, line.matter.as_deref()).unwrap_or_default();
        DiaryRow {
            at: line.at.0,
            what: visit_key(&line.event),
            about: format!("#{} {matter}", line.number),
            href: format!("/requests/{}", line.request),
        }
    });
    let typed = |name: &str| form.owned(name);
    let form = NewCardForm {
        name: typed("name"),
        phones: typed("phones"),
        born: typed("born"),
        known_phone: typed("known_phone"),
        stay: stays(words, &typed("stay")),
    };
    HouseholdPage {
        page: PageFrame { section: Some(Section::Cards), ..page },
        room: it.room.to_string(),
        place: it.place.names.join(" "),
        building_href: super::list::building_href(it.place.building),
        members: members.collect(),
        diary: diary.collect(),
        may_change: it.may_change,
        form,
        problems,
    }
}

const fn visit_key(event: &RequestEvent) -> &'static str {
    match event {
        RequestEvent::DoneOnSpot { .. } => "card-visit-spot",
        RequestEvent::Disposed { .. } => "card-visit-disposed",
        RequestEvent::Checked { .. } => "card-visit-checked",
        RequestEvent::FollowedUp(_) => "card-visit-followed",
        _ => "card-visit-closed",
    }
}

/// `POST /cards/rooms/{room}`: somebody new.
pub(crate) async fn add(
    visitor: Visitor,
    Path(room): Path<String>,
    request: Request,
) -> Result<Response, Fault> {
    let form = any_form(request, &["csrf", "name", "phones", "born", "stay"]).await?;
    answer(visitor, &room, form, |app, who, home, room, form| {
        let texts = [CardField::Name, CardField::Phones, CardField::Born];
        let texts = texts.map(|field| (field, form.owned(field.name()))).to_vec();
        app.new_card(who, home, room, stay(form)?, CardInput { texts, tags: None }).wait()
    })
    .await
}

/// `POST /cards/rooms/{room}/known`: somebody who has a card already.
pub(crate) async fn add_known(
    visitor: Visitor,
    Path(room): Path<String>,
    request: Request,
) -> Result<Response, Fault> {
    let form = any_form(request, &["csrf", "known_phone", "stay"]).await?;
    answer(visitor, &room, form, |app, who, home, room, form| {
        app.add_home(who, home, room, form.get("known_phone"), stay(form)?).wait()
    })
    .await
}

fn stay(form: &Form) -> Result<Stay, Refusal> {
    let typed = form.get("stay");
    if typed.is_empty() {
        return Ok(Stay::Unknown);
    }
    Stay::of_name(typed)
        .ok_or_else(|| Refusal::NotAChoice { field: "stay", value: typed.chars().take(40).collect() })
}

async fn answer(
    visitor: Visitor,
    room: &str,
    form: Form,
    work: impl FnOnce(&App, &Principal, CommunityCode, RoomId, &Form) -> Result<ResidentId, AppError>
    + Send
    + 'static,
) -> Result<Response, Fault> {
    let room: RoomId = room.parse().map_err(|_| Refusal::NotFound)?;
    let seat = visitor.acting(form.get("csrf")).await?;
    let words = visitor.look.words();
    let shown = visitor.site.run(move |site| {
        let (app, who, home) = (site.app(), &seat.signed_in.who, seat.home);
        // Whoever may not see the room is not told what was wrong with the form.
        let before = app.db.read(|tx| app.household(tx, who, home, room))?;
        match work(app, who, home, room, &form) {
            Ok(id) => Ok(Redirect::to(&format!("/cards/{id}")).into_response()),
            Err(AppError::Refused(refusal)) if stays_on_page(&refusal) => {
                let problems = vec![told(words, &refusal)].into();
                let list = app.db.read(|tx| app.matters(tx, home))?;
                refused(&page_of(words, &list, seat.frame, &before, &form, problems), &refusal)
            }
            Err(error) => Err(error),
        }
    });
    Ok(shown.await?)
}
