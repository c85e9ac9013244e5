//! Where a leaflet was put, and that it was taken down there.

use crate::error::{AppError, Result};
use crate::office::App;
use crate::place::Fits as _;
use crate::request::StoredPhoto;
use guanjia_domain::ids::{BuildingId, EstateId, GroupId, LeafletId, RequestId, UnitId};
use guanjia_domain::own_work::{Leaflet, Spot, Work, WorkEvent, WorkKind};
use guanjia_domain::permission::Principal;
use guanjia_domain::request::{PhotoPhase, Place};
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::files::Size;
use guanjia_store::requests::PhotoRow;
use guanjia_store::{Answer, Tx};
use jiff::civil::Date;

/// A place where a leaflet was put.
#[derive(Clone, Copy, Debug)]
pub struct NewPut {
    /// Which sort of place.
    pub spot: Spot,
    /// In which estate; needed for a leaflet of the whole community.
    pub estate: Option<EstateId>,
    /// The building.
    pub building: Option<BuildingId>,
    /// The unit.
    pub unit: Option<UnitId>,
    /// The group.
    pub group: Option<GroupId>,
    /// Until the end of which day; `None` is as long as it is in force.
    pub until: Option<Date>,
    /// A photo of it, whose files are on the disk already.
    pub photo: Option<StoredPhoto>,
}

impl App {
    /// Writes down where a leaflet was put.
    pub fn put_leaflet(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: LeafletId,
        new: NewPut,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            let leaflet = app.leaflet(tx, &who, community, id)?;
            let NewPut { spot, building, unit, group, .. } = new;
            let until = new.until.unwrap_or(leaflet.until);
            leaflet.check_put(until, app.today())?;
            app.check_spot(tx, &who, community, &leaflet, &new)?;
            let n = u32::try_from(leaflet.places.len()).unwrap_or(u32::MAX);
            if let Some(photo) = new.photo {
                let row = PhotoRow { n, phase: PhotoPhase::After, ..photo.row() };
                tx.add_photo(community, RequestId(id.0), &row)?;
            }
            let photo = new.photo.is_some();
            let event = WorkEvent::LeafletPut { spot, building, unit, group, until, photo };
            let before = Some(Work::Leaflet(leaflet));
            app.record_work(tx, &who, community, (WorkKind::Leaflet, id.0), before, event)
        })
    }

    /// The place must lie in the estate, the group must be one of it, and a unit door has a unit.
    fn check_spot(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        leaflet: &Leaflet,
        new: &NewPut,
    ) -> Result<()> {
        if new.spot == Spot::UnitDoor && new.building.is_none() {
            return Err(Refusal::TextMissing { field: "building" }.into());
        }
        let Some(estate) = leaflet.estate.or(new.estate) else {
            let named = new.building.is_some() || new.group.is_some();
            return if named { Err(Refusal::PlaceMismatch { field: "building" }.into()) } else { Ok(()) };
        };
        self.keeps(tx, who, community, estate)?;
        let place = Place { estate, building: new.building, unit: new.unit, room: None };
        tx.place(community, &place)?.fits(&place)?;
        let groups = self.desk(tx, community, estate)?.groups;
        match new.group {
            Some(group) if !groups.iter().any(|it| it.id == group) => {
                Err(Refusal::NotAChoice { field: "group", value: group.to_string() }.into())
            }
            None if new.spot == Spot::Group => Err(Refusal::TextMissing { field: "group" }.into()),
            _ => Ok(()),
        }
    }

    /// Writes down that it was taken down at its `n`-th place.
    pub fn take_leaflet_down(
        &self,
        who: &Principal,
        community: CommunityCode,
        id: LeafletId,
        n: u32,
    ) -> Answer<(), AppError> {
        let (app, who) = (self.clone(), who.clone());
        self.db.write(community, move |tx| {
            let leaflet = app.leaflet(tx, &who, community, id)?;
            let put = leaflet.places.get(n as usize).ok_or(Refusal::NotFound)?;
            if put.taken_at.is_some() {
                return Ok(());
            }
            let before = Some(Work::Leaflet(leaflet));
            let key = (WorkKind::Leaflet, id.0);
            app.record_work(tx, &who, community, key, before, WorkEvent::LeafletTaken { n })
        })
    }

    /// The photo of a place.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when there is none, [`Refusal::Forbidden`] for those who do not keep the estate.
    pub fn leaflet_photo(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        (id, n): (LeafletId, u32),
        size: Size,
    ) -> Result<Vec<u8>> {
        self.leaflet(tx, who, community, id)?;
        let photos = tx.photos(community, RequestId(id.0))?;
        let photo = photos.iter().find(|photo| photo.n == n).ok_or(Refusal::NotFound)?;
        Ok(self.files.read(community, photo.file, size)?.ok_or(Refusal::NotFound)?)
    }
}
