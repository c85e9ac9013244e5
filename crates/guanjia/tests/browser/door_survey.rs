//! A survey from its plan to its result, with the server stopped in the middle: nothing is lost, nothing is doubled.

use super::driver::{Browser, Screen, Tongue};
use super::stage::Stage;
use serde_json::json;

const QUESTION: &str = "夜里单元门口的树挡路灯吗？";
const NOTE: &str = "晚上回家看不清台阶。";
/// The state of the outbox: everything has arrived.
const ARRIVED: &str = "全部已送达";

pub async fn nothing_lost_nothing_doubled(screen: Screen) {
    let mut stage = Stage::build(screen, Tongue::Chinese).await;
    let worker = who_is_the_worker(&mut stage).await;
    let survey = planned(&mut stage).await;
    shared_and_begun(&mut stage, &survey, &worker).await;
    with_signal(&mut stage, &survey).await;
    let twice = without_signal(&mut stage, &survey).await;
    after_signing_in_again(&mut stage, &survey).await;
    everything_is_there(&mut stage, &survey, &twice).await;
    stage.strike().await;
}

/// The walk of the demo's own survey names the grid worker.
async fn who_is_the_worker(stage: &mut Stage) -> String {
    stage.enter("grid_worker").await;
    let page = &mut stage.office;
    page.go("/surveys").await;
    page.submit("#surveys a[href$='/doors']").await;
    let owner = page.eval("return document.querySelector('[data-walk]').dataset.owner").await;
    owner.as_str().unwrap().to_owned()
}

async fn planned(stage: &mut Stage) -> String {
    let (estate, building, unit) =
        (stage.place.estate.clone(), stage.place.building.clone(), stage.place.unit.clone());
    stage.enter("secretary").await;
    let page = &mut stage.office;
    page.go(&format!("/surveys/new?estate={estate}&matter=0201")).await;
    page.submit("form[action='/surveys'] .dock button").await;
    assert_eq!(page.count("[data-trouble]").await, 1, "a survey over no doors is refused");
    page.fill("#question", QUESTION).await;
    page.unfold(&format!("details[id='b-{building}']")).await;
    page.press(&format!("label.tick:has([value='{unit}'])")).await;
    page.submit("form[action='/surveys'] .dock button").await;
    page.says("h1", QUESTION).await;
    page.path().await
}

async fn shared_and_begun(stage: &mut Stage, survey: &str, worker: &str) {
    let page = &mut stage.office;
    let chosen =
        page.eval("return [...document.querySelectorAll('[name=worker]:checked')].map((it) => it.value)");
    for other in chosen.await.as_array().unwrap().iter().filter_map(|it| it.as_str()) {
        page.press(&format!("label.tick:has([value='{other}'])")).await;
    }
    page.press(&format!("label.tick:has([value='{worker}'])")).await;
    page.submit(&format!("form[action='{survey}/share'] button")).await;
    page.submit(&format!("form[action='{survey}/begin'] button")).await;
    page.says("h1 + .row", "进行中").await;
}

/// Opens the sheet of the `n`-th door of the walk and says what came out.
async fn at_door(page: &mut Browser, n: u64, said: &str) {
    let door = format!("document.querySelectorAll('[data-stair] [data-door]')[{n}].dataset.door");
    let door = page.eval(&format!("return {door}")).await;
    page.press(&format!("[data-stair] [data-door={door}]")).await;
    page.press(&format!("[data-sheet][open] [data-say={said}]")).await;
    if said == "affected" {
        page.press("[data-sheet][open] [data-save]").await;
    }
    let closed = "return document.querySelector('[data-sheet][open]') === null";
    page.until("the sheet to close", closed).await;
}

async fn with_signal(stage: &mut Stage, survey: &str) {
    stage.enter("grid_worker").await;
    let page = &mut stage.office;
    page.go(&format!("{survey}/doors")).await;
    at_door(page, 0, "not_affected").await;
    let door =
        page.eval("return document.querySelectorAll('[data-stair] [data-door]')[1].dataset.door").await;
    page.press(&format!("[data-stair] [data-door={door}]")).await;
    page.press("[data-sheet][open] [data-say=affected]").await;
    page.fill("#sheet-note", NOTE).await;
    page.press("[data-sheet][open] [data-save]").await;
    page.until("the question for consent", "return !document.querySelector('[data-consent-missing]').hidden")
        .await;
    page.press("[data-sheet][open] label.tick:has([name=consent])").await;
    page.press("[data-sheet][open] [data-save]").await;
    page.says("[data-outbox]", ARRIVED).await;
    assert_eq!(page.text("[data-count=done]").await, "2");
}

/// Says which door was visited twice.
async fn without_signal(stage: &mut Stage, survey: &str) -> String {
    let copy = "return caches.match(location.pathname).then((it) => it !== undefined && it !== null)";
    stage.office.until("the copy of the page", copy).await;
    stage.server.stop();
    let page = &mut stage.office;
    for (n, said) in [(2, "nobody_home"), (3, "affected"), (4, "not_affected")] {
        at_door(page, n, said).await;
    }
    page.says("[data-outbox]", "3 条答复等信号").await;
    assert_eq!(page.text("[data-count=nobody_home]").await, "1");
    page.go(&format!("{survey}/doors")).await;
    page.says("[data-outbox]", "3 条答复等信号").await;
    assert_eq!(page.text("[data-count=done]").await, "4", "what was sent before is still known");
    at_door(page, 2, "affected").await;
    page.says("[data-outbox]", "4 条答复等信号").await;
    // It complained that there was no answer: that is what was to happen.
    page.complaints();
    let twice =
        page.eval("return document.querySelectorAll('[data-stair] [data-door]')[2].dataset.door").await;
    twice.as_str().unwrap().to_owned()
}

async fn after_signing_in_again(stage: &mut Stage, survey: &str) {
    stage.office.lose_session().await;
    stage.server.start_again();
    let page = &mut stage.office;
    page.eval("dispatchEvent(new Event('online'))").await;
    page.says("[data-outbox]", "请重新登录：4 条").await;
    assert_eq!(page.count("[data-sign-in-link]:not([hidden])").await, 1);
    page.complaints();
    stage.enter("grid_worker").await;
    let page = &mut stage.office;
    page.go(&format!("{survey}/doors")).await;
    page.says("[data-outbox]", ARRIVED).await;
    page.go(&format!("{survey}/doors")).await;
    page.says("[data-outbox]", ARRIVED).await;
    assert_eq!(page.text("[data-count=done]").await, "5");
}

async fn everything_is_there(stage: &mut Stage, survey: &str, twice: &str) {
    stage.enter("secretary").await;
    let page = &mut stage.office;
    page.go(survey).await;
    let counts = "return [...document.querySelectorAll('#outcome .outcome dd')].map((it) => it.textContent)";
    let counts = page.eval(counts).await;
    assert_eq!(counts.as_array().unwrap()[..3], [json!("3"), json!("2"), json!("0")], "{counts}");
    page.says("#affected ~ ul", NOTE).await;
    page.go(&format!("{survey}/doors/{twice}")).await;
    let visits = page.eval("return document.querySelectorAll('#main ul.plain li').length").await;
    assert_eq!(visits, 2, "both visits are kept, and each once");
    page.go(survey).await;
    page.submit_and_confirm(&format!("form[action='{survey}/end'] button")).await;
    page.says("h1 + .row", "已结束").await;
}
