//! The pages of the desk, asked as the people who sit there: places, claims, people, import, messages, access log.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail loudly, as tests do")]

#[path = "desk/reports.rs"]
mod reports;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use guanjia_app::day::DAY;
use guanjia_app::people::{NewOrganisation, NewStaff};
use guanjia_app::place::{NewBuilding, NewCommunity, NewEstate};
use guanjia_app::request::{Filing, Reporter};
use guanjia_app::{App, AppError, Clock, Person, SystemClock};
use guanjia_domain::house::Grid;
use guanjia_domain::ids::{EstateId, RequestId};
use guanjia_domain::people::{OrganisationKind, Post};
use guanjia_domain::permission::Principal;
use guanjia_domain::place::{EstateFacts, GridPart, Room, Unit};
use guanjia_domain::request::{Channel, Place};
use guanjia_domain::{Actor, CommunityCode, Role};
use guanjia_store::Tx;
use guanjia_store::access::Holder;
use guanjia_web::serve::ServeConfig;
use guanjia_web::site::Site;
use std::sync::Arc;
use tower::ServiceExt;
use uuid::Uuid;

const HOME: &str = "140109013001";
const OTHER: &str = "140109013002";
const STREET: &str = "140109013";

const ESTATE: Uuid = id(1);
const BUILDING: Uuid = id(2);
const SECRETARY: Uuid = id(10);
const OFFICER: Uuid = id(11);
const WORKER: Uuid = id(12);
const ADMINISTRATOR: Uuid = id(13);
const AUDITOR: Uuid = id(14);
const PROPERTY: Uuid = id(15);
const OTHER_SECRETARY: Uuid = id(20);
const CLERK: Uuid = id(21);

/// Version 7, so that they fit where ids are made by clients.
const fn id(n: u128) -> Uuid {
    Uuid::from_u128(0x019a_a000_0000_7000_8000_0000_0000_0000 + n)
}

fn code(text: &str) -> CommunityCode {
    text.parse().unwrap()
}

/// An office with one community, its neighbour and the street above them.
struct Desk {
    app: App,
    router: Router,
    runtime: tokio::runtime::Runtime,
    _folder: tempfile::TempDir,
}

/// Somebody who is signed in.
struct Reader {
    cookie: String,
    csrf: String,
}

