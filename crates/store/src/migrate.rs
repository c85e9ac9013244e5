//! Migrations: one numbered set of statements for both engines, embedded and known by hash.

use crate::engine::{Connection, Tx, dialect, statistics};
use crate::error::{Result, StoreError};
use crate::tables::rows_of;
use crate::values;
use guanjia_domain::Subject;
use guanjia_domain::ids::GridId;
use sha2::{Digest, Sha256};

/// A step of the schema.
struct Migration {
    number: i64,
    name: &'static str,
    sql: &'static str,
}

/// Every step, in order. A step that was released is never edited: the next one mends it.
const MIGRATIONS: &[Migration] = &[
    Migration { number: 1, name: "house", sql: include_str!("../migrations/0001_house.sql") },
    Migration { number: 2, name: "known state", sql: include_str!("../migrations/0002_known_state.sql") },
    Migration { number: 3, name: "known work", sql: include_str!("../migrations/0003_known_work.sql") },
    Migration { number: 4, name: "cards", sql: include_str!("../migrations/0004_cards.sql") },
    Migration { number: 5, name: "own work", sql: include_str!("../migrations/0005_own_work.sql") },
    Migration { number: 6, name: "accounts", sql: include_str!("../migrations/0006_accounts.sql") },
    Migration { number: 7, name: "partitions", sql: include_str!("../migrations/0007_partitions.sql") },
    Migration { number: 8, name: "allocations", sql: include_str!("../migrations/0008_allocations.sql") },
    Migration { number: 9, name: "grid designs", sql: include_str!("../migrations/0009_grid_designs.sql") },
    Migration { number: 10, name: "issues", sql: include_str!("../migrations/0010_issues.sql") },
    Migration { number: 11, name: "surveys", sql: include_str!("../migrations/0011_surveys.sql") },
    Migration { number: 12, name: "projects", sql: include_str!("../migrations/0012_projects.sql") },
    Migration { number: 13, name: "held notices", sql: include_str!("../migrations/0013_held_notices.sql") },
    Migration { number: 14, name: "calls", sql: include_str!("../migrations/0014_calls.sql") },
    Migration { number: 15, name: "numbers", sql: include_str!("../migrations/0015_numbers.sql") },
    Migration { number: 16, name: "reports", sql: include_str!("../migrations/0016_reports.sql") },
    Migration { number: 17, name: "life of", sql: include_str!("../migrations/0017_life_of.sql") },
    Migration { number: 19, name: "first limits", sql: include_str!("../migrations/0019_first_limits.sql") },
];

/// The step that makes the tables of grids anew.
const GRIDS_ANEW: i64 = 7;
/// The steps that show requests anew: they give them their line of life, say of which version it is, and keep their
/// first limit.
const REQUESTS_ANEW: [i64; 3] = [15, 17, 19];

const BOOK: &str = "CREATE TABLE IF NOT EXISTS schema_migration (
    number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, hash BYTEA NOT NULL)";

/// Runs what has not been run yet, each step in a transaction.
///
/// # Errors
/// [`StoreError::Schema`] when the database is newer than the program or was made by other steps.
pub(crate) fn bring_up_to_date(connection: &mut Connection) -> Result<()> {
    connection.begin(true)?;
    if matches!(connection, Connection::Postgres(_)) {
        // Two servers that start together must not build the same table twice.
        connection.batch("SELECT pg_advisory_xact_lock(719140109)")?;
    }
    connection.batch(BOOK)?;
    let outcome = run_missing(connection);
    if outcome.is_ok() {
        connection.commit()?;
    } else {
        connection.rollback()?;
    }
    outcome
}

fn run_missing(connection: &mut Connection) -> Result<()> {
    let done = Tx::new(connection).query(
        "SELECT number, name, hash FROM schema_migration ORDER BY number",
        &[],
        |row| Ok((row.get::<i64>(0)?, row.get::<String>(1)?, row.get::<Vec<u8>>(2)?)),
    )?;
    let latest = MIGRATIONS.last().map_or(0, |migration| migration.number);
    if let Some((number, name, _)) = done.iter().find(|(number, ..)| *number > latest) {
        return Err(StoreError::Schema(format!(
            "the database was made by a newer version (step {number}, {name}): use that version or a backup made before"
        )));
    }
    let (mut grids_anew, mut requests_anew) = (false, false);
    for migration in MIGRATIONS {
        let hash = Sha256::digest(migration.sql).to_vec();
        match done.iter().find(|(number, ..)| *number == migration.number) {
            Some((_, _, known)) if *known == hash => {}
            Some(_) => {
                return Err(StoreError::Schema(format!(
                    "step {} ({}) of the database differs from this version's: it was made by a version that was never released",
                    migration.number, migration.name
                )));
            }
            None => {
                run(connection, migration, hash)?;
                grids_anew |= migration.number == GRIDS_ANEW;
                requests_anew |= REQUESTS_ANEW.contains(&migration.number);
            }
        }
    }
    if grids_anew {
        fill_grids(&mut Tx::new(connection))?;
    }
    if requests_anew { fill_requests(&mut Tx::new(connection)) } else { Ok(()) }
}

fn run(connection: &mut Connection, migration: &Migration, hash: Vec<u8>) -> Result<()> {
    let sql = match connection {
        Connection::Sqlite(_) => dialect::migration_for_sqlite(migration.sql),
        Connection::Postgres(_) => migration.sql.to_owned(),
    };
    connection.batch(&sql)?;
    if let Connection::Sqlite(sqlite) = connection {
        statistics::tell(sqlite)?;
    }
    Tx::new(connection).execute(
        "INSERT INTO schema_migration (number, name, hash) VALUES (?1, ?2, ?3)",
        values![migration.number, migration.name, hash],
    )?;
    Ok(())
}

/// Writes the rows of every grid, as the ledger tells of it. Runs after the last step, when all tables are as this
/// program knows them.
fn fill_grids(tx: &mut Tx) -> Result<()> {
    for (community, _) in tx.communities()? {
        let grids = "SELECT DISTINCT subject_id FROM event WHERE community_id = ?1 AND subject_kind = 'grid'";
        let grids = tx.query(grids, values![community], |row| Ok(GridId(row.get(0)?)))?;
        for grid in grids {
            if let Some(entity) = tx.entity(community, Subject::Grid(grid))? {
                tx.show(community, &[], &rows_of(&entity)?)?;
            }
        }
    }
    // The last statement waits for those before it.
    tx.execute("UPDATE schema_migration SET number = number WHERE number = ?1", values![GRIDS_ANEW])?;
    Ok(())
}

/// Writes the row of every request anew, as the ledger tells of it. Runs after the last step, too.
fn fill_requests(tx: &mut Tx) -> Result<()> {
    for (community, _) in tx.communities()? {
        tx.requests_anew(community)?;
    }
    // The last statement waits for those before it.
    tx.execute("UPDATE schema_migration SET number = number WHERE number = ?1", values![REQUESTS_ANEW[0]])?;
    Ok(())
}
