//! Staff and organisations. Names and phones are in the vault.

use crate::ids::{EstateId, OrganisationId, StaffId};
use crate::moment::Moment;
use crate::party::Role;
use serde::{Deserialize, Serialize};

/// The post of a staff member, and by it the tier in which estates are given out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Post {
    /// 书记: one of the stewards and responsible for all estates.
    Secretary,
    /// 副书记 or 副主任.
    DeputyHead,
    /// 党员干部.
    PartyMemberCadre,
    /// 两委委员 and other officers.
    CommitteeMember,
    /// 社工.
    SocialWorker,
    /// 网格员.
    GridWorker,
    /// Somebody of the street office.
    StreetOfficial,
    /// Somebody of a district bureau.
    BureauOfficial,
    /// Looks after accounts, imports, settings.
    SystemAdministrator,
    /// Looks after sign-in and sessions.
    SecurityAdministrator,
    /// Reads the access log.
    Auditor,
}

impl Post {
    /// Every post.
    pub const ALL: [Self; 11] = [
        Self::Secretary,
        Self::DeputyHead,
        Self::PartyMemberCadre,
        Self::CommitteeMember,
        Self::SocialWorker,
        Self::GridWorker,
        Self::StreetOfficial,
        Self::BureauOfficial,
        Self::SystemAdministrator,
        Self::SecurityAdministrator,
        Self::Auditor,
    ];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Secretary => "secretary",
            Self::DeputyHead => "deputy_head",
            Self::PartyMemberCadre => "party_member_cadre",
            Self::CommitteeMember => "committee_member",
            Self::SocialWorker => "social_worker",
            Self::GridWorker => "grid_worker",
            Self::StreetOfficial => "street_official",
            Self::BureauOfficial => "bureau_official",
            Self::SystemAdministrator => "system_administrator",
            Self::SecurityAdministrator => "security_administrator",
            Self::Auditor => "auditor",
        }
    }

    /// The post of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|post| post.name() == name)
    }

    /// The role that somebody with this post signs in with.
    #[must_use]
    pub const fn role(self) -> Role {
        match self {
            Self::Secretary => Role::Secretary,
            Self::DeputyHead | Self::PartyMemberCadre | Self::CommitteeMember | Self::SocialWorker => {
                Role::Officer
            }
            Self::GridWorker => Role::GridWorker,
            Self::StreetOfficial => Role::StreetOffice,
            Self::BureauOfficial => Role::DistrictBureau,
            Self::SystemAdministrator => Role::SystemAdministrator,
            Self::SecurityAdministrator => Role::SecurityAdministrator,
            Self::Auditor => Role::Auditor,
        }
    }

    /// Whether it is one of the three administrators (三员), who check each other: whoever appoints one does not open
    /// the account, and none of them can be the last of the kind to go.
    #[must_use]
    pub const fn administers(self) -> bool {
        matches!(self, Self::SystemAdministrator | Self::SecurityAdministrator | Self::Auditor)
    }

    /// Whether somebody with this post may be the steward of an estate.
    #[must_use]
    pub const fn may_claim(self) -> bool {
        matches!(self.role(), Role::Officer | Role::Secretary)
    }
}

/// A staff member. The ledger knows the post, the vault the name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// Its id.
    pub id: StaffId,
    /// The post.
    pub post: Post,
    /// Tier 1 is the highest; `None` for posts that take no estates.
    pub tier: Option<u8>,
    /// The bureau for which somebody works.
    pub organisation: Option<OrganisationId>,
    /// Whether the person has left.
    pub left: bool,
    /// What they said on their own figures, the oldest first. Only the ledger and the table of comments know them: a
    /// list of staff leaves them empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<Comment>,
}

/// A comment on the own figures; its words are in the vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// Its number, from 0; never given twice.
    pub n: u32,
    /// When it was said.
    pub at: Moment,
    /// Its words are gone.
    #[serde(default)]
    pub erased: bool,
}

/// What kind of body an organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationKind {
    /// 物业公司.
    PropertyCompany,
    /// 业委会 or 物管会.
    OwnersCommittee,
    /// 居委会.
    ResidentsCommittee,
    /// 驻区单位.
    StationedOrganisation,
    /// A bureau of the district, such as the housing bureau.
    DistrictBureau,
}

impl OrganisationKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::PropertyCompany,
        Self::OwnersCommittee,
        Self::ResidentsCommittee,
        Self::StationedOrganisation,
        Self::DistrictBureau,
    ];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::PropertyCompany => "property_company",
            Self::OwnersCommittee => "owners_committee",
            Self::ResidentsCommittee => "residents_committee",
            Self::StationedOrganisation => "stationed_organisation",
            Self::DistrictBureau => "district_bureau",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// An organisation that work is handed to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// What kind of body.
    pub kind: OrganisationKind,
    /// Its name. A body is no person, so its name may stand in the ledger.
    pub name: String,
    /// The estates it serves; empty means all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub estates: Vec<EstateId>,
    /// Whether it has ended its work here.
    #[serde(default)]
    pub left: bool,
}
