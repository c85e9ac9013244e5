//! The communities of a street, on both engines: added by its administrator, seen by the street office, by nobody else.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

#[path = "support/filled.rs"]
mod filled;
#[path = "../../store/tests/support/postgres.rs"]
mod postgres;

use filled::filled;
use guanjia_app::place::NewCommunity;
use guanjia_app::{App, AppError, HandClock};
use guanjia_domain::permission::Principal;
use guanjia_domain::{Actor, CommunityCode, Moment, Refusal, Role};
use std::sync::Arc;

const NOW: Moment = Moment(1_795_233_600_000);

fn at(code: &str, role: Role) -> Principal {
    Principal::plain(role, code.parse::<CommunityCode>().unwrap(), None)
}

fn street_adds_communities(database: Option<&str>) {
    let folder = tempfile::tempdir().unwrap();
    let app = filled(folder.path(), database, Arc::new(HandClock::at(NOW)), &[]);
    let street = NewCommunity {
        code: "140109013".parse().unwrap(),
        name: "长风西街街道".to_owned(),
        full_name: "山西省太原市万柏林区长风西街街道".to_owned(),
        street: None,
        supervision: String::new(),
        emergency: Vec::new(),
    };
    app.found_community(Actor::SYSTEM, street).wait().unwrap();
    let admin = at("140109013", Role::SystemAdministrator);
    assert!(App::founds_communities(&admin));
    for role in [Role::SystemAdministrator, Role::Secretary] {
        assert!(!App::founds_communities(&at("140109013001", role)), "{role:?}");
    }

    let (name, link) = app.found_below(&admin, "140109013001").unwrap();
    assert_eq!((name.as_str(), link.community.as_str()), ("晋祠路社区", "140109013001"));
    let invited = app.db.read(|tx| app.welcome(tx, link.community, &link.secret)).unwrap();
    assert!(!invited.person.name.is_empty(), "somebody can sign in there by the link");

    let refused = |who: &Principal, division: &str| match app.found_below(who, division) {
        Err(AppError::Refused(refusal)) => refusal,
        other => unreachable!("{other:?}"),
    };
    assert!(matches!(refused(&admin, "140109013001"), Refusal::NameTaken { .. }), "it is there already");
    assert!(matches!(refused(&admin, "140109012001"), Refusal::NotAChoice { .. }), "another street's");
    assert!(matches!(refused(&admin, "没有这个社区"), Refusal::NotAChoice { .. }));
    let office = at("140109013", Role::StreetOffice);
    assert_eq!(refused(&office, "140109013002"), Refusal::NotFound, "the street office looks, and adds none");

    let sheets = |who: &Principal| app.db.read(|tx| app.community_sheets(tx, who));
    let seen = sheets(&office).unwrap();
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0].estates.as_ref().map(Vec::len), Some(0));
    assert!(sheets(&admin).unwrap()[0].estates.is_none(), "who adds communities does not look into them");
    assert!(sheets(&at("140109013", Role::DistrictBureau)).is_err());
    assert!(sheets(&at("140109012", Role::StreetOffice)).unwrap().is_empty(), "another street has none here");
}

#[test]
fn a_street_adds_communities_and_sees_who_looks_after_what() {
    street_adds_communities(None);
    if let Some(database) = postgres::database_url() {
        street_adds_communities(Some(&database));
    }
}
