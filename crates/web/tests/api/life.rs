//! The verbs: the whole life of a request, and two people at once.

use super::support::{BUREAU, House, PROPERTY, Who};
use super::{does, filed};
use axum::http::Method;
use serde_json::{Value, json};

#[tokio::test(flavor = "multi_thread")]
async fn a_request_is_worked_off() {
    House::on_each_engine(async |house| {
        let (path, _) = filed(&house).await;
        let reason = json!({ "reason": "需要确认" });
        let accepted = does(&house, Who::StewardA, &path, "accept", &json!({})).await;
        assert_eq!((&accepted["state"], &accepted["version"]), (&json!("accepted"), &json!(2)));

        let to = format!("organisation:{PROPERTY}");
        let sent =
            does(&house, Who::StewardA, &path, "dispatch", &json!({ "to": to, "words": "请今天看看" })).await;
        assert_eq!((&sent["state"], &sent["asked"]["party"]), (&json!("dispatched"), &json!(to)));
        assert_eq!(sent["handler"]["party"], "steward", "the one before stays responsible");
        let returned = does(&house, Who::Property, &path, "return", &reason).await;
        assert_eq!(
            (&returned["state"], &returned["text"]),
            (&json!("returned"), &Value::Null),
            "out of their hands"
        );

        let to = format!("grid_worker:{}", Who::GridWorker.id());
        does(&house, Who::StewardA, &path, "dispatch", &json!({ "to": to, "words": null })).await;
        let taken = does(&house, Who::GridWorker, &path, "accept", &json!({})).await;
        assert_eq!((&taken["state"], &taken["handler"]["party"]), (&json!("in_progress"), &json!(to)));
        assert_eq!(taken["accountable"]["id"], json!(Who::StewardA.id()), "whoever works on it");

        let suspend = json!({ "until": "2026-12-01T09:00:00+08:00", "reason": "等配件" });
        let suspended = does(&house, Who::StewardA, &path, "suspend", &suspend).await;
        assert_eq!(suspended["suspended_until"], suspend["until"]);
        assert_eq!(suspended["clocks"]["done"]["motion"], "standing");
        close(&house, &path, "special").await;
        let reopened = does(&house, Who::StewardA, &path, "reopen", &reason).await;
        assert_eq!((&reopened["state"], &reopened["closing"]), (&json!("accepted"), &Value::Null));

        let extended =
            does(&house, Who::StewardA, &path, "extend", &json!({ "limit": "3wd", "reason": "雨天" })).await;
        assert_eq!(extended["clocks"]["done"]["limit"], "3wd");
        let called = json!({ "to": "street_office", "reason": "需要协调" });
        does(&house, Who::StewardA, &path, "escalate", &called).await;
        let helped = does(&house, Who::Street, &path, "accept", &json!({})).await;
        assert_eq!(helped["handler"]["party"], "street_office");

        let done = json!({ "reply": "已换新灯", "note": "旧灯线路老化" });
        let disposed = does(&house, Who::Street, &path, "dispose", &done).await;
        assert_eq!(disposed["state"], "disposed");
        does(&house, Who::StewardA, &path, "check", &json!({})).await;
        let closed = close(&house, &path, "normal").await;
        assert_eq!(closed["clocks"]["done"]["motion"], "ended");
        assert_eq!(closed["clocks"]["done"]["remaining_ms"], Value::Null);
        told(&house, &path).await;
    })
    .await;
}

async fn close(house: &House, path: &str, how: &str) -> Value {
    let special = (how == "special").then_some("由市政统一更换");
    let closed = does(house, Who::StewardA, path, "close", &json!({ "special": special })).await;
    assert_eq!((&closed["state"], &closed["closing"]), (&json!("closed"), &json!(how)));
    closed
}

