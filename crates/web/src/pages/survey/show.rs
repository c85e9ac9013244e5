//! What a survey tells.

use super::tables::{door_table, groups, place};
use super::{href, id, stage, tally};
use crate::fault::Fault;
use crate::view::survey::{AffectedRow, MapBuilding, MapView, ResultBuilding, ShareLine, SurveyPage};
use crate::view::{Choice, PageFrame, Problems, Section};
use crate::visitor::{Seat, Visitor, html};
use crate::words::Words;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use guanjia_app::AppError;
use guanjia_app::survey::{AffectedLine, NewSurveyor, OpenDoor, SurveySheet};
use guanjia_domain::Refusal;
use guanjia_domain::ids::SurveyId;
use guanjia_domain::survey::{AskedAt, BuildingTally, Door, Share, Tally};
use guanjia_store::Tx;
use guanjia_store::files::Size;

/// `GET /surveys/{id}`.
pub(crate) async fn show(visitor: Visitor, Path(survey): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::OwnWork), move |visitor, tx, seat| {
            html(&page_of(visitor, tx, seat, id(&survey)?, Problems::default())?)
        })
        .await
}

pub(super) fn page_of(
    visitor: &Visitor,
    tx: &mut Tx,
    seat: Seat,
    survey: SurveyId,
    problems: Problems,
) -> Result<SurveyPage, AppError> {
    let (app, words) = (visitor.site.app(), visitor.look.words());
    let sheet = app.survey_sheet(tx, &seat.signed_in.who, seat.home, survey)?;
    let outlines = tx.buildings(seat.home, Some(sheet.survey.estate), app.now())?;
    let drawn = sheet.outcome.buildings.iter().filter_map(|it| {
        let row = outlines.iter().find(|row| row.id == it.building)?;
        Some((on_plan(&sheet, it), row.outline.as_slice()))
    });
    let rest = sheet.outcome.tally.interval();
    let doors = &sheet.survey.doors;
    let open = |open: &[OpenDoor]| {
        let open: Vec<&Door> = open.iter().filter_map(|it| doors.get(it.door as usize)).collect();
        groups(survey, &sheet.names, &open)
    };
    Ok(SurveyPage {
        href: href(survey),
        stage: stage(sheet.survey.stage),
        issue: sheet.survey.issue.map(|issue| format!("/issues/{issue}")),
        unit_doors: sheet.survey.template.asked_at == AskedAt::UnitDoors,
        tally: tally(&sheet.outcome.tally),
        households: sheet.affected.iter().map(|it| it.affected.households).sum(),
        rest: (rest.least, rest.most),
        map: MapView::of(drawn.collect()),
        buildings: sheet.outcome.buildings.iter().map(|it| building(&sheet, it)).collect(),
        affected: sheet.affected.iter().map(|it| affected(&sheet, it)).collect(),
        unvisited: open(&sheet.open.0),
        nobody: open(&sheet.open.1),
        shares: sheet.survey.shares.iter().map(|it| share(&sheet, it)).collect(),
        workers: sheet.surveyors.iter().map(|it| worker(words, &sheet, it)).collect(),
        plans: sheet.plans,
        walks: sheet.walks,
        question: sheet.question,
        hint: sheet.hint,
        estate: sheet.estate,
        page: PageFrame { section: Some(Section::OwnWork), ..seat.frame },
        problems,
    })
}

fn on_plan(sheet: &SurveySheet, it: &BuildingTally) -> MapBuilding {
    MapBuilding {
        href: format!("#b-{}", it.building),
        name: sheet.names.building(it.building).to_owned(),
        told: format!("{} / {}", it.tally.affected, it.tally.doors),
        level: level(&it.tally),
        points: String::new(),
        middle: (0, 0),
    }
}

/// How dark a building is: by the share of affected doors among those that are known.
const fn level(it: &Tally) -> u8 {
    match (it.told(), it.affected) {
        (0, _) => 4,
        (_, 0) => 0,
        (told, affected) if affected * 2 >= told => 3,
        (told, affected) if affected * 4 >= told => 2,
        _ => 1,
    }
}

