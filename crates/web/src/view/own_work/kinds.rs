//! The choices of the own work, in the words that people read. Their slugs are the names of the domain.

use crate::view::keyed::keyed;

keyed! {
    /// What is to be done when somebody takes an estate on.
    StartItem {
        /// Groups.
        Group = "group", "start-group";
        /// Poster.
        Poster = "poster", "start-poster";
        /// Property company.
        Property = "property", "start-property";
        /// Grid workers.
        GridWorkers = "grid_workers", "start-grid-workers";
        /// Cards.
        Cards = "cards", "start-cards";
    }
}

keyed! {
    /// Where a group is.
    GroupKind {
        /// WeChat.
        Wechat = "wechat", "group-wechat";
        /// WeCom.
        Wecom = "wecom", "group-wecom";
        /// QQ.
        Qq = "qq", "group-qq";
        /// DingTalk.
        Dingtalk = "dingtalk", "group-dingtalk";
        /// Something else.
        Other = "other", "choice-other";
    }
}

keyed! {
    /// Who runs a group.
    GroupAdmin {
        /// The steward.
        Steward = "steward", "role-steward";
        /// A grid worker.
        GridWorker = "grid_worker", "role-grid-worker";
        /// The community.
        Community = "community", "admin-community";
        /// The property company.
        Property = "property", "role-organisation";
        /// The owners' committee.
        Owners = "owners", "admin-owners";
        /// A resident.
        Resident = "resident", "actor-resident";
    }
}

keyed! {
    /// A point of a hazard round.
    Hazard {
        /// Fire lane.
        FirePassage = "fire_passage", "hazard-fire-passage";
        /// E-bikes.
        EBike = "e_bike", "hazard-e-bike";
        /// Fire equipment.
        FireEquipment = "fire_equipment", "hazard-fire-equipment";
        /// Gas.
        Gas = "gas", "hazard-gas";
        /// Wires.
        Wire = "wire", "hazard-wire";
        /// Lift.
        Lift = "lift", "hazard-lift";
        /// Lamps.
        Lamp = "lamp", "hazard-lamp";
        /// Things in the staircase.
        Clutter = "clutter", "hazard-clutter";
        /// Handrail.
        Handrail = "handrail", "hazard-handrail";
        /// Manhole.
        Manhole = "manhole", "hazard-manhole";
        /// Facade.
        Facade = "facade", "hazard-facade";
        /// Tree.
        Tree = "tree", "hazard-tree";
    }
}

keyed! {
    /// What a quarrel is about.
    Dispute {
        /// Noise.
        Noise = "noise", "dispute-noise";
        /// Water.
        Leak = "leak", "dispute-leak";
        /// Parking.
        Parking = "parking", "dispute-parking";
        /// Shared space.
        Space = "space", "dispute-space";
        /// Animals.
        Pets = "pets", "dispute-pets";
        /// Property service.
        Property = "property", "dispute-property";
        /// Family.
        Family = "family", "dispute-family";
        /// Something else.
        Other = "other", "choice-other";
    }
}

keyed! {
    /// How a mediation ended.
    Outcome {
        /// Agreed.
        Agreed = "agreed", "outcome-agreed";
        /// Not agreed.
        NotAgreed = "not_agreed", "outcome-not-agreed";
        /// A party did not go on.
        Withdrawn = "withdrawn", "outcome-withdrawn";
        /// Handed on.
        HandedOn = "handed_on", "outcome-handed-on";
    }
}

keyed! {
    /// What a leaflet is.
    LeafletKind {
        /// Notice.
        Notice = "notice", "leaflet-notice";
        /// Policy.
        Policy = "policy", "leaflet-policy";
    }
}

keyed! {
    /// Where a leaflet was put.
    Spot {
        /// Unit door.
        UnitDoor = "unit_door", "spot-unit-door";
        /// Notice board.
        Board = "board", "spot-board";
        /// Group.
        Group = "group", "spot-group";
        /// Somewhere else.
        Other = "other", "choice-other";
    }
}

/// The word of a choice by its slug.
macro_rules! said {
    ($words:expr, $kind:ident, $slug:expr) => {
        $crate::view::own_work::kinds::$kind::from_slug($slug)
            .map_or("", |it| $words.say(it.key()))
            .to_owned()
    };
}

/// Every variant as a choice.
macro_rules! offered {
    ($words:expr, $kind:ident, $chosen:expr) => {{
        let all = $crate::view::own_work::kinds::$kind::ALL.iter();
        let choice = |it: &$crate::view::own_work::kinds::$kind| {
            $crate::view::Choice::new(it.slug(), $words.say(it.key())).chosen_if($chosen)
        };
        all.map(choice).collect::<Vec<_>>()
    }};
}

pub(crate) use {offered, said};
