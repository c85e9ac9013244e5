//! `export` and `import` as people start them: lists, headings told by hand, and everything at once.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

use std::path::Path;
use std::process::{Command, Output, Stdio};

fn run(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guanjia"));
    command.args(args).env("LC_ALL", "C.UTF-8").env_remove("GUANJIA_KEY").env_remove("RUST_LOG");
    command.stdin(Stdio::null()).output().unwrap()
}

fn done(args: &[&str]) -> String {
    let output = run(args);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn refused(args: &[&str], code: i32) -> String {
    let output = run(args);
    assert_eq!(output.status.code(), Some(code), "{args:?}");
    String::from_utf8(output.stderr).unwrap()
}

fn write(folder: &Path, name: &str, text: &str) -> String {
    std::fs::write(folder.join(name), text).unwrap();
    folder.join(name).display().to_string()
}

#[test]
fn lists_and_everything_leave_and_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (data, home) = (path("data"), path("home"));
    done(&["community", "found", "L001", "--name", "示例社区", "--data", &data]);
    let staff = write(folder.path(), "工作人员.csv", "姓名,岗位\n甲某,书记\n");
    let estates = write(folder.path(), "小区.csv", "名称,备注\n=和平苑,+好\n");
    let rooms = write(folder.path(), "户室.csv", "小区,楼栋,单元,室\n=和平苑,1号楼,1,101\n");
    let buildings = write(folder.path(), "楼栋.csv", "小区,楼栋\n=和平苑,1号楼\n");
    let into = ["--community", "L001", "--data", &data];
    done(&[&["import", &staff, &estates, &rooms, &buildings], into.as_slice()].concat());

    // A heading that was told once is known for the next sheet.
    let first = write(folder.path(), "册一.csv", "小区,楼栋,单元,室,住户大名\n=和平苑,1号楼,1,101,甲某\n");
    let second = write(folder.path(), "册二.csv", "小区,楼栋,单元,室,住户大名\n=和平苑,1号楼,1,101,乙某\n");
    assert!(
        refused(&[&["import", &first, "--map", "住户大名=没有这个"], into.as_slice()].concat(), 2)
            .contains("left_out")
    );
    let told = done(&[&["import", &first, "--map", "住户大名=姓名", "--json"], into.as_slice()].concat());
    assert!(told.contains("\"new\":1"), "{told}");
    assert!(done(&[&["import", &second, "--json"], into.as_slice()].concat()).contains("\"done\":true"));

    let from = ["--community", "L001", "--data", &data];
    for (list, out) in [("places", "小区楼栋.xlsx"), ("people", "人员.csv"), ("residents", "居民.xlsx")]
    {
        let out = path(out);
        let said = done(
            &[&["export", "--template", list, "--reason", "交接", "--out", &out], from.as_slice()].concat(),
        );
        assert!(said.starts_with("EXPORTED rows="), "{said}");
    }
    let again = [path("小区楼栋.xlsx"), path("人员-工作人员.csv"), path("居民.xlsx")];
    let again: Vec<&str> = again.iter().map(String::as_str).collect();
    let same = done(&[&["import", "--json"], again.as_slice(), into.as_slice()].concat());
    assert!(same.contains("\"changes\":[]"), "{same}");
    refused(&[&["export", "--template", "residents", "--out", &path("x.xlsx")], from.as_slice()].concat(), 1);
    refused(&[&["export", "--template", "places", "--out", &path("x.pdf")], from.as_slice()].concat(), 2);

    let all = path("全部.zip");
    refused(&["export", "--everything", "--out", &all, "--data", &data], 1);
    done(&["export", "--everything", "--reason", "换系统", "--out", &all, "--data", &data]);
    let taken = run(&["import", &all, "--data", &home]);
    assert!(String::from_utf8_lossy(&taken.stdout).starts_with("IMPORTED events="));
    assert!(
        String::from_utf8_lossy(&taken.stderr).contains("guanjia.key"),
        "what keeps residents' links is said"
    );
    assert!(done(&["verify", "--data", &home]).contains("ok"));
    let copy = path("居民二.csv");
    done(&[
        "export",
        "--template",
        "residents",
        "--community",
        "L001",
        "--reason",
        "核对",
        "--out",
        &copy,
        "--data",
        &home,
    ]);
    let text = std::fs::read_to_string(&copy).unwrap();
    assert!(text.contains("甲某") && text.contains("乙某") && text.contains("'=和平苑"), "{text}");
    refused(&["import", &all, "--data", &home], 1);
}
