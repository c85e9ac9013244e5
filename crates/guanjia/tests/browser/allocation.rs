//! Who looks after what, as a secretary does it: rank, allocate, lock, what if, contest, approve, print.

use super::stage::Stage;

const REASON: &str = "这个小区的暗号是蓝花楹：我家离得远，夜里赶不到。";
const ANSWER: &str = "夜里由书记代看，方案照旧。暗号紫薇";

pub async fn from_the_ranking_to_the_board(stage: &mut Stage) {
    stage.enter("secretary").await;
    never_quiet(stage).await;
    rank(stage).await;
    let home = lock(stage).await;
    what_if(stage).await;
    stage.office.go(&home).await;
    stage.office.submit("form[action$='/lay'] button").await;
    contest(stage, &home).await;
    approve(stage, &home).await;
}

/// The demo is quiet at night, and this is told at any hour.
async fn never_quiet(stage: &mut Stage) {
    let page = &mut stage.office;
    page.go("/calendar").await;
    page.press("label:has([name=quiet])").await;
    page.submit("form[action='/calendar'] .button--main").await;
    page.submit("#moves .button--main").await;
    assert_eq!(page.count("[name=quiet]:checked").await, 0, "urgent or not, it rings");
}

/// A new draft; the order follows the sliders before anything is saved.
async fn rank(stage: &mut Stage) {
    let page = &mut stage.office;
    page.go("/work").await;
    page.submit("a[href='/allocations']").await;
    page.submit("form[action='/allocations'] button").await;
    page.submit(".steps a[href$='/index']").await;
    assert_eq!(page.count("#ranking tbody tr").await, 13, "all estates");
    let before = page.text("#shares").await;
    page.paste("#w0", "100").await;
    let moved = format!("return document.querySelector('#shares')?.innerText !== {before:?}");
    page.until("the order with another weight", &moved).await;
    let revision = page.value("#weights input[name=revision]").await;
    assert_eq!(revision, "1", "nothing was saved yet");
    page.submit("#weights .button--main").await;
    assert_eq!(page.value("#w0").await, "100", "saved");
    page.choose("#p0", "2").await;
    page.submit("#compare form button").await;
    assert_eq!(page.count("#compare .notice").await, 1, "the ratio is told");
    assert_eq!(page.value("#weights input[name=revision]").await, "3");
}

/// A pair is locked, and stays where it was locked.
async fn lock(stage: &mut Stage) -> String {
    let page = &mut stage.office;
    page.submit(".steps a[href$='/rules']").await;
    page.press(".tile:has([value=prefer])").await;
    page.submit("form[action$='/rules'] > .button--main").await;
    assert_eq!(page.count("#rows article").await, 13);
    assert!(page.count("#fairness li").await > 2, "how fair it is");
    let home = page.path().await;
    let home = home.split('#').next().unwrap().to_owned();
    let id = page.eval("return document.querySelector('#rows article').id").await;
    let row = format!("#{}", id.as_str().unwrap());
    let to = page.text(&format!("{row} .given__to b")).await;
    page.unfold(&format!("{row} details")).await;
    page.submit(&format!("{row} button[value=lock]")).await;
    assert_eq!(page.text(&format!("{row} .given__to b")).await, to);
    assert_eq!(page.count(&format!("{row} .chip--work")).await, 1, "it is locked");
    page.go(&format!("{home}/reasons")).await;
    assert_eq!(page.count(".prices tbody tr").await, 13, "every price");
    home
}

/// Somebody leaves: what each number of moves brings, and which requests go along.
async fn what_if(stage: &mut Stage) {
    let page = &mut stage.office;
    page.go("/allocations/what-if").await;
    let last = page.eval("return [...document.querySelectorAll('#without option')].at(-1).value").await;
    page.choose("#without", last.as_str().unwrap()).await;
    page.submit("form[action='/allocations/what-if'] .button--main").await;
    let either = page.count("#curve li").await + page.count(".notice--late li").await;
    assert!(either > 0, "a curve, or why there is none");
    if page.count("#curve li").await > 0 {
        page.submit("#curve li:last-child a").await;
        assert!(page.count("#moved li").await > 0, "what moves");
    }
}

/// A steward objects, the secretary answers; nobody else reads it.
async fn contest(stage: &mut Stage, home: &str) {
    stage.enter("steward").await;
    let page = &mut stage.office;
    page.go("/inbox").await;
    assert!(page.count(&format!("a[href='{home}']")).await > 0, "they were told");
    page.go(home).await;
    assert_eq!(page.count("#approve").await, 0, "the word is the secretary's");
    let row = page.eval("return document.querySelector('#rows article:has([name=reason])').id").await;
    let row = format!("#{}", row.as_str().unwrap());
    page.unfold(&format!("{row} details:has([name=reason])")).await;
    page.paste(&format!("{row} [name=reason]"), REASON).await;
    page.submit(&format!("{row} form[action$='/object'] button")).await;
    page.says(".contest", "蓝花楹").await;
    stage.enter("secretary").await;
    let page = &mut stage.office;
    page.go(home).await;
    page.says(".contest", "蓝花楹").await;
    page.paste(".contest [name=answer]", ANSWER).await;
    page.submit(".contest button[value=kept]").await;
    page.says(".contest", "紫薇").await;
    stage.enter("steward2").await;
    let page = &mut stage.office;
    page.go(home).await;
    assert_eq!(page.count(".contest").await, 1, "that there is one");
    assert!(!page.source().await.contains("蓝花楹"), "and no more");
    stage.enter("steward").await;
    stage.office.go(home).await;
    stage.office.says(".contest", "紫薇").await;
}

/// From a day to come: claims are planned, and the sheet for the board says how it was done.
async fn approve(stage: &mut Stage, home: &str) {
    stage.enter("secretary").await;
    let page = &mut stage.office;
    page.go(home).await;
    let stays = page.count("#rows article .given__to .hint").await;
    let day = page.eval("return new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)").await;
    let day = day.as_str().unwrap();
    page.paste("#starts_on", day).await;
    page.submit_and_confirm("#approve .button--main").await;
    assert_eq!(page.count("#approve").await, 0, "it is approved");
    page.go("/claims").await;
    let planned = "return [...document.querySelectorAll('section dl.facts dt time')]
        .filter((it) => it.dateTime.startsWith('DAY')).length";
    let planned = page.eval(&planned.replace("DAY", day)).await.as_u64().unwrap();
    assert_eq!(planned + stays, 13, "each estate has a claim, or keeps its steward");
    page.go(&format!("{home}/moves")).await;
    assert_eq!(page.count("main section.card").await + stays, 13, "what goes along, estate by estate");
    page.go(&format!("{home}/print")).await;
    page.says(".board", day).await;
    assert_eq!(page.count(".board tbody tr").await, 13);
    page.says(".board footer", env!("CARGO_PKG_VERSION")).await;
}
