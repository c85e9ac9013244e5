//! Reading leaflets: for those who put them up, and for the public page.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::CommunityCode;
use guanjia_domain::ids::{EstateId, LeafletId};
use guanjia_domain::own_work::{Leaflet, Put, Spot, Work, WorkKind};
use guanjia_domain::permission::Principal;
use guanjia_domain::request::Place;
use guanjia_store::Tx;

/// How many leaflets are looked through for a list.
const LOOKED: u32 = 300;

/// A leaflet with its words.
#[derive(Clone, Debug)]
pub struct PostedLeaflet {
    /// The leaflet.
    pub leaflet: Leaflet,
    /// The estate's name; `None` for the whole community.
    pub estate: Option<String>,
    /// Its title.
    pub title: String,
    /// Its words.
    pub words: String,
}

/// A leaflet with the names of its places and of who put it there.
#[derive(Clone, Debug)]
pub struct LeafletSheet {
    /// The leaflet.
    pub posted: PostedLeaflet,
    /// For each place its name, without the sort of place, and who put it there.
    pub places: Vec<(String, String)>,
}

impl App {
    fn posted(&self, tx: &mut Tx, community: CommunityCode, leaflet: Leaflet) -> Result<PostedLeaflet> {
        let estate = match leaflet.estate {
            Some(id) => tx.estate(community, id)?.map(|it| it.facts.name),
            None => None,
        };
        let title = self.work_text(tx, community, leaflet.id.0, 0)?;
        let words = self.work_text(tx, community, leaflet.id.0, 1)?;
        Ok(PostedLeaflet { leaflet, estate, title, words })
    }

    /// What hangs for an estate today, and for the whole community. Anybody may read it: it hangs on the doors.
    ///
    /// # Errors
    /// What the store says.
    pub fn leaflets_in_force(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        estate: Option<EstateId>,
    ) -> Result<Vec<PostedLeaflet>> {
        let (today, mut found) = (self.today(), Vec::new());
        for work in tx.open_works(community, WorkKind::Leaflet)? {
            let Work::Leaflet(leaflet) = work else { continue };
            if leaflet.in_force(today) && (leaflet.estate.is_none() || leaflet.estate == estate) {
                found.push(self.posted(tx, community, leaflet)?);
            }
        }
        Ok(found)
    }

    /// The leaflets that somebody puts up, the newest first.
    ///
    /// # Errors
    /// What the store says.
    pub fn leaflets(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
    ) -> Result<Vec<PostedLeaflet>> {
        let own = self.own_leaflets(tx, who, community)?;
        own.into_iter().map(|leaflet| self.posted(tx, community, leaflet)).collect()
    }

    /// At how many places something still hangs that somebody is to take down.
    ///
    /// # Errors
    /// What the store says.
    pub fn hanging(&self, tx: &mut Tx, who: &Principal, community: CommunityCode) -> Result<usize> {
        let (own, today) = (self.own_leaflets(tx, who, community)?, self.today());
        Ok(own.iter().map(|leaflet| leaflet.to_take_down(today).count()).sum())
    }

    fn own_leaflets(&self, tx: &mut Tx, who: &Principal, community: CommunityCode) -> Result<Vec<Leaflet>> {
        let kept = self.kept_estates(tx, who, community)?;
        let own = |leaflet: &Leaflet| {
            leaflet.estate.is_none_or(|estate| kept.iter().any(|(kept, _)| *kept == estate))
        };
        let works = tx.newest_works(community, WorkKind::Leaflet, LOOKED)?.into_iter();
        Ok(works
            .filter_map(|work| match work {
                Work::Leaflet(leaflet) if own(&leaflet) => Some(leaflet),
                _ => None,
            })
            .collect())
    }

    /// A leaflet with its places.
    ///
    /// # Errors
    /// [`guanjia_domain::Refusal::NotFound`]; [`guanjia_domain::Refusal::Forbidden`] for an estate of others.
    pub fn leaflet_sheet(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: LeafletId,
    ) -> Result<LeafletSheet> {
        let leaflet = self.leaflet(tx, who, community, id)?;
        let mut places = Vec::new();
        for put in &leaflet.places {
            let by = match put.by.id {
                Some(id) => self.person(tx, community, id)?.name,
                None => String::new(),
            };
            places.push((self.spot_name(tx, community, leaflet.estate, put)?, by));
        }
        Ok(LeafletSheet { posted: self.posted(tx, community, leaflet)?, places })
    }

    fn spot_name(
        &self,
        tx: &mut Tx,
        community: CommunityCode,
        estate: Option<EstateId>,
        put: &Put,
    ) -> Result<String> {
        if let (Spot::Group, Some(group)) = (put.spot, put.group) {
            return self.work_text(tx, community, group.0, 0);
        }
        let Some(building) = put.building else { return Ok(String::new()) };
        let stands = tx.buildings(community, None, self.now())?.into_iter().find(|it| it.id == building);
        let Some(estate) = estate.or(stands.map(|it| it.estate)) else { return Ok(String::new()) };
        let place = Place { estate, building: Some(building), unit: put.unit, room: None };
        Ok(self.place_name(tx, community, &place)?.line())
    }
}
