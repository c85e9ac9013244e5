//! `guanjia discover`, `similar`, `classify`, `address` and `train` as other programs start them.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

mod started;

use serde_json::Value;
use started::{Files, done, fed, refused};

/// Trees in one estate, the same words in another, and things that are alone.
const REQUESTS: &str = r#"{"id":"1","at":"2026-03-02T09:00:00+08:00","text":"4号楼南边的大树太密，把窗户全挡住了，白天也要开灯","title":null,"reporter":"h1","place":{"estate":"长风","building":null,"unit":null}}
{"id":"2","at":"2026-03-03T10:00:00+08:00","text":"大树太密挡住窗户，家里白天要开灯，能不能修剪一下","title":null,"reporter":"h2","place":{"estate":"长风","building":null,"unit":null}}
{"id":"3","at":"2026-03-03T08:00:00+08:00","text":"4号楼南边的大树太密，把窗户全挡住了，白天也要开灯","title":null,"reporter":"h3","place":{"estate":"滨河","building":null,"unit":null}}
{"id":"4","at":"2026-03-04T20:00:00+08:00","text":"楼前大树太密，窗户全挡住了，一楼白天也要开灯，请修剪","title":null,"reporter":"h4","place":{"estate":"长风","building":null,"unit":null}}
{"id":"5","at":"2026-03-05T20:00:00+08:00","text":"想咨询一下生育登记需要带什么材料","title":null,"reporter":"h5","place":{"estate":"长风","building":null,"unit":null}}
"#;

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn issues_are_found_with_why_and_the_copy_stays_out() {
    let files = Files::new(&[("requests.jsonl", REQUESTS)]);
    let out = json(&done(&["discover", &files.path("requests.jsonl"), "--json"]));
    assert_eq!(out["issues"].as_array().unwrap().len(), 1);
    let issue = &out["issues"][0];
    assert_eq!(issue["requests"], serde_json::json!(["1", "2", "4"]));
    assert_eq!(issue["place"]["estate"], "长风");
    assert_eq!(issue["first"], "2026-03-02T09:00:00+08:00");
    assert_eq!(issue["last"], "2026-03-04T20:00:00+08:00");
    let kinds: Vec<&str> =
        issue["why"].as_array().unwrap().iter().map(|why| why["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["words", "place", "time"]);
    assert_eq!(out["unassigned"], serde_json::json!(["3", "5"]));
    assert!(out["seconds"].as_f64().unwrap() >= 0.0);
}

#[test]
fn places_in_the_text_gate_by_the_gazetteer() {
    let moved: String = REQUESTS
        .replace("\"estate\":\"长风\"", "\"estate\":null")
        .replace("\"text\":\"", "\"text\":\"长风小区：");
    let moved = moved.replace("\"estate\":\"滨河\"", "\"estate\":null").replacen(
        "长风小区：4号楼南边的大树太密，把窗户全挡住了，白天也要开灯\",\"title\":null,\"reporter\":\"h3\"",
        "滨河苑：4号楼南边的大树太密，把窗户全挡住了，白天也要开灯\",\"title\":null,\"reporter\":\"h3\"",
        1,
    );
    let places = r#"{"estates":[{"id":"e1","name":"长风小区","aliases":[],"buildings":[{"id":"b4","name":"4号楼"}]},{"id":"e2","name":"滨河苑","aliases":[],"buildings":[]}]}"#;
    let files = Files::new(&[("requests.jsonl", &moved), ("places.json", places)]);
    let out = json(&done(&[
        "discover",
        &files.path("requests.jsonl"),
        "--places",
        &files.path("places.json"),
        "--json",
    ]));
    assert_eq!(out["issues"][0]["requests"], serde_json::json!(["1", "2", "4"]));
    assert_eq!(out["issues"][0]["place"]["estate"], "e1");
}

#[test]
fn wrong_requests_are_named_by_file_and_line() {
    let twice = format!("{REQUESTS}{}", REQUESTS.lines().next().unwrap());
    let files = Files::new(&[
        ("bad.jsonl", "\n{\"id\":\"1\""),
        ("time.jsonl", r#"{"id":"1","at":"yesterday","text":"x"}"#),
        ("field.jsonl", r#"{"id":"1","at":"2026-03-02T09:00:00+08:00"}"#),
        ("twice.jsonl", &twice),
        ("places.json", "[]"),
        ("good.jsonl", REQUESTS),
    ]);
    for (name, said) in [
        ("bad.jsonl", "line 2"),
        ("time.jsonl", "offset"),
        ("field.jsonl", "text"),
        ("twice.jsonl", "line 6"),
    ] {
        let error = refused(&["discover", &files.path(name), "--json"]);
        assert!(error.contains(name) && error.contains(said), "{name}: {error}");
    }
    let error = refused(&["discover", &files.path("good.jsonl"), "--places", &files.path("places.json")]);
    assert!(error.contains("places.json"), "{error}");
    assert!(refused(&["discover", &files.path("none.jsonl")]).contains("none.jsonl"));
}

#[test]
fn similar_requests_are_earlier_and_never_the_same() {
    let files = Files::new(&[("requests.jsonl", REQUESTS)]);
    let path = files.path("requests.jsonl");
    let out = done(&["similar", "--index", &path, "--queries", &path, "--json", "-k", "2"]);
    let lines: Vec<Value> = out.lines().map(json).collect();
    assert_eq!(lines.len(), 5);
    assert_eq!(lines[0]["hits"], serde_json::json!([]));
    let ids = |line: &Value| {
        line["hits"]
            .as_array()
            .unwrap()
            .iter()
            .map(|hit| hit["id"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&lines[2]), ["1"]);
    assert_eq!(ids(&lines[3]).len(), 2);
    assert!(!ids(&lines[3]).contains(&"4".to_owned()));
    assert!(lines[3]["micros"].is_u64());
}

const TRAIN: &str = "id,text,label\n1,楼道灯不亮,灯\n2,路灯坏了,灯\n3,单元门口没有灯,灯\n4,声控灯不亮,灯\n5,电梯停运,电梯\n\
    6,\"电梯坏了,没人修\",电梯\n7,电梯按钮失灵,电梯\n8,电梯抖动,电梯\n";
const TEST: &str = "id,text,label\na,三楼的灯不亮,灯\nb,2单元电梯停了,电梯\n";

#[test]
fn texts_are_classified_by_table_and_by_model() {
    let files = Files::new(&[("train.csv", TRAIN), ("test.csv", TEST)]);
    let out = json(&done(&[
        "classify",
        "--train",
        &files.path("train.csv"),
        "--test",
        &files.path("test.csv"),
        "--json",
    ]));
    assert_eq!(out["macro_f1"], 1.0);
    assert_eq!(out["predictions"][1]["label"], "电梯");
    assert!(out["predictions"][0]["confidence"].as_f64().unwrap() > 0.5);
    done(&["train", "category", &files.path("train.csv"), "--out", &files.path("category.model")]);
    let again = json(&done(&[
        "classify",
        "--model",
        &files.path("category.model"),
        "--test",
        &files.path("test.csv"),
        "--json",
    ]));
    assert_eq!(again["accuracy"], 1.0);
    let own = json(&done(&["classify", "--test", &files.path("test.csv"), "--json"]));
    assert_eq!(own["predictions"][0]["label"], "0103");
}

#[test]
fn training_refuses_what_it_cannot_learn_from() {
    let files = Files::new(&[
        ("one.csv", "id,text,label\n1,灯不亮,灯\n2,灯坏了,灯\n"),
        ("column.csv", "id,text\n1,灯\n"),
        ("fields.csv", "id,text,label\n1,灯,不亮,灯\n"),
        ("bad.conll", "路 I-road\n号\n"),
        ("one.conll", "路 B-road\n"),
        ("test.csv", TEST),
        ("broken.model", "gj-categ and then nothing"),
        ("other.model", "PK"),
    ]);
    let out = files.path("out.model");
    for (what, name, said) in [
        ("category", "one.csv", "one class only, “灯”"),
        ("category", "column.csv", "column label is missing"),
        ("category", "fields.csv", "line 2"),
        ("address", "bad.conll", "line 2"),
        ("address", "one.conll", "one tag only"),
    ] {
        let error = refused(&["train", what, &files.path(name), "--out", &out]);
        assert!(error.contains(name) && error.contains(said), "{name}: {error}");
    }
    for (name, said) in [("broken.model", "model"), ("other.model", "no model")] {
        let error = refused(&["classify", "--model", &files.path(name), "--test", &files.path("test.csv")]);
        assert!(error.contains(name) && error.contains(said) && error.contains("train"), "{name}: {error}");
    }
    assert!(!std::path::Path::new(&out).exists());
}

#[test]
fn addresses_are_taken_apart_with_and_without_a_model() {
    let out = fed(&["address", "--json"], "晋祠路77号翠湖花园12号楼3单元1204室\n\n");
    let lines: Vec<Value> = out.lines().map(json).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[1]["spans"], serde_json::json!([]));
    let spans = lines[0]["spans"].as_array().unwrap();
    let house = spans.iter().find(|span| span["tag"] == "houseno").unwrap();
    assert_eq!((house["value"].as_str().unwrap(), &house["start"]), ("12号楼", &serde_json::json!(10)));
    assert!(spans.iter().any(|span| span["tag"] == "roomno" && span["value"] == "1204室"), "{spans:?}");

    let learned = "和 B-road\n平 I-road\n路 I-road\n5 B-houseno\n栋 I-houseno\n\n".repeat(4);
    let files = Files::new(&[("train.conll", &learned)]);
    done(&["train", "address", &files.path("train.conll"), "--out", &files.path("address.model")]);
    let out = fed(&["address", "--model", &files.path("address.model")], "和平路8栋\n");
    assert_eq!(out.trim(), "road=和平路 houseno=8栋");
}
