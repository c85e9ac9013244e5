//! Photos: cleaned and on the disk before the request that shows them.

use crate::error::Result;
use crate::office::App;
use guanjia_domain::request::PhotoPhase;
use guanjia_domain::{CommunityCode, Refusal};
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
        let clean = self.press.clean(bytes).map_err(|problem| Refusal::BadFile { code: problem.code() })?;
        let file = self.id()?;
        self.files.write(community, file, &clean.full, &clean.thumb)?;
        Ok(StoredPhoto { file, width: clean.width, height: clean.height })
    }
}
