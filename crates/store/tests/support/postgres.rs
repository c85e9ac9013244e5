//! A fresh PostgreSQL database for a test, on the server that `GUANJIA_TEST_POSTGRES` names.
//!
//! `./test` starts such a server and sets the variable. Without it the PostgreSQL half of a test does not run and says
//! so on standard error, past the capture of the test harness, so that nobody takes half a run for a whole one.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::io::Write;
use std::ops::Deref;
use std::sync::Once;
use std::{env, fmt, io, thread};

use tokio_postgres::NoTls;

/// Address of the server, with a user who may create databases: `postgres://user:password@host:port/postgres`.
const VARIABLE: &str = "GUANJIA_TEST_POSTGRES";

/// The address of a database that belongs to one test. Reads as a `str`; dropping it drops the database, whoever is
/// still connected.
pub struct DatabaseUrl {
    url: String,
    server: String,
    name: String,
}

/// A new, empty database, or nothing when there is no server to make it on.
///
/// # Panics
/// When the variable is set and the server does not answer.
#[expect(clippy::panic, reason = "a test that was meant to run must not pass silently")]
pub fn database_url() -> Option<DatabaseUrl> {
    let Ok(server) = env::var(VARIABLE) else {
        say_once_that_it_does_not_run();
        return None;
    };
    let name = format!("guanjia_test_{:016x}", RandomState::new().build_hasher().finish());
    execute(&server, &format!("CREATE DATABASE {name}"))
        .unwrap_or_else(|problem| panic!("{VARIABLE} is set, but no database can be made there: {problem}"));
    Some(DatabaseUrl { url: with_database(&server, &name), server, name })
}

impl Deref for DatabaseUrl {
    type Target = str;

    fn deref(&self) -> &str {
        &self.url
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.url)
    }
}

impl Drop for DatabaseUrl {
    fn drop(&mut self) {
        // The server is thrown away after the tests; a database left on it hurts nobody.
        let _ = execute(&self.server, &format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
    }
}

/// Replaces the database in an address, keeping what follows a question mark.
fn with_database(server: &str, name: &str) -> String {
    let (address, options) =
        server.split_once('?').map_or((server, None), |(left, right)| (left, Some(right)));
    let base = match address.rsplit_once('/') {
        Some((base, _)) if !base.ends_with('/') => base,
        _ => address,
    };
    options.map_or_else(|| format!("{base}/{name}"), |options| format!("{base}/{name}?{options}"))
}

/// One statement on its own connection, in a thread of its own: the caller may itself be inside a runtime.
fn execute(server: &str, statement: &str) -> Result<(), String> {
    thread::scope(|scope| {
        let work = scope.spawn(|| {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .map_err(|problem| problem.to_string())?;
            runtime.block_on(async {
                let (client, connection) =
                    tokio_postgres::connect(server, NoTls).await.map_err(|problem| problem.to_string())?;
                let driver = tokio::spawn(connection);
                let outcome = client.batch_execute(statement).await.map_err(|problem| problem.to_string());
                drop(client);
                let _ = driver.await;
                outcome
            })
        });
        work.join().unwrap_or_else(|_| Err("the connection panicked".to_owned()))
    })
}

fn say_once_that_it_does_not_run() {
    static SAID: Once = Once::new();
    SAID.call_once(|| {
        let _ = writeln!(io::stderr(), "PostgreSQL part not run: {VARIABLE} is not set");
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_database_is_replaced_in_an_address() {
        let server = "postgres://u:p@127.0.0.1:5432";
        assert_eq!(with_database(&format!("{server}/postgres"), "x"), format!("{server}/x"));
        assert_eq!(with_database(server, "x"), format!("{server}/x"));
        assert_eq!(
            with_database(&format!("{server}/a?sslmode=disable"), "x"),
            format!("{server}/x?sslmode=disable")
        );
    }

    #[test]
    fn a_database_is_there_for_its_test_and_gone_after() {
        let Some(url) = database_url() else { return };
        execute(&url, "CREATE TABLE proof (id bigint)").unwrap();
        let gone = url.to_string();
        drop(url);
        assert!(execute(&gone, "SELECT 1").is_err());
    }
}
