//! A call for help: the steward blows, the street accepts and calls the bureau, which answers on its private link; who
//! reported it sees with whom it lies.

use super::http::Call;
use super::server::COMMUNITY;
use super::stage::Stage;

const REQUEST: &str = "01900000-0000-7000-8000-0000000003c1";
const SAID: &str = "楼前大树挡光，屋里白天也要开灯。暗号松风";
const ASKED: &str = "请派人看树，报批修剪。";
const TRIED: &str = "物业说要报批，自己不能动。";
const STREET: &str = "街道办事处";
const BUREAU: &str = "住房和城乡建设局";

pub async fn from_the_steward_to_a_bureau_without_account(stage: &mut Stage) {
    let trail = a_resident_reports(stage);
    let call = the_steward_blows(stage).await;
    lies_with(stage, &trail, STREET).await;
    let link = the_street_leads_and_calls_on(stage, &call).await;
    the_bureau_answers(stage, &link).await;
    lies_with(stage, &trail, BUREAU).await;
    the_steward_has_looked(stage, &call).await;
}

fn a_resident_reports(stage: &Stage) -> String {
    let place = &stage.place;
    let fields = [("id", REQUEST), ("estate", &place.estate), ("building", &place.building), ("text", SAID)];
    let call = Call::new("POST", &format!("/c/{COMMUNITY}/report"));
    let answer = stage.server.send(call.header("origin", &stage.server.base).parts(&fields, &[]));
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").unwrap().split('?').next().unwrap().to_owned()
}

async fn the_steward_blows(stage: &mut Stage) -> String {
    stage.enter("steward").await;
    let page = &mut stage.office;
    page.go(&format!("/requests/{REQUEST}")).await;
    page.submit("section[aria-labelledby=calls] a[href^='/calls/new']").await;
    page.says("section[aria-labelledby=file]", SAID).await;
    page.fill("#asked", ASKED).await;
    page.fill("#tried", TRIED).await;
    page.submit("form[action='/calls'] .button--main").await;
    assert_eq!(page.value("#asked").await, ASKED, "nobody was chosen, and what was typed is still there");
    page.press(".tile:has([value=street_office])").await;
    page.submit("form[action='/calls'] .button--main").await;
    page.says("section[aria-labelledby=lies]", STREET).await;
    page.path().await
}

/// The resident sees the unit, and no name of a person but the steward's, who is accountable.
async fn lies_with(stage: &mut Stage, trail: &str, unit: &str) {
    let page = &mut stage.public;
    page.go(trail).await;
    page.says("[data-call]", unit).await;
    assert!(!page.source().await.contains(ASKED), "what the office writes is not for the resident");
}

async fn the_street_leads_and_calls_on(stage: &mut Stage, call: &str) -> String {
    stage.enter("street").await;
    let page = &mut stage.office;
    page.go("/work").await;
    page.submit(&format!("#to-answer a[href='{call}']")).await;
    page.unfold("#do-decline").await;
    page.fill("#decline-words", "不归街道。").await;
    page.submit("#do-decline form .button").await;
    assert_eq!(page.count("#decline-rule-wrong").await, 1, "who declines names the rule");
    page.submit("#next form .button--main").await;
    page.unfold("#do-pass").await;
    let to = page
        .eval(&format!(
            "return [...document.querySelectorAll('#pass-to option')].find((it) => it.text.includes('{BUREAU}')).value"
        ))
        .await;
    page.choose("#pass-to", to.as_str().unwrap()).await;
    page.fill("#pass-words", "请派人到场。").await;
    page.submit("#do-pass form .button--main").await;
    page.unfold("#do-give-link").await;
    let bureau = to.as_str().unwrap().split(':').nth(1).unwrap().to_owned();
    page.choose("#give-link-to", &bureau).await;
    page.submit("#do-give-link form .button--main").await;
    let link = page.value("#link-1").await;
    link.strip_prefix(&stage.server.base).unwrap().to_owned()
}

async fn the_bureau_answers(stage: &mut Stage, link: &str) {
    let page = &mut stage.public;
    page.go(link).await;
    page.says("section[aria-labelledby=file]", SAID).await;
    page.submit("#next form .button--main").await;
    page.fill("#plan-words", "三日内到场。").await;
    page.submit("#next form .button--main").await;
    page.fill("#answer-words", "已到场，同意修剪。").await;
    page.submit("#next form .button--main").await;
    page.says("section[aria-labelledby=steps]", "已到场，同意修剪。").await;
    assert_eq!(page.count("#next form").await, 0, "the rest is the steward's");
}

async fn the_steward_has_looked(stage: &mut Stage, call: &str) {
    stage.enter("steward").await;
    let page = &mut stage.office;
    page.go(call).await;
    page.submit("#next form .button--main").await;
    assert_eq!(page.count("#next form").await, 0, "it is over");
    page.go(&format!("{call}/letter")).await;
    page.says("article", BUREAU).await;
    page.says("article", TRIED).await;
}
