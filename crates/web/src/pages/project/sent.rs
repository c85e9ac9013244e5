//! What the form of a step sent.

use crate::fault::Fault;
use crate::form::Form;
use axum::extract::{FromRequest, Multipart, RawForm, Request};
use guanjia_domain::Refusal;

/// The fields, and every value of the one that may come several times.
#[derive(Debug, Default)]
pub(super) struct Sent {
    /// The fields.
    pub form: Form,
    /// The values that were ticked.
    pub ticked: Vec<String>,
}

/// The fields of each deed besides `csrf` and `version`, and the one that may come several times.
fn fields(deed: &str) -> Result<(&'static [&'static str], &'static str), Refusal> {
    Ok(match deed {
        "set-scope" => (&["door"], "door"),
        "link" => (&["number"], ""),
        "name-owner" => (&["owner", "words"], ""),
        "consult" => (&["until", "words"], ""),
        "object" => (&["voice", "words", "name", "phone"], ""),
        "answer" => (&["n", "heeded", "words"], ""),
        "reveal" => (&["n", "reason"], ""),
        "council" => (&["agreed", "yes", "no", "day", "words"], ""),
        "design" => (
            &[
                "fund",
                "words",
                "quantity-dark_door",
                "price-dark_door",
                "quantity-shade",
                "price-shade",
                "quantity-other",
                "price-other",
            ],
            "",
        ),
        "postpone" => (&["door", "why"], "door"),
        "picture" => (&["phase"], ""),
        "submit" => (&["to"], ""),
        "approve" | "send-back" | "rework" | "accept" | "close" => (&["words"], ""),
        "begin-works" => (&["by"], ""),
        "deliver" => (&["item"], "item"),
        "give-up" => (&["item", "why"], ""),
        "finish" | "take-up" => (&[], ""),
        "not-now" => (&["words", "until"], ""),
        "close-requests" => (&["request"], "request"),
        "tell" => (&["to", "all", "way"], "to"),
        _ => return Err(Refusal::NotFound),
    })
}

/// Whether a deed brings photos.
pub(super) fn brings_photos(deed: &str) -> bool {
    matches!(deed, "picture" | "accept")
}

/// Reads the form of a deed.
pub(super) async fn read(request: Request, deed: &str) -> Result<Sent, Fault> {
    let (own, several) = fields(deed)?;
    let known: Vec<&str> = ["csrf", "version"].into_iter().chain(own.iter().copied()).collect();
    let broken = Refusal::BadFile { code: "photo-damaged-cure" };
    if brings_photos(deed) {
        let parts = Multipart::from_request(request, &()).await.map_err(|_| broken)?;
        return Ok(Sent { form: Form::read(parts, &known).await?, ticked: Vec::new() });
    }
    let RawForm(bytes) = RawForm::from_request(request, &()).await.map_err(|_| broken)?;
    let ticked = if several.is_empty() { Vec::new() } else { Form::all(&bytes, several) };
    Ok(Sent { form: Form::encoded(&bytes, &known)?, ticked })
}
