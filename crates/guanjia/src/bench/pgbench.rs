//! PostgreSQL's own figure: pgbench with one statement that writes a request and its event.

use std::path::Path;
use std::process::Command;

const TABLES: &str = include_str!("pgbench_tables.pgb");
const TWO_TABLES: &str = include_str!("pgbench_filing.pgb");
/// How long it runs, in seconds.
const SECONDS: &str = "10";

/// Transactions in a second at `clients`, or why there is no figure.
pub fn two_tables(database: &str, folder: &Path, clients: usize) -> Result<f64, String> {
    let (tables, filing) = (folder.join("tables.pgb"), folder.join("filing.pgb"));
    for (path, text) in [(&tables, TABLES), (&filing, TWO_TABLES)] {
        std::fs::write(path, text).map_err(|error| error.to_string())?;
    }
    let clients = clients.to_string();
    run(database, &tables, &["-c", "1", "-t", "1"])?;
    let said = run(database, &filing, &["-M", "prepared", "-c", &clients, "-j", "2", "-T", SECONDS])?;
    rate(&said).ok_or_else(|| "pgbench printed no rate".to_owned())
}

fn run(database: &str, script: &Path, arguments: &[&str]) -> Result<String, String> {
    let done = Command::new("pgbench").arg("-n").args(arguments).arg("-f").arg(script).arg(database).output();
    let done = done.map_err(|error| format!("pgbench: {error}"))?;
    if done.status.success() {
        return Ok(String::from_utf8_lossy(&done.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&done.stderr);
    Err(format!("pgbench: {}", said.lines().last().unwrap_or_default()))
}

fn rate(said: &str) -> Option<f64> {
    said.lines().find_map(|line| line.strip_prefix("tps = ")?.split_whitespace().next()?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::rate;

    #[test]
    fn the_rate_is_read() {
        let said = "latency average = 4.1 ms\ntps = 15482.903713 (without initial connection time)\n";
        assert_eq!(rate(said), Some(15_482.903_713));
        assert_eq!(rate("nothing"), None);
    }
}
