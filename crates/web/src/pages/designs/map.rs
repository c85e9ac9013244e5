//! The map of a draft: outlines with the numbers of their grids, and the lines on the ground.

use super::TONES;
use crate::fault::Fault;
use crate::pages::plan::feature;
use crate::visitor::Visitor;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use guanjia_app::grid_design::{DesignSheet, GroupLine};
use guanjia_domain::Refusal;
use guanjia_domain::place::Point;
use serde_json::{Value, json};

/// `GET /grids/designs/{id}/map.geojson`: RFC 7946; every building has its `group`, its `mark` and its `middle`.
pub(crate) async fn geojson(visitor: Visitor, Path(id): Path<String>) -> Result<Response, Fault> {
    visitor
        .signed(None, move |visitor, tx, seat| {
            let id = id.parse().map_err(|_| Refusal::NotFound)?;
            let (app, who) = (visitor.site.app(), &seat.signed_in.who);
            let sheet = app.design_sheet(tx, who, seat.home, (id, None))?;
            let body = collection(&sheet).to_string();
            Ok(([(header::CONTENT_TYPE, "application/geo+json")], body).into_response())
        })
        .await
}

fn collection(sheet: &DesignSheet) -> Value {
    let lines = &sheet.draft.designed.lines;
    let ways = lines.ways.iter().map(|it| line(it, "way"));
    let barriers = lines.barriers.iter().map(|it| line(it, "barrier"));
    let mut features: Vec<Value> = ways.chain(barriers).collect();
    for (mark, group) in (1..).zip(&sheet.groups) {
        features.extend(group.buildings.iter().map(|(row, estate)| {
            let middle = middle(&row.outline);
            let properties = json!({
                "kind": "building", "id": row.id, "name": format!("{estate} {} · {}", row.name, group.name),
                "group": group.number, "mark": mark, "tone": group.number % TONES, "middle": middle,
            });
            let point = || point(middle, &properties);
            feature(&row.outline, &properties).unwrap_or_else(point)
        }));
        features.push(label(mark, group));
    }
    json!({ "type": "FeatureCollection", "features": features })
}

/// Number and households of a grid, at the middle of its buildings.
fn label(mark: usize, group: &GroupLine) -> Value {
    let corners: Vec<Point> = group.buildings.iter().map(|(row, _)| middle(&row.outline)).collect();
    let middle = middle(&corners);
    // The table below says what the second number is.
    let name = format!("{mark} · {}", group.laid.households);
    point(middle, &json!({ "kind": "grid", "name": name, "middle": middle }))
}

fn line(points: &[Point], kind: &str) -> Value {
    let geometry = json!({ "type": "LineString", "coordinates": points });
    json!({ "type": "Feature", "geometry": geometry, "properties": { "kind": kind, "name": "" } })
}

fn point(at: Point, properties: &Value) -> Value {
    let geometry = json!({ "type": "Point", "coordinates": at });
    json!({ "type": "Feature", "geometry": geometry, "properties": properties })
}

/// The mean of the corners.
fn middle(corners: &[Point]) -> Point {
    let count = corners.len().max(1) as f64;
    let sum = corners.iter().fold((0.0, 0.0), |sum, at| (sum.0 + at.0, sum.1 + at.1));
    (sum.0 / count, sum.1 / count)
}
