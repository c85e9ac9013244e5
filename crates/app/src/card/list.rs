//! Who is at home in a building and in a room, masked.

use super::access::{allow_in, room_area};
use super::{CardSheet, DiaryLine};
use crate::error::Result;
use crate::office::App;
use guanjia_domain::card::Stay;
use guanjia_domain::ids::{BuildingId, EstateId, ResidentId, RoomId};
use guanjia_domain::masking::{Field, mask};
use guanjia_domain::permission::{Action, Area, Principal, Verdict, permit};
use guanjia_domain::place::{Estate, Room};
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::Tx;
use guanjia_store::places::{BuildingRow, HomeRow, RoomPlace, UnitRow};

/// How many without a room are shown of an estate: the first of them are looked up, and others take their place.
const MOST_WITHOUT_ROOM: u32 = 200;

/// Somebody of a household.
#[derive(Clone, Debug)]
pub struct HouseholdMember {
    /// Whose card.
    pub id: ResidentId,
    /// The name, masked.
    pub name: String,
    /// As what they are at home there.
    pub stay: Stay,
}

/// A unit with who is at home in its rooms.
#[derive(Clone, Debug)]
pub struct UnitHomes {
    /// The unit.
    pub row: UnitRow,
    /// Its rooms in order.
    pub rooms: Vec<(Room, Vec<HouseholdMember>)>,
}

/// A building with who is at home in it, as far as the reader looks after it.
#[derive(Clone, Debug)]
pub struct BuildingHomes {
    /// The estate.
    pub estate: Estate,
    /// The building.
    pub row: BuildingRow,
    /// The units that the reader looks after.
    pub units: Vec<UnitHomes>,
}

/// A room with who is at home in it.
#[derive(Clone, Debug)]
pub struct Household {
    /// The room.
    pub room: RoomId,
    /// Where it is.
    pub place: RoomPlace,
    /// Who is at home in it.
    pub members: Vec<(HouseholdMember, CardSheet)>,
    /// What was done for it.
    pub diary: Vec<DiaryLine>,
    /// Whether the reader may add somebody.
    pub may_change: bool,
}

impl App {
    /// The buildings of an estate in which somebody may read cards.
    ///
    /// # Errors
    /// What the store says.
    pub fn card_buildings(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        estate: EstateId,
    ) -> Result<Vec<BuildingRow>> {
        let mut found = tx.buildings(community, Some(estate), self.now())?;
        // A unit beside the own grid opens the building; which rooms are shown is decided unit by unit.
        found.retain(|it| {
            let area =
                Area { estate: Some(estate), building: Some(it.id), ..Area::community(community, None) };
            permit(who, Action::ReadResidents, &area) == Verdict::Allowed
        });
        Ok(found)
    }

    /// Who is at home in a building.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]; what the permission function says when nothing of it is theirs.
    pub fn building_homes(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: BuildingId,
    ) -> Result<BuildingHomes> {
        let row = tx.buildings(community, None, self.now())?.into_iter().find(|it| it.id == id);
        let row = row.ok_or(Refusal::NotFound)?;
        let area = Area { estate: Some(row.estate), building: Some(id), ..Area::community(community, None) };
        allow_in(who, Action::ReadResidents, &[area])?;
        let homes = tx.homes_in_building(community, id)?;
        let mut units = Vec::new();
        for unit in tx.units(community, Some(id))? {
            let here = Area { unit: Some(unit.id), ..area };
            if permit(who, Action::ReadResidents, &here) != Verdict::Allowed {
                continue;
            }
            let mut rooms = Vec::new();
            for room in tx.rooms(community, unit.id)? {
                let here = homes.iter().filter(|it| it.room == Some(room.id));
                let members = self.members(tx, community, here)?;
                rooms.push((room, members));
            }
            units.push(UnitHomes { row: unit, rooms });
        }
        let estate = tx.estate(community, row.estate)?.ok_or(Refusal::NotFound)?;
        Ok(BuildingHomes { estate, row, units })
    }

    /// Who is at home in an estate, nobody knows in which room: whom a list named without a place. At most 200.
    ///
    /// # Errors
    /// What the store says.
    pub fn homes_without_room(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        estate: EstateId,
    ) -> Result<Vec<HouseholdMember>> {
        let area = Area { estate: Some(estate), ..Area::community(community, None) };
        if permit(who, Action::ReadResidents, &area) != Verdict::Allowed {
            return Ok(Vec::new());
        }
        let homes = tx.homes_without_room(community, estate, MOST_WITHOUT_ROOM)?;
        self.members(tx, community, homes.iter())
    }

    /// A room with who is at home in it.
    ///
    /// # Errors
    /// [`Refusal::NotFound`]; what the permission function says.
    pub fn household(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        room: RoomId,
    ) -> Result<Household> {
        let place = self.room_for(tx, who, Action::ReadResidents, community, room)?;
        let homes = tx.homes_in_room(community, room)?;
        let mut members = Vec::new();
        for member in self.members(tx, community, homes.iter())? {
            let sheet = self.card_sheet(tx, who, community, member.id)?;
            members.push((member, sheet));
        }
        let area = room_area(community, &place);
        let may_change = permit(who, Action::ChangeResidents, &area) == Verdict::Allowed;
        let diary = self.diary(tx, who, community, room, &place)?;
        Ok(Household { room, place, members, diary, may_change })
    }

    fn members<'h>(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        homes: impl Iterator<Item = &'h HomeRow>,
    ) -> Result<Vec<HouseholdMember>> {
        let mut members = Vec::new();
        for home in homes {
            let Some((_, card)) = self.card(tx, community, home.resident)? else { continue };
            let name = mask(Field::Name, &card.name);
            members.push(HouseholdMember { id: home.resident, name, stay: home.stay });
        }
        Ok(members)
    }
}
