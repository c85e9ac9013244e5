//! Lists: pages in order, filters, and nothing that the caller may not read.

use super::support::{ESTATE_B, ESTATE_C, House, PROPERTY, Who, found};
use super::{address, does, filed, lamp};
use axum::http::Method;
use serde_json::{Value, json};

/// The ids that somebody is shown, page after page.
async fn all(house: &House, who: Who, query: &str) -> Vec<String> {
    let (mut seen, mut after) = (Vec::new(), String::new());
    loop {
        let page =
            house.api(who, Method::GET, &format!("/api/v1/requests?{query}{after}")).expect(200).await.json();
        seen.extend(page["requests"].as_array().expect("requests").iter().map(|it| id(&it["id"])));
        match &page["next"] {
            Value::Null => return seen,
            next => after = format!("&after={}", id(next)),
        }
    }
}

fn id(value: &Value) -> String {
    value.as_str().expect("an id").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_follow_each_other_without_gap_or_overlap() {
    House::on_each_engine(async |house| {
        let mut filed_ids = Vec::new();
        for n in 0..7 {
            let mut body = lamp();
            if n % 2 == 1 {
                body = json!({ "estate": ESTATE_B, "text": format!("第{n}件") });
            }
            let path = address(house.new_id());
            let answer = house.api(Who::Secretary, Method::PUT, &path).json(&body).expect(201).await;
            filed_ids.push(id(&answer.field("id")));
        }
        assert_eq!(all(&house, Who::Secretary, "limit=3").await, filed_ids);
        assert_eq!(all(&house, Who::Secretary, "limit=200").await, filed_ids);
        let in_b: Vec<_> = filed_ids.iter().skip(1).step_by(2).cloned().collect();
        assert_eq!(all(&house, Who::Secretary, &format!("estate={ESTATE_B}&limit=2")).await, in_b);
        assert_eq!(all(&house, Who::StewardB, "limit=1").await, in_b, "others see what they may read");
        assert_eq!(all(&house, Who::OtherSecretary, "").await, [""; 0]);
        assert_eq!(all(&house, Who::Secretary, &format!("estate={ESTATE_C}")).await, [""; 0]);
        does(&house, Who::StewardB, &address(&in_b[0]), "accept", &json!({})).await;
        assert_eq!(all(&house, Who::Secretary, "state=accepted").await, in_b[..1]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_see_what_was_handed_to_them() {
    let house = House::sqlite();
    let (path, answer) = filed(&house).await;
    let mine = vec![id(&answer.field("id"))];
    for who in [Who::Property, Who::Street, Who::Bureau, Who::StewardB, Who::Auditor] {
        assert_eq!(all(&house, who, "").await, [""; 0], "{who:?}");
    }
    assert_eq!(all(&house, Who::GridWorker, "").await, mine, "it lies in the grid");
    does(&house, Who::StewardA, &path, "dispatch", &json!({ "to": format!("organisation:{PROPERTY}") }))
        .await;
    assert_eq!(all(&house, Who::Property, "").await, mine);
    does(&house, Who::StewardA, &path, "escalate", &json!({ "to": "street_office", "reason": "请协调" }))
        .await;
    assert_eq!(all(&house, Who::Street, "limit=1").await, mine);
    assert_eq!(all(&house, Who::Property, "").await, [""; 0], "it is out of their hands");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_says_nothing_of_what_was_said_or_by_whom() {
    let house = House::sqlite();
    let (path, _) = filed(&house).await;
    let list = house.api(Who::Secretary, Method::GET, "/api/v1/requests").expect(200).await;
    let shown = house.api(Who::Secretary, Method::GET, &path).expect(200).await;
    let events = house.api(Who::Secretary, Method::GET, &format!("{path}/events")).expect(200).await;
    for answer in [&list, &shown, &events] {
        assert!(
            !answer.text().contains("13912345678") && !answer.text().contains("张示例"),
            "{}",
            answer.text()
        );
    }
    assert!(!list.text().contains("台阶"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_asked_of_a_list_is_checked() {
    let house = House::sqlite();
    let cases = [
        ("state=sleeping", "state"),
        ("estate=7", "estate"),
        ("after=7", "after"),
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("limit=1&limit=2", "limit"),
        ("sort=id", "sort"),
    ];
    for (query, field) in cases {
        let path = format!("/api/v1/requests?{query}");
        let refused = house.api(Who::Secretary, Method::GET, &path).expect(422).await;
        assert_eq!(refused.field("field"), field, "{query}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_estate_has_its_steward() {
    House::on_each_engine(async |house| {
        let estates = house.api(Who::GridWorker, Method::GET, "/api/v1/estates").expect(200).await.json();
        let lines = estates["estates"].as_array().expect("estates").clone();
        let find = |name: &str| lines.iter().find(|it| it["name"] == name).expect("an estate").clone();
        assert_eq!(lines.len(), 2);
        assert_eq!(find("甲小区")["households"], 2);
        let steward = &find("乙小区")["steward"];
        assert_eq!(
            (&steward["id"], &steward["name"]),
            (&json!(Who::StewardB.id()), &json!(found::name(Who::StewardB)))
        );
        let above = house.api(Who::Street, Method::GET, "/api/v1/estates").expect(200).await.json();
        assert_eq!(above["estates"].as_array().map(Vec::len), Some(3), "the street sees both communities");
    })
    .await;
}
