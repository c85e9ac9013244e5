//! Filing: once, again, a hundred times at once, and wrong.

use super::support::{BUILDING_B, ESTATE_C, House, ROOM_A, UNIT_B, Who, id};
use super::{address, filed, lamp};
use axum::http::Method;
use serde_json::{Value, json};
use std::collections::BTreeMap;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_filed_comes_back_and_is_filed_once() {
    House::on_each_engine(async |house| {
        let (path, first) = filed(&house).await;
        assert_eq!(first.header("location"), path);
        assert_eq!(first.header("etag"), "\"1\"");
        let request = first.json();
        for field in ["estate", "building", "unit", "text", "matter", "channel", "urgent"] {
            assert_eq!(request[field], lamp()[field], "{field}");
        }
        assert_eq!(request["room"], json!(ROOM_A), "the name on the door was found");
        assert_eq!(request["place"]["room"], "501");
        assert_eq!(request["state"], "reported");
        assert_eq!(request["accountable"]["id"], json!(Who::StewardA.id()));
        assert_eq!(request["handler"]["party"], "steward");
        assert_eq!(request["reporter"], json!({ "name": "张**", "phone": "139****5678" }));
        let clock = &request["clocks"]["done"];
        assert_eq!((&clock["limit"], &clock["motion"]), (&json!("5wd"), &json!("running")));
        assert_eq!(clock["due_at"], "2026-11-25T10:00:02+08:00");
        assert_eq!(clock["calendar_known"], true);

        let again = house.api(Who::StewardA, Method::PUT, &path).json(&lamp()).expect(200).await;
        assert_eq!(again.json(), request);
        let shown = house.api(Who::StewardA, Method::GET, &path).expect(200).await;
        assert_eq!((shown.json(), shown.header("etag")), (request, "\"1\""));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_body_under_the_same_id_is_refused_with_the_present_state() {
    House::on_each_engine(async |house| {
        let (path, _) = filed(&house).await;
        let mut other = lamp();
        other["text"] = json!("楼道里的灯也坏了。");
        let refused = house.api(Who::StewardA, Method::PUT, &path).json(&other).expect(409).await;
        assert_eq!(refused.header("content-type"), "application/problem+json");
        assert_eq!(refused.field("code"), "other-content");
        assert_eq!((refused.field("state"), refused.field("version")), (json!("reported"), json!(1)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_at_once_are_one_request_and_one_event() {
    House::on_each_engine(async |house| {
        let path = address(house.new_id());
        let calls = (0..100).map(|_| house.api(Who::StewardA, Method::PUT, &path).json(&lamp()).answer());
        let tasks: Vec<_> = calls.map(tokio::spawn).collect();
        let mut statuses = BTreeMap::new();
        for task in tasks {
            *statuses.entry(task.await.expect("an answer").status.as_u16()).or_insert(0) += 1;
        }
        assert_eq!(statuses, BTreeMap::from([(200, 99), (201, 1)]));
        let events = house.api(Who::StewardA, Method::GET, &format!("{path}/events")).expect(200).await;
        let kinds: Vec<_> = events.json()["events"].as_array().expect("events").iter().map(kind).collect();
        assert_eq!(kinds, ["reported"]);
        let next = filed(&house).await.1;
        assert_eq!(next.field("number"), 2, "one number was taken");
    })
    .await;
}

fn kind(event: &Value) -> String {
    event["kind"].as_str().expect("a kind").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_named() {
    let house = House::sqlite();
    let cases = [
        ("text", Value::Null, "text", "text-missing"),
        ("text", json!(" \u{200B} "), "text", "text-missing"),
        ("text", json!("灯".repeat(5_000)), "text", "text-too-long"),
        ("text", json!(7), "text", "bad-value"),
        ("text", json!(["a"]), "text", "bad-value"),
        ("estate", Value::Null, "estate", "text-missing"),
        ("estate", json!("甲小区"), "estate", "bad-value"),
        ("building", json!("4"), "building", "bad-value"),
        ("building", json!(BUILDING_B), "building", "place-mismatch"),
        ("unit", json!(UNIT_B), "room", "place-mismatch"),
        ("unit", Value::Null, "room", "place-mismatch"),
        ("room", json!("777"), "room", "place-mismatch"),
        ("room", json!(id(0xB03)), "room", "place-mismatch"),
        ("matter", json!("9876"), "matter", "not-a-choice"),
        ("channel", json!("pigeon"), "channel", "not-a-choice"),
        ("urgent", json!("no"), "urgent", "bad-value"),
        ("reporter", json!({ "phone": "12345" }), "reporter.phone", "bad-phone"),
        ("reporter", json!({ "name": "张".repeat(51) }), "reporter.name", "text-too-long"),
        ("reporter", json!({ "card": "1" }), "reporter.card", "unknown-field"),
        ("reporter", json!("张"), "reporter", "bad-value"),
        // Fields that only the program sets, and those of other communities.
        ("state", json!("closed"), "state", "unknown-field"),
        ("community", json!("140109013002"), "community", "unknown-field"),
        ("role", json!("secretary"), "role", "unknown-field"),
        ("created", json!("2020-01-01"), "created", "unknown-field"),
        ("due", json!("2020-01-01"), "due", "unknown-field"),
    ];
    for (field, value, named, code) in cases {
        let path = address(house.new_id());
        let mut body = lamp();
        body[field] = value;
        let refused = house.api(Who::StewardA, Method::PUT, &path).json(&body).expect(422).await;
        assert_eq!(refused.header("content-type"), "application/problem+json");
        assert_eq!((refused.field("field"), refused.field("code")), (json!(named), json!(code)), "{body}");
        assert_eq!(refused.field("status"), 422);
        assert!(!refused.field("detail").as_str().expect("words").contains('{'), "{}", refused.text());
        house.api(Who::StewardA, Method::GET, &path).expect(404).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_estate_elsewhere_is_an_estate_nowhere() {
    House::on_each_engine(async |house| {
        let mut answers = Vec::new();
        for estate in [ESTATE_C, id(0xDEAD)] {
            for (building, room) in [(Value::Null, Value::Null), (json!(BUILDING_B), json!("501"))] {
                let mut body = lamp();
                body["estate"] = json!(estate);
                body["building"] = building;
                body["room"] = room;
                let path = address(house.new_id());
                answers
                    .push(house.api(Who::Secretary, Method::PUT, &path).json(&body).expect(404).await.body);
            }
        }
        assert!(answers.iter().all(|answer| *answer == answers[0]));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_id_must_be_one() {
    let house = House::sqlite();
    for bad in ["7", "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "%FF"] {
        let refused = house.api(Who::StewardA, Method::PUT, &address(bad)).json(&lamp()).expect(422).await;
        assert_eq!(refused.field("field"), "id", "{bad}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_estate_is_enough_of_a_place() {
    let house = House::sqlite();
    let path = address(house.new_id());
    let body = json!({ "estate": lamp()["estate"], "text": "燃气味很重", "urgent": true });
    let request = house.api(Who::GridWorker, Method::PUT, &path).json(&body).expect(201).await.json();
    assert_eq!((&request["channel"], &request["building"]), (&json!("web"), &Value::Null));
    assert_eq!(request["reporter"], Value::Null);
    assert_eq!(request["clocks"]["done"]["limit"], "2h");
}
