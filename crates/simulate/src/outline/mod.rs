//! The place: the reference community and a small neighbour, as plain data.
//!
//! Every part has a short key, readable in tests and logs, and an id made from it (see [`crate::ids::id`]).

mod buildings;
mod estates;
mod grids;
mod layout;
mod organisations;
pub mod people;

#[cfg(test)]
mod tests;

use uuid::Uuid;

/// When the ids of the place were made, in ms since 1970: 2025-01-01 00:00 in China.
pub const FOUNDED_AT_MS: i64 = 1_735_660_800_000;

/// A point in WGS-84 degrees: longitude, latitude.
pub type LonLat = [f64; 2];

/// Everything the demo starts from.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// The street office above both communities.
    pub street: OfficeOutline,
    /// The district bureau that is called for houses and their surroundings.
    pub bureau: OfficeOutline,
    /// The community of the story: 13 estates, 7 119 households.
    pub community: CommunityOutline,
    /// A second small community, there to show that one never sees the other.
    pub neighbour: CommunityOutline,
}

/// An office above the community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeOutline {
    /// Id made from `key`.
    pub id: Uuid,
    /// Short key.
    pub key: &'static str,
    /// Division code: nine digits for a street, six for a district.
    pub division_code: &'static str,
    /// Real name of the office.
    pub name: &'static str,
    /// Invented clerk who answers there.
    pub clerk: PersonOutline,
}

/// A community with all that lies in it.
#[derive(Debug, Clone, PartialEq)]
pub struct CommunityOutline {
    /// 12-digit division code.
    pub division_code: &'static str,
    /// Real name.
    pub name: &'static str,
    /// Number for complaints about the service itself (监督电话), invented.
    pub supervision_phone: String,
    /// Estates in map order.
    pub estates: Vec<EstateOutline>,
    /// Grids; their parts cover every unit exactly once.
    pub grids: Vec<GridOutline>,
    /// Officers; each is the steward of one or two estates.
    pub officers: Vec<OfficerOutline>,
    /// Who stands for which estate.
    pub claims: Vec<ClaimOutline>,
    /// Property companies, committees, stationed organisations.
    pub organisations: Vec<OrganisationOutline>,
}

/// An estate (小区).
#[derive(Debug, Clone, PartialEq)]
pub struct EstateOutline {
    /// Id made from `key`.
    pub id: Uuid,
    /// `e01` …
    pub key: String,
    /// Name; only that of `e01` is real.
    pub name: &'static str,
    /// Residents; a count, there are no persons behind it.
    pub residents: u32,
    /// Closed outline, counter-clockwise, the first point not repeated.
    pub outline: Vec<LonLat>,
    /// Buildings by number.
    pub buildings: Vec<BuildingOutline>,
}

/// A building (楼栋).
#[derive(Debug, Clone, PartialEq)]
pub struct BuildingOutline {
    /// Id made from `key`.
    pub id: Uuid,
    /// `e01b04`.
    pub key: String,
    /// `4号楼`.
    pub name: String,
    /// Storeys above ground.
    pub floors: u32,
    /// Closed outline, counter-clockwise, the first point not repeated.
    pub footprint: Vec<LonLat>,
    /// Units by number.
    pub units: Vec<UnitOutline>,
}

/// A unit (单元): one door, one staircase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitOutline {
    /// Id made from `key`.
    pub id: Uuid,
    /// `e01b04u2`.
    pub key: String,
    /// `2单元`.
    pub name: String,
    /// Rooms from the ground up.
    pub rooms: Vec<RoomOutline>,
}

/// A room (室): one flat behind one number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomOutline {
    /// Id made from the unit's key and the name.
    pub id: Uuid,
    /// Floor, from 1.
    pub floor: u32,
    /// `301`.
    pub name: String,
    /// Households that live here: 0 vacant, usually 1, 2 where a flat is shared.
    pub households: u32,
}

/// A grid (网格) of some 300 to 500 households.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridOutline {
    /// Id made from `key`.
    pub id: Uuid,
    /// `g01` …
    pub key: String,
    /// `第1网格`.
    pub name: String,
    /// What it is made of.
    pub parts: Vec<GridPart>,
    /// Its one grid worker.
    pub worker: PersonOutline,
}

