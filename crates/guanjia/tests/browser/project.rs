//! A project from a confirmed issue to its end: an objection, the street's word, what each door got, and everybody
//! told; one who is not content takes the own request up again.

use super::http::Call;
use super::server::COMMUNITY;
use super::stage::Stage;

/// The request of somebody who is told in the end.
const REQUEST: &str = "01900000-0000-7000-8000-0000000003b1";
/// What they say; no page of another may show it.
const SAID: &str = "单元门口没有灯，晚上看不见台阶。暗号青铜铃";
/// Who objects; masked until somebody gives a reason.
const OBJECTOR: &str = "13900000777";
const OBJECTION: &str = "灯装高了正对卧室，晃眼睡不着。";
const REPLY: &str = "已在单元门口装灯，请您看看。";

pub async fn from_issue_to_told(stage: &mut Stage) {
    let link = a_resident_reports(stage);
    let project = the_steward_begins(stage).await;
    an_objection_is_answered(stage).await;
    it_is_designed(stage, &project).await;
    the_street_approves(stage).await;
    the_works_are_done(stage, &project).await;
    everybody_is_told(stage, &project).await;
    one_is_not_content(stage, &link, &project).await;
}

fn a_resident_reports(stage: &Stage) -> String {
    let place = &stage.place;
    let fields = [
        ("id", REQUEST),
        ("estate", &place.estate),
        ("building", &place.building),
        ("unit", &place.unit),
        ("text", SAID),
    ];
    let call = Call::new("POST", &format!("/c/{COMMUNITY}/report"));
    let answer = stage.server.send(call.header("origin", &stage.server.base).parts(&fields, &[]));
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").unwrap().to_owned()
}

/// From the first common issue whose doors were looked at for lamps.
async fn the_steward_begins(stage: &mut Stage) -> String {
    stage.enter("steward").await;
    let page = &mut stage.office;
    page.go(&format!("/requests/{REQUEST}/file")).await;
    let number = page.eval("return document.title.match(/(\\d+)/)[1]").await;
    page.go("/issues").await;
    let all = "return [...document.querySelectorAll('main a[href^=\"/issues/\"]')]
        .map((it) => it.getAttribute('href').split('/').pop().split('?')[0])";
    let issues = page.eval(all).await;
    let mut from = None;
    for issue in issues.as_array().unwrap() {
        page.go(&format!("/projects/new?issue={}", issue.as_str().unwrap())).await;
        let found = "section[aria-labelledby=found]";
        if page.count(found).await == 1 && page.text(found).await.contains("28") {
            from = Some(issue.clone());
            break;
        }
    }
    assert!(from.is_some(), "an issue with 28 dark doors");
    page.paste("#title", "补一盏灯").await;
    page.submit("form[action='/projects'] .button--main").await;
    page.unfold("#do-link").await;
    page.fill("#link-number", number.as_str().unwrap()).await;
    page.submit("#do-link form .button--main").await;
    page.says("#linked ~ ul", &format!("#{}", number.as_str().unwrap())).await;
    page.press("#next .tile:has([value=owners])").await;
    page.submit("#next form .button--main").await;
    page.submit("#next form .button--main").await;
    page.path().await.split('#').next().unwrap().to_owned()
}

async fn an_objection_is_answered(stage: &mut Stage) {
    let page = &mut stage.office;
    page.unfold("#do-object").await;
    page.press("#do-object .tile:has([value=high_floor])").await;
    page.fill("#object-words", OBJECTION).await;
    page.fill("#object-phone", OBJECTOR).await;
    page.submit("#do-object form .button--main").await;
    page.says("section[aria-labelledby=objections]", OBJECTION).await;
    assert!(!page.source().await.contains(OBJECTOR), "who objects is masked");
    page.unfold("#do-reveal-0").await;
    page.fill("#reveal-0-reason", "回电答复").await;
    page.submit("#do-reveal-0 form .button--main").await;
    page.says("section[aria-labelledby=objections]", OBJECTOR).await;
    page.unfold("#do-answer-0").await;
    page.press("#do-answer-0 .tile:has([value=yes])").await;
    page.fill("#answer-0-words", "加灯罩，朝下照。").await;
    page.submit("#do-answer-0 form .button--main").await;
    page.press("#next .tile:has([value=yes])").await;
    page.fill("#council-yes", "9").await;
    page.fill("#council-no", "1").await;
    page.submit("#next form .button--main").await;
}

