//! Quantities, cost and fund of a design.

use super::place::{Demand, Need};
use crate::refusal::Refusal;
use crate::worded::worded;
use serde::{Deserialize, Serialize};

/// The most pieces of one line, and of one bill.
pub const MOST_PIECES: u32 = 500;

worded! {
    /// Who pays.
    Fund {
        /// The maintenance fund of the building (住宅专项维修资金).
        Maintenance = "maintenance";
        /// What the estate earns: parking, advertisements (公共收益).
        PublicRevenue = "public_revenue";
        /// The property company.
        PropertyCompany = "property_company";
        /// The street office.
        Street = "street";
        /// The community's fund for serving residents.
        Community = "community";
        /// The owners, each a share.
        Owners = "owners";
    }
}

/// So many pieces of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BillLine {
    /// For which need: lamps, trees, measures.
    pub need: Need,
    /// How many, from 1.
    pub quantity: u32,
    /// What one costs, in fen (1/100 yuan).
    pub unit_price: u64,
}

/// The bill of a design.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bill {
    /// Its lines, one a need.
    pub lines: Vec<BillLine>,
    /// Who pays.
    pub fund: Fund,
}

impl Bill {
    /// What it costs in all, in fen.
    #[must_use]
    pub fn total(&self) -> u64 {
        let costs = self.lines.iter().map(|it| it.unit_price.saturating_mul(u64::from(it.quantity)));
        costs.fold(0, u64::saturating_add)
    }

    /// Whether it can be a bill for these doors.
    ///
    /// # Errors
    /// [`Refusal::QuantityZero`] for a line of nothing and for a bill without lines; [`Refusal::NotAChoice`] for more
    /// than [`MOST_PIECES`], for two lines of one need, and for a need that no door of the scope has.
    pub(super) fn check(&self, scope: &[Demand]) -> Result<(), Refusal> {
        if self.lines.is_empty() || self.lines.iter().any(|it| it.quantity == 0) {
            return Err(Refusal::QuantityZero);
        }
        let wrong = |value: String| Err(Refusal::NotAChoice { field: "quantity", value });
        for (at, line) in self.lines.iter().enumerate() {
            let again = self.lines[..at].iter().any(|it| it.need == line.need);
            if again || !scope.iter().any(|it| it.need == line.need) {
                return wrong(line.need.name().to_owned());
            }
        }
        let pieces: u64 = self.lines.iter().map(|it| u64::from(it.quantity)).sum();
        if pieces > u64::from(MOST_PIECES) { wrong(pieces.to_string()) } else { Ok(()) }
    }
}
