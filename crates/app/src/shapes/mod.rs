//! Where buildings and estates lie: shapes from a GeoJSON file, from a list of coordinates, or a rectangle by hand.
//! Everything is kept in WGS-84; a file that says that it is in GCJ-02 is converted.

mod apply;
mod datum;
mod geojson;
mod list;
mod near;
mod rectangle;

pub use apply::{Placed, Taken};
pub use geojson::lines;
pub use rectangle::Rectangle;

use guanjia_domain::place::Point;

/// A shape for something that is called so.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// The estate; of a building that is to be found, where it is not the only one of its name.
    pub estate: String,
    /// The building; empty for the shape of an estate.
    pub building: String,
    /// Its corners, or its middle alone.
    pub outline: Vec<Point>,
    /// The row or feature in the file, from 1.
    pub row: usize,
}

/// What is wrong with a file of shapes; every one names its rows.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the shapes cannot be used")]
pub enum ShapeFault {
    /// It is neither GeoJSON nor a sheet that can be read.
    NotReadable,
    /// It holds too many shapes or corners.
    TooMany {
        /// The most there may be.
        most: usize,
    },
    /// A row has no estate or building that is known here, or several of that name.
    NotKnown {
        /// The rows with what they name.
        rows: String,
    },
    /// A row's coordinates are no degrees, or longitude and latitude are exchanged.
    NotDegrees {
        /// The rows with what they name.
        rows: String,
    },
    /// Rows are far from all others of the community: another province, or another system of coordinates.
    FarAway {
        /// The rows with what they name.
        rows: String,
        /// The distance in kilometres of the first.
        kilometres: u64,
    },
    /// The file says that its degrees are of a system that is not converted.
    OtherDatum {
        /// How it calls the system.
        name: String,
    },
    /// A row has no point, polygon or pair of coordinates.
    NoShape {
        /// The rows with what they name.
        rows: String,
    },
}

/// Rows with what they name, the first few.
fn named<'a>(rows: impl Iterator<Item = &'a Shape>) -> String {
    const SHOWN: usize = 8;
    let all: Vec<String> =
        rows.map(|it| format!("{}: {} {}", it.row, it.estate, it.building).trim_end().to_owned()).collect();
    let shown = all.iter().take(SHOWN).cloned().collect::<Vec<_>>().join("; ");
    if all.len() > SHOWN { format!("{shown} … (+{})", all.len() - SHOWN) } else { shown }
}