impl Desk {
    fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = App::open(folder.path(), None, Arc::new(SystemClock)).unwrap();
        for (at, name) in [(HOME, "晋祠路社区"), (OTHER, "邻近社区"), (STREET, "长风西街街道")]
        {
            found(&app, at, name);
        }
        staff(&app, HOME, SECRETARY, Post::Secretary, "林知夏");
        staff(&app, HOME, OFFICER, Post::SocialWorker, "江予安");
        staff(&app, HOME, WORKER, Post::GridWorker, "周沐");
        staff(&app, HOME, ADMINISTRATOR, Post::SystemAdministrator, "管理员");
        staff(&app, HOME, AUDITOR, Post::Auditor, "审计员");
        staff(&app, OTHER, OTHER_SECRETARY, Post::Secretary, "别处书记");
        staff(&app, STREET, CLERK, Post::StreetOfficial, "街道干部");
        place(&app);
        let config = ServeConfig {
            listen: ([127, 0, 0, 1], 8080).into(),
            demo: None,
            insecure_lan: false,
            behind_proxy: false,
            public_url: None,
        };
        let router = guanjia_web::routes::router(Site::new(app.clone(), config).unwrap());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Self { app, router, runtime, _folder: folder }
    }

    fn signed_in(&self, at: &str, holder: Holder) -> Reader {
        let session = self.app.begin_session(code(at), holder).unwrap();
        let found = self.app.db.read(|tx| self.app.session(tx, code(at), &session.secret)).unwrap();
        Reader {
            cookie: format!("guanjia={at}.{}; look=en.auto.normal", session.secret),
            csrf: found.unwrap().csrf,
        }
    }

    fn staff(&self, id: Uuid) -> Reader {
        self.signed_in(HOME, Holder::Staff(id))
    }

    fn asked(&self, request: Request<Body>) -> (StatusCode, String) {
        let answer = async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (head, body) = response.into_parts();
            let location = head.headers.get(header::LOCATION).map(|it| it.to_str().unwrap().to_owned());
            let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
            (head.status, location.unwrap_or_else(|| String::from_utf8_lossy(&body).into_owned()))
        };
        self.runtime.block_on(answer)
    }

    fn get(&self, reader: &Reader, path: &str) -> (StatusCode, String) {
        let request = Request::get(path).header(header::COOKIE, &reader.cookie);
        self.asked(request.body(Body::empty()).unwrap())
    }

    fn post(&self, reader: &Reader, path: &str, form: &str) -> (StatusCode, String) {
        let body = format!("csrf={}{form}", reader.csrf);
        self.send(reader, path, "application/x-www-form-urlencoded", body.into_bytes())
    }

    fn send(&self, reader: &Reader, path: &str, kind: &str, body: Vec<u8>) -> (StatusCode, String) {
        let request = Request::post(path)
            .header(header::COOKIE, &reader.cookie)
            .header(header::HOST, "127.0.0.1:8080")
            .header(header::ORIGIN, "http://127.0.0.1:8080")
            .header(header::CONTENT_TYPE, kind);
        self.asked(request.body(Body::from(body)).unwrap())
    }

    fn sends_files(&self, reader: &Reader, files: &[(&str, &[u8])]) -> (StatusCode, String) {
        let mut body =
            format!("--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{}\r\n", reader.csrf)
                .into_bytes();
        for (name, bytes) in files {
            let head =
                format!("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--b--\r\n");
        self.send(reader, "/import", "multipart/form-data; boundary=b", body)
    }
}

fn found(app: &App, at: &str, name: &str) {
    let new = NewCommunity {
        code: code(at),
        name: name.to_owned(),
        full_name: name.to_owned(),
        street: None,
        supervision: "0351-0000009".to_owned(),
        emergency: Vec::new(),
    };
    app.found_community(Actor::SYSTEM, new).wait().unwrap();
}

fn write(
    app: &App,
    at: &str,
    work: impl Fn(&App, &mut Tx, &Principal, CommunityCode) -> Result<(), AppError> + Send + 'static,
) {
    let (its, at) = (app.clone(), code(at));
    let who = Principal::plain(Role::System, at, None);
    app.db.write(at, move |tx| work(&its, tx, &who, at)).wait().unwrap();
}

fn staff(app: &App, at: &str, id: Uuid, post: Post, name: &str) {
    let person = Person { name: name.to_owned(), phone: "0351-5550123".to_owned() };
    let tier = post.may_claim().then_some(3);
    let new = NewStaff { id: id.into(), post, tier, organisation: None, person };
    write(app, at, move |app, tx, who, at| app.put_staff(tx, who, at, &new));
}

fn place(app: &App) {
    let room = |n: u16| Room {
        id: id(100 + u128::from(n)).into(),
        floor: n.cast_signed(),
        name: format!("{n}01"),
        households: 1,
    };
    let unit = |n: u128| Unit {
        id: id(40 + n).into(),
        name: format!("{n}单元"),
        rooms: (1..=3)
            .map(|floor| Room { id: id(100 + n * 10 + u128::from(floor)).into(), ..room(floor) })
            .collect(),
    };
    let outline = vec![(112.51, 37.83), (112.52, 37.83), (112.52, 37.84)];
    let units = vec![unit(1), unit(2)];
    write(app, HOME, move |app, tx, who, at| {
        let facts =
            EstateFacts { name: "长风苑".to_owned(), outline: outline.clone(), ..EstateFacts::default() };
        app.put_estate(tx, who, at, NewEstate { id: ESTATE.into(), facts })?;
        let (estate, name, outline) = (ESTATE.into(), "4号楼".to_owned(), outline.clone());
        let building = NewBuilding { id: BUILDING.into(), estate, name, units: units.clone(), outline };
        app.put_building(tx, who, at, building)?;
        let parts = vec![GridPart { building: BUILDING.into(), unit: Some(id(41).into()) }];
        app.put_grid(
            tx,
            who,
            at,
            Grid { id: id(5).into(), name: "第一网格".to_owned(), worker: Some(WORKER.into()), parts },
        )?;
        let (kind, name) = (OrganisationKind::PropertyCompany, "长风苑物业".to_owned());
        let phone = String::new();
        app.put_organisation(
            tx,
            who,
            at,
            &NewOrganisation { id: PROPERTY.into(), kind, name, phone, estates: Vec::new() },
        )
    });
}

