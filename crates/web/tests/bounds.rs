//! What strangers can do at the door, and how much of it: driven through the router on both engines.
#![allow(clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

#[path = "bounds/links.rs"]
mod links;
#[path = "bounds/log.rs"]
mod log;
#[path = "bounds/photos.rs"]
mod photos;
#[path = "bounds/sign_in.rs"]
mod sign_in;
mod support;

use axum::http::Method;
use serde_json::{Value, json};
use support::{ESTATE_A, House, Who};

/// A request that steward A has just filed in the estate, with more of its place, and its id.
async fn filed(house: &House, text: &str, more: &Value) -> String {
    let id = house.new_id().to_string();
    let mut body = json!({
        "estate": ESTATE_A, "text": text, "matter": "0102", "channel": "phone", "urgent": false,
        "reporter": { "name": "张示例", "phone": "13912345678" },
    });
    for (name, value) in more.as_object().expect("an object") {
        body[name] = value.clone();
    }
    house.api(Who::StewardA, Method::PUT, &format!("/api/v1/requests/{id}")).json(&body).expect(201).await;
    id
}

/// Somebody does something with a request as it stands, which must succeed.
async fn does(house: &House, who: Who, id: &str, verb: &str, body: &Value) {
    let path = format!("/api/v1/requests/{id}");
    let version = house.api(Who::Secretary, Method::GET, &path).expect(200).await.field("version");
    let call = house.api(who, Method::POST, &format!("{path}/{verb}"));
    call.seen(version.as_u64().expect("a version")).json(body).expect(200).await;
}

/// The page of a request, as somebody sees it.
async fn page(house: &House, who: Who, id: &str) -> String {
    let answer = house.page(who, Method::GET, &format!("/requests/{id}")).expect(200).await;
    answer.text().to_owned()
}
