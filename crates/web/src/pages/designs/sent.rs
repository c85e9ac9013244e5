//! A form with one file.

use crate::fault::Fault;
use crate::visitor::{Seat, Visitor};
use axum::extract::Multipart;
use guanjia_domain::Refusal;
use std::collections::BTreeMap;

/// The most bytes of a file of shapes.
const MOST_BYTES: usize = 4 * 1024 * 1024;

/// What was sent.
#[derive(Default)]
pub(super) struct Sent {
    fields: BTreeMap<String, String>,
    /// Name and bytes of the file; `None` where none was chosen, or it was too large or broken off.
    pub(super) file: Option<(String, Vec<u8>)>,
}

impl Sent {
    /// What was typed into a field.
    pub(super) fn get(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    /// Reads the form: `csrf` first, so that nobody fills the memory who is not signed in.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`] without the token, [`Refusal::NotAChoice`] for a field that is not known.
    pub(super) async fn read(
        visitor: &Visitor,
        mut parts: Multipart,
        known: &[&str],
    ) -> Result<(Seat, Self), Fault> {
        let (mut seat, mut sent) = (None, Self::default());
        while let Ok(Some(mut part)) = parts.next_field().await {
            let name = part.name().unwrap_or_default().to_owned();
            match name.as_str() {
                "csrf" => seat = Some(visitor.acting(&part.text().await.unwrap_or_default()).await?),
                _ if seat.is_none() => return Err(Refusal::Forbidden.into()),
                "file" => {
                    let called: String = part.file_name().unwrap_or_default().chars().take(200).collect();
                    let mut bytes = Vec::new();
                    while let Ok(Some(chunk)) = part.chunk().await {
                        // One more byte than allowed is kept, to know that it was too much.
                        let room = (MOST_BYTES + 1).saturating_sub(bytes.len());
                        bytes.extend(chunk.iter().take(room));
                    }
                    let fits = !bytes.is_empty() && bytes.len() <= MOST_BYTES;
                    sent.file = fits.then_some((called, bytes));
                }
                _ if known.contains(&name.as_str()) => {
                    let text: String = part.text().await.unwrap_or_default().chars().take(100).collect();
                    sent.fields.insert(name, text);
                }
                _ => return Err(Refusal::NotAChoice { field: "form", value: name }.into()),
            }
        }
        Ok((seat.ok_or(Refusal::Forbidden)?, sent))
    }
}