#[test]
fn places_show_who_looks_after_them() {
    let desk = Desk::open();
    let officer = desk.staff(OFFICER);
    let building = format!("/estates/{ESTATE}/buildings/{BUILDING}");
    let pages: [(&str, &[&str]); 6] = [
        ("/estates", &["长风苑", "林知夏"]),
        (
            &format!("/estates/{ESTATE}"),
            &["4号楼", "第一网格", "周沐", "长风苑物业", "/plan.geojson?estate="],
        ),
        (&building, &["1单元", "2单元", "301", "第一网格"]),
        ("/plan", &["data-plan", "4号楼"]),
        ("/grids", &["4号楼 1单元", "长风苑 · 4号楼 2单元"]),
        (&format!("/claims/{ESTATE}/pact"), &["林知夏", "长风苑", "0351-0000009"]),
    ];
    for (path, words) in pages {
        let (status, html) = desk.get(&officer, path);
        assert_eq!(status, StatusCode::OK, "{path}");
        for word in words {
            assert!(html.contains(word), "{path} does not say {word}");
        }
    }
    let (_, plan) = desk.get(&officer, &format!("/plan.geojson?estate={ESTATE}"));
    let plan: serde_json::Value = serde_json::from_str(&plan).unwrap();
    assert_eq!(plan["features"].as_array().map(Vec::len), Some(2));
    assert_eq!(plan["features"][1]["properties"]["href"], building);
    assert_eq!(plan["features"][1]["properties"]["households"], 6);
}

#[test]
fn another_community_looks_as_if_it_did_not_exist() {
    let desk = Desk::open();
    let other = desk.signed_in(OTHER, Holder::Staff(OTHER_SECRETARY));
    for id in [ESTATE, id(999)] {
        let paths = [
            format!("/estates/{id}"),
            format!("/estates/{id}/buildings/{BUILDING}"),
            format!("/claims/{id}/pact"),
            format!("/plan.geojson?estate={id}"),
        ];
        for path in paths {
            assert_eq!(desk.get(&other, &path).0, StatusCode::NOT_FOUND, "{path}");
        }
        let form = format!("&estate={id}&steward={OTHER_SECRETARY}");
        assert_eq!(desk.post(&other, "/claims", &form).0, StatusCode::NOT_FOUND);
        assert_eq!(desk.post(&other, &format!("/people/{id}/link"), "").0, StatusCode::NOT_FOUND);
    }
    assert_eq!(desk.post(&other, &format!("/people/{OFFICER}/disable"), "").0, StatusCode::NOT_FOUND);
    let street = desk.signed_in(STREET, Holder::Staff(CLERK));
    assert!(desk.get(&street, "/estates").1.contains("长风苑"), "the street sees whose estates lie below it");
    assert_eq!(desk.get(&street, "/people").0, StatusCode::NOT_FOUND);
}

