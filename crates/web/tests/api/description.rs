//! The description: complete, and only changed on purpose.

use super::support::House;
use super::support::call::Call;
use axum::http::Method;
use guanjia_web::routes::ROUTES;
use std::collections::BTreeSet;

#[tokio::test(flavor = "multi_thread")]
async fn the_description_is_whole() {
    let house = House::sqlite();
    let answer = Call::new(house.router.clone(), Method::GET, "/api/v1/openapi.json").expect(200).await;
    assert_eq!(answer.header("content-type"), "application/json");
    let document = answer.json();
    insta::assert_json_snapshot!(document);
    let paths: BTreeSet<_> = document["paths"].as_object().expect("paths").keys().cloned().collect();
    for (route, _) in
        ROUTES.iter().filter(|(route, _)| route.starts_with("/api/v1/") && !route.ends_with(".json"))
    {
        let known = match route.strip_suffix("{verb}") {
            Some(stem) => paths.iter().filter(|path| path.starts_with(stem)).count() == 12,
            None => paths.contains(*route),
        };
        assert!(known, "{route} is not described");
    }
}
