//! The secretary: all estates, who looks after them from a day to come, and the statement to sign.

use super::stage::Stage;

pub async fn a_claim_changes_and_is_taken_back(stage: &mut Stage) {
    stage.enter("secretary").await;
    let estate = stage.place.estate.clone();
    let page = &mut stage.office;
    page.go("/work").await;
    assert!(page.count("#estates tbody tr").await >= 13, "all estates");
    let before = planned(page).await;
    page.go("/claims").await;
    let card = format!("section[aria-labelledby='claim-{estate}']");
    let now = page.text(&format!("{card} dd b")).await;
    page.unfold(&format!("{card} details")).await;
    let other = page
        .eval(&format!(
            "return [...document.querySelectorAll('#steward-{estate} option')]
                .find((it) => it.value && it.textContent !== '{now}').value"
        ))
        .await;
    page.choose(&format!("#steward-{estate}"), other.as_str().unwrap()).await;
    let day = page.eval("return new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)").await;
    page.paste(&format!("#from-{estate}"), day.as_str().unwrap()).await;
    page.submit(&format!("{card} form[action='/claims'] .button--main")).await;
    page.says(&card, day.as_str().unwrap()).await;
    assert_eq!(page.text(&format!("{card} dd b")).await, now, "until that day nothing changes");
    page.go("/work").await;
    assert_eq!(planned(page).await, before + 1, "the overview says it");
    page.go("/claims").await;
    let last = format!("{card} dd:has(form):last-of-type form[action='/claims/cancel'] button");
    page.submit_and_confirm(&last).await;
    page.go("/work").await;
    assert_eq!(planned(page).await, before, "it is taken back");
    page.go(&format!("/claims/{estate}/pact")).await;
    page.says(".pact", &now).await;
    for path in ["/estates", "/plan", "/grids", "/people", "/requests", "/inbox"] {
        page.go(path).await;
    }
    page.go(&format!("/estates/{estate}")).await;
    page.go(&format!("/estates/{estate}/buildings/{}", stage.place.building)).await;
}

async fn planned(page: &super::driver::Browser) -> u64 {
    page.count("section[aria-labelledby=planned] li").await
}
