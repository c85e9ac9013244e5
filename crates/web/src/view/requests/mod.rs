//! Pages of requests for people who are signed in.

mod new;
mod spot;

pub use new::{NewRequestForm, NewRequestPage};
pub use spot::{SpotForm, SpotPage};
