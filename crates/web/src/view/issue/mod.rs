//! Common issues.

mod brief;
mod kinds;
mod list;
mod numbers;
mod sheet;

pub use brief::{IssueBrief, IssueRow};
pub use kinds::IssueKind;
pub use list::IssuesPage;
pub use numbers::{KindElsewhere, StreetWeek, Unusual};
pub use sheet::{IssuePage, MemberCard, MergeOffer, OfferedPart};
