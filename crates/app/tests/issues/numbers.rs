//! Numbers: what residents are told, what is unusual, and what an erasure leaves.

use crate::filled::code;
use crate::house::{HOUR, TREES, on_both_engines};
use guanjia_app::issue::{FEWEST_TOLD, Neighbours};
use guanjia_domain::issue::IssueCommand;
use guanjia_store::verify::rebuild;

#[test]
fn residents_hear_a_number_once_it_is_large_enough() {
    on_both_engines(|house| {
        let requests: Vec<_> = (1..)
            .zip(TREES)
            .map(|(n, text)| house.file(n, "和平苑", text, &format!("1380000001{n}")))
            .collect();
        house.tick();
        let issue = house.issues("和平苑")[0].id;
        let told = |at: usize| {
            house.app.db.read(|tx| {
                let request = tx.request(code(), requests[at])?.unwrap();
                house.app.neighbours(tx, code(), &request)
            })
        };
        assert_eq!(told(0).unwrap(), None, "nobody has confirmed it");
        house.decide(issue, IssueCommand::Confirm).unwrap();
        assert_eq!(told(0).unwrap(), Some(Neighbours { households: FEWEST_TOLD }));
        // One of them has everything erased: the others are too few to speak of, and nothing of theirs is left.
        house.app.erase_person(&house.secretary, code(), "13800000014", "本人要求").unwrap();
        assert_eq!(told(0).unwrap(), None);
        let sheet =
            house.app.db.read(|tx| house.app.issue_sheet(tx, &house.secretary, code(), issue)).unwrap();
        assert_eq!((sheet.line.households, sheet.line.requests, sheet.members.len()), (3, 3, 4));
        assert!(sheet.members[0].text.is_none());
        house.sound();
        rebuild(&house.app.db).unwrap();
        assert_eq!(house.issue(issue).members.len(), 4);
        house.sound();
    });
}

#[test]
fn six_households_where_hardly_anybody_reports_are_unusual() {
    on_both_engines(|house| {
        house.file(1, "和平苑", "楼道的灯不亮", "13800000111");
        house.clock.pass(120 * 24 * HOUR);
        let numbers = |house: &crate::house::House| {
            house.app.db.read(|tx| house.app.unusual_numbers(tx, &house.secretary, code())).unwrap()
        };
        assert!(numbers(house).found.is_empty());
        for n in 0..6 {
            let request = house.file(10 + n, "和平苑", "树枝挡住了窗户", &format!("1380000020{n}"));
            house.classify(request, "0301");
        }
        let found = numbers(house);
        assert!(found.enough && found.cells == 1, "{found:?}");
        let [cell] = &found.found[..] else { panic!("{found:?}") };
        assert_eq!((cell.households, cell.name.as_str(), cell.class.as_str()), (6, "和平苑", "03"));
        assert!(cell.once_in > 100 && cell.usual < 0.1, "{cell:?}");
        let below = [(code(), "示例社区".to_owned())];
        let weeks = house.app.db.read(|tx| house.app.street_weeks(tx, &house.secretary, &below)).unwrap();
        assert!(weeks.is_some_and(|it| it.ears.is_some() && it.farrington.is_none()), "{weeks:?}");
    });
}

#[test]
fn an_unsure_text_offers_three_matters_and_a_clear_one_offers_one() {
    on_both_engines(|house| {
        let offered =
            |text: &str| house.app.db.read(|tx| house.app.suggested_matters(tx, code(), text)).unwrap();
        assert_eq!(offered("12号楼门口的路灯坏了，晚上一片漆黑").len(), 1);
        assert_eq!(offered("。。。。").len(), 3);
        assert!(offered("灯").is_empty());
    });
}
