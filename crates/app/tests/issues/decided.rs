//! What people decide.

use crate::filled::code;
use crate::house::{House, TREES, on_both_engines};
use guanjia_domain::ids::{IssueId, RequestId};
use guanjia_domain::issue::{IssueCommand, IssueState};
use guanjia_domain::permission::Principal;
use guanjia_domain::{Refusal, Role};
use uuid::Uuid;

/// A candidate of four.
fn trees(house: &House) -> (IssueId, Vec<RequestId>) {
    let file = |(n, text)| house.file(n, "和平苑", text, &format!("1380000001{n}"));
    let requests = (1..).zip(TREES).map(file).collect();
    house.tick();
    (house.issues("和平苑")[0].id, requests)
}

fn linked(house: &House, request: RequestId) -> Option<IssueId> {
    house.app.db.read(|tx| tx.request(code(), request)).unwrap().unwrap().issue
}

#[test]
fn what_was_taken_out_stays_out_whatever_comes() {
    on_both_engines(|house| {
        let (issue, requests) = trees(house);
        house.decide(issue, IssueCommand::TakeOut { request: requests[3] }).unwrap();
        house.decide(issue, IssueCommand::Confirm).unwrap();
        assert_eq!([linked(house, requests[0]), linked(house, requests[3])], [Some(issue), None]);
        let more = house.file(8, "和平苑", TREES[0], "13800000018");
        house.tick();
        house.night();
        let now = house.issue(issue);
        assert!(now.has(more) && !now.has(requests[3]), "{now:?}");
        assert_eq!(linked(house, more), None, "a person has not looked at it yet");
        house.decide(issue, IssueCommand::Confirm).unwrap();
        assert_eq!(linked(house, more), Some(issue));
        // The person who was mistaken puts it back.
        house.decide(issue, IssueCommand::Add { request: requests[3] }).unwrap();
        assert_eq!(linked(house, requests[3]), Some(issue));
        house.sound();
    });
}

#[test]
fn what_was_dismissed_does_not_come_back() {
    on_both_engines(|house| {
        let (issue, requests) = trees(house);
        house.decide(issue, IssueCommand::Dismiss).unwrap();
        house.file(8, "和平苑", "物业公司的电话没有人接", "13800000018");
        house.tick();
        house.night();
        let again = |it: &guanjia_domain::issue::Issue| requests.iter().filter(|id| it.has(**id)).count() > 1;
        assert!(!house.issues("和平苑").iter().any(again));
        house.decide(issue, IssueCommand::TakeBack).unwrap();
        assert_eq!(house.issue(issue).state, IssueState::Candidate);
        house.sound();
    });
}

#[test]
fn two_become_one_and_a_request_is_in_one_only() {
    on_both_engines(|house| {
        let (issue, requests) = trees(house);
        let lamps: Vec<_> = (5..)
            .zip(["12号楼单元门口没有灯，晚上看不见台阶，老人差点摔倒", "单元门口没有灯，晚上看不见台阶"])
            .map(|(n, text)| house.file(n, "和平苑", text, &format!("1380000002{n}")))
            .collect();
        house.tick();
        let other = house.issues("和平苑").iter().find(|it| it.id != issue).unwrap().id;
        let taken = house.decide(other, IssueCommand::Add { request: requests[0] });
        assert_eq!(taken, Err(Refusal::InAnotherIssue { issue }));
        house.decide(other, IssueCommand::Confirm).unwrap();
        let merged = house.decide(other, IssueCommand::Merge { into: issue }).unwrap();
        assert_eq!((merged.id, merged.state, merged.members.len()), (issue, IssueState::Confirmed, 6));
        assert_eq!([linked(house, lamps[0]), linked(house, requests[0])], [Some(issue), Some(issue)]);
        assert_eq!(house.decide(other, IssueCommand::Confirm), Err(Refusal::IssueEnded));
        house.sound();
    });
}

#[test]
fn who_was_slower_is_told_and_strangers_find_nothing() {
    on_both_engines(|house| {
        let (issue, requests) = trees(house);
        let seen = house.issue(issue).version;
        house.decide_seen(issue, seen, IssueCommand::TakeOut { request: requests[0] }).unwrap();
        let late = house.decide_seen(issue, seen, IssueCommand::Confirm);
        assert_eq!(late, Err(Refusal::IssueChanged));
        let foreign = house.file(8, "柳巷里", TREES[0], "13800000018");
        assert!(matches!(
            house.decide(issue, IssueCommand::Add { request: foreign }),
            Err(Refusal::NotAChoice { field: "request", .. })
        ));
        let program = IssueCommand::Gather { requests: vec![requests[0]] };
        assert_eq!(house.decide(issue, program), Err(Refusal::Forbidden));
        for (role, refusal) in [(Role::Officer, Refusal::Forbidden), (Role::Organisation, Refusal::NotFound)]
        {
            let who = Principal::plain(role, code(), Some(Uuid::from_u128(99)));
            let sheet = house.app.db.read(|tx| house.app.issue_sheet(tx, &who, code(), issue));
            assert!(matches!(sheet, Err(guanjia_app::AppError::Refused(it)) if it == refusal));
        }
    });
}
