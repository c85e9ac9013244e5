//! Designing grids: three plans, a building that is moved, one step back, the secretary's word, and open
//! requests that go to the new grid worker. Then single grids by date, with the gap that one leaves.

use super::driver::Browser;
use super::stage::Stage;
use serde_json::Value;

pub async fn designed_moved_approved(stage: &mut Stage) {
    stage.enter("secretary").await;
    let page = &mut stage.office;
    page.go("/grids").await;
    page.go("/grids/designs").await;
    assert!(page.count("#drafts ~ ul a").await >= 1, "the demo has a draft");
    page.paste("#min", "600").await;
    page.submit("form[action='/grids/designs'] .button--main").await;
    assert_eq!(page.value("#min").await, "600", "what was typed is still there");
    assert_eq!(page.count("[data-trouble] a[href='#min']").await, 1, "more than the most");
    page.paste("#min", "300").await;
    page.submit("form[action='/grids/designs'] .button--main").await;
    assert_eq!(page.count("[aria-labelledby=plans] thead th").await, 3, "three plans side by side");
    page.submit("button[value=band]").await;

    page.until("the map", "return document.querySelectorAll('.design__mark').length > 50").await;
    let nearer = "const near = document.querySelector('.design--near');
        if (!near) document.querySelector('.leaflet-control-zoom-in').click();
        return near !== null";
    page.until("numbers on the buildings", nearer).await;
    // The lists below the map do the same as dragging, without a mouse.
    let building = first(page, "#building").await;
    page.choose("#building", &building).await;
    let to = page.eval("return [...document.querySelector('#to').options].at(-1).value").await;
    page.choose("#to", to.as_str().unwrap()).await;
    page.submit("#try form[method=get] .button").await;
    page.says("#try [role=status]", "→").await;
    page.submit("#try form[action$='/move'] .button--main").await;
    assert_eq!(page.count("form[action$='/undo']").await, 1);
    page.submit("form[action$='/undo'] button").await;
    assert_eq!(page.count("form[action$='/undo']").await, 0, "as before");

    let to_hand_on = page.count("[aria-labelledby=tasks] tbody tr").await;
    assert!(to_hand_on > 0, "the demo has open tasks in grids that change");
    let number = page.text("[aria-labelledby=tasks] tbody th").await;
    page.submit_and_confirm("[aria-labelledby=approve] .button--main").await;
    assert_eq!(
        page.count("form[action$='/approve'], form[action$='/hand-on']").await,
        0,
        "approved, handed on"
    );
    let left = page
        .eval("return [...document.querySelectorAll('[aria-labelledby=tasks] tbody th')].map((it) => it.innerText)")
        .await;
    let still_there = left.as_array().unwrap().contains(&Value::String(number));
    assert!(!still_there || (left.as_array().unwrap().len() as u64) < to_hand_on, "{left}");
    page.go("/partitions").await;
    assert_eq!(page.count("#faults .notice--done").await, 1, "no gap and no overlap");
    assert_eq!(
        page.count("form[action='/partitions/cancel'] [value=grids]").await,
        0,
        "the plan took their place"
    );
}

pub async fn a_grid_comes_and_goes(stage: &mut Stage) {
    stage.enter("secretary").await;
    let page = &mut stage.office;
    let day = page.eval("return new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)").await;
    let day = day.as_str().unwrap().to_owned();
    page.go("/partitions").await;
    page.unfold("details:has([value=new])").await;
    page.fill("#name", "机动网格").await;
    page.submit("form:has([value=new]) .button--main").await;
    let grid = first(page, "#given-up").await;
    page.unfold("details:has([value='give-up'])").await;
    page.choose("#given-up", &grid).await;
    page.paste("#up-from", &day).await;
    page.submit_and_confirm("form:has([value='give-up']) .button--danger").await;
    assert!(page.count("#faults li").await > 0, "on that day its buildings are a gap");
    page.go("/partitions").await;
    assert_eq!(page.count("#faults .notice--done").await, 1, "today they are not");
    page.submit_and_confirm("#planned .card:last-child form[action='/partitions/cancel'] button").await;
    page.go(&format!("/partitions?on={day}")).await;
    assert_eq!(page.count("#faults .notice--done").await, 1, "taken back");
}

/// The first entry of a list that is one.
async fn first(page: &Browser, list: &str) -> String {
    let script = format!("return [...document.querySelector('{list}').options].find((it) => it.value).value");
    page.eval(&script).await.as_str().unwrap().to_owned()
}
