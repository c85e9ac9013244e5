//! The program as people and other programs start it: what it prints, what it refuses, and its exit codes.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

#[path = "cli/accounts.rs"]
mod accounts;
#[path = "cli/report.rs"]
mod report;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

fn guanjia(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guanjia"));
    command.args(args).env("LC_ALL", "C.UTF-8").env_remove("GUANJIA_KEY").env_remove("RUST_LOG");
    command
}

fn run(args: &[&str]) -> Output {
    guanjia(args).stdin(Stdio::null()).output().unwrap()
}

fn fed(args: &[&str], input: &str) -> Output {
    let mut child =
        guanjia(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn done(args: &[&str]) -> String {
    let output = run(args);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", err(&output));
    out(&output)
}

fn refused(args: &[&str], code: i32) -> String {
    let output = run(args);
    assert_eq!(output.status.code(), Some(code), "{args:?}: {}", out(&output));
    err(&output)
}

/// A server that ends with the test, and the lines it printed up to the last that was waited for.
struct Server {
    child: Child,
    lines: Vec<String>,
}

impl Server {
    fn start(args: &[&str], lines: usize) -> Self {
        let mut child = guanjia(args).stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let reader = BufReader::new(child.stdout.take().unwrap());
        let lines = reader.lines().take(lines).map(Result::unwrap).collect();
        Self { child, lines }
    }

    fn base(&self) -> &str {
        self.lines[0].strip_prefix("READY ").unwrap()
    }

    /// The status line and the headers of a plain GET.
    fn get(&self, url: &str) -> String {
        let address = self.base().strip_prefix("http://").unwrap();
        let path = url.strip_prefix(self.base()).unwrap();
        let mut stream = TcpStream::connect(address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _reaped = self.child.wait();
    }
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).display().to_string()
}

#[test]
fn wrong_usage_is_two_and_help_is_zero() {
    assert!(refused(&["mayor"], 2).contains("Usage"));
    refused(&["import"], 2);
    refused(&["user", "token", "--role", "mayor", "--community", "L001"], 2);
    refused(&["deadline", "--hours", "18:00-09:00"], 2);
    for command in ["demo", "serve", "import", "deadline", "verify", "rebuild"] {
        assert!(done(&[command, "--help"]).contains("Example"), "{command} shows no example");
    }
    for command in [["user", "token"], ["user", "invite"], ["community", "found"]] {
        assert!(
            done(&[command[0], command[1], "--help"]).contains("Example"),
            "{command:?} shows no example"
        );
    }
}

#[test]
fn deadlines_are_those_of_the_published_table() {
    let lines = [
        ("a", "2026-02-13T16:30:00+08:00", "5wd", "2026-02-27T16:30:00+08:00"),
        ("b", "2026-03-06T17:30:00+08:00", "60wm", "2026-03-09T09:30:00+08:00"),
        ("c", "2026-02-28T10:00:00+08:00", "7d", "2026-03-07T10:00:00+08:00"),
        ("d", "2026-03-03T18:00:00+08:00", "same_day", "2026-03-04T00:00:00+08:00"),
        ("e", "2026-03-03T18:00:01+08:00", "same_day", "2026-03-05T00:00:00+08:00"),
    ];
    let line = |(id, start, limit, _): &(&str, &str, &str, &str)| {
        format!("{{\"id\":\"{id}\",\"start\":\"{start}\",\"limit\":\"{limit}\"}}\n")
    };
    let output = fed(&["deadline", "--json"], &lines.iter().map(line).collect::<String>());
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let expected: String = lines
        .iter()
        .map(|(id, _, _, due)| format!("{{\"id\":\"{id}\",\"due\":\"{due}\",\"calendar_known\":true}}\n"))
        .collect();
    assert_eq!(out(&output), expected);
    let unknown = "{\"id\":\"1\",\"start\":\"2030-01-02T10:00:00+08:00\",\"limit\":\"1wd\",\"who\":\"x\"}\n";
    let output = fed(&["deadline", "--json"], unknown);
    assert!(out(&output).contains("\"calendar_known\":false") && err(&output).contains("“who”"));
}

#[test]
fn a_wrong_line_is_named_and_what_came_before_it_is_answered() {
    let good = "{\"id\":\"1\",\"start\":\"2026-02-13T16:30:00+08:00\",\"limit\":\"24h\"}\n";
    for (bad, word) in [
        ("{\"id\":\"2\",\"start\":\"2026-02-13T16:30:00\",\"limit\":\"24h\"}", "offset"),
        ("{\"id\":\"2\",\"start\":\"2026-02-13T16:30:00+08:00\",\"limit\":\"0h\"}", "from 1"),
        ("{\"id\":\"1\",\"start\":\"2026-02-13T16:30:00+08:00\",\"limit\":\"24h\"}", "twice"),
        ("{\"id\":\"2\",\"limit\":\"24h\"}", "start"),
        ("nonsense", "JSON"),
    ] {
        let output = fed(&["deadline", "--json"], &format!("{good}{bad}\n{good}"));
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(out(&output).lines().count(), 1, "{bad}");
        assert!(err(&output).contains("Line 2") && err(&output).contains(word), "{}", err(&output));
    }
}

#[test]
fn a_folder_without_data_is_refused_and_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = path(folder.path(), "nowhere");
    for args in [
        vec!["verify", "--data", &nowhere],
        vec!["rebuild", "--data", &nowhere],
        vec!["user", "token", "--role", "steward", "--community", "L001", "--data", &nowhere],
    ] {
        assert!(refused(&args, 1).contains("--data"));
    }
    assert!(!folder.path().join("nowhere").exists());
    let chinese = guanjia(&["verify", "--data", &nowhere]).env("LC_ALL", "zh_CN.UTF-8").output().unwrap();
    assert!(err(&chinese).contains("没有数据"));
}

#[test]
fn a_community_is_founded_filled_and_verified() {
    let folder = tempfile::tempdir().unwrap();
    let data = path(folder.path(), "data");
    let found = done(&["community", "found", "山西省太原市万柏林区长风西街街道晋祠路社区", "--data", &data]);
    assert!(
        found.contains("FOUNDED 140109013001 晋祠路社区")
            && found.contains("ADMIN http://127.0.0.1:8080/welcome/")
    );
    assert!(refused(&["community", "found", "140109013001", "--data", &data], 1).contains("exists already"));
    assert!(refused(&["community", "found", "长风", "--data", &data], 1).contains("140109"));

    let sheet = |name: &str, lines: &str| {
        let file = path(folder.path(), name);
        std::fs::write(&file, lines).unwrap();
        file
    };
    let staff = sheet(
        "工作人员.csv",
        "姓名,岗位,电话,负责小区\n甲某,书记,13800000001,\n乙某,社工,13800000002,和平苑\n",
    );
    let estates = sheet("小区.csv", "名称,物业性质\n和平苑,物业公司\n");
    let buildings = sheet("楼栋.csv", "小区,楼栋,单元数,层数,每层户数,户数\n和平苑,1号楼,2,6,2,24\n");
    let wrong = sheet("居民.csv", "小区,楼栋,单元,室,姓名,身份证号,电话\n和平苑,9号楼,1单元,101,李甲,,\n");
    let import = |files: &[&str], more: &[&str]| {
        let fixed = ["--community", "140109013001", "--data", &data];
        run(&[&["import"], files, &fixed, more].concat())
    };
    let all = [staff.as_str(), &estates, &buildings];
    let bad = import(&[&all[..], &[&wrong]].concat(), &[]);
    assert_eq!(bad.status.code(), Some(1));
    let told = err(&bad);
    assert!(
        told.contains("居民.csv")
            && told.contains("row 2")
            && told.contains("column B")
            && told.contains("9号楼"),
        "{told}"
    );
    assert!(told.contains("nothing was written"), "{told}");

    let look = import(&all, &["--dry-run", "--json"]);
    let look: serde_json::Value = serde_json::from_str(&out(&look)).unwrap();
    assert_eq!((&look["done"], &look["counts"]["rooms"]["new"]), (&false.into(), &24.into()));
    let first = import(&all, &[]);
    assert!(out(&first).contains("Rooms: 24 new, 0 changed, 0 unchanged"), "{} {}", out(&first), err(&first));
    assert!(out(&import(&all, &[])).contains("Rooms: 0 new, 0 changed, 24 unchanged"));
    let elsewhere = run(&["import", &estates, "--community", "L009", "--data", &data]);
    assert!(elsewhere.status.code() == Some(1) && err(&elsewhere).contains("community found L009"));

    let token = done(&["user", "token", "--role", "steward", "--community", "140109013001", "--data", &data]);
    assert!(token.starts_with("140109013001."), "{token}");
    let invited = ["user", "invite", "--name", "乙某", "--community", "140109013001", "--data", &data];
    assert!(done(&invited).starts_with("INVITE http://127.0.0.1:8080/welcome/140109013001/"));
    assert!(done(&["rebuild", "--data", &data]).starts_with("rows="));
    let verified = done(&["verify", "--data", &data]);
    assert!(verified.starts_with("events=") && verified.ends_with(" tables=ok chain=ok\n"), "{verified}");
}

#[test]
fn an_empty_sheet_is_written() {
    let folder = tempfile::tempdir().unwrap();
    for kind in ["places", "people", "residents"] {
        let file = path(folder.path(), &format!("{kind}.xlsx"));
        done(&["import", "--template", kind, "--out", &file, "--lang", "en"]);
        assert!(std::fs::read(&file).unwrap().starts_with(b"PK"));
    }
    let nowhere = path(folder.path(), "no/such/folder.xlsx");
    assert!(refused(&["import", "--template", "people", "--out", &nowhere], 1).contains("no/such"));
}

#[test]
fn an_empty_installation_prints_a_link_for_its_administrator() {
    let folder = tempfile::tempdir().unwrap();
    let data = path(folder.path(), "data");
    let args = ["serve", "--listen", "127.0.0.1:0", "--data", &data];
    let first = Server::start(&args, 2);
    let link = first.lines[1].strip_prefix("ADMIN ").unwrap().to_owned();
    assert!(link.starts_with(&format!("{}/welcome/L0/", first.base())), "{link}");
    assert!(first.get(&link).starts_with("HTTP/1.1 200"));
    drop(first);
    // Nobody used it: the next start prints another one, and the first has ended.
    let second = Server::start(&args, 2);
    let old = link.replace(&link[..link.find("/welcome").unwrap()], second.base());
    assert!(!second.get(&old).starts_with("HTTP/1.1 200"));
    assert_ne!(second.lines[1].rsplit('/').next(), link.rsplit('/').next());
}

#[test]
fn an_address_that_others_reach_wants_https() {
    let folder = tempfile::tempdir().unwrap();
    let data = path(folder.path(), "data");
    let told = refused(&["serve", "--listen", "0.0.0.0:0", "--data", &data], 1);
    assert!(told.contains("--insecure-lan") && told.contains("--behind-proxy"), "{told}");
}

#[test]
fn the_demo_prints_its_links_and_each_signs_in() {
    let folder = tempfile::tempdir().unwrap();
    let data = path(folder.path(), "data");
    let args = ["demo", "--listen", "127.0.0.1:0", "--data", &data];
    let roles = [
        "resident",
        "steward",
        "steward2",
        "grid_worker",
        "secretary",
        "deputy",
        "street",
        "bureau",
        "property",
        "admin",
        "security",
        "audit",
        "other_secretary",
    ];
    let server = Server::start(&args, 1 + roles.len());
    for (role, line) in roles.iter().zip(&server.lines[1..]) {
        let url = line.strip_prefix(&format!("LOGIN {role} ")).unwrap();
        let answer = server.get(url);
        let status = answer.lines().next().unwrap_or_default();
        assert!(
            status.contains("303") || status.contains("302") || status.contains("200"),
            "{role}: {status}"
        );
        assert_eq!(*role != "resident", answer.to_lowercase().contains("set-cookie"), "{role}");
    }
    let keys = server.lines.clone();
    drop(server);
    let again = Server::start(&args, 2);
    assert_eq!(
        again.lines[1].split("key=").nth(1),
        keys[1].split("key=").nth(1),
        "a kept link goes on working"
    );
    drop(again);
    assert!(done(&["verify", "--data", &data]).contains("tables=ok chain=ok"));
}
