//! Common issues: the read tables follow the events, on both engines, through merging and rebuilding.

use crate::engines::on_both;
use crate::house::{ESTATE, MINUTE, START, code, file_one, found, request_id, secretary, sound};
use guanjia_domain::ids::IssueId;
use guanjia_domain::issue::{Issue, IssueCommand, IssueEvent, IssueState, decide, find};
use guanjia_domain::{Actor, Role};
use guanjia_store::verify::rebuild;
use guanjia_store::{Result, Tx};
use uuid::Uuid;

const FIRST: IssueId = IssueId(Uuid::from_u128(0x70));
const SECOND: IssueId = IssueId(Uuid::from_u128(0x71));

fn candidate(tx: &mut Tx, id: IssueId, members: &[u64]) -> Result<Issue> {
    let requests = members.iter().map(|n| request_id(*n)).collect();
    let found = find(ESTATE, Some("0101".into()), requests).unwrap();
    let program = Actor { role: Role::System, id: None };
    tx.record_issue(code(), id, None, (program, START), vec![found])
}

fn does(tx: &mut Tx, id: IssueId, command: &IssueCommand) -> Result<Issue> {
    let issue = tx.issue(code(), id)?.unwrap();
    let events: Vec<IssueEvent> = decide(&issue, command).unwrap();
    tx.record_issue(code(), id, Some(issue), (secretary(), START.plus(MINUTE)), events)
}

#[test]
fn members_are_found_by_issue_and_by_request() {
    on_both(|engine| {
        let db = engine.open();
        found(&db);
        for n in 0..6 {
            db.write(code(), move |tx| file_one(tx, code(), n, 1 + n)).wait().unwrap();
        }
        db.write(code(), |tx| {
            candidate(tx, FIRST, &[0, 1, 2])?;
            candidate(tx, SECOND, &[3, 4])?;
            does(tx, FIRST, &IssueCommand::TakeOut { request: request_id(2) })?;
            does(tx, FIRST, &IssueCommand::Confirm)
        })
        .wait()
        .unwrap();
        let open = db.read(|tx| tx.open_issues(code(), ESTATE)).unwrap();
        assert_eq!(
            open.iter().map(|it| (it.id, it.state)).collect::<Vec<_>>(),
            [(SECOND, IssueState::Candidate), (FIRST, IssueState::Confirmed)]
        );
        let of = |n| db.read(move |tx| tx.issue_of(code(), request_id(n))).unwrap();
        assert_eq!((of(0), of(2), of(3)), (Some(FIRST), None, Some(SECOND)));

        // The members change hands in one transaction, though each request has one issue only.
        db.write(code(), |tx| {
            does(tx, SECOND, &IssueCommand::Merge { into: FIRST })?;
            let requests = vec![request_id(3), request_id(4)];
            does(tx, FIRST, &IssueCommand::TakeIn { from: SECOND, requests })
        })
        .wait()
        .unwrap();
        assert_eq!(of(3), Some(FIRST));
        let members = db.read(|tx| tx.issue_requests(code(), FIRST)).unwrap();
        assert_eq!(members, [0, 1, 3, 4].map(request_id));
        assert_eq!(db.read(|tx| tx.all_issues(code(), ESTATE)).unwrap().len(), 2);
        let events = sound(&db);
        rebuild(&db).unwrap();
        assert_eq!((of(4), sound(&db)), (Some(FIRST), events));
        events
    });
}

#[test]
fn requests_are_compared_with_what_is_left_of_them() {
    on_both(|engine| {
        let db = engine.open();
        found(&db);
        for n in 0..3 {
            db.write(code(), move |tx| file_one(tx, code(), n, 1 + n)).wait().unwrap();
        }
        let recent = db.read(|tx| tx.recent_of_estate(code(), ESTATE, START, 2)).unwrap();
        assert_eq!(recent.iter().map(|it| it.request.id).collect::<Vec<_>>(), [2, 1].map(request_id));
        assert!(recent.iter().all(|it| it.text.is_none() && it.reporter.is_none()));
        let wanted = [request_id(1), request_id(9), request_id(0)];
        let each = db.read(move |tx| tx.comparable_each(code(), &wanted)).unwrap();
        assert_eq!(each.iter().map(|it| it.request.id).collect::<Vec<_>>(), [1, 0].map(request_id));
        assert_eq!(db.read(|tx| tx.reported_since(code(), START.plus(1))).unwrap().len(), 0);
        sound(&db)
    });
}
