//! The monthly report at the desk: every number beside a rate opens its list, and the cells of the workbook are typed.

use super::{Desk, ESTATE, HOME, SECRETARY, code, id};
use axum::http::StatusCode;
use guanjia_app::report::{Labels, Listing, Sheet, Which};
use guanjia_app::request::{Filing, Reporter};
use guanjia_domain::Role;
use guanjia_domain::ids::{EstateId, RequestId};
use guanjia_domain::permission::Principal;
use guanjia_domain::report::{Month, Register};
use guanjia_domain::request::{Channel, Place};
use guanjia_sheets::BookCell;
use guanjia_web::ReportLabels;
use guanjia_web::words::{Language, Words};

fn filed(desk: &Desk) -> RequestId {
    let request = RequestId(id(95));
    let filing = Filing {
        id: request,
        place: Place { estate: EstateId(ESTATE), building: None, unit: None, room: None },
        text: "楼道灯不亮。".into(),
        matter: Some("0103".into()),
        channel: Channel::Web,
        urgent: false,
        on_behalf: false,
        reporter: Reporter::default(),
        photos: Vec::new(),
        done_on_spot: false,
    };
    let who = Principal::plain(Role::Resident, code(HOME), None);
    desk.app.file_request(&who, code(HOME), filing).unwrap().wait().unwrap();
    request
}

#[test]
fn every_number_beside_a_rate_opens_its_list() {
    let desk = Desk::open();
    let request = filed(&desk);
    let secretary = desk.staff(SECRETARY);
    let page = format!("/reports/{}", Month::of(desk.app.now()));
    let (status, html) = desk.get(&secretary, &page);
    assert_eq!(status, StatusCode::OK, "{html}");
    let hrefs = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let links: Vec<_> = hrefs.filter(|href| href.contains("/rates/")).collect();
    // One request counts in each of the eight rates in one way.
    assert!(links.len() >= 8, "{links:?}");
    for href in links {
        let (status, list) = desk.get(&secretary, href);
        assert_eq!(status, StatusCode::OK, "{href}");
        assert!(list.contains(&format!("/requests/{request}")), "{href}");
    }
    let (status, html) = desk.get(&secretary, &format!("{page}/calls"));
    assert!(status == StatusCode::OK && html.contains("No call for help"), "{html}");
    for wrong in ["rates/response?part=best", "rates/ranking?part=hit"] {
        assert_eq!(desk.get(&secretary, &format!("{page}/{wrong}")).0, StatusCode::NOT_FOUND, "{wrong}");
    }
}

#[test]
fn the_cells_of_the_workbook_are_what_they_are() {
    let desk = Desk::open();
    filed(&desk);
    let (app, home) = (&desk.app, code(HOME));
    let who = Principal::plain(Role::System, home, None);
    let (month, which) = (Month::of(app.now()), Which::Register(Register::Requests));
    let listing = Listing { month, which, estate: None, class: None };
    let page = app.db.read(|tx| app.register_page(tx, &who, home, &listing, None, 9)).unwrap();
    let line = &page.lines[0];
    for language in [Language::ZhCn, Language::En] {
        let labels = ReportLabels::new(Words::of(language), app.db.read(|tx| app.matters(tx, home)).unwrap());
        let cells = labels.request(line);
        assert_eq!(cells.len(), labels.columns(Sheet::Register(Register::Requests)).len());
        let (reported, due) = (line.request.reported_at, line.request.due_at());
        assert_eq!(cells[..2], [BookCell::Number(line.request.number), BookCell::Time(reported)]);
        assert_eq!((&cells[9], &cells[10]), (&BookCell::Time(due), &BookCell::Empty));
    }
}