async fn it_is_designed(stage: &mut Stage, project: &str) {
    let page = &mut stage.office;
    page.fill("#design-quantity-dark_door", "0").await;
    page.fill("#design-price-dark_door", "480").await;
    page.press("#next .tile:has([value=street])").await;
    page.fill("#design-words", "声控灯一盏。").await;
    page.submit("#next form .button--main").await;
    assert_eq!(page.count("#next [data-trouble]").await, 1, "nothing is no quantity");
    assert_eq!(page.value("#design-words").await, "声控灯一盏。", "what was typed is still there");
    page.paste("#design-quantity-dark_door", "1").await;
    page.submit("#next form .button--main").await;
    page.go(&format!("{project}/items/1")).await;
    page.choose("#d0", "wholly").await;
    page.choose("#d1", "neighbour").await;
    page.submit("form[action$='/items/1'] .button--main").await;
    page.choose("#submit-to", "street_office").await;
    page.submit("#next form .button--main").await;
}

async fn the_street_approves(stage: &mut Stage) {
    stage.enter("street").await;
    let page = &mut stage.office;
    page.go("/work").await;
    let link = page.eval("return document.querySelector('#to-approve a').getAttribute('href')").await;
    page.go(link.as_str().unwrap()).await;
    assert!(!page.source().await.contains(OBJECTOR), "the street does not see who objected");
    page.fill("#approve-words", "同意。").await;
    page.submit("#next form .button--main").await;
    assert_eq!(page.count("#next form").await, 0, "the rest is the community's");
}

async fn the_works_are_done(stage: &mut Stage, project: &str) {
    let photo = stage.photo("accepted.png", 200);
    stage.enter("steward").await;
    let page = &mut stage.office;
    page.go(project).await;
    page.submit("#next form .button--main").await;
    page.press("#next .tick:has([value='1'])").await;
    page.submit("#next form .button--main").await;
    page.submit("#next form .button--main").await;
    page.attach("#accept-photos", &[photo]).await;
    page.until("the preview", "return document.querySelector('.previews img')?.naturalWidth > 0").await;
    page.submit("#next form .button--main").await;
    page.until("the photo", "return document.querySelector('.photos img') !== null").await;
}

async fn everybody_is_told(stage: &mut Stage, project: &str) {
    let page = &mut stage.office;
    page.go(project).await;
    let draft = page.value("#close-words").await;
    assert!(draft.contains("28") && !draft.contains("暗号"), "written from the record: {draft}");
    page.paste("#close-words", REPLY).await;
    page.submit("#next form .button--main").await;
    page.submit("#next form .button--main").await;
    page.go(&format!("{project}/notice")).await;
    let notice = page.text("article").await;
    assert!(!notice.contains("暗号") && !notice.contains("单元 "), "nobody's words and no unit: {notice}");
    page.go(&format!("{project}/told")).await;
    page.press(".tick:has([name=all])").await;
    page.press(".tile:has([value=in_person])").await;
    page.submit("form[action$='/tell'] .button--main").await;
    assert_eq!(page.count("form[action$='/tell']").await, 0, "nobody waits any more");
}

async fn one_is_not_content(stage: &mut Stage, link: &str, project: &str) {
    let page = &mut stage.public;
    page.go(link).await;
    page.says("section[aria-labelledby=reply]", REPLY).await;
    page.says("#main", "补一盏灯").await;
    assert!(!page.source().await.contains(OBJECTION), "a resident reads no objection of another");
    page.unfold("details:has(form[action$='/reopen'])").await;
    page.fill("form[action$='/reopen'] textarea", "灯不亮，请再来看看。").await;
    page.submit("form[action$='/reopen'] button").await;
    page.says("#main", "灯不亮").await;
    let page = &mut stage.office;
    page.go(&format!("{project}/told")).await;
    assert!(page.count("#done ~ ul .chip--late").await >= 1, "one is not content");
}