fn building(sheet: &SurveySheet, it: &BuildingTally) -> ResultBuilding {
    let here = sheet.survey.doors.iter().filter(|door| door.spot.building == it.building);
    ResultBuilding {
        name: sheet.names.building(it.building).to_owned(),
        anchor: format!("b-{}", it.building),
        tally: tally(&it.tally),
        units: it
            .units
            .iter()
            .map(|unit| (sheet.names.unit(unit.unit).to_owned(), tally(&unit.tally)))
            .collect(),
        table: door_table(sheet.survey.id, &sheet.names, here),
    }
}

fn affected(sheet: &SurveySheet, it: &AffectedLine) -> AffectedRow {
    let (own, door) = (href(sheet.survey.id), sheet.survey.doors.get(it.affected.door as usize));
    AffectedRow {
        place: door.map(|door| place(&sheet.names, door)).unwrap_or_default(),
        href: door.filter(|_| sheet.walks).map(|door| format!("{own}/doors/{}", door.spot.id())),
        households: it.affected.households,
        since: it.affected.since.map(|since| since.to_string()).unwrap_or_default(),
        note: it.note.clone(),
        photo: it.photo.then(|| format!("{own}/photos/{}", it.affected.door)),
    }
}

/// The staircases of a share, in words: whole buildings by their name alone.
fn share(sheet: &SurveySheet, it: &Share) -> ShareLine {
    let doors: Vec<&Door> = it.doors().filter_map(|n| sheet.survey.doors.get(n as usize)).collect();
    let buildings = doors.chunk_by(|one, next| one.spot.building == next.spot.building);
    let stairs = buildings.filter_map(|doors| {
        let building = doors.first()?.spot.building;
        let name = sheet.names.building(building);
        let all = sheet.survey.doors.iter().filter(|door| door.spot.building == building).count();
        let units = doors.chunk_by(|one, next| one.spot.unit == next.spot.unit).filter_map(|it| it.first());
        let units: Vec<_> = units.map(|door| sheet.names.unit(door.spot.unit)).collect();
        Some(if doors.len() == all { name.to_owned() } else { format!("{name} {}", units.join(" ")) })
    });
    let known = sheet.surveyors.iter().find(|known| known.staff == it.worker);
    ShareLine {
        name: known.map(|known| known.name.clone()).unwrap_or_default(),
        stairs: stairs.collect::<Vec<_>>().join(" · "),
        doors: u32::try_from(doors.len()).unwrap_or(u32::MAX),
    }
}

/// Somebody who can take doors. Chosen are those who have some, or else those in whose grid a part of it lies.
fn worker(words: &Words, sheet: &SurveySheet, it: &NewSurveyor) -> Choice {
    let about =
        if it.grids.is_empty() { words.say("survey-steward").to_owned() } else { it.grids.join(" · ") };
    let shared = !sheet.survey.shares.is_empty();
    let chosen = if shared { sheet.survey.share_of(it.staff).is_some() } else { it.near };
    Choice { chosen, ..Choice::new(it.staff.to_string(), format!("{} · {about}", it.name)) }
}

/// `GET /surveys/{id}/photos/{door}/{size}`.
pub(crate) async fn photo(
    visitor: Visitor,
    Path((survey, door, size)): Path<(String, u32, String)>,
) -> Result<Response, Fault> {
    visitor
        .signed(None, move |visitor, tx, seat| {
            let size = match size.as_str() {
                "full" => Size::Full,
                "thumb" => Size::Thumb,
                _ => return Err(Refusal::NotFound.into()),
            };
            let (app, who) = (visitor.site.app(), &seat.signed_in.who);
            let bytes = app.survey_photo(tx, who, seat.home, (id(&survey)?, door), size)?;
            Ok(([(header::CONTENT_TYPE, "image/jpeg")], bytes).into_response())
        })
        .await
}
