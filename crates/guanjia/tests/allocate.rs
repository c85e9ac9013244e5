//! `guanjia allocate` as other programs start it: the answer, warnings, refusals, and exit codes.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn allocate(args: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guanjia"));
    command.args(["allocate", "-"]).args(args).env("LC_ALL", "C.UTF-8").env_remove("RUST_LOG");
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A program that refuses its arguments does not read.
    let _unread = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn answered(args: &[&str], input: &Value) -> Value {
    let output = allocate(&[args, &["--json"]].concat(), &input.to_string());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn refused(args: &[&str], input: &str, code: i32) -> String {
    let output = allocate(args, input);
    assert_eq!(output.status.code(), Some(code), "{}", String::from_utf8_lossy(&output.stdout));
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).unwrap()
}

/// Thirteen estates, the first the hardest, and eleven officers in three tiers.
fn community() -> Value {
    let property = |place: u32| ["none", "self", "company"][place as usize % 3];
    let estate = |place: u32| {
        json!({ "id": format!("e{place}"), "name": format!("小区{place}"), "households": 1200 - 70 * place,
            "residents": 2100 - 120 * place, "elderly_share": 0.3, "tenant_share": 0.1, "care_households": 20 + place,
            "property": property(place), "organisations": place % 4,
            "x": f64::from(place * 37 % 100), "y": f64::from(place * 53 % 100) })
    };
    let officer = |place: usize| json!({ "id": format!("o{place}"), "tier": 1 + usize::from(place > 2) + usize::from(place > 8) });
    json!({
        "estates": (0..13).map(estate).collect::<Vec<_>>(),
        "officers": (0..11).map(officer).collect::<Vec<_>>(),
        "current": [{ "estate": "e0", "officer": "o10" }, { "estate": "e12", "officer": "o9" }],
        "slack": { "load_spread": 0.05 },
    })
}

#[test]
fn a_community_is_allocated_proved_and_explained() {
    let found = answered(&[], &community());
    assert_eq!(found["proved_optimal"], true);
    assert_eq!(found["certificate"]["valid"], true);
    assert_eq!(found["assignments"].as_array().unwrap().len(), 13);
    let loads = found["loads"].as_array().unwrap();
    let load = |name: &str| loads.iter().map(|one| one[name].as_f64().unwrap()).fold(0.0, f64::max);
    assert!((found["objective"]["max_load"].as_f64().unwrap() - load("load")).abs() < 1e-6);
    assert!(loads.iter().all(|one| (1..=2).contains(&one["estates"].as_array().unwrap().len())));
    for (estate, card) in found["estates"].as_array().unwrap().iter().enumerate() {
        let parts: f64 = card["parts"].as_object().unwrap().values().map(|one| one.as_f64().unwrap()).sum();
        assert!((parts - card["difficulty"].as_f64().unwrap()).abs() < 1e-9, "estate {estate}: {card}");
    }
    let reasons = found["explanations"].as_array().unwrap();
    let told = |words: &str| reasons.iter().any(|one| one["text"].as_str().unwrap().contains(words));
    assert!(reasons.len() == 13 && told("difficulty") && told("Next best is"), "{reasons:?}");
    for key in ["max_load", "tier_inversions", "load_spread", "distance", "changes"] {
        assert!(found["objective"][key].is_number() && found["bounds"][key].is_number(), "{key}");
    }
    assert!(found["seconds"].is_number() && found["binding_rules"].is_array());
}