/// The events say who did what, and the words that the reader may see.
async fn told(house: &House, path: &str) {
    let events = house.api(Who::StewardA, Method::GET, &format!("{path}/events")).expect(200).await.json();
    let events = events["events"].as_array().expect("events").clone();
    let kinds: Vec<_> = events.iter().filter_map(|it| it["kind"].as_str()).collect();
    let whole = "reported accepted dispatched returned dispatched taken suspended closed reopened extended escalated \
                 taken disposed checked closed";
    assert_eq!(kinds.join(" "), whole);
    assert_eq!(events[2]["words"], "请今天看看");
    assert_eq!(events[2]["to"]["party"], json!(format!("organisation:{PROPERTY}")));
    assert_eq!(events[3]["actor"]["role"], "organisation");
    assert_eq!((&events[12]["words"], &events[12]["note"]), (&json!("已换新灯"), &json!("旧灯线路老化")));
    assert_eq!(events[0]["words"], Value::Null, "what was said is in the request");
    assert!(events.windows(2).all(|pair| pair[0]["seq"].as_u64() < pair[1]["seq"].as_u64()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bureau_is_called() {
    let house = House::sqlite();
    let (path, _) = filed(&house).await;
    does(&house, Who::StewardA, &path, "accept", &json!({})).await;
    let body = json!({ "to": format!("district_bureau:{BUREAU}"), "reason": "房屋安全" });
    assert_eq!(does(&house, Who::Secretary, &path, "escalate", &body).await["state"], "escalated");
    assert_eq!(does(&house, Who::Bureau, &path, "accept", &json!({})).await["state"], "in_progress");
    assert_eq!(
        does(&house, Who::Secretary, &path, "void", &json!({ "reason": "报错了" })).await["state"],
        "voided"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_act_at_once_one_wins() {
    House::on_each_engine(async |house| {
        let (path, _) = filed(&house).await;
        does(&house, Who::StewardA, &path, "accept", &json!({})).await;
        at_once(&house, &path, 2, "close", "special", "closed").await;
        at_once(&house, &path, 3, "reopen", "reason", "accepted").await;
    })
    .await;
}

/// Two people do the same to the same version: one answer is 200, the other 409 with the present state.
async fn at_once(house: &House, path: &str, version: u64, verb: &str, field: &str, state: &str) {
    let body = json!({ field: "两个人同时办理" });
    let both = [Who::StewardA, Who::Secretary].map(|who| {
        let call = house.api(who, Method::POST, &format!("{path}/{verb}")).seen(version).json(&body);
        tokio::spawn(call.answer())
    });
    let mut lost = Vec::new();
    for task in both {
        let answer = task.await.expect("an answer");
        if answer.status != 200 {
            lost.push(answer);
        }
    }
    assert_eq!(lost.len(), 1, "{verb}");
    assert_eq!((lost[0].status.as_u16(), lost[0].field("code")), (409, json!("stale")));
    assert_eq!((lost[0].field("state"), lost[0].field("version")), (json!(state), json!(version + 1)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_that_leads_nowhere_says_how_it_stands() {
    let house = House::sqlite();
    let (path, _) = filed(&house).await;
    let call = house.api(Who::StewardA, Method::POST, &format!("{path}/check")).seen(1).json(&json!({}));
    let refused = call.expect(409).await;
    assert_eq!(refused.field("code"), "not-from-here");
    assert_eq!((refused.field("state"), refused.field("version")), (json!("reported"), json!(1)));
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_are_checked() {
    let house = House::sqlite();
    let (path, _) = filed(&house).await;
    does(&house, Who::StewardA, &path, "accept", &json!({})).await;
    let cases = [
        ("dispatch", json!({}), "to", "text-missing"),
        ("dispatch", json!({ "to": "mayor" }), "to", "not-a-choice"),
        (
            "dispatch",
            json!({ "to": format!("grid_worker:{}", Who::OtherSecretary.id()) }),
            "to",
            "not-a-choice",
        ),
        ("dispatch", json!({ "to": "street_office" }), "to", "wrong-level"),
        ("dispatch", json!({ "to": "steward", "state": "closed" }), "state", "unknown-field"),
        ("escalate", json!({ "to": format!("organisation:{PROPERTY}"), "reason": "x" }), "to", "wrong-level"),
        ("escalate", json!({ "to": "street_office" }), "reason", "text-missing"),
        ("dispose", json!({ "note": "x" }), "reply", "text-missing"),
        ("close", json!({}), "special", "text-missing"),
        ("close", json!({ "special": true }), "special", "bad-value"),
        ("suspend", json!({ "until": "tomorrow", "reason": "x" }), "until", "bad-value"),
        ("suspend", json!({ "until": "2020-01-01T00:00:00+08:00", "reason": "x" }), "until", "not-in-future"),
        ("suspend", json!({ "until": "2040-01-01T00:00:00+08:00", "reason": "x" }), "until", "too-far"),
        ("extend", json!({ "limit": "3 weeks", "reason": "x" }), "limit", "bad-value"),
        ("extend", json!({ "limit": "3wd", "reason": "灯".repeat(2_001) }), "reason", "text-too-long"),
        ("void", json!({ "reason": "" }), "reason", "text-missing"),
        ("accept", json!({ "by": "me" }), "by", "unknown-field"),
    ];
    for (verb, body, field, code) in cases {
        let call = house.api(Who::StewardA, Method::POST, &format!("{path}/{verb}")).seen(2).json(&body);
        let refused = call.expect(422).await;
        assert_eq!(
            (refused.field("field"), refused.field("code")),
            (json!(field), json!(code)),
            "{verb} {body}"
        );
    }
    let still = house.api(Who::StewardA, Method::GET, &path).expect(200).await;
    assert_eq!(still.field("version"), 2, "nothing was written");
}
