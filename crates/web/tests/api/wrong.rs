//! Calls that are wrong before anybody looks at the request: token, type, size, version, language.

use super::support::call::Call;
use super::support::{House, Who, blocking};
use super::{address, filed, lamp};
use axum::http::Method;
use guanjia_domain::Role;
use guanjia_domain::permission::Principal;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn no_token_and_a_bad_one_get_the_same_answer() {
    let house = House::sqlite();
    let (path, _) = filed(&house).await;
    let good = house.token(Who::StewardA);
    let elsewhere = good.replacen("140109013001", "140109013002", 1);
    let cut = &good[..good.len() - 1];
    let tokens = [
        "",
        "Bearer",
        "Bearer x",
        "Basic eDp5",
        cut,
        &format!("Bearer {cut}"),
        &format!("Bearer {elsewhere}"),
    ];
    let mut answers = Vec::new();
    for token in tokens {
        for call in [
            Call::new(house.router.clone(), Method::GET, &path),
            Call::new(house.router.clone(), Method::PUT, &path).json(&json!({ "wrong": 1 })),
            Call::new(house.router.clone(), Method::POST, &format!("{path}/no-such-verb")),
            Call::new(house.router.clone(), Method::GET, "/api/v1/requests?no=1"),
            Call::new(house.router.clone(), Method::GET, "/api/v1/estates"),
        ] {
            let call = if token.is_empty() { call } else { call.header("authorization", token) };
            let refused = call.expect(401).await;
            assert_eq!(refused.header("www-authenticate"), "Bearer");
            assert_eq!(refused.header("content-type"), "application/problem+json");
            answers.push(refused.body);
        }
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    let session = house.session(Who::Secretary).expect("a session").0;
    Call::new(house.router.clone(), Method::GET, &path).header("cookie", &session).expect(401).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_ends_with_the_account() {
    House::on_each_engine(async |house| {
        let (token, path) = (house.token(Who::Street), "/api/v1/estates");
        let call = || {
            Call::new(house.router.clone(), Method::GET, path)
                .header("authorization", &format!("Bearer {token}"))
        };
        call().expect(200).await;
        let (app, home) = (house.app().clone(), Who::Street.home());
        let who = Principal::plain(Role::System, home, None);
        blocking(|| {
            let work =
                move |tx: &mut guanjia_store::Tx| app.dismiss_staff(tx, &who, home, Who::Street.id().into());
            house.app().db.write(home, work).wait().expect("a dismissal");
        });
        call().expect(401).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_json_of_a_bounded_size_is_read() {
    let house = House::sqlite();
    let put = || house.api(Who::StewardA, Method::PUT, &address(house.new_id()));
    for media in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonp",
    ] {
        assert_eq!(
            put().sent(media, lamp().to_string()).expect(415).await.field("code"),
            "not-json-type",
            "{media}"
        );
    }
    put().sent("Application/JSON; charset=utf-8", lamp().to_string()).expect(201).await;
    for body in ["{", "", "{\"text\": \"\\ud800\"}", "nothing"] {
        assert_eq!(
            put().sent("application/json", body).expect(400).await.field("code"),
            "not-json",
            "{body}"
        );
    }
    assert_eq!(put().sent("application/json", &b"\xff"[..]).expect(400).await.field("code"), "not-json");
    for body in ["[]", "[null]", "7", "\"text\"", "null"] {
        assert_eq!(
            put().sent("application/json", body).expect(422).await.field("code"),
            "bad-value",
            "{body}"
        );
    }
    let mut long = lamp();
    long["text"] = json!("灯".repeat(90_000));
    assert_eq!(put().json(&long).expect(413).await.field("code"), "too-large");
    let deep = format!("{{\"text\":{}", "[".repeat(100_000));
    assert_eq!(put().sent("application/json", deep).expect(422).await.field("field"), "text");
    let wide = format!("{{\"text\":[{}0]}}", "0,".repeat(100_000));
    assert_eq!(put().sent("application/json", wide).expect(422).await.field("field"), "text");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_names_the_version_it_is_made_to() {
    let house = House::sqlite();
    let (path, _) = filed(&house).await;
    let accept = || house.api(Who::StewardA, Method::POST, &format!("{path}/accept"));
    let missing = accept().json(&json!({})).expect(428).await;
    assert_eq!((missing.field("code"), missing.field("field")), (json!("no-version"), json!("If-Match")));
    for bad in ["*", "one", "\"1", "\"-1\"", "\"1\", \"2\"", "99999999999999999999", "\"\""] {
        let refused = accept().header("if-match", bad).json(&json!({})).expect(422).await;
        assert_eq!(refused.field("field"), "If-Match", "{bad}");
    }
    let stale = accept().seen(7).json(&json!({})).expect(409).await;
    assert_eq!((stale.field("state"), stale.field("version")), (json!("reported"), json!(1)));
    // The version as a bare number, and a verb without a body.
    accept().header("if-match", "1").expect(200).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn problems_are_told_in_the_language_of_the_caller() {
    let house = House::sqlite();
    let told = async |language| {
        let call = house.api(Who::Auditor, Method::GET, "/api/v1/estates").language(language);
        call.expect(403).await.field("detail")
    };
    assert_eq!(
        told("en-GB,en").await,
        "This is not within your duties. Ask the steward of the estate, or the secretary."
    );
    for language in ["zh-CN", "fr"] {
        assert!(told(language).await.as_str().is_some_and(|words| !words.is_ascii()), "{language}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_of_nothing_is_told_as_a_problem() {
    let house = House::sqlite();
    let (path, _) = filed(&house).await;
    house.api(Who::StewardA, Method::POST, &format!("{path}/take")).seen(1).expect(404).await;
    for (method, path, status) in
        [(Method::GET, "/api/v1/residents", 404), (Method::DELETE, path.as_str(), 405)]
    {
        let refused = house.api(Who::StewardA, method, path).expect(status).await;
        assert_eq!(refused.header("content-type"), "application/problem+json");
        assert_eq!((refused.field("code"), refused.field("status")), (json!("not-here"), json!(status)));
        assert_eq!(refused.header("allow").is_empty(), status == 404);
    }
}
