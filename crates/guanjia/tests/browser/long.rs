//! Names and words that do not end: no page becomes wider than its screen. Every page that is opened is measured.

use super::http::Call;
use super::server::COMMUNITY;
use super::stage::Stage;

const NAME: &str = "第一二三四五六七八九十居民家属院暨配套商住综合楼宇东区南侧临街附属楼";
const LATIN: &str = "Averylongnamewithoutasinglespaceinitthatnobodycanbreakanywhere";

pub async fn names_that_do_not_end(stage: &mut Stage) {
    let estate = format!("{NAME}甲");
    let sheet = format!("名称,物业性质\n{estate},无\n{LATIN},无\n");
    let houses = format!("小区,楼栋,单元数,层数,每层户数\n{estate},{NAME}楼,3,18,4\n{LATIN},{LATIN},2,6,2\n");
    let files = [stage.sheet("小区.csv", &sheet), stage.sheet("楼栋.csv", &houses)];
    stage.enter("secretary").await;
    let page = &mut stage.office;
    page.go("/import").await;
    page.attach("#files", &files).await;
    page.submit("form[action='/import'] .button--main").await;
    page.submit_and_confirm("form[action='/import/confirm'] button").await;
    for name in [estate.as_str(), LATIN] {
        let filed = file_in(stage, name);
        stage.public.go(&filed).await;
    }
    for path in
        ["/work", "/estates", "/claims", "/plan", "/grids", "/people", "/requests", "/inbox", "/requests/new"]
    {
        stage.office.go(path).await;
    }
    for name in [estate.as_str(), LATIN] {
        let places = stage.server.places(COMMUNITY);
        let all = places["estates"].as_array().unwrap();
        let found = all.iter().find(|it| it["name"] == name).unwrap();
        let (id, building) = (found["id"].as_str().unwrap(), found["buildings"][0]["id"].as_str().unwrap());
        let page = &mut stage.office;
        page.go(&format!("/work?estate={id}")).await;
        page.submit("#board a.line__link").await;
        page.go(&format!("/estates/{id}")).await;
        page.go(&format!("/estates/{id}/buildings/{building}")).await;
        page.go(&format!("/claims/{id}/pact")).await;
        stage.public.go(&format!("/c/{COMMUNITY}?estate={id}")).await;
        stage.public.go(&format!("/c/{COMMUNITY}/report?estate={id}&building={building}&fixed=1")).await;
    }
}

fn file_in(stage: &Stage, name: &str) -> String {
    let places = stage.server.places(COMMUNITY);
    let found = places["estates"].as_array().unwrap().iter().find(|it| it["name"] == name).unwrap().clone();
    let (estate, building) = (found["id"].as_str().unwrap(), found["buildings"][0]["id"].as_str().unwrap());
    let words = format!("{LATIN}{LATIN}{LATIN} {}", NAME.repeat(8));
    let fields =
        [("estate", estate), ("building", building), ("text", words.as_str()), ("name", &LATIN[..40])];
    let call = Call::new("POST", &format!("/c/{COMMUNITY}/report"));
    let answer = stage.server.send(call.header("origin", &stage.server.base).parts(&fields, &[]));
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.header("location").unwrap().to_owned()
}
