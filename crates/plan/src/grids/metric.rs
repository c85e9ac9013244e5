//! Distances between buildings, worked out when they are asked for: a table of all pairs of a town fits no cache.

/// Mean radius of the earth in metres (IUGG).
const EARTH: f64 = 6_371_008.8;

/// How far it is from one building to another, in the unit of the input.
#[derive(Clone, Debug)]
pub enum Metric {
    /// Straight lines in a plane.
    Plane {
        /// Eastings.
        xs: Vec<f64>,
        /// Northings.
        ys: Vec<f64>,
    },
    /// Great circles, in metres, from points on the unit sphere.
    Sphere(Vec<[f64; 3]>),
    /// A table by rows: from the row's building to the column's.
    Table {
        /// Buildings.
        count: usize,
        /// The rows one after the other.
        cells: Vec<f64>,
        /// Whether every way is as long as the way back.
        symmetric: bool,
    },
}

impl Metric {
    /// A plane from points.
    pub fn plane(points: &[(f64, f64)]) -> Self {
        Self::Plane { xs: points.iter().map(|at| at.0).collect(), ys: points.iter().map(|at| at.1).collect() }
    }

    /// A sphere from longitudes and latitudes in degrees.
    pub fn sphere(points: &[(f64, f64)]) -> Self {
        let on_sphere = |&(longitude, latitude): &(f64, f64)| {
            let (sin_y, cos_y) = latitude.to_radians().sin_cos();
            let (sin_x, cos_x) = longitude.to_radians().sin_cos();
            [cos_y * cos_x, cos_y * sin_x, sin_y]
        };
        Self::Sphere(points.iter().map(on_sphere).collect())
    }

    /// A table from its rows.
    pub fn table(rows: &[Vec<f64>]) -> Self {
        let count = rows.len();
        let cells: Vec<f64> = rows.iter().flatten().copied().collect();
        let symmetric = (0..count).all(|a| (0..a).all(|b| cells[a * count + b] == cells[b * count + a]));
        Self::Table { count, cells, symmetric }
    }

    /// The distances among some of the buildings.
    pub fn part(&self, buildings: &[u32]) -> Self {
        let all = || buildings.iter().map(|&it| it as usize);
        match self {
            Self::Plane { xs, ys } => {
                Self::Plane { xs: all().map(|it| xs[it]).collect(), ys: all().map(|it| ys[it]).collect() }
            }
            Self::Sphere(points) => Self::Sphere(all().map(|it| points[it]).collect()),
            Self::Table { count, cells, symmetric } => Self::Table {
                count: buildings.len(),
                cells: all().flat_map(|from| all().map(move |to| cells[from * count + to])).collect(),
                symmetric: *symmetric,
            },
        }
    }

    /// Whether every way is as long as the way back.
    pub const fn is_symmetric(&self) -> bool {
        matches!(self, Self::Plane { .. } | Self::Sphere(_) | Self::Table { symmetric: true, .. })
    }

    /// From one building to another.
    pub fn between(&self, from: usize, to: usize) -> f64 {
        match self {
            Self::Plane { xs, ys } => {
                let (x, y) = (xs[from] - xs[to], ys[from] - ys[to]);
                (x * x + y * y).sqrt()
            }
            Self::Sphere(points) => arc(points[from], points[to]),
            Self::Table { count, cells, .. } => cells[from * count + to],
        }
    }

    /// From one building to each of several, into `out`.
    pub fn ways_from(&self, from: usize, to: &[u32], out: &mut Vec<f64>) {
        out.clear();
        match self {
            Self::Plane { xs, ys } => {
                let (x, y) = (xs[from], ys[from]);
                out.extend(to.iter().map(|&to| {
                    let (x, y) = (x - xs[to as usize], y - ys[to as usize]);
                    (x * x + y * y).sqrt()
                }));
            }
            Self::Sphere(points) => {
                let here = points[from];
                out.extend(to.iter().map(|&to| arc(here, points[to as usize])));
            }
            Self::Table { count, cells, .. } => {
                let row = &cells[from * count..(from + 1) * count];
                out.extend(to.iter().map(|&to| row[to as usize]));
            }
        }
    }
}

/// The chord tells the angle more exactly than the cosine does where points are near each other.
fn arc(a: [f64; 3], b: [f64; 3]) -> f64 {
    let chord = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt();
    2.0 * EARTH * (chord / 2.0).min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_degree_of_latitude_is_as_long_as_it_is() {
        let metric = Metric::sphere(&[(112.5, 37.0), (112.5, 38.0), (112.51, 37.0)]);
        assert!((metric.between(0, 1) - 111_195.08).abs() < 0.5);
        assert!((metric.between(0, 2) - 888.04).abs() < 0.5);
    }

    #[test]
    fn one_to_many_agrees_with_one_to_one() {
        let points: Vec<_> = (0..9).map(|i| (f64::from(i * i % 7), f64::from(i))).collect();
        let mut table = vec![vec![0.0; 9]; 9];
        for (a, row) in table.iter_mut().enumerate() {
            for (b, cell) in row.iter_mut().enumerate() {
                *cell = (a * 3 + b) as f64;
            }
        }
        for metric in [Metric::plane(&points), Metric::sphere(&points), Metric::table(&table)] {
            let (to, mut out) = ([0, 3, 8], Vec::new());
            metric.ways_from(4, &to, &mut out);
            for (&to, &got) in to.iter().zip(&out) {
                assert_eq!(got, metric.between(4, to as usize));
            }
        }
        assert!(!Metric::table(&table).is_symmetric());
    }
}
