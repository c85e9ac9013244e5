//! Rows and texts as lines that anybody can read: an object of columns; an id is `{"id":"…"}`, other bytes
//! `{"hex":"…"}`.

use super::manifest::{hex, unhex};
use guanjia_store::copy::Copied;
use guanjia_store::value::Value;
use guanjia_store::{Slot, StoreError};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

/// A row with the names of its columns.
pub(super) fn of_row(table: &Copied, row: &[Value]) -> Json {
    let cell = |value: &Value| match value {
        Value::Null => Json::Null,
        Value::Int(number) => json!(number),
        Value::Text(text) => json!(text),
        Value::Blob(bytes) => match <[u8; 16]>::try_from(bytes.as_slice()) {
            Ok(id) => json!({ "id": Uuid::from_bytes(id) }),
            Err(_) => json!({ "hex": hex(bytes) }),
        },
    };
    Json::Object(
        table.columns.iter().zip(row).map(|(name, value)| ((*name).to_owned(), cell(value))).collect(),
    )
}

/// The row of a line, in the order of the table's columns.
pub(super) fn to_row(table: &Copied, line: &Map<String, Json>) -> Result<Vec<Value>, StoreError> {
    let damaged = |name: &str| StoreError::Damaged(format!("{}: the column {name}", table.name));
    if let Some(odd) = line.keys().find(|name| !table.columns.contains(&name.as_str())) {
        return Err(damaged(odd));
    }
    let cell = |name: &&str| {
        let found = match line.get(*name) {
            None | Some(Json::Null) => Some(Value::Null),
            Some(Json::Number(number)) => number.as_i64().map(Value::Int),
            Some(Json::String(text)) => Some(Value::Text(text.clone())),
            Some(Json::Object(bytes)) => blob(bytes).map(Value::Blob),
            Some(_) => None,
        };
        found.ok_or_else(|| damaged(name))
    };
    table.columns.iter().map(cell).collect()
}

fn blob(tagged: &Map<String, Json>) -> Option<Vec<u8>> {
    let (tag, text) = tagged.iter().next().filter(|_| tagged.len() == 1)?;
    match tag.as_str() {
        "id" => Uuid::parse_str(text.as_str()?).ok().map(|id| id.as_bytes().to_vec()),
        "hex" => unhex(text.as_str()?),
        _ => None,
    }
}

/// Something of the vault, in clear: as text, as an object where it is one, as bytes where it is neither.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Kept {
    pub community_id: String,
    pub owner_id: Uuid,
    pub kind: String,
    pub n: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Json>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hex: Option<String>,
}

impl Kept {
    pub(super) fn of(slot: &Slot, plain: &[u8]) -> Self {
        let (community_id, kind) = (slot.community.to_string(), slot.kind.name().to_owned());
        let mut kept =
            Self { community_id, owner_id: slot.owner, kind, n: slot.n, text: None, value: None, hex: None };
        match (serde_json::from_slice(plain), std::str::from_utf8(plain)) {
            (Ok(value @ Json::Object(_)), _) => kept.value = Some(value),
            (_, Ok(text)) => kept.text = Some(text.to_owned()),
            _ => kept.hex = Some(hex(plain)),
        }
        kept
    }

    /// What is sealed again. An object may have its members in another order than before, which means nothing.
    pub(super) fn plain(&self) -> Result<Vec<u8>, StoreError> {
        match (&self.text, &self.value, &self.hex) {
            (Some(text), None, None) => Ok(text.clone().into_bytes()),
            (None, Some(value), None) => Ok(serde_json::to_vec(value)?),
            (None, None, Some(digits)) => {
                unhex(digits).ok_or_else(|| StoreError::Damaged("texts: not hexadecimal".into()))
            }
            _ => Err(StoreError::Damaged("texts: exactly one of text, value and hex".into())),
        }
    }
}
