//! Designing grids: the list of drafts, a draft with its map, and where buildings lie.

mod draft;
mod list;
mod sample;
mod sample_list;
mod shapes;

pub use draft::{DesignPage, GridRow, PlanColumn, Torn, Tried};
pub use list::{DesignsPage, DraftLine, EstateHint, WishForm};
pub use shapes::{RectangleForm, ShapesPage};
