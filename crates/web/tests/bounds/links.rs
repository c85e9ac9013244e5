//! Who sees the private link of an organisation, and requests that were merged.

use super::support::{BUILDING_A, House, PROPERTY, UNIT_A, Who};
use super::{does, filed, page};
use axum::http::Method;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn a_link_to_pass_on_is_shown_to_those_who_may_give_it() {
    House::on_each_engine(async |house| {
        let id =
            filed(&house, "单元门口的灯坏了。", &json!({ "building": BUILDING_A, "unit": UNIT_A })).await;
        does(&house, Who::StewardA, &id, "accept", &json!({})).await;
        let to = json!({ "to": format!("organisation:{PROPERTY}"), "words": null });
        does(&house, Who::StewardA, &id, "dispatch", &to).await;
        house.page(Who::StewardA, Method::POST, &format!("/requests/{id}/link")).form(&[]).expect(303).await;
        let sees = async |who| page(&house, who, &id).await.contains("/h/140109013001/");
        assert!(sees(Who::StewardA).await && sees(Who::Secretary).await);
        assert!(!sees(Who::GridWorker).await, "it lies in the grid, and the link is not the worker's");
        assert!(!sees(Who::Property).await);
        does(&house, Who::Property, &id, "accept", &json!({})).await;
        let suspend = json!({ "until": "2026-12-01T09:00:00+08:00", "reason": "等配件" });
        does(&house, Who::StewardA, &id, "suspend", &suspend).await;
        assert!(sees(Who::StewardA).await, "also while it is suspended");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_merged_requests_others_are_only_counted() {
    House::on_each_engine(async |house| {
        let near = json!({ "building": BUILDING_A, "unit": UNIT_A });
        let into = filed(&house, "单元门口的路灯坏了，晚上看不清台阶。", &near).await;
        let from = filed(&house, "小区门口的路灯坏了，晚上看不清台阶。", &json!({})).await;
        does(&house, Who::StewardA, &from, "accept", &json!({})).await;
        let version = house.api(Who::Secretary, Method::GET, &format!("/api/v1/requests/{from}"));
        let version = version.expect(200).await.field("version").to_string();
        let form = [("version", version.as_str()), ("into", into.as_str())];
        house
            .page(Who::StewardA, Method::POST, &format!("/requests/{from}/merge"))
            .form(&form)
            .expect(303)
            .await;
        assert!(page(&house, Who::StewardA, &into).await.contains("小区门口的路灯"));
        let seen = page(&house, Who::GridWorker, &into).await;
        assert!(!seen.contains("小区门口的路灯"), "it is in nobody's grid");
        assert!(seen.contains("1 request of a place that is not yours"));
    })
    .await;
}
