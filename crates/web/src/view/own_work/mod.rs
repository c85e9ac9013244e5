//! Pages of the own work: the beginning of a claim, groups, hazard rounds, mediations, notices and leaflets.

mod brief;
mod groups;
mod hub;
pub mod kinds;
mod leaflet;
mod leaflets;
mod mediation;
mod mediations;
mod round;
mod rounds;

pub use brief::OwnBrief;
pub use groups::{GroupForm, GroupLine, GroupsPage};
pub use hub::{HangingLine, OwnWorkPage, StartCard, StartStep};
pub use leaflet::{LeafletPage, PutForm, PutLine};
pub use leaflets::{LeafletForm, LeafletLine, LeafletsPage, PublicLeaflet};
pub use mediation::{AgreementPage, MediationPage, MediationText};
pub use mediations::{MediationForm, MediationRow, MediationsPage};
pub use round::{FindingRow, RoundPage};
pub use rounds::{RoundLine, RoundsPage};
