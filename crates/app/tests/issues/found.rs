//! What the program finds by itself.

use crate::filled::code;
use crate::house::{TREES, on_both_engines};
use guanjia_domain::issue::{IssueCommand, IssueState};

#[test]
fn neighbours_make_a_candidate_and_another_estate_stays_out() {
    on_both_engines(|house| {
        let first = house.file(1, "和平苑", TREES[0], "13800000011");
        let copied = house.file(2, "柳巷里", TREES[0], "13800000012");
        house.file(3, "和平苑", "想咨询一下生育登记需要带什么材料", "13800000013");
        house.tick();
        assert!(house.issues("和平苑").is_empty(), "one is not common");
        let second = house.file(4, "和平苑", TREES[1], "13800000014");
        house.tick();
        let [issue] = &house.issues("和平苑")[..] else { panic!("{:?}", house.issues("和平苑")) };
        assert_eq!(
            (issue.state, issue.requests().collect::<Vec<_>>()),
            (IssueState::Candidate, vec![first, second])
        );
        assert!(house.issues("柳巷里").is_empty() && !issue.has(copied));
        // The next one joins the same candidate.
        let third = house.file(5, "和平苑", TREES[2], "13800000015");
        house.tick();
        assert!(house.issue(issue.id).has(third));
        let lines = house.app.db.read(|tx| house.app.kept_issues(tx, &house.secretary, code())).unwrap();
        assert_eq!((lines[0].households, lines[0].requests), (3, 3));
        let events =
            house.app.db.read(|tx| tx.entity(code(), guanjia_domain::Subject::Issue(issue.id))).unwrap();
        assert!(events.is_some());
        house.sound();
    });
}

#[test]
fn one_household_that_writes_twice_is_no_common_issue() {
    on_both_engines(|house| {
        house.file(1, "和平苑", TREES[0], "13800000011");
        house.file(2, "和平苑", TREES[1], "13800000011");
        house.tick();
        assert!(house.issues("和平苑").is_empty());
    });
}

#[test]
fn the_page_says_why_and_marks_what_is_shared() {
    on_both_engines(|house| {
        for (n, text) in (1..).zip(TREES) {
            house.file(n, "和平苑", text, &format!("1380000001{n}"));
        }
        house.tick();
        let issue = house.issues("和平苑")[0].id;
        let sheet =
            house.app.db.read(|tx| house.app.issue_sheet(tx, &house.secretary, code(), issue)).unwrap();
        assert!(sheet.phrases.iter().any(|it| it.contains("大树太密")), "{:?}", sheet.phrases);
        assert_eq!((sheet.days, sheet.line.households, sheet.members.len()), (1, 4, 4));
        assert!(sheet.weakest.is_some());
        for member in &sheet.members {
            let text = member.text.as_ref().unwrap();
            assert!(text.iter().any(|(mark, piece)| *mark && piece.contains("大树太密")), "{text:?}");
        }
    });
}

#[test]
fn the_night_proposes_and_regroups_nothing() {
    on_both_engines(|house| {
        for (n, text) in (1..).zip(TREES) {
            house.file(n, "和平苑", text, &format!("1380000001{n}"));
        }
        let stranger = house.file(9, "和平苑", "12号楼单元门口没有灯，晚上看不见台阶", "13800000019");
        house.tick();
        let issue = house.issues("和平苑")[0].clone();
        // Somebody put a stranger in, and took it back to what the program may propose.
        house.decide(issue.id, IssueCommand::Add { request: stranger }).unwrap();
        house.decide(issue.id, IssueCommand::Confirm).unwrap();
        house.decide(issue.id, IssueCommand::TakeBack).unwrap();
        house.night();
        let after = house.issue(issue.id);
        assert!(after.has(stranger), "nothing is regrouped silently");
        assert_eq!(after.proposals, [guanjia_domain::issue::Proposal::Split(vec![stranger])]);
        let parted = house.decide(issue.id, IssueCommand::Split).unwrap();
        assert!(!parted.has(stranger) && parted.proposals.is_empty());
        house.night();
        house.tick();
        assert!(!house.issue(issue.id).has(stranger));
        house.sound();
    });
}
