//! Obstacles and faults in the reader's words.

use crate::view::Problem;
use crate::words::Words;
use guanjia_app::grid_design::Obstacle;
use guanjia_app::shapes::ShapeFault;

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Why no grids can be designed.
pub(super) fn obstacle(words: &Words, it: &Obstacle) -> Problem {
    let rows = it.rows();
    let problem = |key, cure, args: &[_]| Problem::new(words, "", key, cure, args);
    match it {
        Obstacle::NoBuildings => problem("obstacle-no-buildings", "obstacle-no-buildings-cure", &[]),
        Obstacle::NoPlace(_) => {
            problem("obstacle-no-place", "obstacle-no-place-cure", &[("rows", rows.as_str().into())])
        }
        Obstacle::TooMany { buildings, most } => {
            let args = [("n", number(*buildings).into()), ("most", number(*most).into())];
            problem("obstacle-too-many", "obstacle-too-many-cure", &args)
        }
        Obstacle::Search(chinese, english) => {
            let message = if words.language().tag() == "en" { english } else { chinese };
            let cure = words.say("obstacle-search-cure").to_owned();
            Problem { field: String::new(), message: message.clone(), cure }
        }
        Obstacle::Objection(what) => {
            problem("obstacle-objection", "obstacle-objection-cure", &[("what", what.as_str().into())])
        }
    }
}

/// Why a file of shapes or lines cannot be used.
pub(super) fn shape(words: &Words, it: &ShapeFault) -> Problem {
    let problem = |key, cure, args: &[_]| Problem::new(words, "file", key, cure, args);
    match it {
        ShapeFault::NotReadable => problem("shape-not-readable", "shape-not-readable-cure", &[]),
        ShapeFault::TooMany { most } => {
            problem("shape-too-many", "shape-too-many-cure", &[("n", number(*most).into())])
        }
        ShapeFault::NotKnown { rows } => {
            problem("shape-not-known", "shape-not-known-cure", &[("rows", rows.as_str().into())])
        }
        ShapeFault::NotDegrees { rows } => {
            problem("shape-not-degrees", "shape-not-degrees-cure", &[("rows", rows.as_str().into())])
        }
        ShapeFault::FarAway { rows, kilometres } => {
            let km = i64::try_from(*kilometres).unwrap_or(i64::MAX);
            let args = [("rows", rows.as_str().into()), ("km", km.into())];
            problem("shape-far-away", "shape-far-away-cure", &args)
        }
        ShapeFault::OtherDatum { name } => {
            problem("shape-other-datum", "shape-other-datum-cure", &[("name", name.as_str().into())])
        }
        ShapeFault::NoShape { rows } => {
            problem("shape-none", "shape-none-cure", &[("rows", rows.as_str().into())])
        }
    }
}
