//! GeoJSON (RFC 7946): features with a name, and lines.

use super::datum::Datum;
use super::{Shape, ShapeFault, named};
use guanjia_domain::grid_design::Lines;
use guanjia_domain::place::Point;
use serde_json::Value;

/// The most features of a file.
const MOST_SHAPES: usize = 5_000;
/// The most corners of a line or outline, and of all lines together.
const MOST_CORNERS: usize = 3_000;
/// How a property may be called, the first that is there.
const ESTATE: [&str; 4] = ["estate", "小区", "小区名称", "所属小区"];
const BUILDING: [&str; 5] = ["building", "楼栋", "楼号", "楼栋名称", "name"];

/// The features, and the system of coordinates that the file names: as the member `crs` of older GeoJSON, or `datum`.
fn features(bytes: &[u8]) -> Result<(Vec<Value>, Datum), ShapeFault> {
    let read: Value = serde_json::from_slice(bytes).map_err(|_| ShapeFault::NotReadable)?;
    let Value::Object(mut read) = read else { return Err(ShapeFault::NotReadable) };
    let older = read.get("crs").map(|it| &it["properties"]["name"]);
    let said = read.get("datum").or(older).and_then(Value::as_str);
    let datum = said.map(Datum::named).transpose()?.unwrap_or_default();
    let features = match read.remove("features") {
        Some(Value::Array(features)) => features,
        _ if read.get("type").is_some_and(|it| it == "Feature") => vec![Value::Object(read)],
        _ => return Err(ShapeFault::NotReadable),
    };
    if features.len() > MOST_SHAPES {
        Err(ShapeFault::TooMany { most: MOST_SHAPES })
    } else {
        Ok((features, datum))
    }
}

fn property(feature: &Value, names: &[&str]) -> String {
    let found = names.iter().find_map(|name| feature["properties"].get(*name)?.as_str());
    found.unwrap_or_default().trim().chars().take(80).collect()
}

fn point(value: &Value) -> Option<Point> {
    Some((value.get(0)?.as_f64()?, value.get(1)?.as_f64()?))
}

fn points(value: &Value) -> Option<Vec<Point>> {
    let corners = value.as_array()?;
    if corners.len() > MOST_CORNERS { None } else { corners.iter().map(point).collect() }
}

/// Outlines and points of estates and buildings. Of a polygon the outer ring is taken, of several the first.
pub(super) fn shapes(bytes: &[u8]) -> Result<Vec<Shape>, ShapeFault> {
    let (features, datum) = features(bytes)?;
    let mut found = Vec::new();
    for (feature, row) in features.iter().zip(1..) {
        let coordinates = &feature["geometry"]["coordinates"];
        let outline = match feature["geometry"]["type"].as_str() {
            Some("Point") => point(coordinates).map(|at| vec![at]),
            Some("Polygon") => points(&coordinates[0]),
            Some("MultiPolygon") => points(&coordinates[0][0]),
            _ => None,
        };
        let outline = outline.unwrap_or_default().into_iter().map(|at| datum.to_wgs84(at));
        let mut outline: Vec<Point> = outline.collect();
        if outline.len() > 1 && outline.first() == outline.last() {
            outline.pop();
        }
        let is_estate = feature["properties"]["kind"] == "estate";
        let (estate, name) = (property(feature, &ESTATE), property(feature, &BUILDING));
        let (estate, building) = if is_estate { (name, String::new()) } else { (estate, name) };
        found.push(Shape { estate, building, outline, row });
    }
    let empty = found.iter().filter(|it| it.outline.is_empty()).collect::<Vec<_>>();
    if empty.is_empty() { Ok(found) } else { Err(ShapeFault::NoShape { rows: named(empty.into_iter()) }) }
}

