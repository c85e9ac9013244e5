//! The choices of projects, in the words that people read. Their slugs are the names of the domain.

use crate::view::keyed::keyed;

keyed! {
    /// Where a project stands.
    Stage {
        /// Planned.
        Planned = "planned", "stage-planned";
        /// Residents are asked.
        Consulting = "consulting", "stage-consulting";
        /// Designed.
        Designed = "designed", "stage-designed";
        /// With the street or a bureau.
        Submitted = "submitted", "stage-submitted";
        /// Approved.
        Approved = "approved", "stage-approved";
        /// Works.
        Working = "working", "stage-working";
        /// Works are over.
        Finished = "finished", "stage-finished";
        /// Accepted.
        Accepted = "accepted", "stage-accepted";
        /// The end.
        Closed = "closed", "stage-closed";
        /// Not now.
        NotNow = "not_now", "stage-not-now";
    }
}

impl Stage {
    /// The tone of its chip.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Closed | Self::Accepted => "done",
            Self::NotNow | Self::Submitted => "wait",
            Self::Planned => "calm",
            _ => "work",
        }
    }
}

keyed! {
    /// What a door is in want of.
    Need {
        /// A lamp.
        DarkDoor = "dark_door", "need-dark-door";
        /// Light.
        Shade = "shade", "need-shade";
        /// Something else.
        Other = "other", "need-other";
    }
}

keyed! {
    /// Whose it is.
    Owner {
        /// The owners.
        Owners = "owners", "asset-owners";
        /// The property company.
        PropertyCompany = "property_company", "asset-property";
        /// The work unit.
        WorkUnit = "work_unit", "asset-work-unit";
        /// The city.
        City = "city", "asset-city";
        /// A supplier.
        Utility = "utility", "asset-utility";
    }
}

keyed! {
    /// Who has a say.
    Decider {
        /// The council.
        Council = "council", "decider-council";
        /// The owners' committee.
        OwnersCommittee = "owners_committee", "decider-committee";
        /// The owner.
        Owner = "owner", "decider-owner";
        /// The street.
        Street = "street", "decider-street";
        /// The bureau.
        Bureau = "bureau", "decider-bureau";
    }
}

keyed! {
    /// Who pays.
    Fund {
        /// Maintenance fund.
        Maintenance = "maintenance", "fund-maintenance";
        /// What the estate earns.
        PublicRevenue = "public_revenue", "fund-public-revenue";
        /// The property company.
        PropertyCompany = "property_company", "fund-property";
        /// The street.
        Street = "street", "fund-street";
        /// The community.
        Community = "community", "fund-community";
        /// The owners.
        Owners = "owners", "fund-owners";
    }
}

keyed! {
    /// Who objects.
    Voice {
        /// A low floor.
        LowFloor = "low_floor", "voice-low";
        /// A high floor.
        HighFloor = "high_floor", "voice-high";
        /// An owner.
        Owner = "owner", "voice-owner";
        /// Somebody else.
        Other = "other", "choice-other";
    }
}

keyed! {
    /// Why only in part, or not yet.
    Why {
        /// Reach.
        Reach = "reach", "why-reach";
        /// The neighbour's lamp.
        Neighbour = "neighbour", "why-neighbour";
        /// An objection.
        Objection = "objection", "why-objection";
        /// The owner.
        Owner = "owner", "why-owner";
        /// The money.
        Fund = "fund", "why-fund";
        /// Power.
        Power = "power", "why-power";
        /// The tree.
        Tree = "tree", "why-tree";
        /// Not planned.
        NotPlanned = "not_planned", "why-not-planned";
        /// Works.
        Works = "works", "why-works";
    }
}

keyed! {
    /// In which way somebody is told.
    Way {
        /// At the door.
        InPerson = "in_person", "way-in-person";
        /// By phone.
        Phone = "phone", "way-phone";
        /// In the group.
        Group = "group", "way-group";
        /// By slip.
        Slip = "slip", "way-slip";
        /// On the link.
        Link = "link", "way-link";
    }
}

/// The word of a choice by its slug.
macro_rules! worded {
    ($words:expr, $kind:ident, $slug:expr) => {
        $crate::view::project::kinds::$kind::from_slug($slug).map_or("", |it| $words.say(it.key())).to_owned()
    };
}

/// The variants that `$keep` keeps as choices.
macro_rules! offered {
    ($words:expr, $kind:ident, $chosen:expr, $keep:expr) => {{
        let all = $crate::view::project::kinds::$kind::ALL.iter().filter(|it| $keep(it.slug()));
        let choice = |it: &$crate::view::project::kinds::$kind| {
            $crate::view::Choice::new(it.slug(), $words.say(it.key())).chosen_if($chosen)
        };
        all.map(choice).collect::<Vec<_>>()
    }};
}

pub(crate) use {offered, worded};
