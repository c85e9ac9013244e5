//! One request from a resident's phone to "solved, satisfied", with everybody who has a part in it.

use super::server::COMMUNITY;
use super::stage::Stage;

/// What the first resident says; the mark must never reach the second.
const SAID: &str = "暗号青石桥：单元门口的路灯已经坏了三天，老人晚上下楼看不清台阶。";
/// Known to the first resident only.
const MARK: &str = "暗号青石桥";
/// What the second resident begins to say.
const SAID_TOO: &str = "单元门口的路灯坏了好几天，晚上看不清台阶";
const PHONE: &str = "13900000001";
/// Lamps in an estate.
const LAMPS: &str = "0102";

/// The addresses that the story finds on its way.
struct Found {
    resident: String,
    neighbour: String,
    request: String,
    handler: String,
}

pub async fn play(stage: &mut Stage) {
    let mut found = Found {
        resident: String::new(),
        neighbour: String::new(),
        request: String::new(),
        handler: String::new(),
    };
    the_steward_waits(stage).await;
    found.resident = a_resident_files(stage).await;
    found.neighbour = a_neighbour_joins(stage, &found).await;
    found.request = the_steward_sees_it(stage).await;
    found.handler = the_steward_hands_it_on(stage).await;
    the_company_does_it(stage, &found).await;
    the_steward_checks_and_closes(stage, &found).await;
    the_resident_is_not_content(stage, &found).await;
    the_steward_calls_the_street(stage, &found).await;
    the_street_does_it(stage).await;
    the_steward_ends_it(stage, &found).await;
    the_resident_is_content(stage, &found).await;
}

async fn the_steward_waits(stage: &mut Stage) {
    stage.enter("steward").await;
    let estate = &stage.place.estate;
    stage.office.go(&format!("/work?estate={estate}")).await;
    stage.office.eval("window.__opened_once = true").await;
}

async fn a_resident_files(stage: &mut Stage) -> String {
    let photo = stage.photo("before.png", 130);
    let page = &mut stage.public;
    page.go(&stage.place.door()).await;
    assert_eq!(page.count("select#estate").await, 0, "the place is fixed");
    page.paste("#text", &"长".repeat(5_000)).await;
    page.fill("#phone", PHONE).await;
    page.submit("form[data-draft] .button--main").await;
    assert_eq!(page.value("#text").await.chars().count(), 5_000, "what was typed is still there");
    assert_eq!(page.value("#phone").await, PHONE);
    for (field, id) in
        [("estate", &stage.place.estate), ("building", &stage.place.building), ("unit", &stage.place.unit)]
    {
        assert_eq!(&page.value(&format!("[name={field}]")).await, id, "the {field} is still chosen");
    }
    assert_eq!(page.count("#text[aria-invalid=true]").await, 1, "the field that was wrong is marked");
    page.paste("#text", SAID).await;
    page.attach("#photos", &[photo]).await;
    page.until("the preview", "return document.querySelector('.previews img')?.naturalWidth > 0").await;
    page.submit("form[data-draft] .button--main").await;
    let link = page.value("#link").await;
    assert!(link.contains(&format!("/l/{COMMUNITY}/")), "{link}");
    page.says("#main", SAID).await;
    page.until("the photo", "return document.querySelector('.photos img')?.complete").await;
    link
}

async fn a_neighbour_joins(stage: &mut Stage, found: &Found) -> String {
    let page = &mut stage.public;
    page.go(&stage.place.door()).await;
    page.fill("#text", SAID_TOO).await;
    page.submit("#similar button[name=request]").await;
    let link = page.value("#link").await;
    assert_ne!(link, found.resident, "a link of their own");
    let source = page.source().await;
    assert!(!source.contains(MARK), "the neighbour reads what the first one said");
    assert!(!source.contains("<img"), "the neighbour sees the photos of the first one");
    link
}

async fn the_steward_sees_it(stage: &mut Stage) -> String {
    let page = &mut stage.office;
    let here = format!(
        "return [...document.querySelectorAll('#board .line')].find((it) => it.innerText.includes('{MARK}'))
            ?.querySelector('a').getAttribute('href') ?? null"
    );
    let link = page.until("the new request on the board", &here).await.as_str().unwrap().to_owned();
    assert_eq!(page.eval("return window.__opened_once").await, true, "the board came up to date by itself");
    page.go(&link).await;
    page.says("#main", SAID).await;
    let source = page.source().await;
    assert!(!source.contains(PHONE), "the phone is masked until somebody gives a reason");
    page.unfold("#reporter details").await;
    page.fill("#reveal-reason", "回电了解情况").await;
    page.submit("#reporter form button").await;
    page.says("#reporter", PHONE).await;
    page.go(&link).await;
    page.unfold("#do-accept").await;
    page.choose("#accept-matter", LAMPS).await;
    page.submit("#do-accept form button").await;
    link
}

