//! The plan of the community: a list, and the outlines that the browser draws beside it.

use super::estates::{building_href, estate_href, shown};
use crate::fault::Fault;
use crate::form::chosen;
use crate::view::Section;
use crate::view::place::{PlanPage, PlanPlace};
use crate::visitor::{Visitor, html};
use crate::words::Words;
use axum::extract::Query;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use guanjia_app::place::PlannedEstate;
use guanjia_domain::Refusal;
use guanjia_domain::place::Point;
use serde::Deserialize;
use serde_json::{Value, json};

/// `GET /plan`.
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Fault> {
    visitor
        .signed(Some(Section::Plan), |visitor, tx, seat| {
            let plan = visitor.site.app().plan(tx, &seat.signed_in.who, None)?;
            let has_outlines = plan.iter().any(PlannedEstate::has_outline);
            html(&PlanPage { has_outlines, places: plan.into_iter().map(place).collect(), page: seat.frame })
        })
        .await
}

fn place(it: PlannedEstate) -> PlanPlace {
    let estate = it.estate.id;
    let buildings = it.buildings.into_iter();
    PlanPlace {
        href: estate_href(estate),
        name: it.estate.facts.name,
        open: shown(it.open),
        buildings: buildings
            .map(|(row, open)| (row.name, building_href(estate, row.id), shown(open)))
            .collect(),
    }
}

#[derive(Deserialize)]
pub(crate) struct Part {
    #[serde(default)]
    estate: String,
}

/// `GET /plan.geojson?estate=`: outlines as RFC 7946 wants them, estates before the buildings that lie in them.
pub(crate) async fn geojson(visitor: Visitor, Query(part): Query<Part>) -> Result<Response, Fault> {
    visitor
        .signed(None, move |visitor, tx, seat| {
            let only = chosen("estate", &part.estate).map_err(|_| Refusal::NotFound)?;
            let plan = visitor.site.app().plan(tx, &seat.signed_in.who, only)?;
            let body = collection(visitor.look.words(), &plan).to_string();
            Ok(([(header::CONTENT_TYPE, "application/geo+json")], body).into_response())
        })
        .await
}

fn collection(words: &Words, plan: &[PlannedEstate]) -> Value {
    let note = |households: u64| words.say_with("count-households", &[("n", shown(households).into())]);
    let estates = plan.iter().filter_map(|it| {
        let properties = json!({
            "kind": "estate", "id": it.estate.id, "name": it.estate.facts.name, "href": estate_href(it.estate.id),
            "households": it.households(), "open": it.open, "note": note(it.households()),
        });
        feature(&it.estate.facts.outline, &properties)
    });
    let buildings = plan.iter().flat_map(|estate| estate.buildings.iter()).filter_map(|(row, open)| {
        let properties = json!({
            "kind": "building", "id": row.id, "name": row.name, "href": building_href(row.estate, row.id),
            "households": row.households, "open": open, "note": note(row.households.into()),
        });
        feature(&row.outline, &properties)
    });
    json!({ "type": "FeatureCollection", "features": estates.chain(buildings).collect::<Vec<_>>() })
}

/// A polygon; `None` for fewer than three corners, of which nothing can be drawn.
pub(crate) fn feature(outline: &[Point], properties: &Value) -> Option<Value> {
    let mut ring = outline.to_vec();
    let (first, last) = (*ring.first()?, *ring.last()?);
    if first != last {
        ring.push(first);
    }
    let geometry = json!({ "type": "Polygon", "coordinates": [ring] });
    (ring.len() > 3).then(|| json!({ "type": "Feature", "geometry": geometry, "properties": properties }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_is_closed_once() {
        let open = [(112.5, 37.8), (112.6, 37.8), (112.6, 37.9)];
        let closed = [open.as_slice(), &open[..1]].concat();
        let of = |outline: &[Point]| feature(outline, &json!({}));
        assert_eq!(of(&open), of(&closed));
        let drawn = of(&open).unwrap_or_default();
        assert_eq!(drawn["geometry"]["coordinates"][0].as_array().map(Vec::len), Some(4));
        assert_eq!(drawn["geometry"]["coordinates"][0][3], json!([112.5, 37.8]));
        assert_eq!(of(&open[..2]), None);
        assert_eq!(of(&[]), None);
    }
}
