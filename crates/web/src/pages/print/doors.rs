//! Labels for the unit doors of an estate.

use super::{estate_and_steward, reach};
use crate::fault::Fault;
use crate::form::chosen;
use crate::view::Section;
use crate::view::print::{Door, DoorsPage};
use crate::visitor::{Visitor, html};
use axum::extract::{Path, Query};
use axum::response::Response;
use guanjia_domain::ids::BuildingId;
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Which {
    #[serde(default)]
    building: String,
}

/// `GET /print/doors/{estate}`: all of them, or those of one building.
pub(crate) async fn doors(
    visitor: Visitor,
    Path(estate): Path<String>,
    Query(which): Query<Which>,
) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Print), move |visitor, tx, seat| {
            let (app, who, home) = (visitor.site.app(), &seat.signed_in.who, seat.home);
            let (id, name, steward, community) = estate_and_steward(app, tx, who, home, &estate)?;
            let only = chosen::<BuildingId>("building", &which.building)?;
            let base = format!("{}/c/{home}/report?estate={id}", visitor.site.base_url());
            let mut doors = Vec::new();
            for building in tx.buildings(home, Some(id), app.now())? {
                if only.is_some_and(|only| only != building.id) {
                    continue;
                }
                for unit in tx.units(home, Some(building.id))? {
                    doors.push(Door {
                        address: format!("{base}&building={}&unit={}&fixed=1", building.id, unit.id),
                        building: building.name.clone(),
                        unit: unit.name,
                    });
                }
            }
            html(&DoorsPage { page: seat.frame, estate: name, steward, reach: reach(&community), doors })
        })
        .await
}
