//! Monthly reports and registers.

mod calls;
mod labels;
mod list;
mod month;
mod rates;
mod register;
mod xlsx;

pub(crate) use calls::calls;
pub use labels::ReportLabels;
pub(crate) use list::list;
pub(crate) use month::show;
pub(crate) use rates::rate;
pub(crate) use register::{figure, register};
pub(crate) use xlsx::take;

use guanjia_app::AppError;
use guanjia_domain::Refusal;
use guanjia_domain::report::Month;

/// A month of a path; what is none is answered like one that is not there.
fn month_of(text: &str) -> Result<Month, AppError> {
    text.parse().map_err(|_| Refusal::NotFound.into())
}
