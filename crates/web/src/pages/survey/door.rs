//! One door, as a form that needs no script.

use super::tables::place;
use super::walk::sinces;
use super::{href, id, mark};
use crate::fault::Fault;
use crate::form::{Form, chosen, store_photos};
use crate::refusals::told;
use crate::view::survey::{DoorForm, DoorPage, Mark};
use crate::view::{Choice, PageFrame, Problems, Section};
use crate::visitor::{Seat, Visitor, failed_by, html};
use axum::extract::{Multipart, Path};
use axum::response::{IntoResponse, Redirect, Response};
use guanjia_app::survey::{Fate, SentAnswer};
use guanjia_app::{App, AppError};
use guanjia_domain::ids::{AnswerId, SurveyId};
use guanjia_domain::survey::{AskedAt, NewAnswer, Said, Stage, Way};
use guanjia_domain::{CommunityCode, Refusal, RefusalKind};
use guanjia_store::Tx;
use uuid::Uuid;

const FIELDS: &[&str] = &["csrf", "id", "visit", "said", "since", "by_phone", "consent", "note"];

/// `GET /surveys/{id}/doors/{door}`.
pub(crate) async fn show(
    visitor: Visitor,
    Path((survey, door)): Path<(String, String)>,
) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::OwnWork), move |visitor, tx, seat| {
            let at = (id(&survey)?, id(&door)?);
            html(&page_of(visitor, tx, seat, at, &Form::default(), Problems::default())?)
        })
        .await
}

fn page_of(
    visitor: &Visitor,
    tx: &mut Tx,
    seat: Seat,
    (survey, door): (SurveyId, Uuid),
    form: &Form,
    problems: Problems,
) -> Result<DoorPage, AppError> {
    let (app, words) = (visitor.site.app(), visitor.look.words());
    let walk = app.walk(tx, &seat.signed_in.who, seat.home, survey)?;
    let found = walk.doors.iter().find(|it| it.door.spot.id() == door).ok_or(Refusal::NotFound)?;
    let door = &found.door;
    let template = &walk.survey.template;
    let unit_door = template.asked_at == AskedAt::UnitDoors;
    let at_a_unit_door = [Mark::Affected, Mark::NotAffected, Mark::Unknown];
    let marks = Mark::ALL.iter().filter(|it| **it != Mark::Unvisited);
    let marks = marks.filter(|it| !unit_door || at_a_unit_door.contains(it));
    let said = |it: &Mark| Choice::new(it.slug(), words.say(it.key())).chosen_if(form.get("said"));
    let next_id = if form.get("id").is_empty() { app.id()?.to_string() } else { form.owned("id") };
    let last = door.answer().map_or(0, |it| it.visit);
    Ok(DoorPage {
        href: format!("{}/doors/{}", href(survey), door.spot.id()),
        back: format!("{}/doors", href(survey)),
        place: place(&walk.names, door),
        question: walk.question.clone(),
        hint: walk.hint.clone(),
        running: walk.survey.stage == Stage::Running,
        unit_door,
        asks_since: template.since,
        takes_note: template.note,
        takes_photo: template.photo,
        next_id,
        visit: if door.is_open() { u32::from(last) + 1 } else { last.into() },
        trail: door.trail.iter().map(|it| (it.visit.into(), mark(Some(it.said)))).collect(),
        form: DoorForm {
            said: marks.map(said).collect(),
            since: sinces(words, app.today(), form.get("since")),
            by_phone: form.ticked("by_phone"),
            consent: form.ticked("consent"),
            note: form.owned("note"),
        },
        page: PageFrame { section: Some(Section::OwnWork), ..seat.frame },
        problems,
    })
}

fn answer(app: &App, home: CommunityCode, door: Uuid, form: &Form) -> Result<SentAnswer, AppError> {
    let not_a_choice = |field: &'static str| Refusal::NotAChoice { field, value: form.owned(field) };
    let answer = NewAnswer {
        id: form.id::<AnswerId>("id")?.ok_or_else(|| not_a_choice("id"))?,
        door,
        visit: form.get("visit").parse().map_err(|_| not_a_choice("visit"))?,
        said: Said::of_name(form.get("said")).ok_or_else(|| not_a_choice("said"))?,
        since: chosen("since", form.get("since"))?,
        way: if form.ticked("by_phone") { Way::ByPhone } else { Way::AtDoor },
        consent: form.ticked("consent"),
        note: false,
        photo: false,
    };
    let photo = store_photos(app, home, form.photos.get(..1).unwrap_or_default())?.pop();
    Ok(SentAnswer { answer, note: form.owned("note"), photo })
}

/// `POST /surveys/{id}/doors/{door}`.
pub(crate) async fn save(
    visitor: Visitor,
    Path((survey, door)): Path<(String, String)>,
    parts: Multipart,
) -> Result<Response, Fault> {
    let form = Form::read(parts, FIELDS).await?;
    let seat = visitor.acting(form.get("csrf")).await?;
    let site = visitor.site.clone();
    let done = site.run(move |site| {
        let (app, at) = (site.app(), (id::<SurveyId>(&survey)?, id::<Uuid>(&door)?));
        // Before a photo is written: who may not come here leaves nothing behind.
        app.db.read(|tx| app.walk(tx, &seat.signed_in.who, seat.home, at.0))?;
        let sent = answer(app, seat.home, at.1, &form)
            .and_then(|sent| app.answer_doors(&seat.signed_in.who, seat.home, at.0, vec![sent]).wait());
        let refusal = match sent {
            Ok(fates) => fates.into_iter().find_map(|(_, fate)| match fate {
                Fate::Refused(refusal) => Some(refusal),
                Fate::Stored | Fate::Known => None,
            }),
            Err(AppError::Refused(refusal)) => Some(refusal),
            Err(error) => return Err(error),
        };
        match refusal {
            None => Ok(Redirect::to(&format!("{}/doors", href(at.0))).into_response()),
            Some(refusal) if matches!(refusal.kind(), RefusalKind::Input | RefusalKind::Conflict) => {
                let problems = vec![told(visitor.look.words(), &refusal)].into();
                let page = app.db.read(|tx| page_of(&visitor, tx, seat, at, &form, problems))?;
                failed_by(&page, &refusal)
            }
            Some(refusal) => Err(refusal.into()),
        }
    });
    Ok(done.await?)
}