#[test]
fn a_claim_is_planned_and_taken_back() {
    let desk = Desk::open();
    let secretary = desk.staff(SECRETARY);
    let form = format!("&estate={ESTATE}&steward={OFFICER}&deputy=&starts_on=2099-12-01");
    assert_eq!(desk.post(&secretary, "/claims", &form), (StatusCode::SEE_OTHER, "/claims".to_owned()));
    let (_, html) = desk.get(&secretary, "/claims");
    assert!(html.contains("2099-12-01") && html.contains("江予安"));
    assert_eq!(desk.post(&secretary, "/claims", &form).0, StatusCode::UNPROCESSABLE_ENTITY);
    let cancel = format!("&estate={ESTATE}&starts_at={}", 4_099_737_600_000_i64);
    assert_eq!(desk.post(&secretary, "/claims/cancel", &cancel).0, StatusCode::SEE_OTHER);
    let (status, html) = desk.post(&secretary, "/claims", &format!("&estate={ESTATE}&starts_on=2099-01-02"));
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(html.contains("2099-01-02"), "what was typed is still there");
    let officer = desk.staff(OFFICER);
    assert_eq!(desk.post(&officer, "/claims", &form).0, StatusCode::FORBIDDEN);
    assert!(!desk.get(&officer, "/claims").1.contains("name=\"steward\""));
    assert_ne!(desk.post(&secretary, "/claims", &format!("{form}&tier=1")).0, StatusCode::SEE_OTHER);
}

#[test]
fn somebody_is_taken_on_invited_and_leaves() {
    let desk = Desk::open();
    let administrator = desk.staff(ADMINISTRATOR);
    let form = "&name=%E6%96%B0%E4%BA%BA&role=grid_worker&sign_in_name=xinren&phone=13800001234";
    assert_eq!(desk.post(&administrator, "/people", form).0, StatusCode::SEE_OTHER);
    let (status, html) = desk.post(&administrator, "/people", form);
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "the sign-in name is taken");
    assert!(html.contains("xinren"));
    for wrong in [
        "&name=A&role=mayor",
        "&name=&role=auditor",
        "&name=A&role=auditor&phone=12",
        "&name=A&role=organisation",
    ] {
        assert_eq!(
            desk.post(&administrator, "/people", wrong).0,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{wrong}"
        );
    }
    let (status, html) = desk.post(&administrator, &format!("/people/{OFFICER}/link"), "");
    assert_eq!(status, StatusCode::OK);
    assert!(html.contains(&format!("http://127.0.0.1:8080/welcome/{HOME}/")));
    let officer = desk.staff(OFFICER);
    assert_eq!(desk.post(&administrator, &format!("/people/{OFFICER}/disable"), "").0, StatusCode::SEE_OTHER);
    assert_eq!(desk.get(&officer, "/estates").0, StatusCode::SEE_OTHER, "signed out at once");
    let (status, _) = desk.post(&administrator, &format!("/people/{SECRETARY}/disable"), "");
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "the last secretary stays");
    assert_eq!(desk.get(&desk.staff(WORKER), "/people").0, StatusCode::FORBIDDEN);
}

#[test]
fn only_the_auditor_reads_the_access_log() {
    let desk = Desk::open();
    let (auditor, secretary) = (desk.staff(AUDITOR), desk.staff(SECRETARY));
    let (status, html) = desk.get(&auditor, "/audit");
    assert_eq!(status, StatusCode::OK);
    assert!(html.contains("林知夏") && html.contains("Signed in"));
    let (_, html) = desk.get(&auditor, "/audit?who=%E5%AE%A1%E8%AE%A1");
    assert!(html.contains("审计员 · ") && !html.contains("林知夏"));
    assert_eq!(desk.get(&secretary, "/audit").0, StatusCode::FORBIDDEN);
    assert_eq!(desk.get(&secretary, "/inbox").0, StatusCode::OK);
    assert_eq!(desk.post(&secretary, "/inbox/read", "").0, StatusCode::SEE_OTHER);
    assert_eq!(desk.get(&secretary, "/gallery").0, StatusCode::NOT_FOUND, "the gallery is for the demo");
}

