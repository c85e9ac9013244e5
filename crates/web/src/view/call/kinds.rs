//! The choices of calls for help, in the words that people read. Their slugs are the names of the domain.

use crate::view::keyed::keyed;

keyed! {
    /// Where a call stands.
    CallStage {
        /// Nobody has answered.
        Blown = "blown", "call-stage-blown";
        /// Somebody leads.
        Accepted = "accepted", "call-stage-accepted";
        /// Refused.
        Declined = "declined", "call-stage-declined";
        /// Planned.
        Planned = "planned", "call-stage-planned";
        /// Answered.
        Answered = "answered", "call-stage-answered";
        /// The end.
        Finished = "finished", "call-stage-finished";
        /// Taken back.
        Withdrawn = "withdrawn", "call-stage-withdrawn";
    }
}

impl CallStage {
    /// The tone of its chip.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Blown | Self::Answered => "wait",
            Self::Declined => "late",
            Self::Finished => "done",
            Self::Withdrawn => "off",
            Self::Accepted | Self::Planned => "work",
        }
    }
}

keyed! {
    /// A unit that has no name of its own.
    UnitKind {
        /// The steward.
        Steward = "steward", "role-steward";
        /// The secretary.
        Secretary = "secretary", "role-secretary";
        /// The street office.
        Street = "street_office", "decider-street";
        /// A bureau.
        Bureau = "district_bureau", "decider-bureau";
        /// Anybody else.
        Organisation = "organisation", "role-organisation";
    }
}

keyed! {
    /// The rule on which somebody rests.
    ListedRule {
        /// Not on the duty list.
        DutyList = "beijing_17", "rule-beijing-17";
        /// Beyond the unit's duties.
        BeyondDuties = "beijing_11_5", "rule-beijing-11-5";
        /// A legal way is open.
        LegalWay = "beijing_11_2", "rule-beijing-11-2";
        /// Jurisdiction is disputed.
        Jurisdiction = "beijing_12", "rule-beijing-12";
        /// Not of this unit.
        NotOfThisUnit = "weifang_22", "rule-weifang-22";
        /// Not downwards.
        NotDownwards = "weifang_24", "rule-weifang-24";
        /// With an explanation.
        Explained = "binzhou_11", "rule-binzhou-11";
    }
}
