//! The first administrator, on both engines: one link, one community, one administrator, whatever goes wrong meanwhile.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

#[path = "../../store/tests/support/postgres.rs"]
mod postgres;

use guanjia_app::access::{Passwords, SignIn};
use guanjia_app::first::FirstLink;
use guanjia_app::{App, AppError, Result, SystemClock};
use guanjia_domain::{CommunityCode, Refusal};
use std::sync::Arc;

const PASSWORD: &str = "晋祠路的桥有七个洞吗";

fn accept(app: &App, link: &FirstLink, division: &str, name: &str) -> Result<SignIn> {
    let passwords = Passwords::new().unwrap();
    let opened = (link.community, link.secret.as_str());
    app.accept_first(&passwords, opened, division, name, PASSWORD, "computer")
}

fn refusal(outcome: Result<SignIn>) -> Option<Refusal> {
    match outcome {
        Err(AppError::Refused(refusal)) => Some(refusal),
        _ => None,
    }
}

/// Every community with how many work there.
fn installed(app: &App) -> Vec<(String, usize)> {
    let read = |tx: &mut guanjia_store::Tx| -> Result<Vec<_>> {
        let mut found = Vec::new();
        for (code, _) in tx.communities()? {
            found.push((code.to_string(), tx.staff(code)?.len()));
        }
        Ok(found)
    };
    app.db.read(read).unwrap()
}

fn one_of_each(server: Option<&str>) {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(folder.path(), server, Arc::new(SystemClock)).unwrap();
    let link = app.first_link().unwrap().unwrap();
    let only = [("L0".to_owned(), 1)];
    assert_eq!(installed(&app), only);

    // What is wrong is found before anything is founded, and the link still works.
    let long = "名".repeat(41);
    assert!(matches!(refusal(accept(&app, &link, "140109013001", &long)), Some(Refusal::TextTooLong { .. })));
    assert!(matches!(refusal(accept(&app, &link, "140109013001", " ")), Some(Refusal::TextMissing { .. })));
    assert!(matches!(refusal(accept(&app, &link, "无此社区", "admin")), Some(Refusal::NotAChoice { .. })));
    assert_eq!(installed(&app), only);
    assert!(app.first_link().unwrap().is_some(), "nobody can sign in yet");

    // Sent four times at once: one gets in, and the others leave nothing.
    let link = app.first_link().unwrap().unwrap();
    let entered = std::thread::scope(|scope| {
        let posts: Vec<_> = ["140109013001", "140109013001", "140109013002", "140109013002"]
            .into_iter()
            .zip(["甲", "甲", "乙", "丙"])
            .map(|(division, name)| (app.clone(), link.clone(), division, name))
            .map(|(app, link, division, name)| scope.spawn(move || accept(&app, &link, division, name)))
            .collect();
        posts.into_iter().map(|post| post.join().unwrap()).filter(std::result::Result::is_ok).count()
    });
    assert_eq!(entered, 1);
    let all = installed(&app);
    assert_eq!(all.len(), 2, "{all:?}");
    assert!(all.iter().all(|(_, staff)| *staff == 1), "{all:?}");
    assert!(app.first_link().unwrap().is_none(), "somebody can sign in");
}

#[test]
fn a_first_link_makes_one_administrator() {
    one_of_each(None);
    if let Some(server) = postgres::database_url() {
        one_of_each(Some(&server));
    }
}

#[test]
fn a_community_that_nobody_can_sign_in_to_ends_no_first_link() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(folder.path(), None, Arc::new(SystemClock)).unwrap();
    app.first_link().unwrap().unwrap();
    let left_over: CommunityCode = "140109013001".parse().unwrap();
    let new = guanjia_app::place::NewCommunity {
        code: left_over,
        name: "晋祠路社区".to_owned(),
        full_name: "晋祠路社区".to_owned(),
        street: None,
        supervision: String::new(),
        emergency: Vec::new(),
    };
    app.found_community(guanjia_domain::Actor::SYSTEM, new).wait().unwrap();
    app.appoint_administrator(left_over).unwrap();
    let link = app.first_link().unwrap().unwrap();
    accept(&app, &link, "140109013001", "admin").unwrap();
    assert!(app.first_link().unwrap().is_none());
}
