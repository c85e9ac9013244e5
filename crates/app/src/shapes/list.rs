//! Coordinates from a spreadsheet.

use super::datum::Datum;
use super::{Shape, ShapeFault, named};
use guanjia_sheets::read_coordinates;

/// The most rows of a sheet.
const MOST: usize = 5_000;

/// The rows as points.
pub(super) fn shapes(name: &str, bytes: &[u8]) -> Result<Vec<Shape>, ShapeFault> {
    let rows = read_coordinates(name, bytes).ok_or(ShapeFault::NotReadable)?;
    if rows.len() > MOST {
        return Err(ShapeFault::TooMany { most: MOST });
    }
    let shape = |row: guanjia_sheets::PlacedRow| {
        let datum = Datum::named(&row.datum)?;
        Ok(Shape {
            outline: row.longitude.zip(row.latitude).map(|at| datum.to_wgs84(at)).into_iter().collect(),
            estate: row.estate,
            building: row.building,
            row: row.row as usize,
        })
    };
    let found = rows.into_iter().map(shape).collect::<Result<Vec<_>, ShapeFault>>()?;
    let empty: Vec<_> = found.iter().filter(|it| it.outline.is_empty()).collect();
    if empty.is_empty() { Ok(found) } else { Err(ShapeFault::NoShape { rows: named(empty.into_iter()) }) }
}
