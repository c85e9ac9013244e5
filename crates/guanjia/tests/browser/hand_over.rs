//! An estate goes from one officer to another: planned by the secretary, looked at and accepted by the successor.

use super::stage::Stage;

pub async fn an_estate_goes_to_a_successor(stage: &mut Stage) {
    stage.enter("steward2").await;
    let successor = stage.office.text(".bar__who b").await;
    stage.enter("steward").await;
    let steward = stage.office.text(".bar__who b").await;
    stage.enter("secretary").await;
    let page = &mut stage.office;
    page.go("/hand-overs").await;
    let from = page.option("#from", &steward).await;
    page.choose("#from", &from).await;
    page.submit("form[action='/hand-overs/new'] .button--main").await;
    let form = "form[action='/hand-overs']";
    page.press(&format!("{form} .tile:has([value=moving])")).await;
    let part = format!("[name=part][value='estate:{}']", stage.place.estate);
    let page = &mut stage.office;
    if page.eval(&format!("return document.querySelector(\"{part}\").checked")).await == false {
        page.press(&format!("label:has({part})")).await;
    }
    let to = page.option("#to", &successor).await;
    page.choose("#to", &to).await;
    page.submit(&format!("{form} .button--main")).await;
    stage.enter("steward2").await;
    let page = &mut stage.office;
    page.go("/work").await;
    page.submit(".notice--wait a[href^='/hand-overs/']").await;
    page.says("#main", &steward).await;
    page.submit("form[action$='/accept'] button").await;
    page.go(&format!("/estates/{}", stage.place.estate)).await;
    page.says("#main", &successor).await;
}