#[test]
fn sheets_are_looked_at_before_they_are_imported() {
    let desk = Desk::open();
    let secretary = desk.staff(SECRETARY);
    let good = "小区名称,物业类型\n汾河里,物业公司\n".as_bytes();
    let (status, html) = desk.sends_files(&secretary, &[("小区.csv", good)]);
    assert_eq!(status, StatusCode::OK, "{html}");
    let mark =
        html.split("name=\"mark\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a mark");
    let (status, to) = desk.post(&secretary, "/import/confirm", &format!("&mark={mark}"));
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, "/import?done=1"));
    assert!(desk.get(&secretary, "/estates").1.contains("汾河里"));
    let (status, _) = desk.post(&secretary, "/import/confirm", &format!("&mark={mark}"));
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "an upload is confirmed once");
    let (_, html) = desk.sends_files(&secretary, &[("小区.csv", "小区名称\n\u{0}\n".as_bytes())]);
    assert!(!html.contains("name=\"mark\""), "nothing to confirm");
    assert_eq!(desk.sends_files(&secretary, &[]).0, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(desk.sends_files(&desk.staff(WORKER), &[("小区.csv", good)]).0, StatusCode::FORBIDDEN);
    let (status, _) = desk.get(&secretary, "/import/template.xlsx");
    assert_eq!(status, StatusCode::OK);
}

#[test]
fn what_was_typed_into_a_form_that_is_gone_is_still_there() {
    let desk = Desk::open();
    let resident = Principal::plain(Role::Resident, code(HOME), None);
    let request = RequestId(id(90));
    let filing = Filing {
        id: request,
        place: Place { estate: EstateId(ESTATE), building: None, unit: None, room: None },
        text: "楼道灯不亮。".into(),
        matter: None,
        channel: Channel::Web,
        urgent: false,
        reporter: Reporter { name: None, phone: None },
        on_behalf: false,
        done_on_spot: false,
        photos: Vec::new(),
    };
    desk.app.file_request(&resident, code(HOME), filing).unwrap().wait().unwrap();
    let nobody = Reader { cookie: String::new(), csrf: String::new() };
    let link = format!("/l/{HOME}/{}", desk.app.resident_link(code(HOME), request, None));
    // It is not closed, so there is nothing to open again.
    let (status, page) =
        desk.post(&nobody, &format!("{link}/reopen"), "&reason=%E7%81%AF%E5%8F%88%E5%9D%8F%E4%BA%86");
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("灯又坏了") && page.contains("您刚才填的"), "{page}");
    let (_, page) = desk.get(&nobody, &link);
    assert!(!page.contains("您刚才填的"));
}

#[test]
fn a_roster_that_is_refused_is_still_typed() {
    let desk = Desk::open();
    let secretary = desk.staff(SECRETARY);
    let day = guanjia_domain::duty::duty_day(desk.app.now().plus(2 * DAY)).to_string();
    let twice = format!("&day={day}&first={OFFICER}&second={OFFICER}");
    let (status, page) = desk.post(&secretary, "/duty", &twice);
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.matches(&format!("value=\"{OFFICER}\" selected")).count(), 2, "{page}");
    let (status, to) = desk.post(&secretary, "/duty", &format!("&day={day}&first={OFFICER}&second="));
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, "/duty?saved=1"));
    let (_, page) = desk.get(&secretary, "/duty");
    assert_eq!(page.matches(&format!("value=\"{OFFICER}\" selected")).count(), 1);
    assert_eq!(desk.post(&desk.staff(OFFICER), "/duty", &twice).0, StatusCode::FORBIDDEN);
}

