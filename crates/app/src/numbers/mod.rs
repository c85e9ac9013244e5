//! Numbers: counted from the lives of requests whenever somebody looks, and remembered until a request changes.

mod comments;
mod facts;
mod gather;
mod list;
mod load;
mod pace;
mod period;
mod reach;
mod rule;

pub use comments::{HeldComment, LoadComment};
pub use gather::Gathered;
pub use list::Question;
pub use load::{LoadLine, LoadSheet};
pub use pace::{Compared, PaceLine, PaceSheet};
pub use period::Period;
pub use reach::Reach;
