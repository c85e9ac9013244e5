//! The list of photos; their files lie elsewhere.

use crate::engine::Tx;
use crate::error::Result;

use crate::values;

use guanjia_domain::CommunityCode;
use guanjia_domain::ids::RequestId;
use guanjia_domain::request::PhotoPhase;

use uuid::Uuid;

/// A photo of a request.
#[derive(Clone, Debug)]
pub struct PhotoRow {
    /// Its number.
    pub n: u32,
    /// Before or after.
    pub phase: PhotoPhase,
    /// The name of its files.
    pub file: Uuid,
    /// In pixels.
    pub width: i64,
    /// In pixels.
    pub height: i64,
}

impl Tx<'_> {
    /// Lists a photo whose files are already on the disk.
    ///
    /// # Errors
    /// What the engine says.
    pub fn add_photo(&mut self, community: CommunityCode, id: RequestId, photo: &PhotoRow) -> Result<()> {
        let phase = if photo.phase == PhotoPhase::After { "after" } else { "before" };
        self.put(
            "INSERT INTO photo (community_id, request_id, n, phase, file_id, width, height)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            values![community, id.0, photo.n, phase, photo.file, photo.width, photo.height],
        )
    }

    /// The photos of a request.
    ///
    /// # Errors
    /// What the engine says.
    pub fn photos(&mut self, community: CommunityCode, id: RequestId) -> Result<Vec<PhotoRow>> {
        self.query(
            "SELECT n, phase, file_id, width, height FROM photo WHERE community_id = ?1 AND request_id = ?2 ORDER BY n",
            values![community, id.0],
            |row| {
                let phase = if row.get::<String>(1)? == "after" { PhotoPhase::After } else { PhotoPhase::Before };
                Ok(PhotoRow { n: row.get(0)?, phase, file: row.get(2)?, width: row.get(3)?, height: row.get(4)? })
            },
        )
    }

    /// Takes one photo off the list and says which files nothing names any more.
    ///
    /// # Errors
    /// What the engine says.
    pub fn erase_photo(&mut self, community: CommunityCode, id: RequestId, n: u32) -> Result<Option<Uuid>> {
        let found = self.first(
            "SELECT file_id FROM photo WHERE community_id = ?1 AND request_id = ?2 AND n = ?3",
            values![community, id.0, n],
            |row| row.get(0),
        )?;
        if found.is_some() {
            self.work_changed(community)?;
            let sql = "DELETE FROM photo WHERE community_id = ?1 AND request_id = ?2 AND n = ?3";
            self.put(sql, values![community, id.0, n])?;
        }
        Ok(found)
    }

    /// Whether any request lists these photo files: the sweeper asks.
    ///
    /// # Errors
    /// What the engine says.
    pub fn listed_files(&mut self, community: CommunityCode) -> Result<Vec<Uuid>> {
        self.query("SELECT file_id FROM photo WHERE community_id = ?1", values![community], |row| row.get(0))
    }
}
