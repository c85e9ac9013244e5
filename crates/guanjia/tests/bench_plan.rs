//! `guanjia bench plan` on a folder of instances, with another solver that is a script of the test.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

use serde_json::Value;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

/// Two groups of three points; the best two medians cost 4, and the order of the list hides the groups.
const INSTANCE: &str = "6 2\n0 0 3 1\n100 0 3 1\n1 0 3 1\n101 0 3 1\n2 0 3 1\n102 0 3 1\n";

/// HiGHS is not there, METIS has no model, CP-SAT finds a plan that is whole but not the best.
const RIVAL: &str = "#!/bin/sh\ncase $1 in\nhighs) exit 3 ;;\nmetis) exit 4 ;;\nesac\n\
    grep -q '\"grids\":2' \"$2\" || exit 5\n\
    echo '{\"seconds\": 0.25, \"proved\": false, \"groups\": [[0, 1, 2], [3, 4, 5]]}'\n";

fn folder(in_it: &Path) {
    std::fs::create_dir(in_it.join("cpmp")).unwrap();
    std::fs::write(in_it.join("cpmp/tiny.dat"), INSTANCE).unwrap();
    std::fs::write(in_it.join("BEST.csv"), "instance,n,p,value,status\ncpmp/tiny.dat,6,2,4,proved\n")
        .unwrap();
    let program = in_it.join("rival");
    std::fs::write(&program, RIVAL).unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn an_instance_stands_beside_its_best_value_and_other_solvers() {
    let place = tempfile::tempdir().unwrap();
    folder(place.path());
    let mut command = Command::new(env!("CARGO_BIN_EXE_guanjia"));
    command.args(["bench", "plan", "--quick", "--json", "--instances"]).arg(place.path());
    let output = command.arg("--rivals").arg(place.path().join("rival")).output().unwrap();
    // The exit code says whether a busy machine kept the times; that is no matter of this test.
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let rows = found["instances"].as_array().unwrap();
    let row = rows.iter().find(|it| it["instance"] == "cpmp/tiny.dat").unwrap();
    assert_eq!(
        (&row["value"], &row["best_known"], &row["gap_percent"]),
        (&4.0.into(), &4.0.into(), &0.0.into())
    );
    assert!(row["lower_bound"].as_f64().is_none_or(|bound| bound <= 4.0 + 1e-9), "{row}");
    assert_eq!((&row["judges"][0], row["objections"].as_array().unwrap().len()), (&"own checker".into(), 0));
    let others = row["others"].as_array().unwrap();
    assert_eq!((others.len(), &others[0]["told"]), (2, &"not installed".into()), "{others:?}");
    assert_eq!((&others[1]["solver"], &others[1]["value"]), (&"CP-SAT".into(), &200.0.into()), "{others:?}");
    let not_run = found["not_run"].to_string();
    for missing in ["HiGHS", "instance.py", "service areas", "published allocations", "town of 20000"] {
        assert!(not_run.contains(missing), "{missing}: {not_run}");
    }
    assert_eq!(rows.iter().filter(|it| it["instance"].as_str().unwrap().starts_with("town")).count(), 2);
}

#[test]
fn a_file_that_is_no_instance_is_named() {
    let place = tempfile::tempdir().unwrap();
    folder(place.path());
    std::fs::write(place.path().join("cpmp/tiny.dat"), "6 2\n0 0 3 1\n").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_guanjia"));
    command.args(["bench", "plan", "--quick", "--instances"]).arg(place.path()).env("LC_ALL", "C.UTF-8");
    let output = command.output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && told.contains("tiny.dat is no instance"), "{told}");
}
