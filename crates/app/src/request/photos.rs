//! Photos: cleaned and on the disk before the request that shows them.

use super::area_of;
use super::read::is_shown;
use crate::error::Result;
use crate::office::{App, allow};
use guanjia_domain::ids::RequestId;
use guanjia_domain::permission::{Action, Principal};
use guanjia_domain::request::{PhotoPhase, Voices};
use guanjia_domain::{Body, CommunityCode, Refusal, Role, Subject};
use guanjia_store::Tx;
use guanjia_store::files::Size;
use guanjia_store::requests::PhotoRow;
use uuid::Uuid;

/// A photo whose files are on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredPhoto {
    /// The name of its files.
    pub file: Uuid,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

impl StoredPhoto {
    pub(crate) fn row(&self) -> PhotoRow {
        PhotoRow {
            n: 0,
            phase: PhotoPhase::Before,
            file: self.file,
            width: self.width.into(),
            height: self.height.into(),
        }
    }
}

impl App {
    /// Makes a photo safe (no position, no hidden data, bounded size) and writes it, sealed, to the disk.
    ///
    /// # Errors
    /// [`Refusal::BadFile`] when it is no photo that can be used.
    pub fn store_photo(&self, community: CommunityCode, bytes: &[u8]) -> Result<StoredPhoto> {
        let clean =
            self.press.clean(bytes).map_err(|problem| Refusal::BadFile { code: problem.cure_key() })?;
        let file = self.id()?;
        self.files.write(community, file, &clean.full, &clean.thumb)?;
        Ok(StoredPhoto { file, width: clean.width, height: clean.height })
    }

    /// The photos that somebody may see who may read the request: a resident not those of another one.
    ///
    /// # Errors
    /// What the store says.
    pub(super) fn photos_shown(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: RequestId,
    ) -> Result<Vec<PhotoRow>> {
        let mut photos = tx.photos(community, id)?;
        if who.role != Role::Resident || photos.is_empty() {
            return Ok(photos);
        }
        let (mut voices, mut shown) = (Voices::default(), Vec::new());
        for recorded in tx.events_of(community, Subject::Request(id))? {
            let Body::Request(event) = recorded.event.body else { continue };
            let (voice, brought) = voices.hear(recorded.event.at, recorded.event.actor, &event);
            if is_shown(voice, &voices, who.id) {
                shown.push(brought);
            }
        }
        photos.retain(|photo| shown.iter().any(|it| it.contains(&photo.n)));
        Ok(photos)
    }

    /// A photo of a request, for whoever may read the request.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when there is none, or the request is not for them.
    pub fn photo(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        id: RequestId,
        n: u32,
        size: Size,
    ) -> Result<Vec<u8>> {
        let office = self.community(tx, community)?;
        let request = tx.request(community, id)?.ok_or(Refusal::NotFound)?;
        allow(who, Action::ReadRequest, &area_of(community, office.street, &request))?;
        let photos = self.photos_shown(tx, who, community, id)?;
        let photo = photos.iter().find(|photo| photo.n == n).ok_or(Refusal::NotFound)?;
        Ok(self.files.read(community, photo.file, size)?.ok_or(Refusal::NotFound)?)
    }

    /// In which community a request lies that somebody may know of: the own one, or one below an office.
    ///
    /// # Errors
    /// [`Refusal::NotFound`].
    pub fn find_request(&self, tx: &mut Tx, who: &Principal, id: RequestId) -> Result<CommunityCode> {
        if !matches!(who.role, Role::StreetOffice | Role::DistrictBureau) {
            return Ok(who.home);
        }
        for (community, _) in self.communities_below(tx, who)? {
            if tx.request(community, id)?.is_some() {
                return Ok(community);
            }
        }
        Err(Refusal::NotFound.into())
    }
}
