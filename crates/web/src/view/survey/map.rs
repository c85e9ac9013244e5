//! A plan of the buildings of an estate, drawn on the server: no map has to be fetched, and it can be printed.

use guanjia_domain::place::Point;

/// A building on the plan.
#[derive(Debug, Clone)]
pub struct MapBuilding {
    /// Where it leads.
    pub href: String,
    /// Its name.
    pub name: String,
    /// A few more words, such as "12 / 60".
    pub told: String,
    /// How much of it is affected: 0 none, 1 some, 2 a quarter, 3 half and more; 4 nothing is known.
    pub level: u8,
    /// The corners as SVG wants them.
    pub points: String,
    /// The middle, where the name stands.
    pub middle: (i32, i32),
}

/// The plan.
#[derive(Debug, Clone)]
pub struct MapView {
    /// Width and height.
    pub size: (i32, i32),
    /// The buildings.
    pub buildings: Vec<MapBuilding>,
}

/// The longer side of the plan.
const SIDE: f64 = 1_000.0;
/// Room around it.
const MARGIN: f64 = 40.0;

impl MapView {
    /// A plan of buildings with outlines in degrees; `None` where none is drawn. Over the few hundred metres of an
    /// estate a degree of longitude is as long as the cosine of the latitude says.
    #[must_use]
    pub fn of(drawn: Vec<(MapBuilding, &[Point])>) -> Option<Self> {
        let drawn: Vec<_> = drawn.into_iter().filter(|(_, outline)| outline.len() > 2).collect();
        let corners = || drawn.iter().flat_map(|(_, outline)| outline.iter());
        let (mut low, mut high) = ((f64::MAX, f64::MAX), (f64::MIN, f64::MIN));
        for (x, y) in corners() {
            low = (low.0.min(*x), low.1.min(*y));
            high = (high.0.max(*x), high.1.max(*y));
        }
        corners().next()?;
        let narrow = ((low.1 + high.1) / 2.0).to_radians().cos();
        let (width, height) = ((high.0 - low.0) * narrow, high.1 - low.1);
        let scale = SIDE / width.max(height).max(1e-9);
        let place = |(x, y): &Point| {
            let across = (x - low.0) * narrow * scale + MARGIN;
            (whole(across), whole((high.1 - y) * scale + MARGIN))
        };
        let building = |(it, outline): (MapBuilding, &[Point])| {
            let at: Vec<_> = outline.iter().map(place).collect();
            let points = at.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ");
            let count = i32::try_from(at.len()).unwrap_or(1).max(1);
            let sum = at.iter().fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
            MapBuilding { points, middle: (sum.0 / count, sum.1 / count), ..it }
        };
        let size = (whole(width * scale + 2.0 * MARGIN), whole(height * scale + 2.0 * MARGIN));
        Some(Self { size, buildings: drawn.into_iter().map(building).collect() })
    }
}

/// The nearest whole number; the plan is a thousand wide, so it always fits.
#[expect(clippy::cast_possible_truncation, reason = "bounded by the side of the plan")]
fn whole(value: f64) -> i32 {
    value.round().clamp(-1e6, 1e6) as i32
}