/// A piece of a grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GridPart {
    /// A whole building.
    Building(Uuid),
    /// A unit of a building that the grids divide.
    Unit(Uuid),
}

/// Somebody with an invented name and number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonOutline {
    /// Id made from `key`.
    pub id: Uuid,
    /// Short key, unique in the outline.
    pub key: String,
    /// Invented name.
    pub name: String,
    /// Eleven digits in the unassigned range 1300000xxxx.
    pub phone: String,
}

/// An officer of the community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficerOutline {
    /// Who it is; keys `o01` …
    pub person: PersonOutline,
    /// 1 the highest.
    pub tier: u8,
    /// What the officer is.
    pub position: Position,
}

/// Positions in a community.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Position {
    /// Secretary and head (书记、主任), responsible for all estates.
    Secretary,
    /// Deputy (副主任).
    DeputyHead,
    /// Party-member cadre (党员干部).
    PartyMemberCadre,
    /// Social worker (社工).
    SocialWorker,
}

impl Position {
    /// Chinese title.
    #[must_use]
    pub fn zh(self) -> &'static str {
        match self {
            Self::Secretary => "书记、主任",
            Self::DeputyHead => "副主任",
            Self::PartyMemberCadre => "党员干部",
            Self::SocialWorker => "社工",
        }
    }
}

/// Steward and stand-in of an estate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClaimOutline {
    /// The estate.
    pub estate: Uuid,
    /// Its steward, an officer.
    pub steward: Uuid,
    /// Who stands in (AB角), another officer.
    pub deputy: Uuid,
}

/// An organisation that works for estates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationOutline {
    /// Id made from `key`.
    pub id: Uuid,
    /// Short key.
    pub key: String,
    /// Invented name.
    pub name: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// Invented contact.
    pub contact: PersonOutline,
    /// Estates it serves.
    pub estates: Vec<Uuid>,
}

/// Kinds of organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OrganisationKind {
    /// Property company (物业).
    PropertyCompany,
    /// Owners' committee (业委会).
    OwnersCommittee,
    /// Residents' committee (居委会).
    ResidentsCommittee,
    /// Organisation with its seat in the area (驻区单位).
    Stationed,
}

/// The reference community, its neighbour, and the offices above; the same in every call.
#[must_use]
pub fn outline() -> Outline {
    Outline {
        street: OfficeOutline {
            id: id("street"),
            key: "street",
            division_code: "140109013",
            name: "长风西街街道办事处",
            clerk: people::clerk(0),
        },
        bureau: OfficeOutline {
            id: id("bureau"),
            key: "bureau",
            division_code: "140109",
            name: "万柏林区住房和城乡建设局",
            clerk: people::clerk(1),
        },
        community: estates::reference(),
        neighbour: estates::neighbour(),
    }
}

impl Outline {
    /// An estate of the reference community by key.
    #[must_use]
    pub fn estate(&self, key: &str) -> Option<&EstateOutline> {
        self.community.estates.iter().find(|estate| estate.key == key)
    }
}

impl CommunityOutline {
    /// Households of all estates.
    #[must_use]
    pub fn households(&self) -> u32 {
        self.estates.iter().map(EstateOutline::households).sum()
    }
}

impl EstateOutline {
    /// Households of all its buildings.
    #[must_use]
    pub fn households(&self) -> u32 {
        self.buildings.iter().map(BuildingOutline::households).sum()
    }
}

impl BuildingOutline {
    /// Households of all its units.
    #[must_use]
    pub fn households(&self) -> u32 {
        self.units.iter().map(UnitOutline::households).sum()
    }
}

impl UnitOutline {
    /// Households of all its rooms.
    #[must_use]
    pub fn households(&self) -> u32 {
        self.rooms.iter().map(|room| room.households).sum()
    }
}

/// The id of a key of the place.
fn id(key: &str) -> Uuid {
    crate::ids::id(FOUNDED_AT_MS, key)
}
