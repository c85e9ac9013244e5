//! `guanjia user` and `guanjia settings`.

use super::{done, err, path, refused, run};
use serde_json::Value;

#[test]
fn accounts_are_added_listed_locked_and_reset() {
    let folder = tempfile::tempdir().unwrap();
    let data = path(folder.path(), "data");
    let user = |what: &[&str]| {
        let place = ["--community", "L001", "--data", &data];
        let args: Vec<&str> = ["user"].iter().chain(what).chain(&place).copied().collect();
        done(&args)
    };
    done(&["community", "found", "L001", "--name", "示例社区", "--data", &data]);
    let added = user(&["add", "--name", "甲某", "--post", "auditor"]);
    assert!(added.starts_with("ADDED ") && added.contains("INVITE http://127.0.0.1:8080/welcome/L001/"));
    let id = added.split_whitespace().nth(1).unwrap();
    user(&["add", "--name", "甲某", "--post", "grid_worker"]);

    let listed: Value = serde_json::from_str(&user(&["list", "--json"])).unwrap();
    let auditor = listed.as_array().unwrap().iter().find(|it| it["id"] == id).unwrap();
    assert_eq!((&auditor["role"], &auditor["state"]), (&"auditor".into(), &"unused".into()));
    assert_eq!(user(&["list"]).lines().count(), 3);

    let place = ["--community", "L001", "--data", &data];
    let last = refused(&[&["user", "lock", "--id", id][..], &place].concat(), 1);
    assert!(last.contains("last administrator"), "{last}");
    let several = refused(&[&["user", "lock", "--name", "甲某"][..], &place].concat(), 1);
    assert!(several.contains("2 in L001") && several.contains(id), "{several}");
    refused(&[&["user", "lock", "--name", "乙某"][..], &place].concat(), 1);
    refused(&[&["user", "lock"][..], &place].concat(), 2);
    refused(&[&["user", "add", "--name", "乙某", "--post", "mayor"][..], &place].concat(), 2);

    user(&["add", "--name", "乙某", "--post", "auditor"]);
    assert_eq!(user(&["lock", "--id", id]), format!("LOCKED {id}\n"));
    assert!(user(&["list"]).lines().any(|line| line.contains(id) && line.contains("locked")));
    user(&["unlock", "--id", id]);
    assert!(user(&["reset", "--id", id, "--second-factor"]).starts_with("INVITE "));

    let roles = user(&["roles", "--second-factor", "admin,audit"]);
    assert!(roles.lines().any(|line| line == "auditor\t2\tsecond_factor"), "{roles}");
    assert!(roles.lines().any(|line| line == "grid_worker\t1\t-"), "{roles}");
    refused(&[&["user", "roles", "--second-factor", "resident"][..], &place].concat(), 2);
    assert!(!user(&["roles", "--second-factor", "none"]).contains("second_factor"));
    done(&["verify", "--data", &data]);
}

#[test]
fn settings_explain_themselves_and_name_a_wrong_line() {
    let folder = tempfile::tempdir().unwrap();
    let data = path(folder.path(), "data");
    done(&["settings", "--write-default", "--data", &data]);
    refused(&["settings", "--write-default", "--data", &data], 1);
    assert!(done(&["settings", "--check", "--data", &data]).starts_with("OK "));
    assert!(done(&["settings"]).contains("public_url"));
    done(&["community", "found", "L001", "--name", "示例社区", "--data", &data]);

    let file = folder.path().join("data/guanjia.toml");
    std::fs::write(&file, "[serve]\nlisten = \"127.0.0.1:0\"\nprot = 1\n").unwrap();
    for args in [
        vec!["settings", "--check", "--data", &data],
        vec!["user", "list", "--community", "L001", "--data", &data],
        vec!["verify", "--data", &data],
    ] {
        let said = err(&run(&args));
        assert!(said.contains("line 3") && said.contains("prot"), "{args:?}: {said}");
    }
    // Plain HTTP on an address that others reach is refused, wherever the address stands.
    std::fs::write(&file, "[serve]\nlisten = \"0.0.0.0:0\"\n").unwrap();
    refused(&["serve", "--data", &data], 1);
}
