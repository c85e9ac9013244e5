//! Texts that would like to be programs, in every field that somebody else reads: none runs, and the content policy
//! has nothing to report, because nothing was tried.

use super::driver::{Browser, Screen, Tongue};
use super::http::Call;
use super::server::{COMMUNITY, Session};
use super::stage::Stage;

/// What each payload would do if it ran.
const DEED: &str = "window.__xss=1";

/// How many of them one request holds: a line each.
const TOGETHER: usize = 4;

/// Where they are shown, and to whom.
const SHOWN: [(&str, &[&str]); 7] = [
    ("steward", &["/work", "/requests", "/inbox"]),
    ("secretary", &["/work", "/requests", "/inbox", "/estates", "/plan", "/claims", "/grids", "/people"]),
    ("grid_worker", &["/work", "/requests"]),
    ("property", &["/work"]),
    ("street", &["/work"]),
    ("admin", &["/people"]),
    ("audit", &["/audit"]),
];

/// Ways out of a text, an attribute, a script, an address, a style, a foreign namespace and a template.
const PAYLOADS: [&str; 60] = [
    "<script>DEED</script>",
    "</title><script>DEED</script>",
    "</textarea><script>DEED</script>",
    "</option></select><script>DEED</script>",
    "</script><script>DEED</script>",
    "<ScRiPt>DEED</sCrIpT>",
    "<script/src=data:text/javascript,DEED></script>",
    "<script type=module>DEED</script>",
    "<scr<script>ipt>DEED</scr</script>ipt>",
    "<script\u{0}>DEED</script>",
    "<script\n>DEED</script\n>",
    "%3Cscript%3EDEED%3C/script%3E",
    "&lt;script&gt;DEED&lt;/script&gt;",
    "&#60;script&#62;DEED&#60;/script&#62;",
    "\\u003cscript\\u003eDEED\\u003c/script\\u003e",
    "＜script＞DEED＜/script＞",
    "<img src=x onerror=DEED>",
    "<img src=x onerror='DEED'>",
    "<img src=x onerror=\"DEED\">",
    "<img/src=x/onerror=DEED>",
    "<IMG SRC=javascript:DEED>",
    "<img src=\"jav\tascript:DEED\">",
    "<image href=x onerror=DEED>",
    "<svg onload=DEED>",
    "<svg><script>DEED</script></svg>",
    "<svg><animate onbegin=DEED attributeName=x dur=1s>",
    "<svg><use href=\"data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg' onload='DEED'/>#x\">",
    "<svg><a xlink:href=javascript:DEED><text y=20>x</text></a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=DEED>",
    "<math href=javascript:DEED>x</math>",
    "<body onload=DEED>",
    "<iframe src=javascript:DEED></iframe>",
    "<iframe srcdoc=\"<script>parent.DEED</script>\"></iframe>",
    "<object data=javascript:DEED></object>",
    "<embed src=javascript:DEED>",
    "<base href=//elsewhere.example/>",
    "<meta http-equiv=refresh content='0;url=javascript:DEED'>",
    "<link rel=stylesheet href=//elsewhere.example/x.css>",
    "<style>@import '//elsewhere.example/x.css';</style>",
    "<div style=background:url(javascript:DEED)>x</div>",
    "<form action=javascript:DEED><button>x</button></form>",
    "<button formaction=javascript:DEED>x</button>",
    "<input autofocus onfocus=DEED>",
    "<select autofocus onfocus=DEED></select>",
    "<details open ontoggle=DEED>x</details>",
    "<video><source onerror=DEED></video>",
    "<audio src=x onerror=DEED>",
    "<marquee onstart=DEED>x</marquee>",
    "<a href=javascript:DEED>x</a>",
    "<div hx-get=/work hx-trigger=load hx-on:htmx:load=DEED>x</div>",
    "<div hx-on::load=DEED data-hx-on=DEED>x</div>",
    "\" onmouseover=DEED x=\"",
    "' onmouseover='DEED' x='",
    "\" autofocus onfocus=DEED x=\"",
    "`onmouseover=DEED`",
    "javascript:DEED",
    "data:text/html,<script>DEED</script>",
    "{{constructor.constructor('DEED')()}}",
    "${DEED}",
    "--><script>DEED</script><!--",
];

