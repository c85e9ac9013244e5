//! The pages of the own work, asked as the people who use them, on both engines.
#![allow(clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

mod support;

use axum::http::Method;
use support::call::{Answer, Call};
use support::{BUILDING_A, ESTATE_A, ESTATE_B, HOST, House, UNIT_A, Who};

/// The path that a form led to.
async fn posted(house: &House, who: Who, path: &str, fields: &[(&str, &str)]) -> String {
    let answer = house.page(who, Method::POST, path).form(fields).answer().await;
    assert_eq!(answer.status, 303, "{path}: {}", answer.text());
    answer.header("location").to_owned()
}

async fn shown(house: &House, who: Who, path: &str) -> (u16, String) {
    let answer = house.page(who, Method::GET, path).answer().await;
    (answer.status.as_u16(), answer.text().to_owned())
}

/// A form of the grid worker that could carry photos.
async fn in_parts(house: &House, path: &str, fields: &[(&str, &str)]) -> Answer {
    let (cookie, csrf) = house.session(Who::GridWorker).expect("a session");
    let mut body = String::new();
    for (name, value) in fields.iter().copied().chain([("csrf", csrf.as_str())]) {
        body += &format!("--part\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    }
    let call = Call::new(house.router.clone(), Method::POST, path).header("host", HOST);
    let call = call.header("cookie", &cookie).posted_here(None);
    call.sent("multipart/form-data; boundary=part", format!("{body}--part--\r\n")).answer().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mediation_is_written_and_a_wrong_form_keeps_what_was_typed() {
    House::on_each_engine(async |house| {
        let (a, b) = (ESTATE_A.to_string(), ESTATE_B.to_string());
        let form = |name2: &'static str| {
            vec![
                ("dispute", "noise"),
                ("words", "楼上夜里拖桌子。"),
                ("name1", "欧阳静"),
                ("phone1", "13812340001"),
                ("estate1", a.as_str()),
                ("name2", name2),
                ("phone2", ""),
                ("estate2", b.as_str()),
                ("mediator", ""),
            ]
        };
        let wrong = house.page(Who::StewardA, Method::POST, "/mediations").form(&form("")).answer().await;
        assert_eq!(wrong.status, 422);
        let text = wrong.text();
        assert!(text.contains("欧阳静") && text.contains("拖桌子") && text.contains("13812340001"));
        let file = posted(&house, Who::StewardA, "/mediations", &form("司马喧")).await;
        let meeting = [("day", "2026-11-18"), ("words", "双方见面。")];
        posted(&house, Who::StewardB, &format!("{file}/meet"), &meeting).await;
        let (status, text) = shown(&house, Who::StewardA, &file).await;
        assert!(status == 200 && text.contains("欧阳静") && text.contains("双方见面"));
        for who in [Who::Secretary, Who::GridWorker, Who::Administrator, Who::Auditor, Who::OtherSecretary] {
            let (status, text) = shown(&house, who, &file).await;
            assert!(status == 404 && !text.contains("欧阳静"), "{who:?}");
        }
        let early = [("day", "2026-11-19"), ("words", "明天才见面。")];
        let early =
            house.page(Who::StewardA, Method::POST, &format!("{file}/agree")).form(&early).answer().await;
        assert!(early.status == 422 && early.text().contains("明天才见面"));
        posted(&house, Who::StewardA, &format!("{file}/close"), &[("outcome", "agreed")]).await;
        let late =
            house.page(Who::StewardA, Method::POST, &format!("{file}/meet")).form(&meeting).answer().await;
        assert_eq!(late.status, 409);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_notice_is_on_the_public_page_and_a_finding_in_two_taps_is_a_request() {
    House::on_each_engine(async |house| {
        let estate = ESTATE_A.to_string();
        let notice = [
            ("kind", "notice"),
            ("estate", estate.as_str()),
            ("title", "停水通知"),
            ("words", "周三上午停水。"),
            ("until", "2026-11-20"),
        ];
        posted(&house, Who::StewardA, "/leaflets", &notice).await;
        let page = format!("/c/{}?estate={estate}", support::HOME);
        assert!(shown(&house, Who::Nobody, &page).await.1.contains("周三上午停水"));
        let page = format!("/c/{}?estate={ESTATE_B}", support::HOME);
        assert!(!shown(&house, Who::Nobody, &page).await.1.contains("周三上午停水"));
        let round = posted(&house, Who::GridWorker, "/rounds", &[("estate", &estate)]).await;
        let place = format!("{BUILDING_A}.{UNIT_A}");
        let taps = [("place", place.as_str()), ("hazard", "clutter")];
        let found = in_parts(&house, &round, &taps).await;
        assert_eq!(found.status, 303, "{}", found.text());
        let (_, text) = shown(&house, Who::GridWorker, &round).await;
        assert!(text.contains("/requests/"), "{text}");
        let wrong = [("place", "nowhere"), ("hazard", "gas"), ("text", "闻到一点气味")];
        let wrong = in_parts(&house, &round, &wrong).await;
        assert!(wrong.status == 422 && wrong.text().contains("闻到一点气味"));
        let tick = [("estate", estate.as_str()), ("item", "poster"), ("done", "yes")];
        assert_eq!(posted(&house, Who::StewardA, "/own/tick", &tick).await, "/own");
        let refused = house.page(Who::Secretary, Method::POST, "/own/tick").form(&tick).answer().await;
        assert_eq!(refused.status, 403);
        let (_, text) = shown(&house, Who::Secretary, "/own").await;
        assert!(text.contains("甲小区") && text.contains("乙小区"));
    })
    .await;
}
