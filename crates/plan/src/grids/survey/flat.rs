//! A flat ground in metres around some points: good to a few centimetres within a community.

use super::LonLat;

/// Metres east and north.
pub(super) type Metres = (f64, f64);
/// From one point to another.
pub(super) type Segment = (Metres, Metres);

/// Metres in a degree of latitude.
const DEGREE: f64 = 111_195.08;

/// Where the ground touches the globe.
pub(super) struct Flat {
    middle: LonLat,
    shrink: f64,
}

impl Flat {
    pub(super) fn around(points: impl Iterator<Item = LonLat>) -> Self {
        let (mut sum, mut count) = ((0.0, 0.0), 0.0);
        for (x, y) in points {
            sum = (sum.0 + x, sum.1 + y);
            count += 1.0;
        }
        let middle = if count > 0.0 { (sum.0 / count, sum.1 / count) } else { sum };
        Self { middle, shrink: middle.1.to_radians().cos() }
    }

    pub(super) fn of(&self, (x, y): LonLat) -> Metres {
        ((x - self.middle.0) * DEGREE * self.shrink, (y - self.middle.1) * DEGREE)
    }

    pub(super) fn line(&self, line: &[LonLat]) -> Vec<Metres> {
        line.iter().map(|at| self.of(*at)).collect()
    }
}

pub(super) fn between(a: Metres, b: Metres) -> f64 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

/// The pieces of lines.
pub(super) fn segments(lines: &[Vec<Metres>]) -> Vec<Segment> {
    lines.iter().flat_map(|line| line.windows(2).map(|two| (two[0], two[1]))).collect()
}

fn turn(a: Metres, b: Metres, c: Metres) -> f64 {
    (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)
}

/// Whether two pieces cross or touch inside the first.
pub(super) fn cross(one: Segment, other: Segment) -> bool {
    let sides = (turn(one.0, one.1, other.0), turn(one.0, one.1, other.1));
    let ends = (turn(other.0, other.1, one.0), turn(other.0, other.1, one.1));
    sides.0 * sides.1 <= 0.0 && ends.0 * ends.1 < 0.0
}

/// How far along the first piece (0 to 1) the second crosses it.
pub(super) fn crossing(one: Segment, other: Segment) -> Option<f64> {
    let (r, s) = ((one.1.0 - one.0.0, one.1.1 - one.0.1), (other.1.0 - other.0.0, other.1.1 - other.0.1));
    let across = r.0 * s.1 - r.1 * s.0;
    let apart = (other.0.0 - one.0.0, other.0.1 - one.0.1);
    let t = (apart.0 * s.1 - apart.1 * s.0) / across;
    let u = (apart.0 * r.1 - apart.1 * r.0) / across;
    (across != 0.0 && (0.0..=1.0).contains(&t) && (0.0..=1.0).contains(&u)).then_some(t)
}

/// How far along a piece (0 to 1) the nearest point to `at` is, and how far away.
pub(super) fn foot((from, to): Segment, at: Metres) -> (f64, f64) {
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let square = x * x + y * y;
    let along = if square > 0.0 { ((at.0 - from.0) * x + (at.1 - from.1) * y) / square } else { 0.0 };
    let along = along.clamp(0.0, 1.0);
    (along, between(at, (from.0 + along * x, from.1 + along * y)))
}

/// The point so far along a piece.
pub(super) fn along((from, to): Segment, share: f64) -> Metres {
    (from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1))
}
