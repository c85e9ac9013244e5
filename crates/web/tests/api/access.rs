//! Every route of the API × everybody × own and other community.

use super::support::call::Call;
use super::support::{ESTATE_A, House, Who, id};
use super::{address, lamp};
use axum::http::Method;
use guanjia_web::routes::ROUTES;
use serde_json::json;

use Who::{
    Administrator, Auditor, Bureau, GridWorker, Nobody, OtherSecretary, Property, Secretary, Security,
    StewardA, StewardB, Street,
};

/// Who gets which status from a route, for a request of estate A that the secretary filed without a building.
fn expected(method: &str, route: &str, who: Who) -> u16 {
    match (method, route, who) {
        ("GET", "/api/v1/openapi.json", _) => 200,
        (_, _, Nobody) => 401,
        ("GET", "/api/v1/estates", Auditor | Security) => 403,
        ("GET", "/api/v1/estates", Property | Bureau) => 404,
        ("GET", "/api/v1/estates", _) => 200,
        ("GET", "/api/v1/requests", _) => 200,
        ("PUT", "/api/v1/requests/{id}", Secretary | StewardA | StewardB | GridWorker) => 201,
        ("PUT", "/api/v1/requests/{id}", Administrator | Security | Auditor) => 403,
        // The estate is not one of the caller's own office.
        ("PUT", "/api/v1/requests/{id}", Property | Street | Bureau | OtherSecretary) => 404,
        ("GET", "/api/v1/requests/{id}" | "/api/v1/requests/{id}/events", who) => one_request(who),
        ("POST", "/api/v1/requests/{id}/{verb}", who) => one_request(who),
        _ => panic!("{method} {route} has no entry here: say who may do it"),
    }
}

const fn one_request(who: Who) -> u16 {
    match who {
        Secretary | StewardA => 200,
        // Of the own community it may be said that it exists, to those who work inside.
        StewardB | GridWorker | Administrator | Security | Auditor => 403,
        _ => 404,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_asks_who_calls() {
    House::on_each_engine(async |house| {
        for (route, methods) in ROUTES.iter().filter(|(route, _)| route.starts_with("/api/")) {
            for method in methods.split(' ') {
                for who in Who::ALL {
                    let status = ask(&house, method, route, who).await;
                    assert_eq!(status, expected(method, route, who), "{method} {route} as {who:?}");
                }
            }
        }
    })
    .await;
}

fn tree() -> serde_json::Value {
    json!({ "estate": ESTATE_A, "text": "树挡光" })
}

async fn ask(house: &House, method: &str, route: &str, who: Who) -> u16 {
    let known = address(house.new_id());
    house.api(Secretary, Method::PUT, &known).json(&tree()).expect(201).await;
    let path = route.replace("/api/v1/requests/{id}", &known).replace("{verb}", "accept");
    let method: Method = method.parse().expect("a method");
    let call = match method {
        Method::PUT => house.api(who, method, &address(house.new_id())).json(&tree()),
        Method::POST => house.api(who, method, &path).seen(1).json(&json!({})),
        _ => house.api(who, method, &path),
    };
    call.answer().await.status.as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn another_community_is_nowhere() {
    House::on_each_engine(async |house| {
        let known = address(house.new_id());
        house.api(StewardA, Method::PUT, &known).json(&lamp()).expect(201).await;
        let unknown = address(id(0xDEAD));
        for who in [OtherSecretary, Street, Bureau, Property] {
            for (method, rest) in [
                (Method::GET, ""),
                (Method::GET, "/events"),
                (Method::POST, "/accept"),
                (Method::POST, "/close"),
                (Method::POST, "/void"),
            ] {
                let ask = async |path: &str| {
                    let call = house.api(who, method.clone(), &format!("{path}{rest}")).seen(1);
                    let call = if method == Method::POST { call.json(&body(rest)) } else { call };
                    let answer = call.expect(404).await;
                    (answer.headers, answer.body)
                };
                assert_eq!(ask(&known).await, ask(&unknown).await, "{method} {rest} as {who:?}");
            }
        }
        let still = house.api(StewardA, Method::GET, &known).expect(200).await;
        assert_eq!(still.field("version"), 1);
    })
    .await;
}

fn body(rest: &str) -> serde_json::Value {
    match rest {
        "/void" => json!({ "reason": "x" }),
        "/close" => json!({ "special": "x" }),
        _ => json!({}),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_header_moves_the_caller() {
    let house = House::sqlite();
    let known = address(house.new_id());
    house.api(StewardA, Method::PUT, &known).json(&lamp()).expect(201).await;
    for (name, value) in [
        ("x-community", "140109013001"),
        ("x-forwarded-host", "140109013001.example"),
        ("x-remote-user", "secretary"),
        ("x-http-method-override", "PUT"),
    ] {
        house.api(OtherSecretary, Method::GET, &known).header(name, value).expect(404).await;
    }
    Call::new(house.router.clone(), Method::GET, &known)
        .header("x-remote-user", "secretary")
        .expect(401)
        .await;
}
