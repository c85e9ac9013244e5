//! What a hazard round looks at.

use crate::worded::worded;

worded! {
    /// A point of a hazard round (隐患排查).
    Hazard {
        /// Fire lane or staircase blocked.
        FirePassage = "fire_passage";
        /// E-bikes charged indoors or by a loose cable.
        EBike = "e_bike";
        /// Extinguisher, hydrant or alarm damaged.
        FireEquipment = "fire_equipment";
        /// Gas pipe, hose or meter.
        Gas = "gas";
        /// Bare or loose wires.
        Wire = "wire";
        /// A lift that shakes or is noisy.
        Lift = "lift";
        /// Lamps of a staircase.
        Lamp = "lamp";
        /// Things stored in the staircase.
        Clutter = "clutter";
        /// A loose handrail.
        Handrail = "handrail";
        /// A loose manhole cover.
        Manhole = "manhole";
        /// Parts of the facade that may fall.
        Facade = "facade";
        /// A tree or a branch that may fall.
        Tree = "tree";
    }
}

impl Hazard {
    /// The code of the matter that a finding becomes.
    #[must_use]
    pub const fn matter(self) -> &'static str {
        match self {
            Self::FirePassage => "0701",
            Self::EBike => "0707",
            Self::FireEquipment => "0710",
            Self::Gas => "0808",
            Self::Wire => "0806",
            Self::Lift => "0503",
            Self::Lamp => "0103",
            Self::Clutter => "0404",
            Self::Handrail => "0608",
            Self::Manhole => "0105",
            Self::Facade => "0603",
            Self::Tree => "0202",
        }
    }
}
