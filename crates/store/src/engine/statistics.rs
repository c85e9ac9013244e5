//! What SQLite's planner is told about the tables.
//!
//! Without statistics the planner takes a primary key that gives the wanted order over an index that gives the wanted
//! rows, and walks through a whole community. `ANALYZE` on a young database would measure nothing. So it is told once,
//! when the tables are made, how a community looks after ten years (see `sqlite_stat1` in SQLite's file format: rows,
//! then rows for each value of one, two, … columns of the index).

use super::sqlite::Sqlite;
use crate::error::Result;

/// Table, index, statistics.
const EXPECTED: &[(&str, &str, &str)] = &[
    ("event", "event", "600000 600000 1"),
    ("event", "event_of_subject", "600000 600000 6 1"),
    ("estate", "estate", "15 15 1"),
    ("estate", "estate_name", "15 15 1"),
    ("building", "building", "120 120 1"),
    ("building", "building_name", "120 120 9 1"),
    ("unit", "unit", "500 500 1"),
    ("unit", "unit_name", "500 500 4 1"),
    ("room", "room", "8000 8000 1"),
    ("room", "room_name", "8000 8000 16 1"),
    ("grid", "grid", "20 20 1"),
    ("grid", "grid_name", "20 20 1"),
    ("grid_drawing", "grid_drawing", "100 100 5 1"),
    ("building_move", "building_move", "10 10 1 1"),
    ("hand_over", "hand_over", "100 100 1"),
    ("survey", "survey", "40 40 1"),
    ("survey", "survey_of_issue", "40 40 2 1"),
    ("survey_door", "survey_door", "20000 20000 500 1"),
    ("survey_door", "survey_door_of_room", "20000 20000 3"),
    ("claim", "claim", "60 60 4 1"),
    ("resident", "resident", "14000 14000 1"),
    ("resident", "resident_of_room", "14000 14000 2 1"),
    ("request", "request", "100000 100000 1"),
    ("request", "request_number", "100000 100000 1"),
    ("request", "request_board", "2000 2000 150 1 1 1"),
    ("request", "request_of_estate", "100000 100000 8000 1"),
    ("request", "request_of_day", "100000 100000 1 1 1 1 1 1"),
    ("request", "request_behind", "1 1 1"),
    ("request", "request_of_handler", "800 800 20 1 1"),
    ("request", "request_of_asked", "400 400 10 1 1"),
    ("vault", "vault", "400000 400000 4 3 1"),
    ("search_entry", "search_entry", "100000 100000 1"),
    ("contact", "contact", "150000 150000 2 2 1"),
    ("contact", "contact_of_owner", "150000 150000 2 1 1"),
    ("photo", "photo", "50000 50000 2 1"),
    ("common_issue", "common_issue", "2000 2000 1"),
    ("common_issue", "common_issue_of_estate", "2000 2000 150 15 1"),
    ("issue_member", "issue_member", "6000 6000 12 1"),
    ("issue_member", "issue_of_request", "6000 6000 1"),
    ("session", "session", "100 100 1"),
    ("session", "session_of_holder", "100 100 2 1"),
    ("link", "link", "20000 20000 1"),
    ("link", "link_of_subject", "20000 20000 1 1"),
    ("timer", "timer", "4000 4000 1 1 1"),
    ("notice", "notice", "300000 300000 5000 1"),
    ("audit", "audit", "50000 50000 1"),
];

/// Tells the planner. Connections that are opened later know it too.
///
/// # Errors
/// What SQLite says.
pub(crate) fn tell(sqlite: &Sqlite) -> Result<()> {
    sqlite.batch("ANALYZE; DELETE FROM sqlite_stat1;")?;
    for (table, index, rows) in EXPECTED {
        sqlite.execute(
            "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?1, ?2, ?3)",
            crate::values![*table, *index, *rows],
        )?;
    }
    sqlite.batch("ANALYZE sqlite_schema")
}
