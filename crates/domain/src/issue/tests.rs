//! An issue through its life.

use super::*;
use crate::ids::{EstateId, IssueId, RequestId};
use crate::moment::Moment;
use crate::refusal::Refusal;
use uuid::Uuid;

fn request(n: u128) -> RequestId {
    RequestId(Uuid::from_u128(n))
}

fn candidate(members: &[u128]) -> Issue {
    let requests = members.iter().map(|n| request(*n)).collect();
    let found = find(EstateId(Uuid::from_u128(9)), Some("0101".into()), requests).unwrap();
    Issue::first(IssueId(Uuid::from_u128(1)), &found, Moment(1), false).unwrap()
}

fn does(issue: &mut Issue, command: &IssueCommand) -> usize {
    let events = decide(issue, command).unwrap();
    events.iter().for_each(|event| assert!(issue.apply(event, Moment(2))));
    events.len()
}

#[test]
fn what_a_person_took_out_is_never_gathered_again() {
    let mut issue = candidate(&[1, 2, 3]);
    does(&mut issue, &IssueCommand::TakeOut { request: request(3) });
    assert_eq!(does(&mut issue, &IssueCommand::Gather { requests: vec![request(3), request(1)] }), 0);
    assert_eq!(Pairs::of(&[issue.clone()]).apart, [(request(3), request(1)), (request(3), request(2))]);
    does(&mut issue, &IssueCommand::Add { request: request(3) });
    does(&mut issue, &IssueCommand::Confirm);
    let pairs = Pairs::of(&[issue]);
    assert!(pairs.apart.is_empty(), "who puts it back has answered what was said before");
    assert_eq!(pairs.together, [(request(1), request(2)), (request(1), request(3))]);
}

#[test]
fn a_candidate_of_one_is_none() {
    let mut issue = candidate(&[1, 2]);
    assert_eq!(does(&mut issue, &IssueCommand::TakeOut { request: request(2) }), 2);
    assert_eq!(issue.state, IssueState::Dismissed);
    assert_eq!(decide(&issue, &IssueCommand::Confirm), Err(Refusal::IssueEnded));
    assert_eq!(find(issue.estate, None, vec![request(1)]), Err(Refusal::LastMember));
    does(&mut issue, &IssueCommand::TakeBack);
    assert_eq!(issue.state, IssueState::Candidate);
}

#[test]
fn a_confirmed_issue_keeps_one_and_new_ones_wait_for_a_person() {
    let mut issue = candidate(&[1, 2]);
    does(&mut issue, &IssueCommand::Confirm);
    does(&mut issue, &IssueCommand::Gather { requests: vec![request(3)] });
    assert_eq!(issue.linked().collect::<Vec<_>>(), [request(1), request(2)]);
    does(&mut issue, &IssueCommand::Confirm);
    assert_eq!(issue.linked().count(), 3);
    does(&mut issue, &IssueCommand::TakeOut { request: request(1) });
    does(&mut issue, &IssueCommand::TakeOut { request: request(2) });
    let last = IssueCommand::TakeOut { request: request(3) };
    assert_eq!(decide(&issue, &last), Err(Refusal::LastMember));
}

#[test]
fn what_was_dismissed_is_apart_for_ever() {
    let mut issue = candidate(&[1, 2, 3]);
    does(&mut issue, &IssueCommand::Dismiss);
    assert_eq!(Pairs::of(&[issue]).apart.len(), 3);
}

#[test]
fn a_proposal_is_answered_once() {
    let mut issue = candidate(&[1, 2, 3, 4]);
    let other = Proposal::Merge(IssueId(Uuid::from_u128(2)));
    let split = Proposal::Split(vec![request(3), request(4)]);
    for proposal in [&other, &split] {
        assert_eq!(does(&mut issue, &IssueCommand::Propose(proposal.clone())), 1);
        assert_eq!(does(&mut issue, &IssueCommand::Propose(proposal.clone())), 0, "once is enough");
        does(&mut issue, &IssueCommand::Decline(proposal.clone()));
        assert_eq!(does(&mut issue, &IssueCommand::Propose(proposal.clone())), 0, "answered for ever");
    }
    let mut other = candidate(&[1, 2, 3, 4]);
    does(&mut other, &IssueCommand::Propose(split));
    does(&mut other, &IssueCommand::Split);
    assert_eq!((other.members.len(), other.proposals.len()), (2, 0));
}

#[test]
fn a_household_is_known_by_room_or_phone() {
    let voice = |room: Option<u128>, phone: &str| Voice {
        room,
        phone: Some(phone.as_bytes().to_vec()).filter(|it| !it.is_empty()),
    };
    let voices =
        [voice(Some(1), "a"), voice(Some(2), "b"), voice(None, "a"), voice(None, ""), voice(Some(2), "a")];
    assert_eq!(households(&voices), [0, 0, 0, 1, 0], "the last one joins both");
    assert_eq!(households(&[voice(None, ""), voice(None, "")]), [0, 1]);
}
