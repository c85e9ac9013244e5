//! Who acts, and who works on something.

use crate::ids::{OrganisationId, StaffId};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// A role: what somebody may do follows from it, from the area it holds for, and from nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Somebody who holds a request's private link.
    Resident,
    /// 网格员: reports, works off tasks of the own grid.
    GridWorker,
    /// 片管家 and every other community officer: accountable for the estates claimed.
    Officer,
    /// 书记: all estates of the community.
    Secretary,
    /// A property company, committee or stationed organisation: only what was handed to it.
    Organisation,
    /// 街道办事处: what the communities of the street escalated to it.
    StreetOffice,
    /// A district bureau: what was escalated to it.
    DistrictBureau,
    /// System administrator: import, people, settings; no text of any request.
    SystemAdministrator,
    /// Security administrator: accounts and sessions.
    SecurityAdministrator,
    /// Auditor: reads the access log and nothing else.
    Auditor,
    /// The program itself: timers and imports from the command line.
    System,
}

impl Role {
    /// Every role, in the order of the house.
    pub const ALL: [Self; 11] = [
        Self::Resident,
        Self::GridWorker,
        Self::Officer,
        Self::Secretary,
        Self::Organisation,
        Self::StreetOffice,
        Self::DistrictBureau,
        Self::SystemAdministrator,
        Self::SecurityAdministrator,
        Self::Auditor,
        Self::System,
    ];

    /// The stable name used in the ledger, in the API and as translation key.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Resident => "resident",
            Self::GridWorker => "grid_worker",
            Self::Officer => "officer",
            Self::Secretary => "secretary",
            Self::Organisation => "organisation",
            Self::StreetOffice => "street_office",
            Self::DistrictBureau => "district_bureau",
            Self::SystemAdministrator => "system_administrator",
            Self::SecurityAdministrator => "security_administrator",
            Self::Auditor => "auditor",
            Self::System => "system",
        }
    }
}

/// A word of the ledger that this version does not know.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not known")]
pub struct UnknownWord(pub String);

impl FromStr for Role {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|role| role.name() == text).ok_or_else(|| UnknownWord(text.to_owned()))
    }
}

/// Who did something: a role and, where there is one, the person or organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Actor {
    /// The role in which it was done.
    pub role: Role,
    /// The staff member or organisation; `None` for residents by link and for the program.
    pub id: Option<Uuid>,
}

impl Actor {
    /// The program itself.
    pub const SYSTEM: Self = Self { role: Role::System, id: None };
    /// Somebody who holds a request's private link, or reported without an account.
    pub const RESIDENT: Self = Self { role: Role::Resident, id: None };

    /// A staff member in a role.
    #[must_use]
    pub fn staff(role: Role, id: StaffId) -> Self {
        Self { role, id: Some(id.0) }
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.id {
            Some(id) => write!(f, "{}:{id}", self.role.name()),
            None => f.write_str(self.role.name()),
        }
    }
}

impl FromStr for Actor {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (role, id) = split(text)?;
        Ok(Self { role: role.parse()?, id })
    }
}

/// Who works on a request now, or is asked to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Party {
    /// The steward of the estate, whoever that is at the time.
    #[default]
    Steward,
    /// A grid worker.
    GridWorker(StaffId),
    /// A property company, a committee or a stationed organisation.
    Organisation(OrganisationId),
    /// The street office above the community.
    StreetOffice,
    /// A district bureau.
    DistrictBureau(OrganisationId),
}

impl Party {
    /// The kind as a stable word, also the translation key.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Steward => "steward",
            Self::GridWorker(_) => "grid_worker",
            Self::Organisation(_) => "organisation",
            Self::StreetOffice => "street_office",
            Self::DistrictBureau(_) => "district_bureau",
        }
    }

    /// The person or organisation behind it.
    #[must_use]
    pub const fn id(self) -> Option<Uuid> {
        match self {
            Self::Steward | Self::StreetOffice => None,
            Self::GridWorker(id) => Some(id.0),
            Self::Organisation(id) | Self::DistrictBureau(id) => Some(id.0),
        }
    }

    /// Whether it stands above the community.
    #[must_use]
    pub const fn is_above_community(self) -> bool {
        matches!(self, Self::StreetOffice | Self::DistrictBureau(_))
    }
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.id() {
            Some(id) => write!(f, "{}:{id}", self.kind()),
            None => f.write_str(self.kind()),
        }
    }
}

impl FromStr for Party {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match split(text)? {
            ("steward", None) => Ok(Self::Steward),
            ("street_office", None) => Ok(Self::StreetOffice),
            ("grid_worker", Some(id)) => Ok(Self::GridWorker(StaffId(id))),
            ("organisation", Some(id)) => Ok(Self::Organisation(OrganisationId(id))),
            ("district_bureau", Some(id)) => Ok(Self::DistrictBureau(OrganisationId(id))),
            _ => Err(UnknownWord(text.to_owned())),
        }
    }
}

/// `word` or `word:uuid`.
fn split(text: &str) -> Result<(&str, Option<Uuid>), UnknownWord> {
    match text.split_once(':') {
        None => Ok((text, None)),
        Some((word, id)) => {
            Uuid::parse_str(id).map(|id| (word, Some(id))).map_err(|_| UnknownWord(text.to_owned()))
        }
    }
}

macro_rules! serde_as_text {
    ($($name:ty),+) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }
    )+};
}

serde_as_text!(Actor, Party);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back() {
        let id = Uuid::from_u128(7);
        for party in [
            Party::Steward,
            Party::GridWorker(StaffId(id)),
            Party::Organisation(OrganisationId(id)),
            Party::StreetOffice,
            Party::DistrictBureau(OrganisationId(id)),
        ] {
            assert_eq!(party.to_string().parse::<Party>(), Ok(party));
        }
        for role in Role::ALL {
            let actor = Actor { role, id: Some(id) };
            assert_eq!(actor.to_string().parse::<Actor>(), Ok(actor));
        }
        assert!("mayor".parse::<Actor>().is_err());
        assert!("grid_worker".parse::<Party>().is_err());
        assert!("steward:7".parse::<Party>().is_err());
    }
}
