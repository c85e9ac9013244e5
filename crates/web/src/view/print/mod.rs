//! What is made to be printed: the list of it, posters, labels for doors, lists for visits, the file of a request.

mod doors;
mod file;
mod list;
mod poster;
mod visits;

pub use doors::{Door, DoorsPage};
pub use file::RequestFilePage;
pub use list::{PrintEstate, PrintPage};
pub use poster::{PosterPage, Reach};
pub use visits::{VisitRoom, VisitTable, VisitsPage};
