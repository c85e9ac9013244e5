//! The JSON API, driven through the router on both engines.
#![allow(clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

#[path = "api/access.rs"]
mod access;
#[path = "api/description.rs"]
mod description;
#[path = "api/filing.rs"]
mod filing;
#[path = "api/life.rs"]
mod life;
#[path = "api/listing.rs"]
mod listing;
#[path = "api/wrong.rs"]
mod wrong;

mod support;

use serde_json::{Value, json};
use support::call::Answer;
use support::{BUILDING_A, ESTATE_A, House, UNIT_A, Who};

use axum::http::Method;

/// What a program files: a lamp in unit 1 of building 4.
fn lamp() -> Value {
    json!({
        "estate": ESTATE_A,
        "building": BUILDING_A,
        "unit": UNIT_A,
        "room": "501",
        "text": "单元门口的灯坏了，晚上看不清台阶，请来修一下。",
        "matter": "0102",
        "channel": "phone",
        "reporter": { "name": "张示例", "phone": "13912345678" },
        "urgent": false,
    })
}

/// The address of a request.
fn address(id: impl std::fmt::Display) -> String {
    format!("/api/v1/requests/{id}")
}

/// A request that steward A has just filed, and its address.
async fn filed(house: &House) -> (String, Answer) {
    let path = address(house.new_id());
    let answer = house.api(Who::StewardA, Method::PUT, &path).json(&lamp()).expect(201).await;
    (path, answer)
}

/// Somebody does something with a request as it stands, which must succeed.
async fn does(house: &House, who: Who, path: &str, verb: &str, body: &Value) -> Value {
    let version = house.api(Who::Secretary, Method::GET, path).expect(200).await.field("version");
    let call =
        house.api(who, Method::POST, &format!("{path}/{verb}")).seen(version.as_u64().expect("a version"));
    call.json(body).expect(200).await.json()
}
