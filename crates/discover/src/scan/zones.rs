//! Candidate zones: each place with its nearest neighbours, one more at a time.

use std::collections::BTreeSet;

/// How distance is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distance {
    /// Degrees of longitude and latitude on a sphere.
    Sphere,
    /// Plane coordinates.
    Plane,
}

impl Distance {
    fn between(self, a: (f64, f64), b: (f64, f64)) -> f64 {
        match self {
            Self::Plane => (a.0 - b.0).hypot(a.1 - b.1),
            // The haversine itself: it grows with the distance, and only the order counts.
            Self::Sphere => {
                let half = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
                half(a.1, b.1) + a.1.to_radians().cos() * b.1.to_radians().cos() * half(a.0, b.0)
            }
        }
    }
}

/// The distinct zones of some places.
#[derive(Clone, Debug)]
pub struct Zones {
    /// Each zone's places, ascending; in the order of the places and their growing neighbourhoods.
    pub zones: Vec<Vec<usize>>,
    /// How many places there are.
    pub places: usize,
}

impl Zones {
    /// The zones of `most` places at most: each place, with its nearest, with its two nearest, and so on. Equal
    /// distances keep the order of the places.
    #[must_use]
    pub fn nearest(points: &[(f64, f64)], most: usize, distance: Distance) -> Self {
        let mut seen = BTreeSet::new();
        let mut zones = Vec::new();
        for (place, point) in points.iter().enumerate() {
            let mut order: Vec<(bool, f64, usize)> = points
                .iter()
                .enumerate()
                .map(|(other, at)| (other != place, distance.between(*point, *at), other))
                .collect();
            order.sort_by(|a, b| (a.0.cmp(&b.0)).then(a.1.total_cmp(&b.1)));
            let mut zone = Vec::new();
            for (_, _, other) in order.into_iter().take(most) {
                let at = zone.partition_point(|place| *place < other);
                zone.insert(at, other);
                if seen.insert(zone.clone()) {
                    zones.push(zone.clone());
                }
            }
        }
        Self { zones, places: points.len() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_grow_and_none_stands_twice() {
        let zones = Zones::nearest(&[(0.0, 0.0), (1.0, 0.0), (10.0, 0.0)], 2, Distance::Plane);
        assert_eq!(zones.zones, [vec![0], vec![0, 1], vec![1], vec![2], vec![1, 2]]);
    }

    #[test]
    fn a_degree_of_longitude_is_short_in_the_north() {
        // At 60° north a degree of longitude is half a degree of latitude.
        let zones = Zones::nearest(&[(0.0, 60.0), (1.0, 60.0), (0.0, 60.8)], 2, Distance::Sphere);
        assert_eq!(zones.zones[1], [0, 1]);
        assert_eq!(
            Zones::nearest(&[(0.0, 60.0), (1.0, 60.0), (0.0, 60.8)], 2, Distance::Plane).zones[1],
            [0, 2]
        );
    }
}
