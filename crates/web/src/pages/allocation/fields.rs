//! Forms with a field for each estate or officer: `tier.` and an id.

use crate::fault::Fault;
use crate::form::{Form, chosen};
use guanjia_domain::Refusal;
use uuid::Uuid;

/// Reads a form whose fields are `known`, or one of `rows` with an id behind a point.
///
/// # Errors
/// [`Refusal::NotAChoice`] for any other field.
pub(super) fn read(bytes: &[u8], known: &[&str], rows: &[&str]) -> Result<Form, Fault> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_bytes(bytes)
        .map_err(|_| Refusal::NotAChoice { field: "form", value: String::new() })?;
    let of_a_row = |name: &str| {
        name.split_once('.').is_some_and(|(kind, id)| rows.contains(&kind) && Uuid::parse_str(id).is_ok())
    };
    let names = pairs.iter().map(|(name, _)| name.as_str()).filter(|name| of_a_row(name));
    let known: Vec<&str> = known.iter().copied().chain(names).collect();
    Form::encoded(bytes, &known)
}

/// The revision that a page showed.
pub(super) fn revision(form: &Form) -> Result<u32, Refusal> {
    chosen("revision", form.get("revision"))?.ok_or(Refusal::TextMissing { field: "revision" })
}

/// A number of a row; `before` where the form did not send it, `None` where nothing was typed.
pub(super) fn number<T: std::str::FromStr>(
    form: &Form,
    (field, id): (&'static str, Uuid),
    before: Option<T>,
) -> Result<Option<T>, Refusal> {
    match form.sent(&format!("{field}.{id}")) {
        None => Ok(before),
        Some(typed) => chosen(field, typed.trim().trim_end_matches('%')),
    }
}

/// What a row shows: what was typed, or else what is known.
pub(super) fn shown<T: ToString>(form: Option<&Form>, (field, id): (&str, Uuid), known: Option<T>) -> String {
    let typed = form.and_then(|form| form.sent(&format!("{field}.{id}")));
    typed.map_or_else(|| known.map(|it| it.to_string()).unwrap_or_default(), str::to_owned)
}
