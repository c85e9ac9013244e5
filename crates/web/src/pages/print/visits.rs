//! Lists for visits from door to door.

use crate::fault::Fault;
use crate::view::Section;
use crate::view::print::{VisitRoom, VisitTable, VisitsPage};
use crate::visitor::{Visitor, html};
use axum::extract::Path;
use axum::response::Response;
use guanjia_app::place::{VisitArea, VisitList};
use guanjia_domain::Refusal;

/// `GET /print/visits/buildings/{id}`.
pub(crate) async fn of_building(visitor: Visitor, Path(id): Path<String>) -> Result<Response, Fault> {
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    shown(visitor, VisitArea::Building(id)).await
}

/// `GET /print/visits/grids/{id}`.
pub(crate) async fn of_grid(visitor: Visitor, Path(id): Path<String>) -> Result<Response, Fault> {
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    shown(visitor, VisitArea::Grid(id)).await
}

async fn shown(visitor: Visitor, area: VisitArea) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Print), move |visitor, tx, seat| {
            let app = visitor.site.app();
            let VisitList { name, units } = app.visit_list(tx, &seat.signed_in.who, seat.home, area)?;
            let rooms = units.iter().flat_map(|unit| &unit.rooms);
            let households = rooms.map(|room| u32::from(room.households)).sum();
            let room = |room: guanjia_domain::place::Room| VisitRoom {
                households: room.households.into(),
                number: room.name,
            };
            let units = units
                .into_iter()
                .map(|unit| VisitTable {
                    place: format!("{} {} {}", unit.estate, unit.building, unit.unit),
                    rooms: unit.rooms.into_iter().map(room).collect(),
                })
                .collect();
            html(&VisitsPage { page: seat.frame, name, households, units })
        })
        .await
}
