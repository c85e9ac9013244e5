//! Two at once: a page that is out of date, and a form that is sent twice.

use super::driver::Browser;
use super::http::Call;
use super::server::COMMUNITY;
use super::stage::Stage;

const FIRST: &str = "居民来电说已经好了。";
const SECOND: &str = "现场看过，由产权单位处理。暗号白杨树";

/// Files a request without a browser, and gives the private path of it.
fn file(stage: &Stage, id: &str, words: &str) -> String {
    let place = &stage.place;
    let fields = [("id", id), ("estate", &place.estate), ("building", &place.building), ("text", words)];
    let call = Call::new("POST", &format!("/c/{COMMUNITY}/report"));
    let answer = stage.server.send(call.header("origin", &stage.server.base).parts(&fields, &[]));
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").unwrap().to_owned()
}

pub async fn two_people_at_once(stage: &mut Stage) {
    let id = "01900000-0000-7000-8000-0000000000a1";
    file(stage, id, "垃圾桶满了，请来清一下。");
    stage.enter("steward").await;
    let mut second = stage.another().await;
    second.go(stage.server.login("secretary")).await;
    let page = &mut stage.office;
    page.go(&format!("/requests/{id}")).await;
    page.unfold("#do-accept").await;
    page.submit("#do-accept form button").await;
    second.go(&format!("/requests/{id}")).await;
    for (page, words) in [(&mut second, SECOND), (page, FIRST)] {
        page.unfold("#do-close").await;
        page.press("#do-close .tile:has([value=special])").await;
        page.fill("#close-reason", words).await;
    }
    stage.office.submit("#do-close form button").await;
    second.submit("#do-close form button").await;
    let seen = second.eval("return performance.getEntriesByType('navigation')[0].responseStatus").await;
    assert_eq!(seen, 409, "the page was out of date");
    second.until("the present state", "return document.querySelector('#head .chip--done') !== null").await;
    let typed =
        "return document.body.innerText + [...document.querySelectorAll('textarea')].map((it) => it.value)";
    let typed = second.eval(typed).await;
    assert!(typed.as_str().unwrap().contains(SECOND), "what was typed is still there");
    second.close().await;
}

pub async fn a_form_sent_twice(stage: &mut Stage) {
    let (id, words) = ("01900000-0000-7000-8000-0000000000a2", "暗号红砖墙：楼道里有一辆自行车挡路。");
    assert_eq!(file(stage, id, words), file(stage, id, words), "one link");
    stage.enter("steward").await;
    let page = &mut stage.office;
    page.go(&format!("/work?estate={}", stage.place.estate)).await;
    page.says("#board", "暗号红砖墙").await;
    assert_eq!(rows(page, "暗号红砖墙").await, 1, "one request");
    let page = &mut stage.public;
    page.go(&stage.place.door()).await;
    page.paste("#text", "暗号双击：门禁刷不开。").await;
    let twice = "window.__here = true;
        const form = document.querySelector('form[data-draft]');
        form.requestSubmit();
        form.requestSubmit()";
    page.eval(twice).await;
    page.until(
        "the private page",
        "return window.__here === undefined && document.querySelector('#link') !== null",
    )
    .await;
    stage.office.go(&format!("/work?estate={}", stage.place.estate)).await;
    assert_eq!(rows(&stage.office, "暗号双击").await, 1, "pressed twice, filed once");
}

/// How many rows of the board hold some words.
async fn rows(page: &Browser, words: &str) -> serde_json::Value {
    let all = "[...document.querySelectorAll('#board .line')]";
    page.eval(&format!("return {all}.filter((it) => it.innerText.includes('{words}')).length")).await
}
