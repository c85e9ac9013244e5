//! Several neighbours, one issue: the program finds it, the steward decides, and each resident hears a number.

use super::driver::Browser;
use super::http::Call;
use super::server::COMMUNITY;
use super::stage::Stage;
use std::time::Duration;

/// What neighbours say; each with a word that only its own page may show.
const NEIGHBOURS: [&str; 5] = [
    "喷泉池旁边的石狮子倒了，压坏了栅栏，孩子容易碰着。暗号甲",
    "石狮子倒了，栅栏压坏了，就在喷泉池旁边。暗号乙",
    "喷泉池旁边石狮子倒下来压坏栅栏，没有人来扶。暗号丙",
    "请把喷泉池边倒了的石狮子扶起来，栅栏也压坏了。暗号丁",
    "喷泉池旁边的石狮子倒了好几天，栅栏也压坏了。暗号戊",
];
/// The same thing in other words: a person sees it, the program does not.
const OTHERWISE: &str = "广场那边那个大家伙歪在地上，走路要绕开。暗号石榴树";

/// Files a request without a browser, and gives the private path of it.
fn file(stage: &Stage, n: usize, words: &str) -> String {
    let place = &stage.place;
    let (id, phone) = (id(n), format!("1370000{n:04}"));
    let fields = [("id", id.as_str()), ("estate", &place.estate), ("text", words), ("phone", &phone)];
    let call = Call::new("POST", &format!("/c/{COMMUNITY}/report"));
    let answer = stage.server.send(call.header("origin", &stage.server.base).parts(&fields, &[]));
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").unwrap().to_owned()
}

fn id(n: usize) -> String {
    format!("01900000-0000-7000-8000-0000000003{n:02}")
}

/// The issue of a request, once the program has looked.
async fn issue_of(page: &mut Browser, request: &str) -> String {
    for _ in 0..40 {
        page.go(&format!("/requests/{request}")).await;
        let link =
            page.eval("return document.querySelector('main a[href^=\"/issues/\"]')?.getAttribute('href')");
        if let Some(href) = link.await.as_str() {
            return href.to_owned();
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    panic!("no candidate for {request}");
}

pub async fn found_decided_and_told(stage: &mut Stage) {
    let links: Vec<String> = NEIGHBOURS.iter().enumerate().map(|(n, words)| file(stage, n, words)).collect();
    file(stage, 9, OTHERWISE);
    stage.enter("steward").await;
    let issue = issue_of(&mut stage.office, &id(0)).await;
    let mut late = stage.another().await;
    late.go(stage.server.login("secretary")).await;
    let page = &mut stage.office;
    page.go(&issue).await;
    assert_eq!(page.count("#members ~ article").await, 5, "all neighbours and nobody else");
    assert!(page.count("article mark").await >= 5, "what they share is marked");
    late.go(&issue).await;
    page.submit(&format!("article:has(a[href='/requests/{}']) form button", id(4))).await;
    assert_eq!(page.count("#members ~ article").await, 4, "taken out");
    page.unfold("#add").await;
    page.fill("#q", "暗号石榴树").await;
    page.submit("#add form[method=get] button").await;
    page.submit("#add form[method=post] button").await;
    assert_eq!(page.count("#members ~ article").await, 5, "another one is in");
    page.submit("form[action$='/confirm'] button").await;
    assert_eq!(page.count("#head .chip--done").await, 1, "confirmed");
    page.go(&format!("/requests/{}", id(9))).await;
    assert_eq!(page.count(&format!("main a[href='{issue}']")).await, 1, "the request says where it belongs");

    // Somebody else still looks at the old page.
    late.submit_and_confirm("form[action$='/dismiss'] button").await;
    let seen = late.eval("return performance.getEntriesByType('navigation')[0].responseStatus").await;
    assert_eq!(seen, 409, "the page was out of date");
    assert_eq!(late.count("#head .chip--done").await, 1, "the present state");
    late.close().await;

    let home = &mut stage.public;
    home.go(links[0].split('?').next().unwrap()).await;
    home.says("#trail-now .notice", "4").await;
    let source = home.source().await;
    let others = NEIGHBOURS[1..].iter().chain([&OTHERWISE]).map(|it| &it[it.find("暗号").unwrap()..]);
    for words in others {
        assert!(!source.contains(words), "{words} is somebody else's");
    }
    home.go(links[4].split('?').next().unwrap()).await;
    assert_eq!(home.count("#trail-now .notice").await, 0, "what was taken out hears nothing");
}
