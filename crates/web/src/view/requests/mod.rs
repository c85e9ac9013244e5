//! Pages of requests for people who are signed in.

mod actions;
mod detail;
mod list;
mod new;
mod spot;

pub use actions::{Actions, Typed};
pub use detail::{DetailPage, PrivateLink, Reporter};
pub use list::{Filter, ListPage};
pub use new::{NewRequestForm, NewRequestPage};
pub use spot::{SpotForm, SpotPage};
