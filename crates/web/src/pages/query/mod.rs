//! The query page: asked, saved, taken away.

mod act;
mod answer;
mod csv;
mod show;
mod wrong;

pub(crate) use act::{act, save};
pub(crate) use csv::take;
pub(crate) use show::show;

use guanjia_app::AppError;
use guanjia_domain::Refusal;
use guanjia_domain::ids::ViewId;

/// A view of a path; what is no id is answered like one that is not there.
fn id(text: &str) -> Result<ViewId, AppError> {
    text.parse().map_err(|_| Refusal::NotFound.into())
}
