//! Spreadsheets that wait, sealed, until somebody has looked at the preview and confirms.

use super::read::SheetFile;
use crate::error::{AppError, Result};
use crate::office::{App, allow};
use guanjia_domain::permission::{Action, Area, Principal};
use guanjia_domain::{CommunityCode, Refusal};
use guanjia_store::timers::Timer;
use guanjia_store::{Answer, Kind, Slot, StoreError, Tx};
use std::sync::Arc;
use uuid::Uuid;

/// How long an upload waits, in milliseconds: an hour.
pub const UPLOAD_LIFE: i64 = 60 * 60 * 1_000;
/// The kind of the timer that discards an upload.
pub(crate) const UPLOAD_TIMER: &str = "upload";

/// An upload that waits. The id is all that is needed to confirm it, together with the right to import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UploadId(pub Uuid);

impl App {
    /// Keeps files, sealed, for at most [`UPLOAD_LIFE`].
    ///
    /// # Errors
    /// [`Refusal::Forbidden`].
    pub fn stage_upload(
        &self,
        who: &Principal,
        community: CommunityCode,
        files: &[SheetFile],
    ) -> Result<Answer<UploadId, AppError>> {
        allow(who, Action::ChangePlaces, &Area::community(community, None))?;
        let upload = UploadId(self.id()?);
        let mut sealed = Vec::new();
        for (file, n) in files.iter().zip(0..) {
            let slot = Slot { community, owner: upload.0, kind: Kind::Upload, n };
            let named = [file.name.replace('\n', " ").as_bytes(), b"\n", &file.bytes].concat();
            sealed.push((slot, self.vault.seal(&slot, &named)?));
        }
        let timer = Timer {
            rings_at: self.now().plus(UPLOAD_LIFE),
            subject: upload.0,
            kind: UPLOAD_TIMER.to_owned(),
        };
        let sealed = Arc::new(sealed);
        Ok(self.db.write(community, move |tx| -> Result<UploadId> {
            for (slot, sealed) in &*sealed {
                tx.keep(slot, sealed)?;
            }
            tx.set_timer(community, &timer)?;
            Ok(upload)
        }))
    }

    /// The files of an upload.
    ///
    /// # Errors
    /// [`Refusal::LinkEnded`] when it was discarded: the files must be sent again.
    pub fn staged(
        &self,
        tx: &mut Tx,
        who: &Principal,
        community: CommunityCode,
        upload: UploadId,
    ) -> Result<Vec<SheetFile>> {
        allow(who, Action::ChangePlaces, &Area::community(community, None))?;
        let mut files = Vec::new();
        for (n, sealed) in tx.kept_of(community, upload.0, Kind::Upload)? {
            let slot = Slot { community, owner: upload.0, kind: Kind::Upload, n };
            let plain = self.vault.open(&slot, &sealed)?;
            let damaged = || StoreError::Damaged("an upload has no name".into());
            let end = plain.iter().position(|byte| *byte == b'\n').ok_or_else(damaged)?;
            let name = String::from_utf8_lossy(&plain[..end]).into_owned();
            files.push(SheetFile { name, bytes: plain[end + 1..].to_vec() });
        }
        if files.is_empty() { Err(Refusal::LinkEnded.into()) } else { Ok(files) }
    }

    /// Discards an upload: it was confirmed, or nobody came back.
    ///
    /// # Errors
    /// What the store says.
    pub fn discard_upload(&self, tx: &mut Tx, community: CommunityCode, upload: UploadId) -> Result<()> {
        // The id comes from outside: nothing but an upload may go.
        if !tx.kept_of(community, upload.0, Kind::Upload)?.is_empty() {
            tx.erase_owner(community, upload.0)?;
        }
        Ok(())
    }
}
