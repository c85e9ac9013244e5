//! The pages of limits, calendar and matters, asked as the people who use them, on both engines: looked at, saved,
//! stale, refused; and what first pages and messages say of them.
#![allow(clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

mod support;

#[path = "rules/calendar.rs"]
mod calendar;
#[path = "rules/digest.rs"]
mod digest;
#[path = "rules/limits.rs"]
mod limits;
#[path = "rules/matters.rs"]
mod matters;

use axum::http::Method;
use guanjia_app::request::{Filing, Reporter};
use guanjia_domain::Role;
use guanjia_domain::ids::RequestId;
use guanjia_domain::permission::Principal;
use guanjia_domain::request::{Channel, Place, Request};
use support::{ESTATE_A, House, Who, blocking};

/// Status and text of what a form led to; of a redirect, where to.
async fn sent(house: &House, who: Who, path: &str, fields: &[(&str, &str)]) -> (u16, String) {
    let answer = house.page(who, Method::POST, path).form(fields).answer().await;
    let location = answer.header("location").to_owned();
    let text = if location.is_empty() { answer.text().to_owned() } else { location };
    (answer.status.as_u16(), text)
}

async fn shown(house: &House, who: Who, path: &str) -> String {
    house.page(who, Method::GET, path).expect(200).await.text().to_owned()
}

/// A request of a matter at estate A.
fn filed(house: &House, matter: &str) -> RequestId {
    let id = house.new_id();
    let filing = Filing {
        id,
        place: Place { estate: ESTATE_A.into(), building: None, unit: None, room: None },
        text: "门口缺一盏灯。".to_owned(),
        matter: Some(matter.to_owned()),
        channel: Channel::Web,
        urgent: false,
        on_behalf: false,
        reporter: Reporter::default(),
        photos: Vec::new(),
        done_on_spot: false,
    };
    let (app, home) = (house.app(), Who::StewardA.home());
    let resident = Principal::plain(Role::Resident, home, None);
    blocking(|| app.file_request(&resident, home, filing).expect("a filing").wait().expect("a request"));
    id
}

fn request(house: &House, id: RequestId) -> Request {
    let home = Who::StewardA.home();
    blocking(|| house.app().db.read(|tx| tx.request(home, id)).expect("the store").expect("the request"))
}