#[test]
fn one_setting_says_which_number_stands_on_every_sheet_and_page() {
    let desk = Desk::open();
    let (secretary, officer) = (desk.staff(SECRETARY), desk.staff(OFFICER));
    let (own, office) = ("0351-5550123", "0351-5550100");
    let sheets = [format!("/print/poster/{ESTATE}?size=a3"), format!("/print/doors/{ESTATE}")];
    let public = format!("/c/{HOME}?estate={ESTATE}");
    let told = |path: &str| desk.get(&officer, path).1;
    assert!(sheets.iter().chain([&public]).all(|path| told(path).contains(own)));

    let form = format!("&office_phone={office}&hours=9-17&steward_phone=office&supervision=12345");
    assert_eq!(desk.post(&officer, "/hotlines", &form).0, StatusCode::FORBIDDEN);
    let wrong = desk.post(&secretary, "/hotlines", &form.replace("12345", "nonsense"));
    assert_eq!(wrong.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.1.contains("nonsense") && wrong.1.contains("id=\"supervision-wrong\""));
    assert_eq!(desk.post(&secretary, "/hotlines", &form).1, "/hotlines?saved=1");
    for path in sheets.iter().chain([&public]) {
        let page = told(path);
        assert!(page.contains(office) && !page.contains(own), "{path}");
    }
    assert!(told(&sheets[0]).contains("12345") && told(&public).contains("12345"));
    let unknown = desk.post(&secretary, "/hotlines", &format!("{form}&community={OTHER}"));
    assert_eq!(unknown.0, StatusCode::UNPROCESSABLE_ENTITY, "a field that nobody knows");
}

#[test]
fn doors_carry_their_own_place_and_lists_carry_no_names() {
    let desk = Desk::open();
    let worker = desk.staff(WORKER);
    let (status, labels) = desk.get(&worker, &format!("/print/doors/{ESTATE}"));
    assert_eq!(status, StatusCode::OK);
    assert_eq!(labels.matches("class=\"door\"").count(), 2, "a label for each unit");
    let none = desk.get(&worker, &format!("/print/doors/{ESTATE}?building={}", id(99))).1;
    assert_eq!(none.matches("class=\"door\"").count(), 0);
    let building = desk.get(&worker, &format!("/print/visits/buildings/{BUILDING}")).1;
    assert_eq!(building.matches("<tbody>").count(), 2);
    let grid = desk.get(&worker, &format!("/print/visits/grids/{}", id(5))).1;
    assert_eq!(grid.matches("<tbody>").count(), 1, "the grid has one of the two units");
    assert!(grid.contains("301") && !grid.contains("林知夏"));
}

#[test]
fn help_is_the_own_roles_and_open_to_all() {
    let desk = Desk::open();
    let told = |reader: &Reader| desk.get(reader, "/help").1;
    let nobody = Reader { cookie: "look=en.auto.normal".to_owned(), csrf: String::new() };
    assert!(told(&nobody).contains("For: Residents"));
    assert!(told(&desk.staff(WORKER)).contains("For: Grid worker"));
    assert!(told(&desk.staff(SECRETARY)).contains("For: Secretary"));
    assert!(desk.get(&nobody, "/help?for=auditor").1.contains("For: Auditor"));
    let elder = Reader { cookie: "look=zh-CN.auto.large".to_owned(), csrf: String::new() };
    let page = desk.get(&elder, &format!("/c/{HOME}/report")).1;
    assert!(page.contains("data-size=\"large\"") && page.contains("再多说一点"));
}

