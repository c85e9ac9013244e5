//! What is stored of a community, for comparing.

use super::entry::Entry;
use super::house::{Body, House, Member};
use crate::error::Result;
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_domain::place::{Building, Standing, Unit};
use guanjia_store::Tx;
use std::collections::HashMap;

/// Reads the house of a community.
pub(super) fn load(app: &App, tx: &mut Tx, community: CommunityCode) -> Result<House> {
    let mut house = House::default();
    for estate in tx.estates(community)? {
        if let Some(claims) = tx.claims(community, estate.id)? {
            house.claims.insert(estate.id, claims);
        }
        house.add_estate(Entry::stored(estate));
    }
    let mut units: HashMap<_, Vec<Unit>> = HashMap::new();
    for row in tx.units(community, None)? {
        let rooms = tx.rooms(community, row.id)?;
        units.entry(row.building).or_default().push(Unit { id: row.id, name: row.name, rooms });
    }
    for row in tx.buildings(community, None, app.now())? {
        let units = units.remove(&row.id).unwrap_or_default();
        let building = Building {
            id: row.id,
            standing: Standing::new(row.estate),
            name: row.name,
            units,
            outline: row.outline,
        };
        house.add_building(Entry::stored(building));
    }
    for staff in tx.staff(community)? {
        let person = app.person(tx, community, staff.id.0)?;
        house.staff.push(Entry::stored(Member { staff, person }));
    }
    for organisation in tx.organisations(community)? {
        let phone = app.person(tx, community, organisation.id.0)?.phone;
        house.organisations.push(Entry::stored(Body { organisation, phone }));
    }
    house.grids = tx.grids(community, None, app.now())?.into_iter().map(Entry::stored).collect();
    Ok(house)
}
