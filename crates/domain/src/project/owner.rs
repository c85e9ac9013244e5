//! Whose the trees and lamps are, and who may therefore decide. Trees inside an estate are the owners' common property
//! and no city greenery: nobody trims them on a bureau's word alone, and no bureau does it for them unasked.
//! (Civil Code of the PRC, articles 274 and 278; Urban Greening Regulations, articles 17 to 21.)

use crate::party::Party;
use crate::worded::worded;

worded! {
    /// Whose it is.
    Owner {
        /// All owners of the estate in common.
        Owners = "owners";
        /// The property company.
        PropertyCompany = "property_company";
        /// The work unit that built the estate.
        WorkUnit = "work_unit";
        /// The city: greenery or lamps of the street.
        City = "city";
        /// A supplier of power, gas, water or telecommunications.
        Utility = "utility";
    }
}

worded! {
    /// Who has a say.
    Decider {
        /// The residents' council (议事会).
        Council = "council";
        /// The owners' committee, for all owners.
        OwnersCommittee = "owners_committee";
        /// Whoever owns it.
        Owner = "owner";
        /// The street office.
        Street = "street";
        /// The bureau in charge.
        Bureau = "bureau";
    }
}

impl Owner {
    /// Whose word is needed, in the order in which they are asked. The street or the bureau approves last.
    #[must_use]
    pub const fn deciders(self) -> &'static [Decider] {
        match self {
            Self::Owners => &[Decider::Council, Decider::OwnersCommittee, Decider::Street],
            Self::PropertyCompany | Self::WorkUnit => &[Decider::Council, Decider::Owner, Decider::Street],
            Self::City | Self::Utility => &[Decider::Owner, Decider::Bureau],
        }
    }

    /// Whether nothing is designed before the residents' council has agreed.
    #[must_use]
    pub fn needs_council(self) -> bool {
        self.deciders().contains(&Decider::Council)
    }

    /// Whether this office may approve: of what the city or a supplier owns only a bureau.
    #[must_use]
    pub fn is_approved_by(self, office: Party) -> bool {
        match office {
            Party::StreetOffice => self.deciders().contains(&Decider::Street),
            Party::DistrictBureau(_) => true,
            _ => false,
        }
    }
}
