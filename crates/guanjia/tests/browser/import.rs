//! Spreadsheets on the page: every problem with its place, and all or nothing.

use super::stage::Stage;

/// A building of an estate that there is not, and one without floors.
const WRONG: &str =
    "小区,楼栋,单元数,层数,每层户数\n没有这个小区,1号楼,2,6,2\n理工大长风住宅小区,91号楼,2,六层半,2\n";
const RIGHT: &str = "小区,楼栋,单元数,层数,每层户数\n理工大长风住宅小区,91号楼,2,6,2\n";

/// Headings that no list of the product has, and the next list of the same making.
const FOREIGN: &str = "甲项,乙项,丙项,丁项,戊项\n理工大长风住宅小区,92号楼,2,6,2\n";
const FOREIGN_AGAIN: &str = "甲项,乙项,丙项,丁项,戊项\n理工大长风住宅小区,93号楼,1,6,2\n";
const COLUMNS: [&str; 5] =
    ["buildings.estate", "buildings.building", "buildings.units", "buildings.floors", "buildings.per_floor"];

/// A list that nobody knows is explained once, column by column, and the next of its kind is known.
pub async fn columns_are_told_once(stage: &mut Stage) {
    let (first, next) = (stage.sheet("外来一.csv", FOREIGN), stage.sheet("外来二.csv", FOREIGN_AGAIN));
    stage.enter("secretary").await;
    let page = &mut stage.office;
    page.go("/import").await;
    page.attach("#files", &[first]).await;
    page.submit("form[action='/import'] .button--main").await;
    let form = "form[action='/import/columns']";
    page.says(form, "甲项").await;
    for (at, word) in COLUMNS.iter().enumerate() {
        page.choose(&format!("{form} .field:nth-of-type({}) select", at + 1), word).await;
    }
    page.submit(&format!("{form} button")).await;
    page.submit_and_confirm("form[action='/import/confirm'] button").await;
    page.until("the message", "return document.querySelector('.notice--done') !== null").await;
    page.attach("#files", &[next]).await;
    page.submit("form[action='/import'] .button--main").await;
    page.submit_and_confirm("form[action='/import/confirm'] button").await;
    page.go(&format!("/estates/{}", stage.place.estate)).await;
    page.says("#main", "92号楼").await;
    page.says("#main", "93号楼").await;
}

pub async fn all_or_nothing(stage: &mut Stage) {
    let (wrong, right) = (stage.sheet("楼栋一.csv", WRONG), stage.sheet("楼栋二.csv", RIGHT));
    stage.enter("secretary").await;
    let page = &mut stage.office;
    page.go("/import").await;
    page.attach("#files", &[wrong]).await;
    page.submit("form[action='/import'] .button--main").await;
    let problems = page.text("section[aria-labelledby=preview]").await;
    for part in ["楼栋一", "2", "3", "没有这个小区"] {
        assert!(problems.contains(part), "“{part}” is not in {problems}");
    }
    assert_eq!(page.count("form[action='/import/confirm']").await, 0, "nothing can be confirmed");
    page.attach("#files", &[right]).await;
    page.submit("form[action='/import'] .button--main").await;
    page.submit_and_confirm("form[action='/import/confirm'] button").await;
    page.until("the message", "return document.querySelector('.notice--done') !== null").await;
    page.go(&format!("/estates/{}", stage.place.estate)).await;
    page.says("#main", "91号楼").await;
}
