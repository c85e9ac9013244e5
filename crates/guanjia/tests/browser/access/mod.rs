//! Asking, and comparing with the table.

mod house;
mod table;

use crate::browser::http::{Answer, Call};
use crate::browser::server::{COMMUNITY, Server};
use guanjia_web::routes::ROUTES;
use house::{CANARIES, House};
use std::collections::{BTreeMap, BTreeSet};
use table::{ROLES, TABLE, letter};

/// What an address names that belongs to one community.
const MARKS: [&str; 17] = [
    "{call}",
    "{view}",
    "{project}",
    "{request}",
    "{dispatched}",
    "{estate}",
    "{staff}",
    "{building}",
    "{room}",
    "{grid}",
    "{card}",
    "{case}",
    "{round}",
    "{mediation}",
    "{leaflet}",
    "{allocation}",
    "{issue}",
];

/// The same table, as it came out.
fn asked(house: &House) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    for entry in TABLE {
        let asked = ROLES.iter().map(|role| {
            let answer = house.ask(role, entry);
            house.hold(role, entry, &answer);
            letter(answer.status)
        });
        rows.push((format!("{} {}", entry.method, entry.path), asked.collect()));
    }
    rows
}

#[test]
fn every_route_answers_each_role_as_the_table_says() {
    let house = House::new();
    let mut wrong = Vec::new();
    for (entry, (name, codes)) in TABLE.iter().zip(asked(&house)) {
        if codes != entry.codes {
            wrong.push(format!("{name}\n  table  {}\n  answer {codes}", entry.codes));
        }
    }
    assert!(wrong.is_empty(), "roles: {}\n{}", ROLES.join(" "), wrong.join("\n"));
    house.nothing_leaked();
}

#[test]
fn every_route_is_in_the_table() {
    let listed: BTreeSet<_> = TABLE.iter().map(|entry| (entry.route, entry.method)).collect();
    let mut missing = Vec::new();
    for (route, methods) in ROUTES {
        for method in methods.split(' ') {
            if !listed.contains(&(*route, method)) {
                missing.push(format!("{method} {route}"));
            }
        }
    }
    assert!(missing.is_empty(), "without an entry:\n{}", missing.join("\n"));
    let routes: BTreeMap<_, _> = ROUTES.iter().copied().collect();
    for entry in TABLE {
        let known =
            routes.get(entry.route).is_some_and(|methods| methods.split(' ').any(|it| it == entry.method));
        assert!(known, "{} {} is no route any more", entry.method, entry.route);
    }
}

#[test]
fn what_belongs_to_another_community_does_not_exist() {
    let house = House::new();
    let stranger = house.server.session("other_secretary");
    let none = "01900000-0000-7000-8000-0000000000ff";
    let mut compared = 0;
    for entry in TABLE {
        for mark in MARKS {
            if !entry.path.contains(mark) || entry.path.starts_with("/c/") || entry.path.starts_with("/api/")
            {
                continue;
            }
            let theirs = house.filled(entry.path);
            let id = house.filled(mark);
            let nothing = theirs.replace(&id, none);
            let ask = |path: &str| house.call(entry, path, Some(&stranger)).send(&house.server.base);
            let (there, nowhere) = (ask(&theirs), ask(&nothing));
            assert_eq!(there.status, nowhere.status, "{} {}", entry.method, entry.path);
            assert_eq!(there.status, 404, "{} {}", entry.method, entry.path);
            let bodies = [there, nowhere].map(|it| it.text().replace(&id, "").replace(none, ""));
            assert_eq!(bodies[0], bodies[1], "{} {}", entry.method, entry.path);
            compared += 1;
        }
    }
    assert!(compared > 10, "only {compared} addresses were compared");
}

#[test]
fn a_change_comes_from_a_page_of_this_site() {
    let house = House::new();
    let secretary = house.server.session("secretary");
    for entry in TABLE.iter().filter(|it| it.method == "POST" && !it.path.starts_with("/api/")) {
        let path = house.filled(entry.path);
        for foreign in [None, Some("https://elsewhere.example"), Some("null")] {
            let call = house.plain(entry, &path, Some(&secretary));
            let call = foreign.into_iter().fold(call, |call, origin| call.header("origin", origin));
            assert_eq!(house.server.send(call).status, 403, "{path} from {foreign:?}");
        }
        let call = house.plain(entry, &path, Some(&secretary)).header("origin", &house.server.base);
        assert_eq!(house.server.send(call.header("sec-fetch-site", "cross-site")).status, 403, "{path}");
    }
}

#[test]
fn a_form_needs_the_token_of_its_session() {
    let house = House::new();
    let mut secretary = house.server.session("secretary");
    secretary.csrf = "0".repeat(secretary.csrf.len());
    for entry in TABLE.iter().filter(|it| it.method == "POST" && it.signed) {
        let answer = house.server.send(house.call(entry, &house.filled(entry.path), Some(&secretary)));
        assert_eq!(answer.status, 403, "{} took a foreign token", entry.path);
    }
}

#[test]
fn a_field_that_nobody_knows_is_refused() {
    let house = House::new();
    let secretary = house.server.session("secretary");
    for entry in TABLE.iter().filter(|it| it.method == "POST" && !it.path.starts_with("/api/")) {
        let answer = house.server.send(house.with_more(entry, &secretary));
        let refused = matches!(answer.status, 400 | 404 | 422);
        assert!(refused, "{} took a field that nobody knows: {}", entry.path, answer.status);
    }
}

#[test]
fn the_host_of_a_header_is_not_believed() {
    let server = Server::start();
    let call = Call::get(&format!("/c/{COMMUNITY}")).header("x-forwarded-host", "elsewhere.example");
    let answer: Answer = server.send(call);
    assert_eq!(answer.status, 200);
    assert!(!answer.text().contains("elsewhere.example"));
    assert!(CANARIES.iter().all(|canary| !answer.text().contains(canary)));
}