/// Lines on the ground: a feature with `"kind": "barrier"` is one, every other line is a street.
///
/// # Errors
/// [`ShapeFault::NotReadable`], [`ShapeFault::TooMany`], [`ShapeFault::NoShape`] for what is no line.
pub fn lines(bytes: &[u8]) -> Result<Lines, ShapeFault> {
    let (features, datum) = features(bytes)?;
    let (mut lines, mut corners, mut wrong) = (Lines::default(), 0, Vec::new());
    for (feature, row) in features.iter().zip(1..) {
        let coordinates = &feature["geometry"]["coordinates"];
        let read: Option<Vec<Vec<Point>>> = match feature["geometry"]["type"].as_str() {
            Some("LineString") => points(coordinates).map(|line| vec![line]),
            Some("MultiLineString") => coordinates.as_array().and_then(|it| it.iter().map(points).collect()),
            Some("Polygon") => coordinates.as_array().and_then(|it| it.iter().map(points).collect()),
            _ => None,
        };
        let read = read
            .filter(|it| it.iter().all(|line| line.len() > 1 && line.iter().all(super::near::is_degrees)));
        let Some(mut read) = read else {
            let (estate, building) = (String::new(), property(feature, &BUILDING));
            wrong.push(Shape { estate, building, outline: Vec::new(), row });
            continue;
        };
        read.iter_mut().flatten().for_each(|at| *at = datum.to_wgs84(*at));
        corners += read.iter().map(Vec::len).sum::<usize>();
        let kind = feature["properties"]["kind"].as_str().unwrap_or_default();
        if matches!(kind, "barrier" | "road" | "river" | "wall") {
            lines.barriers.extend(read);
        } else {
            lines.ways.extend(read);
        }
    }
    match wrong.is_empty() {
        _ if corners > MOST_CORNERS => Err(ShapeFault::TooMany { most: MOST_CORNERS }),
        true => Ok(lines),
        false => Err(ShapeFault::NoShape { rows: named(wrong.iter()) }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(kind: &str, geometry: &Value) -> Vec<u8> {
        let properties = serde_json::json!({ "kind": kind, "name": "4号楼", "estate": "长风苑" });
        let feature =
            serde_json::json!({ "type": "Feature", "properties": properties, "geometry": geometry });
        serde_json::json!({ "type": "FeatureCollection", "features": [feature] }).to_string().into_bytes()
    }

    #[test]
    fn outlines_points_and_lines_are_read() {
        let ring = [[112.5, 37.8], [112.6, 37.8], [112.6, 37.9], [112.5, 37.8]];
        let polygon = serde_json::json!({ "type": "Polygon", "coordinates": [ring] });
        let read = shapes(&file("building", &polygon)).unwrap_or_default();
        assert_eq!((read[0].building.as_str(), read[0].estate.as_str()), ("4号楼", "长风苑"));
        assert_eq!(read[0].outline.len(), 3, "the ring is open");
        let estate = shapes(&file("estate", &polygon)).unwrap_or_default();
        assert_eq!((estate[0].estate.as_str(), estate[0].building.as_str()), ("4号楼", ""));
        let line = serde_json::json!({ "type": "LineString", "coordinates": ring });
        assert_eq!(lines(&file("river", &line)).map(|it| (it.ways.len(), it.barriers.len())), Ok((0, 1)));
        assert_eq!(lines(&file("gate", &line)).map(|it| (it.ways.len(), it.barriers.len())), Ok((1, 0)));
    }

    #[test]
    fn a_file_that_says_gcj_02_is_converted() {
        let line = serde_json::json!({ "type": "LineString", "coordinates": [[116.384047, 39.913345], [116.39, 39.92]] });
        let plain: Value = serde_json::from_slice(&file("street", &line)).unwrap_or_default();
        let first = |read: &Value| {
            let read = lines(read.to_string().as_bytes()).unwrap_or_default();
            read.ways.first().and_then(|it| it.first()).copied().unwrap_or_default()
        };
        assert_eq!(first(&plain), (116.384047, 39.913345));
        for (member, value) in [
            ("datum", serde_json::json!("GCJ-02")),
            (
                "crs",
                serde_json::json!({ "type": "name", "properties": { "name": "urn:ogc:def:crs:OGC:1.3:GCJ02" } }),
            ),
        ] {
            let mut said = plain.clone();
            said[member] = value;
            let at = first(&said);
            assert!(
                (at.0 - 116.377_817).abs() < 1e-6 && (at.1 - 39.911_954).abs() < 1e-6,
                "{member}: {at:?}"
            );
        }
    }

    #[test]
    fn what_is_no_shape_is_named() {
        assert_eq!(shapes(b"not json"), Err(ShapeFault::NotReadable));
        let nothing = serde_json::json!({ "type": "Polygon", "coordinates": [] });
        assert!(
            matches!(shapes(&file("", &nothing)), Err(ShapeFault::NoShape { rows }) if rows.contains("4号楼"))
        );
        assert!(matches!(lines(&file("", &nothing)), Err(ShapeFault::NoShape { .. }) | Ok(_)));
    }
}
