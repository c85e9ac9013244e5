//! The unit that is called, leads or assists (承办单位).

use crate::ids::OrganisationId;
use crate::party::{Party, Role, UnknownWord};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// A unit that has to do with a call for help. Posts and bodies, never persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HandlingUnit {
    /// The steward of the estate, whoever that is at the time.
    Steward,
    /// The secretary of the community.
    Secretary,
    /// The street office above the community.
    StreetOffice,
    /// A district bureau.
    Bureau(OrganisationId),
    /// A property company, a committee, a supplier or another organisation: it can only assist.
    Organisation(OrganisationId),
}

impl HandlingUnit {
    /// The kind as a stable word, also the translation key.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Steward => "steward",
            Self::Secretary => "secretary",
            Self::StreetOffice => "street_office",
            Self::Bureau(_) => "district_bureau",
            Self::Organisation(_) => "organisation",
        }
    }

    /// The organisation behind it.
    #[must_use]
    pub const fn organisation(self) -> Option<OrganisationId> {
        match self {
            Self::Bureau(id) | Self::Organisation(id) => Some(id),
            Self::Steward | Self::Secretary | Self::StreetOffice => None,
        }
    }

    /// How far up it stands: steward, secretary, street office, district bureau; `None` for those beside that ladder.
    #[must_use]
    pub const fn level(self) -> Option<u8> {
        match self {
            Self::Steward => Some(0),
            Self::Secretary => Some(1),
            Self::StreetOffice => Some(2),
            Self::Bureau(_) => Some(3),
            Self::Organisation(_) => None,
        }
    }

    /// Whether it stands above the community.
    #[must_use]
    pub const fn is_above(self) -> bool {
        matches!(self, Self::StreetOffice | Self::Bureau(_))
    }

    /// Whether it is the community's own.
    #[must_use]
    pub const fn is_community(self) -> bool {
        matches!(self, Self::Steward | Self::Secretary)
    }

    /// Whether it may call another: up the ladder, between bureaus, and down to the community, there only for what the
    /// duty list holds.
    #[must_use]
    pub fn may_call(self, to: Self) -> bool {
        match (self.level(), to.level()) {
            (Some(from), Some(to)) if to > from => true,
            (Some(3), Some(3)) => self != to,
            (Some(2 | 3), Some(0 | 1)) => true,
            _ => false,
        }
    }

    /// The party that speaks for it.
    #[must_use]
    pub const fn party(self) -> Party {
        match self {
            Self::Steward | Self::Secretary => Party::Steward,
            Self::StreetOffice => Party::StreetOffice,
            Self::Bureau(id) => Party::DistrictBureau(id),
            Self::Organisation(id) => Party::Organisation(id),
        }
    }

    /// Whether somebody of a role speaks for it. A body without account speaks through its private link, as an
    /// organisation, whether it is a bureau or not; the secretary also speaks for every steward.
    #[must_use]
    pub fn is_spoken_for_by(self, role: Role, id: Option<Uuid>) -> bool {
        let its = self.organisation().map(|it| it.0);
        match role {
            Role::Officer => self == Self::Steward,
            Role::Secretary => self.is_community(),
            Role::StreetOffice => self == Self::StreetOffice,
            Role::DistrictBureau => matches!(self, Self::Bureau(_)) && its == id,
            Role::Organisation => its.is_some() && its == id,
            _ => false,
        }
    }
}

impl fmt::Display for HandlingUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.organisation() {
            Some(id) => write!(f, "{}:{id}", self.kind()),
            None => f.write_str(self.kind()),
        }
    }
}

impl FromStr for HandlingUnit {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "secretary" {
            return Ok(Self::Secretary);
        }
        match text.parse::<Party>()? {
            Party::Steward => Ok(Self::Steward),
            Party::StreetOffice => Ok(Self::StreetOffice),
            Party::DistrictBureau(id) => Ok(Self::Bureau(id)),
            Party::Organisation(id) => Ok(Self::Organisation(id)),
            Party::GridWorker(_) => Err(UnknownWord(text.to_owned())),
        }
    }
}

impl Serialize for HandlingUnit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for HandlingUnit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
