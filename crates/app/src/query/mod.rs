//! Queries: asked in the closed language of `guanjia_domain::query`, answered over requests one by one, saved as views.
//! An answer is remembered until something changes that it was made of.

mod ask;
mod names;
mod take;
mod tokens;
mod view;

pub use ask::Asked;
pub use names::{MOST_LOOKED_THROUGH, QueryNames};
pub use take::TOKEN_DAYS;
pub use tokens::{TokenSpan, ViewToken};
pub use view::ViewLine;