async fn the_steward_hands_it_on(stage: &mut Stage) -> String {
    let page = &mut stage.office;
    page.unfold("#do-dispatch").await;
    let first = "return document.querySelector('#dispatch-handler option[value^=organisation]')?.value";
    let company = page.until("a company to hand it to", first).await;
    page.choose("#dispatch-handler", company.as_str().unwrap()).await;
    page.fill("#dispatch-internal_note", "请今晚前换好。").await;
    page.submit("#do-dispatch form button").await;
    let link = page.value("#link").await;
    assert!(link.contains(&format!("/h/{COMMUNITY}/")), "{link}");
    link
}

async fn the_company_does_it(stage: &mut Stage, found: &Found) {
    let photo = stage.photo("after.png", 220);
    let page = &mut stage.public;
    page.go(&found.handler).await;
    page.says("#main", SAID).await;
    page.says("#main", "请今晚前换好。").await;
    assert!(!page.source().await.contains(PHONE), "the company does not see the phone");
    page.submit("form[action$='/take'] button").await;
    page.unfold("details:has(form[action$='/dispose'])").await;
    page.fill("#public_reply", "已换上新灯，今晚会亮。").await;
    page.attach("form[action$='/dispose'] #photos", &[photo]).await;
    page.until("the preview", "return document.querySelector('.previews img')?.naturalWidth > 0").await;
    page.submit("form[action$='/dispose'] button.button--main").await;
    page.says("#main", "已换上新灯").await;
}

async fn the_steward_checks_and_closes(stage: &mut Stage, found: &Found) {
    let page = &mut stage.office;
    page.says("#trail", "已换上新灯").await;
    page.go(&found.request).await;
    page.unfold("#do-check").await;
    page.submit("#do-check form button").await;
    page.unfold("#do-close").await;
    page.press("#do-close .tile:has([value=normal])").await;
    page.submit("#do-close form button").await;
}

async fn the_resident_is_not_content(stage: &mut Stage, found: &Found) {
    let page = &mut stage.public;
    page.go(&found.resident).await;
    page.says("section[aria-labelledby=reply]", "已换上新灯").await;
    let after = "const it = document.querySelector('section[aria-labelledby=reply] img');
        it?.scrollIntoView();
        return it?.complete && it.naturalWidth > 0";
    page.until("the photo of the work", after).await;
    page.submit("form[action$='/confirm'] button[value=no]").await;
    page.unfold("details:has(form[action$='/reopen'])").await;
    page.fill("form[action$='/reopen'] textarea", "还是不亮，灯口没有电。").await;
    page.submit("form[action$='/reopen'] button").await;
    page.says("#main", "灯口没有电").await;
    page.go(&found.neighbour).await;
    page.says("section[aria-labelledby=reply]", "已换上新灯").await;
    let source = page.source().await;
    assert!(
        !source.contains("灯口没有电") && !source.contains(MARK),
        "the neighbour reads the first one's words"
    );
}

async fn the_steward_calls_the_street(stage: &mut Stage, found: &Found) {
    let page = &mut stage.office;
    page.go(&found.request).await;
    page.says("#trail", "灯口没有电").await;
    page.unfold("#do-escalate").await;
    page.choose("#escalate-handler", "street_office").await;
    page.fill("#escalate-reason", "是市政的线路，请街道协调。").await;
    page.submit("#do-escalate form button").await;
}

async fn the_street_does_it(stage: &mut Stage) {
    stage.enter("street").await;
    let page = &mut stage.office;
    let here = format!(
        "return [...document.querySelectorAll('#calls .line')].find((it) => it.innerText.includes('{MARK}'))
            ?.querySelector('a').getAttribute('href') ?? null"
    );
    let link = page.until("the call", &here).await.as_str().unwrap().to_owned();
    page.go(&link).await;
    assert!(!page.source().await.contains(PHONE), "the street does not see the phone");
    page.unfold("#do-take").await;
    page.submit("#do-take form button").await;
    page.unfold("#do-dispose").await;
    page.fill("#dispose-public_reply", "线路已接通，试亮正常。").await;
    page.submit("#do-dispose form button.button--main").await;
    page.says("#trail", "线路已接通").await;
    page.submit(".bar__out button").await;
}

async fn the_steward_ends_it(stage: &mut Stage, found: &Found) {
    stage.enter("steward").await;
    let page = &mut stage.office;
    page.go(&found.request).await;
    page.unfold("#do-check").await;
    page.submit("#do-check form button").await;
    page.unfold("#do-close").await;
    page.press("#do-close .tile:has([value=normal])").await;
    page.submit("#do-close form button").await;
    page.unfold("#do-follow-up").await;
    page.press("#do-follow-up .tile:has([value=reached])").await;
    page.press("#do-follow-up .tile:has([value=yes])").await;
    page.submit("#do-follow-up form button").await;
}

async fn the_resident_is_content(stage: &mut Stage, found: &Found) {
    let page = &mut stage.public;
    page.go(&found.resident).await;
    page.says("section[aria-labelledby=reply]", "线路已接通").await;
    page.press("form[action$='/rate'] .tile:has([value=satisfied])").await;
    page.submit("form[action$='/rate'] button").await;
    assert_eq!(page.count("form[action$='/rate']").await, 0, "rated once");
}
