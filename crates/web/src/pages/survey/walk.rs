//! The walk from door to door.

use super::tables::{door_table, groups, stair};
use super::{href, id, tally};
use crate::fault::Fault;
use crate::view::survey::{Stair, WalkPage};
use crate::view::{Choice, PageFrame, Section};
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::extract::Path;
use axum::response::Response;
use guanjia_app::survey::Walk;
use guanjia_domain::survey::{AskedAt, Door, Said, Stage, Tally};
use jiff::ToSpan;
use jiff::civil::Date;

/// How many months back are offered one by one, and how many years before them.
const MONTHS: i32 = 12;
const YEARS: i16 = 5;

/// `GET /surveys/{id}/doors`.
pub(crate) async fn show(visitor: Visitor, Path(survey): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::OwnWork), move |visitor, tx, seat| {
            let (app, who) = (visitor.site.app(), &seat.signed_in.who);
            let walk = app.walk(tx, who, seat.home, id(&survey)?)?;
            let owner = who.id.unwrap_or_default().to_string();
            let sinces = sinces(visitor.look.words(), app.today(), "");
            html(&page_of(PageFrame { live: false, ..seat.frame }, &walk, owner, sinces))
        })
        .await
}

fn page_of(page: PageFrame, walk: &Walk, owner: String, sinces: Vec<Choice>) -> WalkPage {
    let doors: Vec<&Door> = walk.doors.iter().map(|it| &it.door).collect();
    let (survey, names) = (&walk.survey, &walk.names);
    let only = |said: Option<Said>| {
        let found: Vec<&Door> = doors.iter().copied().filter(|door| door.said() == said).collect();
        groups(survey.id, names, &found)
    };
    let first_open = doors.iter().find(|door| door.is_open()).map(|door| door.spot.unit);
    let stairs = doors.chunk_by(|one, next| one.spot.unit == next.spot.unit).map(|doors| {
        let table = door_table(survey.id, names, doors.iter().copied());
        Stair {
            title: doors.first().map(|door| stair(names, door)).unwrap_or_default(),
            floors: table.floors,
            left: u32::try_from(doors.iter().filter(|door| door.is_open()).count()).unwrap_or(u32::MAX),
            unfolded: doors.first().map(|door| door.spot.unit) == first_open,
        }
    });
    WalkPage {
        href: href(survey.id),
        owner,
        estate: walk.estate.clone(),
        question: walk.question.clone(),
        hint: walk.hint.clone(),
        running: survey.stage == Stage::Running,
        unit_doors: survey.template.asked_at == AskedAt::UnitDoors,
        since: survey.template.since,
        note: survey.template.note,
        photo: survey.template.photo,
        sinces,
        tally: tally(&Tally::of(doors.iter().copied())),
        stairs: stairs.collect(),
        unvisited: only(None),
        nobody: only(Some(Said::NobodyHome)),
        page,
    }
}

/// Since when, to choose from: the months of a year back, then the years before.
pub(super) fn sinces(words: &Words, today: Date, chosen: &str) -> Vec<Choice> {
    let months = (0..MONTHS).map(|back| {
        let day = today.first_of_month().saturating_sub(back.months());
        let (year, month) = (day.year(), day.month());
        let name = words.say_with(
            "survey-month",
            &[("year", i64::from(year).into()), ("month", i64::from(month).into())],
        );
        Choice::new(format!("{year:04}-{month:02}"), name).chosen_if(chosen)
    });
    let years = (1..=YEARS).map(|back| {
        let year = today.year() - back;
        let name = words.say_with("survey-year", &[("year", i64::from(year).into())]);
        Choice::new(format!("{year:04}"), name).chosen_if(chosen)
    });
    months.chain(years).collect()
}