#[test]
fn the_tiers_follow_the_difficulty() {
    let input = community();
    let found = answered(&[], &input);
    let difficulty = |id: &Value| {
        let cards = found["estates"].as_array().unwrap();
        cards.iter().find(|card| card["estate"] == *id).unwrap()["difficulty"].as_f64().unwrap()
    };
    let tier = |id: &Value| {
        let officers = input["officers"].as_array().unwrap();
        officers.iter().find(|officer| officer["id"] == *id).unwrap()["tier"].as_u64().unwrap()
    };
    let pairs: Vec<(f64, u64)> = found["assignments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (difficulty(&one["estate"]), tier(&one["officer"])))
        .collect();
    assert!(pairs.iter().all(|one| pairs.iter().all(|other| one.0 <= other.0 || one.1 <= other.1)));
}

#[test]
fn another_order_puts_changes_first() {
    let mut input = community();
    // Neighbours in the middle tier: either may have either, so continuity decides when it comes first.
    input["tier_order"] = json!("off");
    let changes = |found: &Value| found["objective"]["changes"].as_f64().unwrap();
    let first = answered(&["--order", "changes,max_load"], &input);
    assert_eq!(changes(&first), 0.0);
    assert_eq!(first["certificate"]["order"][0], "changes");
    let curve = answered(&["--curve"], &community());
    let points = curve["curve"].as_array().unwrap();
    assert!(!points.is_empty() && points.iter().all(|point| point["hand_overs"].is_array()));
}

#[test]
fn unknown_fields_are_left_out_with_a_warning() {
    let mut input = community();
    input["colour"] = json!("red");
    input["estates"][3]["smell"] = json!(1);
    let output = allocate(&["--json"], &input.to_string());
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(told.contains("colour") && told.contains("estates[].smell"), "{told}");
}

#[test]
fn a_person_reads_loads_and_reasons() {
    let output = allocate(&[], &community().to_string());
    let told = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(
        told.contains("tier 1") && told.contains("All objectives proved") && told.contains("小区0"),
        "{told}"
    );
}

#[test]
fn what_cannot_be_used_is_refused_with_its_place() {
    let spoilt = |spoil: fn(&mut Value)| {
        let mut input = community();
        spoil(&mut input);
        refused(&["--json"], &input.to_string(), 1)
    };
    for (spoil, words) in [
        ((|input| input["estates"][2]["households"] = json!(-5)) as fn(&mut Value), "estates[2].households"),
        (|input| input["estates"][2]["households"] = json!("many"), "estates[2].households"),
        (|input| input["estates"][4]["id"] = json!("e1"), "estates[4].id"),
        (|input| input["pinned"] = json!([{ "estate": "e77", "officer": "o1" }]), "pinned[0].estate"),
        (|input| input["tier_order"] = json!("loose"), "tier_order"),
        (|input| input["officers"] = json!([]), "officers"),
    ] {
        let told = spoilt(spoil);
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(refused(&[], "{\"estates\":[{\"workload\":NaN}]}", 1).contains("JSON"));
    let few = spoilt(|input| {
        input["officers"].as_array_mut().unwrap().truncate(5);
        input["current"] = json!([]);
    });
    assert!(few.contains("13 estates") && few.contains("10"), "{few}");
    let clash = spoilt(|input| {
        input["pinned"] = json!([{ "estate": "e0", "officer": "o10" }, { "estate": "e12", "officer": "o0" }]);
    });
    assert!(
        clash.contains("小区0") && clash.contains("小区12") && clash.contains("smallest relaxation"),
        "{clash}"
    );
    for args in [["--order", "beauty"], ["--time-limit", "-1"], ["--seed", "x"]] {
        refused(&args, &community().to_string(), 2);
    }
}

#[test]
fn the_same_seed_gives_the_same_plan() {
    let mut input = community();
    input["officers"][4]["capacity"] = json!(0.5);
    let plan = || answered(&["--seed", "9"], &input)["assignments"].clone();
    assert_eq!(plan(), plan());
}

/// Waits until the program catches SIGINT: the second bit of the mask that Linux tells of each process.
#[cfg(target_os = "linux")]
fn wait_until_it_listens(id: &str) {
    let listens = || {
        let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap();
        let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:")).unwrap().trim().to_owned();
        u64::from_str_radix(&caught, 16).unwrap() & 2 != 0
    };
    let pause = || std::thread::sleep(std::time::Duration::from_millis(50));
    assert!(
        (0..600).any(|_| listens() || {
            pause();
            false
        }),
        "it never listened"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn an_interrupt_returns_the_best_plan_so_far() {
    // Two thousand estates with slack: the improvement takes much longer than the interrupt.
    let estate = |place: u64| {
        json!({ "id": format!("e{place}"), "difficulty": place * 7919 % 10_007, "workload": 200 + place * 104_729 % 900,
            "x": place * 31 % 997, "y": place * 57 % 991 })
    };
    let officer = |place: u64| json!({ "id": format!("o{place}"), "tier": 1 + place / 400 });
    let input = json!({ "estates": (0..2_000).map(estate).collect::<Vec<_>>(),
        "officers": (0..1_200).map(officer).collect::<Vec<_>>(), "slack": { "load_spread": 0.1 } });
    let mut command = Command::new(env!("CARGO_BIN_EXE_guanjia"));
    command
        .args(["allocate", "-", "--json", "--time-limit", "600"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.to_string().as_bytes()).unwrap();
    let id = child.id().to_string();
    wait_until_it_listens(&id);
    assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["certificate"]["valid"], true);
    assert_eq!(found["proved_optimal"], false);
}
