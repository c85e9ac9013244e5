//! Designing grids: the list of drafts, one with its map, what is done with it, and where buildings lie.

mod act;
mod columns;
mod list;
mod map;
mod said;
mod sent;
mod shapes;
mod show;

pub(crate) use act::act;
pub(crate) use list::{design, list};
pub(crate) use map::geojson;
pub(crate) use shapes::{rectangle, show as shapes, take};
pub(crate) use show::show;

/// How many colours there are; the next ones begin again. Numbers stand beside them.
const TONES: usize = 12;
