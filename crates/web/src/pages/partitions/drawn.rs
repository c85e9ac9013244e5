//! The partitions as outlines: the plan, with a colour for each grid or steward.

use super::Shown;
use super::words::cells;
use crate::fault::Fault;
use crate::pages::estates::building_href;
use crate::pages::plan::feature;
use crate::visitor::Visitor;
use axum::extract::Query;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use guanjia_app::partition::{BuildingLine, EstateBlock, PartitionSheet};
use serde_json::json;
use std::collections::HashMap;

/// How many colours there are; the next ones begin again. The names stand beside them.
const TONES: usize = 12;

/// What has a colour, in the order of the table: id and name.
fn coloured(sheet: &PartitionSheet, by: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut add = |id: String, name: &str| {
        if !found.iter().any(|(known, _)| *known == id) {
            found.push((id, name.to_owned()));
        }
    };
    for estate in &sheet.estates {
        if by == "steward" {
            if let Some((id, name)) = &estate.steward {
                add(id.to_string(), name);
            }
            continue;
        }
        let cells = estate.buildings.iter().flat_map(|building| &building.cells);
        for (id, name, _) in cells.flat_map(|cell| &cell.grids) {
            add(id.to_string(), name);
        }
    }
    found
}

/// The colours with their names.
pub(super) fn legend(sheet: &PartitionSheet, by: &str) -> Vec<(usize, String)> {
    coloured(sheet, by).into_iter().enumerate().map(|(n, (_, name))| (n % TONES, name)).collect()
}

fn tone(colours: &[(String, String)], by: &str, estate: &EstateBlock, it: &BuildingLine) -> Option<usize> {
    let id = if by == "steward" {
        estate.steward.as_ref().map(|(id, _)| id.to_string())
    } else {
        it.cells.iter().find_map(|cell| cell.grids.first()).map(|(id, ..)| id.to_string())
    };
    colours.iter().position(|(known, _)| Some(known) == id.as_ref()).map(|n| n % TONES)
}

/// `GET /partitions.geojson?on=&by=`: outlines as RFC 7946 wants them; what is in no grid or in two is marked.
pub(crate) async fn geojson(visitor: Visitor, Query(shown): Query<Shown>) -> Result<Response, Fault> {
    visitor
        .signed(None, move |visitor, tx, seat| {
            let (app, home, words) = (visitor.site.app(), seat.home, visitor.look.words());
            let (_, at) = shown.at(app.now());
            let sheet = app.partition_sheet(tx, &seat.signed_in.who, home, at)?;
            let colours = coloured(&sheet, shown.by());
            let rows = tx.buildings(home, None, at)?;
            let outlines: HashMap<_, _> = rows.iter().map(|row| (row.id, &row.outline)).collect();
            let mut features = Vec::new();
            for estate in &sheet.estates {
                for it in &estate.buildings {
                    let lines = cells(words, it);
                    let note = lines.iter().map(|line| format!("{}: {}", line.place, line.grid));
                    let href = estate.id.map_or_else(|| "/plan".to_owned(), |id| building_href(id, it.id));
                    let properties = json!({
                        "kind": "building", "name": format!("{} {}", estate.name, it.name), "href": href,
                        "tone": tone(&colours, shown.by(), estate, it),
                        "gap": lines.iter().any(|line| line.wrong),
                        "note": note.collect::<Vec<_>>().join(words.say("list-comma")),
                    });
                    features.extend(outlines.get(&it.id).and_then(|ring| feature(ring, &properties)));
                }
            }
            let body = json!({ "type": "FeatureCollection", "features": features }).to_string();
            Ok(([(header::CONTENT_TYPE, "application/geo+json")], body).into_response())
        })
        .await
}
