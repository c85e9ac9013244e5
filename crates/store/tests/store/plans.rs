//! The questions that pages ask all day walk along an index, not through a community.

use guanjia_store::{Db, Location};

/// A question as `crates/store/src` asks it, and the index that answers it.
const QUESTIONS: &[(&str, &str)] = &[
    (
        "SELECT seq FROM event WHERE community_id = ?1 AND subject_id = ?2 AND subject_kind = ?3 ORDER BY seq",
        "event_of_subject",
    ),
    (
        "SELECT 1 FROM request WHERE community_id = ?1 AND estate_id = ?2 AND is_open = 1 LIMIT 100",
        "request_board",
    ),
    (
        "SELECT id FROM request WHERE community_id = ?1 AND estate_id = ?2 AND is_open = 1 ORDER BY due_at, id LIMIT 50",
        "request_board",
    ),
    (
        "SELECT id FROM request WHERE community_id = ?1 AND estate_id = ?2 AND id < ?3 ORDER BY id DESC LIMIT 50",
        "request_of_estate",
    ),
    (
        "SELECT reported_at, id, estate_id, building_id, unit_id, life FROM request WHERE community_id = ?1
         AND reported_at >= ?2 AND reported_at < ?3 ORDER BY reported_at, id",
        "COVERING INDEX request_of_day",
    ),
    (
        "SELECT id FROM request WHERE community_id = ?1 AND life_of <> version ORDER BY id LIMIT ?2",
        "request_behind",
    ),
    ("SELECT life FROM request WHERE community_id = ?1 AND is_open = 1", "request_board"),
    ("SELECT id FROM request WHERE community_id = ?1 AND number = ?2", "request_number"),
    ("SELECT name FROM room WHERE community_id = ?1 AND unit_id = ?2 ORDER BY place", "room_name"),
    (
        "SELECT body FROM common_issue WHERE community_id = ?1 AND estate_id = ?2 AND is_living = 1",
        "common_issue_of_estate",
    ),
    ("SELECT issue_id FROM issue_member WHERE community_id = ?1 AND request_id = ?2", "issue_of_request"),
    ("SELECT file_id FROM photo WHERE community_id = ?1 AND request_id = ?2 ORDER BY n", "PRIMARY KEY"),
    (
        "SELECT id FROM notice WHERE community_id = ?1 AND recipient = ?2 ORDER BY id DESC LIMIT 50",
        "PRIMARY KEY",
    ),
];

#[test]
fn every_question_finds_its_index() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("guanjia.db");
    drop(Db::open(Location::File(file.clone())).unwrap());
    let database = rusqlite::Connection::open(file).unwrap();
    for (question, index) in QUESTIONS {
        let mut plan = database.prepare(&format!("EXPLAIN QUERY PLAN {question}")).unwrap();
        // Values that are not bound are NULL: the plan does not depend on them.
        let mut rows = plan.raw_query();
        let step: String = rows.next().unwrap().unwrap().get(3).unwrap();
        assert!(step.starts_with("SEARCH") && step.contains(index), "{question}\n{step}");
    }
}
