//! `GET /work`: what each role does all day, first.

mod administrator;
mod grid_worker;
mod missing;
mod office;
mod organisation;
mod secretary;
mod steward;

pub use administrator::{AdministratorPage, Tally};
pub use grid_worker::GridWorkerPage;
pub use missing::MissingYears;
pub use office::{Call, OfficePage};
pub use organisation::OrganisationPage;
pub use secretary::{EstateLine, SecretaryPage};
pub use steward::{Counters, StewardPage};
