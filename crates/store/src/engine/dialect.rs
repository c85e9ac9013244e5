//! Everything in which the two engines differ. The list is short on purpose: a statement that needs more is
//! written differently.

/// `?1` as PostgreSQL numbers it: `$1`. Question marks inside quotes do not occur in our statements.
#[must_use]
pub fn for_postgres(sql: &str) -> String {
    sql.replace('?', "$")
}

/// Tables marked `/*clustered*/` are stored in the order of their key: SQLite keeps them without a row id.
#[must_use]
pub fn migration_for_sqlite(sql: &str) -> String {
    sql.replace("/*clustered*/", "WITHOUT ROWID")
}

/// The statement that reads the head of a book and, on PostgreSQL, keeps other servers from it until the commit.
#[must_use]
pub const fn read_head(postgres: bool) -> &'static str {
    if postgres {
        "SELECT seq, hash, requests, house, work FROM chain_head WHERE community_id = ?1 AND book = ?2 FOR UPDATE"
    } else {
        "SELECT seq, hash, requests, house, work FROM chain_head WHERE community_id = ?1 AND book = ?2"
    }
}
