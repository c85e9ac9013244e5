//! Reading what was sent: JSON of a bounded size, without fields that nobody knows.

use super::problem::Wrong;
use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::{HeaderMap, header};
use guanjia_domain::Refusal;
use guanjia_domain::ids::RequestId;
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeOwned, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::error::Category;
use std::fmt;
use std::marker::PhantomData;
use uuid::Uuid;

/// The most bytes of a body: a text of 2 000 characters takes 24 000 in the longest way of writing it.
const MOST_BYTES: usize = 256 * 1024;

/// What the router found in the address; what it could not read is an address of nothing.
pub(crate) type Found<T> = Result<Path<T>, PathRejection>;

/// The bytes of a JSON body. No body at all is an empty one.
pub(crate) async fn bytes(headers: &HeaderMap, body: Body) -> Result<Bytes, Wrong> {
    let bytes = axum::body::to_bytes(body, MOST_BYTES).await.map_err(|_| Wrong::TooLarge)?;
    if bytes.is_empty() || is_json(headers) { Ok(bytes) } else { Err(Wrong::NotJsonType) }
}

fn is_json(headers: &HeaderMap) -> bool {
    let sent = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media = sent.split(';').next().unwrap_or_default();
    media.trim().eq_ignore_ascii_case("application/json")
}

/// Something that JSON writes as an object. serde's own structs could be written as arrays too, which nobody describes.
#[derive(Debug)]
pub(crate) struct Object<T>(pub(crate) T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ObjectVisitor(PhantomData)).map(Self)
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map))
    }
}

/// An object out of a body. Types without room for anything deep keep nesting bounded: an array where a text should be
/// is refused at its first bracket.
pub(crate) fn json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Wrong> {
    // The path of a mistake costs time, so it is looked for only when there is one.
    let read = serde_json::from_slice(bytes).or_else(|_| {
        let mut reader = serde_json::Deserializer::from_slice(bytes);
        let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| misread(&error))?;
        reader.end().map_err(|_| Wrong::NotJson)?;
        Ok(value)
    });
    read.map(|Object(value)| value)
}

fn misread(error: &serde_path_to_error::Error<serde_json::Error>) -> Wrong {
    let path = match error.path().to_string() {
        root if root == "." => "body".to_owned(),
        path => path,
    };
    match error.inner().classify() {
        // serde tells what kind of mistake it is in words only.
        Category::Data if error.inner().to_string().starts_with("unknown field") => Wrong::UnknownField(path),
        Category::Data => Wrong::BadValue(path),
        Category::Io | Category::Syntax | Category::Eof => Wrong::NotJson,
    }
}

/// An id in its usual form of 36 characters.
pub(crate) fn id<T: From<Uuid>>(field: &str, text: &str) -> Result<T, Wrong> {
    let parsed = Some(text).filter(|text| text.len() == 36).and_then(|text| Uuid::parse_str(text).ok());
    parsed.map(T::from).ok_or_else(|| Wrong::BadValue(field.to_owned()))
}

/// The id of a request in an address; another text is the address of nothing.
pub(crate) fn request_id(text: &str) -> Result<RequestId, Wrong> {
    id("id", text).map_err(|_| Refusal::NotFound.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Outer {
        #[expect(dead_code, reason = "only read")]
        inner: Object<Inner>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        #[expect(dead_code, reason = "only read")]
        text: String,
    }

    fn wrong(body: &str) -> String {
        format!("{:?}", json::<Outer>(body.as_bytes()).unwrap_err())
    }

    #[test]
    fn a_mistake_is_named_by_its_path() {
        assert_eq!(wrong(r#"{"inner":{"text":"a","state":1}}"#), r#"UnknownField("inner.state")"#);
        assert_eq!(wrong(r#"{"inner":{"text":7}}"#), r#"BadValue("inner.text")"#);
        assert_eq!(wrong("[]"), r#"BadValue("body")"#);
        assert_eq!(wrong(r#"{"inner":["a"]}"#), r#"BadValue("inner")"#);
        assert_eq!(wrong("{"), "NotJson");
        assert_eq!(wrong(r#"{"inner":{"text":"a"}} {}"#), "NotJson");
    }

    #[test]
    fn a_hundred_thousand_brackets_are_refused_at_the_first() {
        let deep = format!(r#"{{"inner":{}"#, "[".repeat(100_000));
        assert_eq!(wrong(&deep), r#"BadValue("inner")"#);
        let unknown = format!(r#"{{"other":{}"#, "[".repeat(100_000));
        assert_eq!(wrong(&unknown), r#"UnknownField("other")"#);
    }
}
