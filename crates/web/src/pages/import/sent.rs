//! The files of an upload, taken from the body piece by piece.

use crate::fault::Fault;
use crate::view::Problem;
use crate::visitor::{Seat, Visitor};
use crate::words::Words;
use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use guanjia_app::import::SheetFile;
use guanjia_domain::Refusal;

/// The most bytes of a file: 20 MB hold a hundred times the residents of a community.
const MOST_BYTES: usize = 20 * 1024 * 1024;
/// The most files at once.
const MOST_FILES: usize = 8;

/// What was sent.
#[derive(Default)]
pub(super) struct Sent {
    pub(super) files: Vec<SheetFile>,
    too_large: Option<String>,
    too_many: bool,
    broken: bool,
}

impl Sent {
    /// What is wrong with the upload as such; what is wrong in the sheets is found later.
    pub(super) fn problem(&self, words: &Words) -> Option<Problem> {
        let problem = |key, cure| Some(Problem::new(words, "files", key, cure, &[]));
        match &self.too_large {
            Some(name) => {
                let args = [("name", name.as_str().into())];
                Some(Problem::new(words, "files", "problem-file-large", "cure-file-large", &args))
            }
            None if self.broken => problem("problem-upload-broken", "cure-upload-broken"),
            None if self.too_many => problem("problem-files-many", "cure-files-many"),
            None if self.files.is_empty() => problem("problem-no-file", "cure-no-file"),
            None => None,
        }
    }

    async fn take(&mut self, mut part: Field<'_>) -> Result<(), MultipartError> {
        let name: String = part.file_name().unwrap_or_default().chars().take(200).collect();
        let mut bytes = Vec::new();
        let mut size = 0;
        while let Some(chunk) = part.chunk().await? {
            size += chunk.len();
            if size <= MOST_BYTES {
                bytes.extend_from_slice(&chunk);
            }
        }
        if size > MOST_BYTES {
            self.too_large = Some(name);
        } else if self.files.len() == MOST_FILES {
            self.too_many = true;
        } else if size > 0 {
            // A browser sends an empty part where no file was chosen.
            self.files.push(SheetFile { name, bytes });
        }
        Ok(())
    }
}

/// Reads the form: `csrf`, then `files`. The token stands first, so that nobody fills the memory who is not signed in.
///
/// # Errors
/// [`Refusal::Forbidden`] without the token, [`Refusal::NotAChoice`] for a field that is not known.
pub(super) async fn read(visitor: &Visitor, mut parts: Multipart) -> Result<(Seat, Sent), Fault> {
    let (mut seat, mut sent) = (None, Sent::default());
    loop {
        let part = match parts.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            Err(_) => {
                sent.broken = true;
                break;
            }
        };
        let name = part.name().unwrap_or_default().to_owned();
        match name.as_str() {
            "csrf" => seat = Some(visitor.acting(&part.text().await.unwrap_or_default()).await?),
            "files" if seat.is_none() => return Err(Refusal::Forbidden.into()),
            "files" => sent.broken |= sent.take(part).await.is_err(),
            _ => return Err(Refusal::NotAChoice { field: "form", value: name }.into()),
        }
    }
    Ok((seat.ok_or(Refusal::Forbidden)?, sent))
}
