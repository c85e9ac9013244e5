//! A server of its own for each test. The demo is made once in a run and copied: a test may change it as it likes.

use super::http::Call;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use tempfile::TempDir;

/// The reference community.
pub const COMMUNITY: &str = "140109013001";
/// How many roles the demo prints links for.
const ROLES: usize = 13;

/// A server with the demo, which ends with the value.
pub struct Server {
    pub(super) process: Child,
    /// Where it answers.
    pub base: String,
    /// One-click links by role.
    pub(super) links: BTreeMap<String, String>,
    folder: TempDir,
}

/// A session: its cookie, and the token of its forms.
#[derive(Clone)]
pub struct Session {
    pub cookie: String,
    pub csrf: String,
}

/// The program under test.
pub fn program() -> PathBuf {
    std::env::var_os("GUANJIA_BIN")
        .map_or_else(|| PathBuf::from(env!("CARGO_BIN_EXE_guanjia")), PathBuf::from)
}

/// The folder of a demo that is whole and that nobody works in.
fn made() -> &'static Path {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    MADE.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(concat!(env!("CARGO_CRATE_NAME"), "-demo"));
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        let (mut process, _, _) = started(&folder, &folder.with_extension("log"), "127.0.0.1:0");
        process.kill().unwrap();
        process.wait().unwrap();
        folder
    })
}

pub(super) fn started(folder: &Path, log: &Path, listen: &str) -> (Child, String, BTreeMap<String, String>) {
    let mut process = Command::new(program())
        .args(["demo", "--listen", listen, "--data"])
        .arg(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(fs::File::create(log).unwrap())
        .spawn()
        .unwrap_or_else(|error| panic!("{}: {error}", program().display()));
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let (mut base, mut links) = (String::new(), BTreeMap::new());
    while links.len() < ROLES {
        let Some(Ok(line)) = lines.next() else {
            panic!("the demo did not start: {}", fs::read_to_string(log).unwrap_or_default());
        };
        match line.split(' ').collect::<Vec<_>>().as_slice() {
            ["READY", at] => base = (*at).to_owned(),
            ["LOGIN", role, link] => drop(links.insert((*role).to_owned(), (*link).to_owned())),
            _ => {}
        }
    }
    (process, base, links)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

impl Server {
    /// Starts one on a copy of the demo.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        copy(made(), &data);
        let (process, base, links) = started(&data, &folder.path().join("log"), "127.0.0.1:0");
        Self { process, base, links, folder }
    }

    /// The one-click link of a role.
    pub fn login(&self, role: &str) -> &str {
        self.links.get(role).unwrap_or_else(|| panic!("no link for {role}"))
    }

    /// What it wrote to standard error.
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap()
    }

    /// A folder for files of the test; the server's own are in `data`.
    pub fn scratch(&self) -> &Path {
        self.folder.path()
    }

    /// Makes a call.
    pub fn send(&self, call: Call) -> super::http::Answer {
        call.send(&self.base)
    }

    /// Where the one-click link of a role leads, and the cookie it sets.
    pub fn one_click(&self, role: &str) -> (String, Option<String>) {
        let answer = self.send(Call::get(self.login(role).trim_start_matches(&self.base)));
        let cookie = answer.header("set-cookie").and_then(|line| line.split(';').next());
        (answer.header("location").unwrap_or_default().to_owned(), cookie.map(ToOwned::to_owned))
    }

    /// Signs in as a role.
    pub fn session(&self, role: &str) -> Session {
        let (_, cookie) = self.one_click(role);
        let cookie = cookie.unwrap_or_else(|| panic!("{role} has no account"));
        let page = self.send(Call::get("/work").header("cookie", &cookie)).text();
        let csrf = between(&page, "name=\"csrf\" value=\"", "\"").unwrap_or_default().to_owned();
        assert!(!csrf.is_empty(), "{role}: the page of work has no form");
        Session { cookie, csrf }
    }

    /// Estates, buildings and units of a community.
    pub fn places(&self, community: &str) -> Value {
        let answer = self.send(Call::get(&format!("/c/{community}/places.json")));
        serde_json::from_slice(&answer.body).unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _killed = self.process.kill();
        let _ended = self.process.wait();
    }
}

/// What stands between two marks.
pub fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(before)?;
    rest.split_once(after).map(|(found, _)| found)
}