#[test]
fn a_change_of_grids_is_planned_shown_on_its_day_and_taken_back() {
    let desk = Desk::open();
    let (secretary, officer) = (desk.staff(SECRETARY), desk.staff(OFFICER));
    let (_, html) = desk.get(&secretary, "/partitions");
    assert!(html.contains("4号楼 2单元") && html.contains("name=\"part\""), "the gap is said by name");
    let form = format!("&kind=part&part={BUILDING}&grid={}&starts_on={}", id(5), in_days(10));
    assert_eq!(desk.post(&officer, "/partitions", &form).0, StatusCode::FORBIDDEN);
    assert_eq!(desk.post(&secretary, "/partitions", &form).0, StatusCode::SEE_OTHER);
    let (_, html) = desk.get(&officer, &format!("/partitions?on={}&by=steward", in_days(10)));
    assert!(!html.contains("name=\"part\""), "an officer looks on");
    let faults = html.split("id=\"faults\"").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(faults.contains("notice--done"), "{faults}");
    let (_, plan) = desk.get(&officer, &format!("/partitions.geojson?on={}", in_days(10)));
    let plan: serde_json::Value = serde_json::from_str(&plan).unwrap();
    assert_eq!(
        (&plan["features"][0]["properties"]["gap"], &plan["features"][0]["properties"]["tone"]),
        (&false.into(), &0.into())
    );

    let past = format!("&kind=part&part={BUILDING}&grid=&starts_on=2001-01-01");
    let (status, html) = desk.post(&secretary, "/partitions", &past);
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(html.contains("2001-01-01"), "what was typed is still there");
    assert_eq!(
        desk.post(&secretary, "/partitions", &format!("{form}&tier=1")).0,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let (_, html) = desk.get(&secretary, "/partitions");
    let at = html.split("name=\"starts_at\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let cancel = format!("&kind=grids&id=&starts_at={at}");
    assert_eq!(desk.post(&secretary, "/partitions/cancel", &cancel).0, StatusCode::SEE_OTHER);
    assert_eq!(desk.post(&secretary, "/partitions/cancel", &cancel).0, StatusCode::NOT_FOUND);
}

#[test]
fn an_estate_is_handed_over_and_taken_on() {
    let desk = Desk::open();
    let (secretary, officer) = (desk.staff(SECRETARY), desk.staff(OFFICER));
    let (status, html) = desk.post(&secretary, &format!("/people/{WORKER}/disable"), "");
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "the grid would have nobody");
    assert!(html.contains(&format!("/hand-overs/new?from={WORKER}")), "the page leads to the hand-over");
    let (_, html) = desk.get(&secretary, &format!("/hand-overs/new?from={SECRETARY}"));
    assert!(html.contains(&format!("value=\"estate:{ESTATE}\" checked")));

    let form = format!("&from={SECRETARY}&occasion=moving&to={OFFICER}&starts_on=&ends_on=");
    let (status, html) = desk.post(&secretary, "/hand-overs", &form);
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "nothing was ticked");
    assert!(html.contains(&format!("value=\"{OFFICER}\" selected")), "what was chosen is still there");
    let form = format!("{form}&part=estate:{ESTATE}");
    assert_eq!(desk.post(&officer, "/hand-overs", &form).0, StatusCode::FORBIDDEN);
    assert_eq!(desk.post(&secretary, "/hand-overs", &form).0, StatusCode::SEE_OTHER);

    let (_, html) = desk.get(&officer, "/work");
    let path = html.split("href=\"/hand-overs/").nth(1).unwrap().split('"').next().unwrap();
    let path = format!("/hand-overs/{path}");
    assert!(desk.get(&officer, "/inbox").1.contains(&path));
    assert!(desk.get(&officer, &path).1.contains("长风苑"));
    for reader in
        [desk.staff(WORKER), desk.staff(AUDITOR), desk.signed_in(OTHER, Holder::Staff(OTHER_SECRETARY))]
    {
        assert_eq!(desk.get(&reader, &path).0, StatusCode::NOT_FOUND);
        assert_eq!(desk.post(&reader, &format!("{path}/accept"), "").0, StatusCode::NOT_FOUND);
    }
    assert_eq!(desk.post(&officer, &format!("{path}/return"), "").0, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(desk.post(&officer, &format!("{path}/accept"), "").0, StatusCode::SEE_OTHER);
    assert_eq!(desk.post(&officer, &format!("{path}/accept"), "").0, StatusCode::CONFLICT);
    let (_, html) = desk.get(&secretary, "/claims");
    assert!(html.contains("<b>江予安</b>"), "the claim follows, and it alone");
}

/// A day from now, as a `date` field sends it.
fn in_days(days: i32) -> String {
    let then = SystemClock.now().plus(i64::from(days) * DAY);
    guanjia_domain::calendar::china_time::date(then.into()).to_string()
}
