//! Where things stand: estates in cells of a map, buildings in rows, all slightly turned.

use super::LonLat;

/// South-west corner of the first cell, near the crossing the story tells of.
const ORIGIN: LonLat = [112.503, 37.826];
/// Metres in a degree of latitude, and in one of longitude at 37.83° north.
const METRES_PER_DEGREE: [f64; 2] = [87_930.0, 110_990.0];
/// A cell of the map, metres.
const CELL: [f64; 2] = [350.0, 330.0];
const CELLS_PER_ROW: usize = 4;
/// Buildings stand side by side while they fit into this width, metres.
const ROW_WIDTH: f64 = 270.0;
/// Between ends of neighbours, and between rows (winter sun needs more).
const GAP: [f64; 2] = [14.0, 22.0];
/// From the outermost walls to the fence, metres.
const MARGIN: f64 = 9.0;

type Metres = [f64; 2];

/// The ground of an estate.
pub(super) struct Site {
    corner: Metres,
    turn: f64,
    size: Metres,
    /// South-west corner and size of each building before turning.
    places: Vec<(Metres, Metres)>,
}

impl Site {
    /// Lays out buildings of these sizes in a cell; cells run like a furrow, west to east and back.
    pub(super) fn new(cell: usize, sizes: &[(f64, f64)]) -> Self {
        let (row, along) = (cell / CELLS_PER_ROW, cell % CELLS_PER_ROW);
        let column = if row.is_multiple_of(2) { along } else { CELLS_PER_ROW - 1 - along };
        let (mut x, mut y, mut depth, mut width) = (MARGIN, MARGIN, 0.0_f64, 0.0_f64);
        let mut places = Vec::with_capacity(sizes.len());
        for &(length, thick) in sizes {
            if x > MARGIN && x + length > ROW_WIDTH + MARGIN {
                (x, y, depth) = (MARGIN, y + depth + GAP[1], 0.0);
            }
            places.push(([x, y], [length, thick]));
            width = width.max(x + length);
            depth = depth.max(thick);
            x += length + GAP[0];
        }
        Self {
            corner: [column as f64 * CELL[0] + 20.0, -(row as f64) * CELL[1] + 20.0],
            // Between 1.5° and 4.5°, another angle for each estate.
            turn: (1.5 + (cell * 7 % 11) as f64 * 0.3).to_radians(),
            size: [width + MARGIN, y + depth + MARGIN],
            places,
        }
    }

    /// The walls of building `index`.
    pub(super) fn footprint(&self, index: usize) -> Vec<LonLat> {
        let (corner, size) = self.places[index];
        self.rectangle(corner, size)
    }

    /// The fence.
    pub(super) fn outline(&self) -> Vec<LonLat> {
        self.rectangle([0.0, 0.0], self.size)
    }

    fn rectangle(&self, [x, y]: Metres, [length, depth]: Metres) -> Vec<LonLat> {
        [[x, y], [x + length, y], [x + length, y + depth], [x, y + depth]]
            .into_iter()
            .map(|point| self.lon_lat(point))
            .collect()
    }

    fn lon_lat(&self, [x, y]: Metres) -> LonLat {
        let (sin, cos) = self.turn.sin_cos();
        let metres = [self.corner[0] + x * cos - y * sin, self.corner[1] + x * sin + y * cos];
        // Seven digits are a centimetre: enough for a plan, and short in a file.
        [0, 1].map(|axis| ((ORIGIN[axis] + metres[axis] / METRES_PER_DEGREE[axis]) * 1e7).round() / 1e7)
    }
}
