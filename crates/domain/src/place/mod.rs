//! Estates, buildings, units and rooms: what the three partitions (estates, grids, claims) divide.

mod standing;

pub use standing::{Move, Standing};

use crate::ids::{BuildingId, EstateId, RoomId, UnitId};
use serde::{Deserialize, Serialize};

/// A point in WGS-84 (the same as CGCS2000 to a few centimetres), degrees: longitude, latitude.
pub type Point = (f64, f64);

/// Who manages the property of an estate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Property {
    /// Nobody does.
    None,
    /// The residents or the former work unit do.
    #[serde(rename = "self")]
    SelfManaged,
    /// A property company does.
    #[default]
    Company,
}

impl Property {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::SelfManaged => "self",
            Self::Company => "company",
        }
    }
}

/// What is known of an estate (小区) besides its buildings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EstateFacts {
    /// Its name, unique in the community.
    pub name: String,
    /// Other names people use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Who manages the property.
    #[serde(default)]
    pub property: Property,
    /// The year in which it was built.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub built: Option<u16>,
    /// Its outline, for the plan; empty where nobody drew it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outline: Vec<Point>,
    /// Columns of the imported sheet that the product has no field for, kept so that an export gives them back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other: Vec<(String, String)>,
}

/// An estate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estate {
    /// Its id.
    pub id: EstateId,
    /// What is known of it.
    pub facts: EstateFacts,
}

/// A room (室) with the households that live in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    /// Its id.
    pub id: RoomId,
    /// The floor, from 1; below ground is negative.
    pub floor: i16,
    /// What stands on the door, such as 501.
    pub name: String,
    /// How many households live there: usually 1, 0 where nobody does.
    pub households: u16,
}

/// A unit (单元): one staircase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// Its name, such as 2单元.
    pub name: String,
    /// Its rooms, from the ground up.
    pub rooms: Vec<Room>,
}

impl Unit {
    /// How many households live in it.
    #[must_use]
    pub fn households(&self) -> u32 {
        self.rooms.iter().map(|room| u32::from(room.households)).sum()
    }
}

/// A building (楼栋) with its units and rooms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Building {
    /// Its id.
    pub id: BuildingId,
    /// The estates it stands in, by date.
    pub standing: Standing,
    /// Its name, unique in the estate, such as 4号楼.
    pub name: String,
    /// Its units.
    pub units: Vec<Unit>,
    /// Its footprint, for the plan; empty where nobody drew it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outline: Vec<Point>,
}

impl Building {
    /// How many households live in it.
    #[must_use]
    pub fn households(&self) -> u32 {
        self.units.iter().map(Unit::households).sum()
    }
}

/// A piece of a grid: a whole building or one unit of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct GridPart {
    /// The building.
    pub building: BuildingId,
    /// The unit; `None` is the whole building.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
}
