//! Pages of the place: estates, buildings, grids, the plan, and who answers for what.

mod building;
mod claims;
mod communities;
mod designs;
mod estate;
mod grids;
mod partitions;
mod plan;

pub use building::{BuildingPage, Floor, Room, UnitHead};
pub use claims::{ClaimForm, ClaimLine, ClaimsPage, PactPage, PlannedClaim};
pub use communities::{CommunitiesPage, CommunityCard, EstateOfStreet};
pub use designs::{
    DesignPage, DesignsPage, DraftLine, EstateHint, GridRow, PlanColumn, RectangleForm, ShapesPage, Torn,
    Tried, WishForm,
};
pub use estate::{BuildingLine, EstatePage, EstateTile, EstatesPage, PastClaim};
pub use grids::{GridLine, GridsPage};
pub use partitions::{Cancel, CellLine, PartitionBlock, PartitionsPage, PlanForm, PlannedDay, PlannedLine};
pub use plan::{PlanPage, PlanPlace};
