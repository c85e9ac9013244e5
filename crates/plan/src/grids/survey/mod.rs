//! The ground between buildings: which are neighbours, how far one walks, and what stands in the way.
//!
//! Buildings are joined by a Gabriel graph of their middles. A barrier (main road, river, wall) cuts such a link,
//! unless a street or gate that was given leads across it. Walks follow the streets where they are given, else the
//! links.

mod flat;
mod ground;
mod links;
mod streets;
mod walks;

pub use ground::{Ground, MOST, lay};

use flat::Flat;
use streets::Streets;

/// Longitude and latitude in degrees, WGS-84.
pub type LonLat = (f64, f64);

/// Lines that somebody drew; each has two points or more.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    /// Streets, paths and gates on which one walks.
    pub ways: Vec<Vec<LonLat>>,
    /// What nobody walks across.
    pub barriers: Vec<Vec<LonLat>>,
}

/// A building on the ground.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    /// Its middle.
    pub at: LonLat,
    /// The number of its estate.
    pub estate: usize,
}

/// What was found. Buildings are known by their place in the list.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// Pairs between which one can walk without crossing a third; the smaller first.
    pub links: Vec<(usize, usize)>,
    /// Metres from each building to each other, the same in both directions.
    pub walks: Vec<Vec<f64>>,
    /// The parts of each estate that falls apart by a barrier.
    pub torn: Vec<Vec<Vec<usize>>>,
    /// Buildings too far from every street that was given; empty without streets.
    pub off_streets: Vec<usize>,
}

/// Surveys the ground. All pairs are looked at, so some hundred buildings are its size.
#[must_use]
pub fn survey(spots: &[Spot], lines: &Lines) -> Survey {
    surveyed(spots, lines, None)
}

/// The same; where neighbours are known, of these alone those that nothing bars.
fn surveyed(spots: &[Spot], lines: &Lines, known: Option<&[(usize, usize)]>) -> Survey {
    let flat = Flat::around(spots.iter().map(|it| it.at));
    let points: Vec<_> = spots.iter().map(|it| flat.of(it.at)).collect();
    let on_ground =
        |lines: &[Vec<LonLat>]| -> Vec<_> { lines.iter().map(|it| flat.line(it)).collect::<Vec<_>>() };
    let streets = Streets::new(&on_ground(&lines.ways));
    let (on_foot, off_streets) = streets.walks(&points);
    let barriers = flat::segments(&on_ground(&lines.barriers));
    let barred = |a: usize, b: usize| {
        let straight = flat::between(points[a], points[b]);
        let led_across = on_foot[a][b] <= 2.0 * straight + 100.0;
        !led_across && barriers.iter().any(|wall| flat::cross((points[a], points[b]), *wall))
    };
    let estates: Vec<usize> = spots.iter().map(|it| it.estate).collect();
    let links = match known {
        None => links::links(&points, &estates, &barred),
        Some(known) => known.iter().copied().filter(|(a, b)| !barred(*a, *b)).collect(),
    };
    let walks = walks::walks(&points, &links, on_foot);
    let torn = links::torn(&estates, &links);
    Survey { links, walks, torn, off_streets }
}

#[cfg(test)]
mod tests;
