//! Queries: asked in the closed language of `guanjia_domain::query`, answered over requests one by one, saved as views.

mod ask;
mod names;
mod take;
mod view;

pub use ask::Asked;
pub use names::QueryNames;
pub use take::TOKEN_DAYS;
pub use view::ViewLine;
