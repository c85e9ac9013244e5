//! Sheets that say where buildings stand: estate, building, longitude, latitude.

use crate::problem::Problem;
use crate::read::{Cell, Sink, Value, read};
use crate::text::building_name;
use std::sync::Arc;

/// How the columns may be called.
const NAMES: [&[&str]; 4] = [
    &["小区", "小区名称", "所属小区", "estate"],
    &["楼栋", "楼栋名称", "楼号", "名称", "building", "name"],
    &["经度", "longitude", "lng", "lon", "x"],
    &["纬度", "latitude", "lat", "y"],
];

/// A row with coordinates as they stand there.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedRow {
    /// The estate.
    pub estate: String,
    /// The building; empty for a row of an estate.
    pub building: String,
    /// Longitude; `None` where the cell holds no number.
    pub longitude: Option<f64>,
    /// Latitude.
    pub latitude: Option<f64>,
    /// The system of coordinates that the heading of the longitude names in brackets: `经度(GCJ-02)`; else empty.
    pub datum: String,
    /// The row as Excel shows it.
    pub row: u32,
}

/// Reads an xlsx or csv file with columns for estate, building, longitude and latitude; other columns do not count.
/// `None` when no sheet has a column for both coordinates and for a name, or the file cannot be read.
pub fn read_coordinates(name: &str, bytes: &[u8]) -> Option<Vec<PlacedRow>> {
    let mut reader = Reader::default();
    read(name, bytes, &mut reader);
    (reader.found && !reader.broken).then_some(reader.rows)
}

#[derive(Default)]
struct Reader {
    columns: Option<[Option<u32>; 4]>,
    datum: String,
    of_estates: bool,
    rows: Vec<PlacedRow>,
    found: bool,
    broken: bool,
}

fn words(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Day(text) | Value::Error(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Flag(_) => String::new(),
    }
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => Some(*number),
        Value::Text(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// A heading and what stands in brackets behind it.
fn heading(value: &Value) -> (String, String) {
    let whole = words(value).to_lowercase();
    let (name, note) = whole.split_once(['(', '（']).unwrap_or((&whole, ""));
    (name.trim_matches(['*', ' ']).to_owned(), note.trim_end_matches([')', '）', '*', ' ']).to_owned())
}

fn headings(cells: &[Cell]) -> Option<[Option<u32>; 4]> {
    let column = |names: &[&str]| {
        let said = |it: &&Cell| names.contains(&heading(&it.value).0.as_str());
        cells.iter().find(said).map(|it| it.column)
    };
    let found = NAMES.map(column);
    let named = found[0].is_some() || found[1].is_some();
    (named && found[2].is_some() && found[3].is_some()).then_some(found)
}

impl Sink for Reader {
    fn sheet(&mut self, name: &Arc<str>) {
        self.columns = None;
        self.of_estates = name.contains("小区") || name.to_lowercase().contains("estate");
    }

    fn row(&mut self, row: u32, cells: Vec<Cell>) {
        let Some(columns) = self.columns else {
            self.columns = headings(&cells);
            if let Some([estate @ None, name, ..]) = self.columns.as_mut().filter(|_| self.of_estates) {
                // On the sheet of the estates the name is the estate's.
                *estate = name.take();
            }
            let longitude = self.columns.and_then(|it| it[2]);
            let longitude = cells.iter().find(|it| Some(it.column) == longitude);
            self.datum = longitude.map(|it| heading(&it.value).1).unwrap_or_default();
            self.found |= self.columns.is_some();
            return;
        };
        let of = |at: usize| columns[at].and_then(|column| cells.iter().find(|it| it.column == column));
        let text = |at: usize| of(at).map(|it| words(&it.value)).unwrap_or_default();
        let degrees = |at: usize| of(at).and_then(|it| number(&it.value));
        let (estate, mut building) = (text(0), text(1));
        if !building.is_empty() {
            building = building_name(&building);
        }
        if !estate.is_empty() || !building.is_empty() {
            let (longitude, latitude, datum) = (degrees(2), degrees(3), self.datum.clone());
            self.rows.push(PlacedRow { estate, building, longitude, latitude, datum, row });
        }
    }

    fn problem(&mut self, _: Problem) {
        self.broken = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_read_where_their_columns_are() {
        let sheet =
            "楼栋坐标\n小区,楼栋,经度,纬度,备注\n长风苑,4号楼,112.503,37.826,\n长风苑,5号楼,不详,37.826,\n";
        let rows = read_coordinates("coordinates.csv", sheet.as_bytes()).unwrap_or_default();
        assert_eq!(rows.len(), 2);
        assert_eq!((rows[0].building.as_str(), rows[0].longitude, rows[0].row), ("4号楼", Some(112.503), 3));
        assert_eq!(rows[1].longitude, None);
        assert_eq!(rows[0].datum, "");
        let sheet = "楼栋,经度(GCJ-02),纬度（GCJ-02）\n4号楼,112.503,37.826\n";
        let rows = read_coordinates("coordinates.csv", sheet.as_bytes()).unwrap_or_default();
        assert_eq!((rows[0].datum.as_str(), rows[0].latitude), ("gcj-02", Some(37.826)));
        let estates = read_coordinates("小区.csv", "名称,经度,纬度\n长风苑,112.5,37.8\n".as_bytes());
        assert!(estates.is_some_and(|it| it[0].estate == "长风苑" && it[0].building.is_empty()));
        assert_eq!(read_coordinates("rooms.csv", "小区,楼栋\n长风苑,4号楼\n".as_bytes()), None);
    }
}
