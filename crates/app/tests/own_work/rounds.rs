//! Hazard rounds.

use super::house::{House, on_both_engines, refusal};
use guanjia_app::Result;
use guanjia_app::own_work::{Found, NewFinding};
use guanjia_domain::Refusal;
use guanjia_domain::ids::{RequestId, RoundId};
use guanjia_domain::own_work::Hazard;
use guanjia_domain::request::Channel;
use uuid::Uuid;

fn finding(house: &House, n: u128, hazard: Hazard, unit: usize) -> NewFinding {
    NewFinding {
        id: RequestId(Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 + n)),
        estate: house.estates[0],
        hazard,
        building: Some(house.building),
        unit: Some(house.units[unit]),
        urgent: false,
        words: String::new(),
        photos: Vec::new(),
    }
}

fn find(house: &House, who: &str, round: RoundId, new: NewFinding) -> Result<Found> {
    house.app.find_hazard(&house.who(who), house.code, round, new)?.wait()
}

#[test]
fn a_finding_becomes_a_request_and_the_same_again_belongs_to_it() {
    on_both_engines(|house| {
        let [estate, other] = house.estates;
        let begin = |who: &str, estate| house.app.begin_round(&house.who(who), house.code, estate)?.wait();
        let round = begin("网格", estate).unwrap();
        assert_eq!(begin("网格", estate).unwrap(), round, "who has one open goes on with it");
        assert_eq!(refusal(begin("网格", other)), Refusal::Forbidden);
        let first = find(house, "网格", round, finding(house, 1, Hazard::Clutter, 0)).unwrap();
        assert!(!first.again);
        assert_eq!(find(house, "网格", round, finding(house, 1, Hazard::Clutter, 0)).unwrap(), first);
        let again = find(house, "网格", round, finding(house, 2, Hazard::Clutter, 0)).unwrap();
        assert_eq!(again, Found { request: first.request, again: true });
        let elsewhere = find(house, "网格", round, finding(house, 3, Hazard::Clutter, 1)).unwrap();
        let another = find(house, "网格", round, finding(house, 4, Hazard::Lamp, 0)).unwrap();
        assert!(!elsewhere.again && !another.again);
        let request = house.app.db.read(|tx| tx.request(house.code, first.request)).unwrap().unwrap();
        assert_eq!((request.channel, request.matter.as_deref()), (Channel::Patrol, Some("0404")));
        assert_eq!(request.joined, 0, "who goes round is no household");
        let sheet = house.app.db.read(|tx| house.app.round_sheet(tx, &house.who("甲某"), house.code, round));
        let sheet = sheet.unwrap();
        assert_eq!(sheet.findings.len(), 4);
        assert!(sheet.findings[3].place.contains("1号楼"));
        let end = |who: &str| house.app.end_round(&house.who(who), house.code, round).wait();
        assert_eq!(refusal(end("乙某")), Refusal::Forbidden);
        end("网格").unwrap();
        assert_eq!(refusal(end("网格")), Refusal::WorkEnded);
        let late = find(house, "网格", round, finding(house, 9, Hazard::Gas, 0));
        assert_eq!(refusal(late), Refusal::WorkEnded);
        assert_ne!(begin("网格", estate).unwrap(), round);
        house.holds_together();
    });
}

#[test]
fn a_place_of_another_estate_is_refused_and_leaves_nothing() {
    on_both_engines(|house| {
        let round = house.app.begin_round(&house.who("乙某"), house.code, house.estates[1]).unwrap();
        let round = round.wait().unwrap();
        let wrong = find(house, "乙某", round, finding(house, 1, Hazard::Gas, 0));
        assert!(matches!(refusal(wrong), Refusal::PlaceMismatch { .. }));
        let wrong = NewFinding { estate: house.estates[1], ..finding(house, 1, Hazard::Gas, 0) };
        assert!(matches!(refusal(find(house, "乙某", round, wrong)), Refusal::PlaceMismatch { .. }));
        let none = house.app.db.read(|tx| tx.newest(house.code, None, None, 9)).unwrap();
        assert!(none.is_empty());
        // Danger to life is said by the finder, and is told like any other.
        let outside =
            NewFinding { building: None, unit: None, urgent: true, ..finding(house, 2, Hazard::Wire, 0) };
        let outside = NewFinding { estate: house.estates[1], ..outside };
        let found = find(house, "乙某", round, outside).unwrap();
        let request = house.app.db.read(|tx| tx.request(house.code, found.request)).unwrap().unwrap();
        assert!(request.urgent);
        house.holds_together();
    });
}
