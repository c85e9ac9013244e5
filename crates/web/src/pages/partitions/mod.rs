//! The partitions by date: the page, its plan, and changes that are planned.

mod change;
mod drawn;
mod words;

pub(crate) use change::{cancel, plan};
pub(crate) use drawn::geojson;

use super::day::midnight;
use super::estates::estate_href;
use crate::fault::Fault;
use crate::form::chosen;
use crate::view::place::{PartitionBlock, PartitionsPage, PlanForm};
use crate::view::{Choice, ChoiceGroup, PageFrame, Problems, Section};
use crate::visitor::{Visitor, html};
use axum::extract::Query;
use axum::response::Response;
use guanjia_app::partition::EstateBlock;
use guanjia_app::{App, AppError};
use guanjia_domain::calendar::china_time;
use guanjia_domain::people::Post;
use guanjia_domain::permission::{Action, Area, Principal, Verdict, permit};
use guanjia_domain::{CommunityCode, Moment};
use guanjia_store::Tx;
use jiff::civil::Date;
use serde::Deserialize;

#[derive(Deserialize, Default, Clone)]
pub(crate) struct Shown {
    #[serde(default)]
    on: String,
    #[serde(default)]
    by: String,
}

impl Shown {
    /// The moment that is asked for: now, or the midnight with which a day begins.
    fn at(&self, now: Moment) -> (Date, Moment) {
        let today = china_time::date(now.into());
        match chosen::<Date>("on", &self.on) {
            Ok(Some(day)) if day != today => midnight(day).map_or((today, now), |at| (day, at)),
            _ => (today, now),
        }
    }

    fn by(&self) -> &'static str {
        if self.by == "steward" { "steward" } else { "grid" }
    }
}

/// `GET /partitions`.
pub(crate) async fn show(visitor: Visitor, Query(shown): Query<Shown>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Grids), move |visitor, tx, seat| {
            let (app, who) = (visitor.site.app(), &seat.signed_in.who);
            let left = (PlanForm::default(), Problems::default());
            html(&page_of(app, tx, seat.home, who, seat.frame, (&shown, left))?)
        })
        .await
}

fn page_of(
    app: &App,
    tx: &mut Tx,
    home: CommunityCode,
    who: &Principal,
    page: PageFrame,
    (shown, (form, problems)): (&Shown, (PlanForm, Problems)),
) -> Result<PartitionsPage, AppError> {
    let (day, at) = shown.at(app.now());
    let sheet = app.partition_sheet(tx, who, home, at)?;
    let words = page.words;
    let may_change = permit(who, Action::ChangePlaces, &Area::community(home, None)) == Verdict::Allowed;
    let names = tx.estate_names(home)?;
    let (parts, buildings) =
        if may_change { places(tx, home, app.now(), &sheet.estates)? } else { Default::default() };
    let mut workers = Vec::new();
    for it in tx.staff(home)?.iter().filter(|it| may_change && !it.left && it.post == Post::GridWorker) {
        workers.push(Choice::new(it.id.to_string(), app.person(tx, home, it.id.0)?.name));
    }
    Ok(PartitionsPage {
        on: day.to_string(),
        by: shown.by(),
        faults: sheet.faults.iter().map(|fault| words::fault(words, fault)).collect(),
        estates: sheet.estates.iter().map(|it| block(words, it)).collect(),
        planned: sheet.planned.iter().map(|it| words::planned(words, it)).collect(),
        legend: drawn::legend(&sheet, shown.by()),
        has_outlines: tx.buildings(home, None, at)?.iter().any(|it| it.outline.len() > 2),
        may_change,
        parts,
        buildings,
        grids: tx.drawings(home)?.iter().map(|it| Choice::new(it.id.to_string(), it.name.clone())).collect(),
        workers,
        estate_choices: names.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())).collect(),
        form,
        problems,
        page: PageFrame { section: Some(Section::Grids), ..page },
    })
}

fn block(words: &crate::words::Words, it: &EstateBlock) -> PartitionBlock {
    PartitionBlock {
        name: it.name.clone(),
        href: it.id.map(estate_href),
        steward: it.steward.as_ref().map_or_else(|| "—".to_owned(), |(_, name)| name.clone()),
        deputy: it.deputy.clone(),
        stands_in: it.stands_in.clone(),
        cells: it.buildings.iter().flat_map(|building| words::cells(words, building)).collect(),
    }
}

/// Buildings with their units, and buildings alone, to choose from.
fn places(
    tx: &mut Tx,
    home: CommunityCode,
    now: Moment,
    estates: &[EstateBlock],
) -> Result<(Vec<ChoiceGroup>, Vec<ChoiceGroup>), AppError> {
    let (units, rows) = (tx.units(home, None)?, tx.buildings(home, None, now)?);
    let (mut parts, mut buildings) = (Vec::new(), Vec::new());
    for estate in estates {
        let (mut with_units, mut alone) = (Vec::new(), Vec::new());
        for row in rows.iter().filter(|row| Some(row.estate) == estate.id) {
            alone.push(Choice::new(row.id.to_string(), row.name.clone()));
            with_units.push(Choice::new(row.id.to_string(), row.name.clone()));
            let its = units.iter().filter(|unit| unit.building == row.id);
            let unit = |unit: &guanjia_store::places::UnitRow| {
                Choice::new(format!("{}:{}", row.id, unit.id), format!("{} {}", row.name, unit.name))
            };
            with_units.extend(its.map(unit));
        }
        parts.push(ChoiceGroup { label: estate.name.clone(), choices: with_units });
        buildings.push(ChoiceGroup { label: estate.name.clone(), choices: alone });
    }
    Ok((parts, buildings))
}
