//! What is refused leaves no file, and there is an end to what comes by a private link.

use super::filed;
use super::support::{BUILDING_A, BUILDING_B, ESTATE_A, HOME, House, UNIT_A, Who};
use axum::http::Method;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

/// Eight pixels by eight.
const PHOTO: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mNomLAAK2IYWhIAKz5sAQEE7SkAAAAASUVORK5CYII=";

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_leaves_no_photo_behind() {
    House::on_each_engine(async |house| {
        let photo = STANDARD.decode(PHOTO).expect("a photo");
        let id =
            filed(&house, "单元门口的灯坏了。", &json!({ "building": BUILDING_A, "unit": UNIT_A })).await;
        let link = house.app().resident_link(HOME.parse().expect("a code"), id.parse().expect("an id"), None);
        let posted = async |path: String, fields: &[(&str, &str)]| {
            house.page(Who::Nobody, Method::POST, &path).parts(fields, Some(&photo)).answer().await
        };
        let by_link = async |deed: &str, fields: &[(&str, &str)]| {
            posted(format!("/l/{HOME}/{link}/{deed}"), fields).await.status.as_u16()
        };
        // It is not disposed yet, so there is nothing to confirm or to open again.
        assert_eq!(by_link("confirm", &[("solved", "yes")]).await, 422);
        assert_eq!(by_link("reopen", &[("reason", "没有修好")]).await, 422);
        assert_eq!(by_link("add", &[("words", "长".repeat(3_000).as_str())]).await, 422);
        assert_eq!(house.photo_files(), 0);

        let new = house.new_id().to_string();
        let estate = ESTATE_A.to_string();
        let report = |text: &'static str| vec![("id", new.as_str()), ("estate", &estate), ("text", text)];
        let path = format!("/c/{HOME}/report");
        let elsewhere = BUILDING_B.to_string();
        let mut wrong = report("楼道灯不亮。");
        wrong.push(("building", elsewhere.as_str()));
        assert_eq!(posted(path.clone(), &wrong).await.status, 422);
        assert_eq!(house.photo_files(), 0, "another estate's building");
        let right = report("楼道灯不亮。");
        for _ in 0..3 {
            assert_eq!(posted(path.clone(), &right).await.status, 303);
            assert_eq!(house.photo_files(), 2, "sent again, its photo is there already");
        }
        assert_eq!(posted(path.clone(), &report("另一句话。")).await.status, 422);
        assert_eq!(house.photo_files(), 2);
        assert_eq!(by_link("add", &[("words", "补一张照片")]).await, 303);
        assert_eq!(house.photo_files(), 4);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_private_link_is_no_way_to_fill_the_disk() {
    House::on_each_engine(async |house| {
        let id = filed(&house, "单元门口的灯坏了。", &json!({})).await;
        let link = house.app().resident_link(HOME.parse().expect("a code"), id.parse().expect("an id"), None);
        let mut last = 0;
        for path in [format!("/l/{HOME}/{link}/confirm"), format!("/h/{HOME}/nothing/take")] {
            for _ in 0..61 {
                let call = house.page(Who::Nobody, Method::POST, &path).at_address("2001:db8::1");
                last = call.form(&[]).answer().await.status.as_u16();
            }
            assert_eq!(last, 429, "{path}");
        }
        let elsewhere = house.page(Who::Nobody, Method::POST, &format!("/l/{HOME}/{link}/confirm"));
        assert_eq!(elsewhere.at_address("192.0.2.7").form(&[]).answer().await.status, 422);
        let again = house.page(Who::Nobody, Method::POST, &format!("/l/{HOME}/{link}/confirm"));
        let again = again.at_address("2001:db8::2").form(&[]).answer().await;
        assert_eq!(again.status, 429, "the same client has many such addresses");
    })
    .await;
}