pub async fn nothing_runs() {
    let mut stage = Stage::build(Screen::Desk, Tongue::Chinese).await;
    let links = planted(&stage);
    let names = imported(&mut stage).await;
    for path in links {
        stage.public.go(&path).await;
        harmless(&stage.public).await;
    }
    stage.public.go(&stage.place.door()).await;
    stage.public.paste("#text", "楼道里的灯不亮").await;
    harmless(&stage.public).await;
    for (role, paths) in SHOWN {
        stage.enter(role).await;
        for path in paths {
            stage.office.go(path).await;
            harmless(&stage.office).await;
        }
    }
    stage.enter("secretary").await;
    for index in 0..PAYLOADS.len().div_ceil(TOGETHER) {
        stage.office.go(&format!("/requests/{}", id(index))).await;
        harmless(&stage.office).await;
    }
    for path in names {
        stage.office.go(&path).await;
        harmless(&stage.office).await;
    }
    stage.strike().await;
}

async fn harmless(page: &Browser) {
    assert_eq!(
        page.eval("return window.__xss === undefined").await,
        true,
        "a text ran on {}",
        page.path().await
    );
}

fn id(index: usize) -> String {
    format!("01900000-0000-7000-8000-{:012x}", 0xc000 + index)
}

fn armed(index: usize) -> String {
    PAYLOADS[index].replace("DEED", DEED)
}

/// Files requests with the payloads as their texts and their reporters' names, and writes them on as an officer.
fn planted(stage: &Stage) -> Vec<String> {
    let place = &stage.place;
    let session = stage.server.session("secretary");
    let all: Vec<_> = (0..PAYLOADS.len()).map(armed).collect();
    let mut links = Vec::new();
    for (index, some) in all.chunks(TOGETHER).enumerate() {
        let (id, text) = (id(index), some.join("\n"));
        let name: String = some[0].chars().take(40).collect();
        let fields = [
            ("csrf", session.csrf.as_str()),
            ("id", &id),
            ("channel", "counter"),
            ("estate", &place.estate),
            ("building", &place.building),
            ("text", &text),
            ("name", &name),
        ];
        let filed = sent(stage, &session, Call::new("POST", "/requests/new").parts(&fields, &[]));
        assert_eq!(filed, 303, "{text}");
        let fields = [("csrf", session.csrf.as_str()), ("words", &text)];
        let added = sent(stage, &session, Call::new("POST", &format!("/requests/{id}/add")).form(&fields));
        assert_eq!(added, 303, "{text}");
        let fields = [("estate", place.estate.as_str()), ("text", text.as_str()), ("name", name.as_str())];
        let call = Call::new("POST", &format!("/c/{COMMUNITY}/report")).parts(&fields, &[]);
        let answer = stage.server.send(call.header("origin", &stage.server.base));
        links.push(answer.header("location").unwrap().to_owned());
    }
    links
}

fn sent(stage: &Stage, session: &Session, call: Call) -> u16 {
    stage.server.send(call.header("cookie", &session.cookie).header("origin", &stage.server.base)).status
}

/// Names of estates and buildings, through a sheet; gives the pages of these estates.
async fn imported(stage: &mut Stage) -> Vec<String> {
    let chosen = [0, 16, 23, 48, 51, 52];
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let (mut estates, mut buildings) =
        ("名称,物业性质\n".to_owned(), "小区,楼栋,单元数,层数,每层户数\n".to_owned());
    for index in chosen {
        let name = quoted(&armed(index));
        estates.push_str(&format!("{name},无\n"));
        buildings.push_str(&format!("{name},{name},1,2,2\n"));
    }
    let files = [stage.sheet("小区.csv", &estates), stage.sheet("楼栋.csv", &buildings)];
    stage.enter("secretary").await;
    let page = &mut stage.office;
    page.go("/import").await;
    page.attach("#files", &files).await;
    page.submit("form[action='/import'] .button--main").await;
    harmless(page).await;
    page.submit_and_confirm("form[action='/import/confirm'] button").await;
    let places = stage.server.places(COMMUNITY);
    let all = places["estates"].as_array().unwrap().iter();
    let armed_ones = all.filter(|it| it["name"].as_str().is_some_and(|name| name.contains(DEED)));
    let mut paths = Vec::new();
    for estate in armed_ones {
        let id = estate["id"].as_str().unwrap();
        paths.push(format!("/estates/{id}"));
        paths.push(format!("/claims/{id}/pact"));
        for building in estate["buildings"].as_array().into_iter().flatten() {
            paths.push(format!("/estates/{id}/buildings/{}", building["id"].as_str().unwrap()));
        }
    }
    assert!(paths.len() >= 3 * chosen.len(), "the names were not taken in: {paths:?}");
    paths
}
