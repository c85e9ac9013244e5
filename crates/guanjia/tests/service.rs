//! The program as a service manager starts it: all settings in the environment, and told when it answers.

#![cfg(target_os = "linux")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::os::unix::net::UnixDatagram;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

struct Service(Child);

impl Drop for Service {
    fn drop(&mut self) {
        let _ended = self.0.kill().and_then(|()| self.0.wait());
    }
}

fn serve(data: &Path, settings: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guanjia"));
    command.arg("serve").env("GUANJIA_DATA", data).envs(settings.iter().copied());
    command.env("LC_ALL", "C.UTF-8").env_remove("GUANJIA_KEY").env_remove("RUST_LOG");
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    command
}

#[test]
fn settings_come_from_the_environment_and_the_manager_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("notify");
    let manager = UnixDatagram::bind(&socket).unwrap();
    manager.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let settings = [
        ("GUANJIA_LISTEN", "127.0.0.1:0"),
        ("GUANJIA_BEHIND_PROXY", "yes"),
        ("GUANJIA_PUBLIC_URL", "https://guanjia.example.cn/"),
        ("NOTIFY_SOCKET", socket.to_str().unwrap()),
    ];
    let data = folder.path().join("data");
    let mut service = Service(serve(&data, &settings).spawn().unwrap());
    let mut heard = [0; 64];
    let length = manager.recv(&mut heard).unwrap();
    assert_eq!(&heard[..length], b"READY=1\n");

    let mut lines = BufReader::new(service.0.stdout.take().unwrap()).lines().map(Result::unwrap);
    let address = lines.next().unwrap().strip_prefix("READY http://").unwrap().to_owned();
    assert!(lines.next().unwrap().starts_with("ADMIN https://guanjia.example.cn/welcome/"));
    let ask = |header: &str| {
        let mut stream = TcpStream::connect(&address).unwrap();
        write!(stream, "GET /metrics HTTP/1.1\r\nHost: {address}\r\n{header}Connection: close\r\n\r\n")
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    };
    let metrics = ask("");
    assert!(metrics.contains("guanjia_backup_made_seconds 0\n"), "{metrics}");
    assert!(metrics.contains("guanjia_backup_failed_seconds 0\n"), "{metrics}");
    let from_outside = ask("X-Forwarded-For: 203.0.113.7\r\n");
    assert!(from_outside.starts_with("HTTP/1.1 404"), "{from_outside}");
}

#[test]
fn a_setting_that_says_no_means_no() {
    let folder = tempfile::tempdir().unwrap();
    let settings = [("GUANJIA_LISTEN", "0.0.0.0:0"), ("GUANJIA_INSECURE_LAN", "no")];
    let output = serve(folder.path(), &settings).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("--insecure-lan"));
}
