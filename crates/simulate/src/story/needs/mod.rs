//! What people ask for, and how they put it: sentence patterns by matter, all written for this demo.
//!
//! In a pattern `{p}` is the place, `{d}` a length of time, `{t}` a time of day; the module `words` fills them in.

mod home;
mod people;
mod shared;
mod yard;

/// How exactly the place is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Scene {
    /// Somewhere in the estate.
    Yard,
    /// At a building.
    Block,
    /// At the door or on the stairs of a unit.
    Door,
    /// In a flat; seen by whoever lives there, never on a round.
    Home,
    /// At no place of the estate in particular: a matter of the person.
    Person,
}

/// When a matter comes up at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Season {
    Always,
    /// November to March, when the city heats.
    Heating,
    /// December to February.
    Winter,
    /// May to September.
    Summer,
}

/// Something that is asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Need {
    /// Code in `guanjia_domain::matter`.
    pub matter: &'static str,
    pub scene: Scene,
    /// How often within its [`Group`], relative to the others there.
    pub weight: f64,
    pub season: Season,
    /// A question, so that "please repair it soon" does not follow.
    pub question: bool,
    pub patterns: &'static [&'static str],
}

const fn need(matter: &'static str, scene: Scene, weight: f64, patterns: &'static [&'static str]) -> Need {
    Need { matter, scene, weight, season: Season::Always, question: false, patterns }
}

impl Need {
    const fn only(mut self, season: Season) -> Self {
        self.season = season;
        self
    }

    const fn asks(mut self) -> Self {
        self.question = true;
        self
    }

    /// The group whose share of all requests is known.
    pub(super) fn group(&self) -> Group {
        match (&self.matter[..2], &self.matter[2..]) {
            ("01", _) => Group::Roads,
            ("02" | "03", _) => Group::Sanitation,
            ("04" | "05" | "06", _) => Group::Facilities,
            ("07", _) => Group::Parking,
            ("08", _) => Group::Utilities,
            ("09", "07" | "08" | "09" | "10") => Group::Pets,
            ("09", _) => Group::Noise,
            ("10" | "11", _) => Group::Consult,
            ("12", "05" | "06" | "07" | "08") => Group::Security,
            ("12", _) => Group::Order,
            _ => Group::Other,
        }
    }
}

/// Groups of matters by which shares are published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Group {
    Facilities,
    Sanitation,
    Parking,
    Utilities,
    Noise,
    Consult,
    Roads,
    Order,
    Pets,
    Security,
    Other,
}

impl Group {
    pub(super) const ALL: [Self; 11] = [
        Self::Facilities,
        Self::Sanitation,
        Self::Parking,
        Self::Utilities,
        Self::Noise,
        Self::Consult,
        Self::Roads,
        Self::Order,
        Self::Pets,
        Self::Security,
        Self::Other,
    ];

    /// Share of all requests in per cent, outside the heating season.
    pub(super) const fn share(self) -> f64 {
        match self {
            Self::Facilities => 24.0,
            Self::Sanitation => 14.0,
            Self::Parking => 13.0,
            Self::Utilities => 12.0,
            Self::Noise => 10.0,
            Self::Consult => 9.0,
            Self::Roads => 7.0,
            Self::Order => 5.0,
            Self::Pets => 3.0,
            Self::Security => 2.0,
            Self::Other => 1.0,
        }
    }

    /// Who settles it, in per cent: on the spot, property company, committee, street office, bureau. Chosen so that all
    /// groups together come near 45, 25, 15, 11 and 4 after what companies return, and what estates without company
    /// and reopened requests bring, has fallen to the committee.
    pub(super) const fn levels(self) -> [f64; 5] {
        match self {
            Self::Facilities => [37.0, 51.0, 5.0, 4.0, 3.0],
            Self::Sanitation => [46.0, 38.0, 2.0, 13.0, 1.0],
            Self::Parking => [51.0, 29.0, 6.0, 13.0, 1.0],
            Self::Utilities => [31.0, 28.0, 7.0, 15.0, 19.0],
            Self::Noise => [60.0, 10.0, 27.0, 3.0, 0.0],
            Self::Consult => [76.0, 0.0, 20.0, 4.0, 0.0],
            Self::Roads => [38.0, 33.0, 3.0, 22.0, 4.0],
            Self::Order => [28.0, 8.0, 18.0, 33.0, 13.0],
            Self::Pets => [62.0, 18.0, 18.0, 2.0, 0.0],
            Self::Security => [50.0, 0.0, 32.0, 18.0, 0.0],
            Self::Other => [50.0, 14.0, 32.0, 4.0, 0.0],
        }
    }
}

/// Every need.
pub(super) fn all() -> impl Iterator<Item = &'static Need> {
    [yard::NEEDS, shared::NEEDS, home::NEEDS, people::NEEDS].into_iter().flatten()
}
