//! A rectangle by hand: the middle, length and depth, and how it is turned.

use guanjia_domain::Refusal;
use guanjia_domain::place::Point;

/// Metres in a degree of latitude.
const DEGREE: f64 = 111_195.08;
/// The longest side of a building, in metres.
const LONGEST: f64 = 500.0;

/// A rectangle on the ground.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rectangle {
    /// Its middle.
    pub middle: Point,
    /// Length in metres, east to west where it is not turned.
    pub length: f64,
    /// Depth in metres.
    pub depth: f64,
    /// Degrees to the left.
    pub turn: f64,
}

impl Rectangle {
    /// Its corners to the centimetre.
    ///
    /// # Errors
    /// [`Refusal::NotAChoice`] for what is no place in China or no size of a building.
    pub fn corners(self) -> Result<Vec<Point>, Refusal> {
        let wrong = |field, value: f64| Refusal::NotAChoice { field, value: value.to_string() };
        if !super::near::is_degrees(&self.middle) {
            return Err(wrong("longitude", self.middle.0));
        }
        if !(1.0..=LONGEST).contains(&self.length) || !(1.0..=LONGEST).contains(&self.depth) {
            return Err(wrong("length", self.length));
        }
        if !(-360.0..=360.0).contains(&self.turn) {
            return Err(wrong("turn", self.turn));
        }
        let (sin, cos) = self.turn.to_radians().sin_cos();
        let (x, y) = (self.length / 2.0, self.depth / 2.0);
        let shrink = self.middle.1.to_radians().cos();
        let corner = |(x, y): (f64, f64)| {
            let (east, north) = (x * cos - y * sin, x * sin + y * cos);
            let exact = (self.middle.0 + east / (DEGREE * shrink), self.middle.1 + north / DEGREE);
            ((exact.0 * 1e7).round() / 1e7, (exact.1 * 1e7).round() / 1e7)
        };
        Ok([(-x, -y), (x, -y), (x, y), (-x, y)].map(corner).to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rectangle_has_four_corners_around_its_middle() {
        let it = Rectangle { middle: (112.5, 37.8), length: 60.0, depth: 12.0, turn: 90.0 };
        let corners = it.corners().unwrap_or_default();
        assert_eq!(corners.len(), 4);
        let tall = corners.iter().map(|at| at.1).fold(f64::MIN, f64::max) - 37.8;
        assert!((tall * DEGREE - 30.0).abs() < 0.1, "turned, it is long from south to north");
        assert!(Rectangle { length: 900.0, ..it }.corners().is_err());
        assert!(Rectangle { middle: (37.8, 112.5), ..it }.corners().is_err());
        assert!(Rectangle { turn: f64::NAN, ..it }.corners().is_err());
    }
}
