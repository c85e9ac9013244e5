//! Forms with files: known fields as text, photos as bytes, everything else refused.

use crate::fault::Fault;
use axum::body::Bytes;
use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use guanjia_app::photo::{self, PhotoProblem};
use guanjia_app::request::StoredPhoto;
use guanjia_app::{App, AppError};
use guanjia_domain::request::MOST_PHOTOS;
use guanjia_domain::{CommunityCode, Refusal};
use std::collections::BTreeMap;

/// A form that may carry photos.
#[derive(Debug, Default)]
pub(crate) struct Form {
    fields: BTreeMap<String, String>,
    /// The photos, as they were sent.
    pub photos: Vec<Bytes>,
}

/// The most characters of any field.
const LONGEST: usize = 20_000;
/// The cure for a photo of too many bytes.
const TOO_LARGE: &str = PhotoProblem::TooManyBytes { bytes: 0 }.cure_key();

/// A part of a body, piece by piece: no more than `most` bytes of it are kept. Says whether that is all.
async fn read(mut part: Field<'_>, most: usize) -> Result<(Vec<u8>, bool), MultipartError> {
    let (mut bytes, mut whole) = (Vec::new(), true);
    while let Some(piece) = part.chunk().await? {
        let kept = piece.len().min(most - bytes.len());
        bytes.extend_from_slice(piece.get(..kept).unwrap_or_default());
        whole &= kept == piece.len();
    }
    Ok((bytes, whole))
}

impl Form {
    /// Reads a form whose fields are `known`.
    ///
    /// # Errors
    /// [`Refusal::NotAChoice`] for a field that is not known, [`Refusal::TooManyPhotos`], [`Refusal::BadFile`] when
    /// the body cannot be read to its end.
    pub(crate) async fn read(mut parts: Multipart, known: &[&str]) -> Result<Self, Fault> {
        let broken = |_| Refusal::BadFile { code: "photo-damaged-cure" };
        let mut form = Self::default();
        while let Some(part) = parts.next_field().await.map_err(broken)? {
            let name = part.name().unwrap_or_default().to_owned();
            if name == "photos" {
                let (bytes, whole) = read(part, photo::MAX_BYTES).await.map_err(broken)?;
                if !whole {
                    return Err(Refusal::BadFile { code: TOO_LARGE }.into());
                }
                // A browser sends an empty part where no file was chosen.
                if !bytes.is_empty() {
                    form.photos.push(bytes.into());
                }
                if form.photos.len() > MOST_PHOTOS as usize {
                    return Err(Refusal::TooManyPhotos { most: MOST_PHOTOS }.into());
                }
            } else if known.contains(&name.as_str()) {
                let (text, _) = read(part, LONGEST * 4).await.map_err(broken)?;
                let text = String::from_utf8_lossy(&text);
                // The first wins: a field that stands twice is not a way around a check.
                form.fields.entry(name).or_insert_with(|| text.chars().take(LONGEST).collect());
            } else {
                return Err(Refusal::NotAChoice { field: "form", value: name }.into());
            }
        }
        Ok(form)
    }

    /// Reads a form without files.
    ///
    /// # Errors
    /// [`Refusal::NotAChoice`] for a field that is not known or bytes that are no form.
    pub(crate) fn encoded(bytes: &[u8], known: &[&str]) -> Result<Self, Fault> {
        let pairs: Vec<(String, String)> = serde_urlencoded::from_bytes(bytes)
            .map_err(|_| Refusal::NotAChoice { field: "form", value: String::new() })?;
        let mut form = Self::default();
        for (name, text) in pairs {
            if !known.contains(&name.as_str()) {
                return Err(Refusal::NotAChoice { field: "form", value: name }.into());
            }
            form.fields.entry(name).or_insert(text);
        }
        Ok(form)
    }

    /// A matter that was offered counts where none was chosen from the list.
    pub(crate) fn take_offered(&mut self) {
        if self.get("matter").is_empty() {
            let offered = self.owned("offered");
            self.set("matter", &offered);
        }
    }

    /// A form with one field filled in: what an address says.
    pub(crate) fn fill(name: &str, value: &str) -> Self {
        let mut form = Self::default();
        form.set(name, value);
        form
    }

    /// Every value of a field that a form sends several times, in order.
    pub(crate) fn all(bytes: &[u8], name: &str) -> Vec<String> {
        let pairs: Vec<(String, String)> = serde_urlencoded::from_bytes(bytes).unwrap_or_default();
        pairs.into_iter().filter(|(its, _)| its == name).map(|(_, value)| value).collect()
    }

    /// What was typed into a field; empty when it was not sent.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    /// What was typed into a field; `None` when it was not sent.
    pub(crate) fn sent(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(String::as_str)
    }

    /// What was typed into a field, owned.
    pub(crate) fn owned(&self, name: &str) -> String {
        self.get(name).to_owned()
    }

    /// Fills a field in.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.fields.insert(name.to_owned(), value.to_owned());
    }

    /// Whether a box is ticked.
    pub(crate) fn ticked(&self, name: &str) -> bool {
        self.get(name) == "yes"
    }

    /// An id, where one was chosen.
    ///
    /// # Errors
    /// [`Refusal::NotAChoice`] when it is no id.
    pub(crate) fn id<T: std::str::FromStr>(&self, name: &'static str) -> Result<Option<T>, Refusal> {
        chosen(name, self.get(name))
    }
}

/// An id of a field, where one was chosen.
///
/// # Errors
/// [`Refusal::NotAChoice`] when it is no id.
pub(crate) fn chosen<T: std::str::FromStr>(field: &'static str, typed: &str) -> Result<Option<T>, Refusal> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    typed
        .parse()
        .map(Some)
        .map_err(|_| Refusal::NotAChoice { field, value: typed.chars().take(60).collect() })
}

/// Cleans photos and writes them to the disk, before what shows them: all of them, or none. Blocks.
///
/// # Errors
/// [`Refusal::BadFile`] when one is no photo.
pub(crate) fn store_photos(
    app: &App,
    community: CommunityCode,
    photos: &[Bytes],
) -> Result<Vec<StoredPhoto>, AppError> {
    let mut stored = Vec::new();
    for bytes in photos {
        let photo = app.store_photo(community, bytes);
        stored.push(photo.inspect_err(|_| app.drop_photos(community, &stored))?);
    }
    Ok(stored)
}

/// Cleans photos and writes them to the disk, then does what shows them. Where that is refused, they are taken away
/// again. Blocks.
///
/// # Errors
/// [`Refusal::BadFile`] when one is no photo, and what `work` says.
pub(crate) fn with_photos<T>(
    app: &App,
    community: CommunityCode,
    photos: &[Bytes],
    work: impl FnOnce(Vec<StoredPhoto>) -> Result<T, AppError>,
) -> Result<T, AppError> {
    let stored = store_photos(app, community, photos)?;
    let outcome = work(stored.clone());
    // Only where it is sure that nothing shows them: an answer that was lost on the way may have been a yes.
    if let Err(AppError::Refused(_)) = &outcome {
        app.drop_photos(community, &stored);
    }
    outcome
}
