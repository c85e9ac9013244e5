//! `backup`, `restore` and `doctor` as people and timers start them.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

use std::path::Path;
use std::process::{Command, Output, Stdio};

fn run(args: &[&str], language: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guanjia"));
    command.args(args).env("LC_ALL", language).env_remove("GUANJIA_KEY").env_remove("RUST_LOG");
    command.stdin(Stdio::null()).output().unwrap()
}

fn done(args: &[&str]) -> String {
    let output = run(args, "C.UTF-8");
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn refused(args: &[&str]) -> (String, String) {
    let output = run(args, "C.UTF-8");
    assert_eq!(output.status.code(), Some(1), "{args:?}");
    let chinese = run(args, "zh_CN.UTF-8");
    (String::from_utf8(output.stderr).unwrap(), String::from_utf8(chinese.stderr).unwrap())
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).display().to_string()
}

#[test]
fn a_backup_is_made_kept_and_brought_back() {
    let folder = tempfile::tempdir().unwrap();
    let (data, to, home) =
        (path(folder.path(), "data"), path(folder.path(), "backups"), path(folder.path(), "home"));
    done(&["community", "found", "L001", "--name", "示例社区", "--data", &data]);
    let (trouble, troubled) = refused(&["doctor", "--data", &data]);
    assert!(trouble.contains("need somebody") && troubled.contains("需要处理"), "{trouble} {troubled}");

    std::fs::create_dir(&to).unwrap();
    std::fs::write(path(folder.path(), "backups/guanjia-20200101-020000.zip"), "old").unwrap();
    let made = done(&["backup", "--data", &data, "--to", &to, "--keep", "1"]);
    assert!(made.starts_with("BACKUP ") && made.contains("proved=yes removed=1"), "{made}");
    let file = made.split(' ').nth(1).unwrap().to_owned();
    assert!(!Path::new(&path(folder.path(), "backups/guanjia-20200101-020000.zip")).exists());

    let found = done(&["doctor", "--data", &data, "--json"]);
    let backup = found.lines().find(|line| line.contains("\"what\":\"backup\"")).unwrap();
    assert!(backup.contains("\"state\":\"ok\""), "{found}");

    // A folder that is gone at night: the stick was pulled out. Told until a backup was made again.
    let file_in_its_place = path(folder.path(), "data/guanjia.key");
    refused(&["backup", "--data", &data, "--to", &path(Path::new(&file_in_its_place), "folder")]);
    let told = |args: &[&str], language| String::from_utf8(run(args, language).stdout).unwrap();
    let (english, chinese) =
        (told(&["doctor", "--data", &data], "C.UTF-8"), told(&["doctor", "--data", &data], "zh_CN.UTF-8"));
    assert!(english.contains(" failed (") && chinese.contains("备份失败了"), "{english} {chinese}");
    let failed = told(&["doctor", "--data", &data, "--json"], "C.UTF-8");
    let failed = failed.lines().find(|line| line.contains("\"what\":\"backup\"")).unwrap();
    assert!(failed.contains("\"state\":\"trouble\""), "{failed}");
    done(&["backup", "--data", &data, "--to", &path(folder.path(), "elsewhere")]);
    assert!(done(&["doctor", "--data", &data]).contains("Last backup"));

    let (english, chinese) = refused(&["restore", &file, "--data", &home]);
    assert!(english.contains("guanjia.key") && chinese.contains("guanjia.key"), "{english} {chinese}");
    assert!(!Path::new(&path(folder.path(), "home/guanjia.db")).exists());
    let key = path(folder.path(), "data/guanjia.key");
    let restored = done(&["restore", &file, "--key", &key, "--data", &home]);
    assert!(restored.contains("tables=ok chain=ok"), "{restored}");
    assert!(done(&["verify", "--data", &home]).contains("tables=ok chain=ok"));
    let (english, chinese) = refused(&["restore", &file, "--key", &key, "--data", &home]);
    assert!(english.contains("--data") && chinese.contains("已有数据"), "{english} {chinese}");

    let named = path(folder.path(), "copy.zip");
    done(&["backup", "--data", &home, "--to", &named, "--json"]);
    let (english, chinese) = refused(&["backup", "--data", &home, "--to", &named]);
    assert!(english.contains("--to") && chinese.contains("已经存在"), "{english} {chinese}");
}
