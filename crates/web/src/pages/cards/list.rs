//! Buildings with cards, and one of them as a table of rooms.

use crate::fault::Fault;
use crate::pages::estates::shown;
use crate::view::Section;
use crate::view::card::{CardBuilding, CardEstate, CardFloor, CardLoose, CardRoom, CardTable, CardsPage};
use crate::view::place::UnitHead;
use crate::visitor::{Visitor, html};
use axum::extract::Query;
use axum::response::Response;
use guanjia_app::card::{BuildingHomes, UnitHomes};
use guanjia_app::office_allow;
use guanjia_domain::Refusal;
use guanjia_domain::ids::BuildingId;
use guanjia_domain::permission::{Action, Area};
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
pub(crate) struct Chosen {
    building: Option<String>,
}

/// `GET /cards?building=`.
pub(crate) async fn list(visitor: Visitor, Query(chosen): Query<Chosen>) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Cards), move |visitor, tx, seat| {
            let (app, who, home) = (visitor.site.app(), &seat.signed_in.who, seat.home);
            office_allow(who, Action::File, &Area::community(home, None))?;
            let id = chosen.building.as_deref().filter(|it| !it.is_empty());
            let id: Option<BuildingId> = id.map(str::parse).transpose().map_err(|_| Refusal::NotFound)?;
            let table = id.map(|id| app.building_homes(tx, who, home, id)).transpose()?;
            let mut estates = Vec::new();
            for estate in tx.estates(home)? {
                let buildings = app.card_buildings(tx, who, home, estate.id)?;
                let link = |it: &guanjia_store::places::BuildingRow| CardBuilding {
                    href: building_href(it.id),
                    name: it.name.clone(),
                    shown: id == Some(it.id),
                };
                let loose = app.homes_without_room(tx, who, home, estate.id)?;
                if !buildings.is_empty() || !loose.is_empty() {
                    let buildings = buildings.iter().map(link).collect();
                    let card = |it: guanjia_app::card::HouseholdMember| CardLoose {
                        href: format!("/cards/{}", it.id),
                        name: it.name,
                    };
                    let loose = loose.into_iter().map(card).collect();
                    estates.push(CardEstate { name: estate.facts.name, buildings, loose });
                }
            }
            let comma = visitor.look.words().say("list-comma");
            html(&CardsPage { page: seat.frame, estates, table: table.map(|it| table_of(&it, comma)) })
        })
        .await
}

/// The table of a building.
pub(super) fn building_href(id: BuildingId) -> String {
    format!("/cards?building={id}")
}

fn table_of(it: &BuildingHomes, comma: &str) -> CardTable {
    let rooms = it.units.iter().flat_map(|unit| &unit.rooms);
    let floors: BTreeSet<i16> = rooms.map(|(room, _)| room.floor).collect();
    let floor = |number: i16| CardFloor {
        number: number.into(),
        rooms: it.units.iter().flat_map(|unit| cells(unit, number, comma)).collect(),
    };
    let head = |unit: &UnitHomes| UnitHead {
        name: unit.row.name.clone(),
        columns: shown(columns(unit)),
        grid: None,
    };
    CardTable {
        title: format!("{} · {}", it.estate.facts.name, it.row.name),
        units: it.units.iter().map(head).collect(),
        floors: floors.into_iter().rev().map(floor).collect(),
    }
}

/// The rooms of a unit on its widest floor.
fn columns(unit: &UnitHomes) -> usize {
    let on = |floor| unit.rooms.iter().filter(|(room, _)| room.floor == floor).count();
    unit.rooms.iter().map(|(room, _)| on(room.floor)).max().unwrap_or(1)
}

fn cells(unit: &UnitHomes, floor: i16, comma: &str) -> Vec<CardRoom> {
    let here = unit.rooms.iter().filter(|(room, _)| room.floor == floor);
    let cell = |(room, members): &(guanjia_domain::place::Room, Vec<_>)| {
        let names: Vec<&str> =
            members.iter().map(|it: &guanjia_app::card::HouseholdMember| it.name.as_str()).collect();
        CardRoom {
            number: room.name.clone(),
            href: format!("/cards/rooms/{}", room.id),
            names: names.join(comma),
            first: false,
        }
    };
    let mut cells: Vec<_> = here.map(cell).collect();
    cells.resize(columns(unit), CardRoom::default());
    if let Some(first) = cells.first_mut() {
        first.first = true;
    }
    cells
}
