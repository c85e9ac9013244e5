//! `guanjia grids` as people and other programs start it.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// A map of `size` × `size` buildings in estates of three by two, as `guanjia grids` reads it.
fn map(size: usize) -> Value {
    let id = |x: usize, y: usize| format!("b{}", y * size + x);
    let all = || (0..size * size).map(|it| (it % size, it / size));
    let buildings: Vec<_> = all()
        .map(|(x, y)| {
            let households = 40 + 7 * ((x * 5 + y * 3) % 9);
            json!({ "id": id(x, y), "estate": format!("e{}-{}", x / 3, y / 2), "households": households,
                    "x": x as f64 * 50.0, "y": y as f64 * 55.0 })
        })
        .collect();
    let mut adjacency = Vec::new();
    for (x, y) in all() {
        if x + 1 < size {
            adjacency.push(json!([id(x, y), id(x + 1, y)]));
        }
        if y + 1 < size {
            adjacency.push(json!([id(x, y), id(x, y + 1)]));
        }
    }
    json!({ "buildings": buildings, "adjacency": adjacency, "distance": "euclidean", "matrix": null,
            "households": { "min": 300, "max": 500 }, "grids": null, "objective": "weighted_median",
            "keep_estates_whole": "prefer", "contiguous": true, "centres": null, "band": "soft",
            "priority": "integrity" })
}

/// A file that ends with the test.
struct Input {
    _folder: tempfile::TempDir,
    path: PathBuf,
}

impl Input {
    fn of(value: &Value) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("input.json");
        std::fs::write(&path, value.to_string()).unwrap();
        Self { _folder: folder, path }
    }

    fn command(&self, language: &str, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_guanjia"));
        command.arg("grids").arg(&self.path).args(args).env("LC_ALL", language).env_remove("RUST_LOG");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command("C.UTF-8", args).output().unwrap()
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn plan(output: &Output) -> Value {
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_answer_has_the_fixed_form() {
    let input = Input::of(&map(6));
    let plan = plan(&input.run(&["--json"]));
    assert!(plan.get("ground").is_none(), "no lines were given");
    for key in [
        "grids",
        "cost",
        "lower_bound",
        "in_band_share",
        "mixed_grids",
        "extra_pieces",
        "walk_m",
        "feasible",
        "unavoidable",
        "seconds",
    ] {
        assert!(plan.get(key).is_some(), "{key} is missing");
    }
    assert_eq!(
        (&plan["feasible"], &plan["mixed_grids"], &plan["extra_pieces"]),
        (&json!(true), &json!(0), &json!(0))
    );
    let held: usize =
        plan["grids"].as_array().unwrap().iter().map(|it| it["buildings"].as_array().unwrap().len()).sum();
    assert_eq!(held, 36);
    for key in ["id", "centre", "buildings", "households", "cost"] {
        assert!(plan["grids"][0].get(key).is_some(), "{key} is missing");
    }
}

#[test]
fn a_median_problem_has_a_bound_and_a_seed_one_answer() {
    let mut value = map(5);
    value["contiguous"] = json!(false);
    value["keep_estates_whole"] = json!("never");
    value["band"] = json!("hard");
    value["grids"] = json!(4);
    value["households"] = json!({ "min": 0, "max": 480 });
    let input = Input::of(&value);
    let run = || {
        let mut plan = plan(&input.run(&["--json", "--seed", "5"]));
        plan.as_object_mut().unwrap().remove("seconds");
        plan
    };
    let first = run();
    assert_eq!(first["grids"].as_array().unwrap().len(), 4);
    let (bound, cost) = (first["lower_bound"].as_f64().unwrap(), first["cost"].as_f64().unwrap());
    assert!(0.5 * cost < bound && bound <= cost * 1.000_001, "{bound} {cost}");
    assert_eq!(first["finished"], json!(true));
    assert_eq!(first, run());
}

#[test]
fn people_read_a_summary_in_their_language() {
    let mut value = map(6);
    value["buildings"].as_array_mut().unwrap().iter_mut().for_each(|it| it["households"] = json!(90));
    let input = Input::of(&value);
    let english = text(&input.run(&[]).stdout);
    assert!(english.contains("grids,") && english.contains("unavoidable: estate e0-0"), "{english}");
    let chinese = text(&input.command("zh_CN.UTF-8", &[]).output().unwrap().stdout);
    assert!(chinese.contains("个网格") && chinese.contains("无法避免：小区 e0-0"), "{chinese}");
    let json = text(&input.command("zh_CN.UTF-8", &["--json"]).output().unwrap().stdout);
    assert!(json.contains("可选"), "{json}");
}

#[test]
fn unknown_fields_are_left_out_and_said_once() {
    let mut value = map(4);
    value["wish"] = json!({ "deep": 1 });
    value["buildings"].as_array_mut().unwrap().iter_mut().for_each(|it| it["colour"] = json!("red"));
    let output = Input::of(&value).run(&["--json"]);
    plan(&output);
    let told = text(&output.stderr);
    assert_eq!(told.matches("colour").count(), 1, "{told}");
    assert!(told.contains("wish") && told.contains("buildings[].colour"), "{told}");
}

#[test]
fn faults_name_the_path_and_the_cure() {
    let told = |change: &dyn Fn(&mut Value)| {
        let mut value = map(4);
        change(&mut value);
        let output = Input::of(&value).run(&["--json"]);
        assert_eq!(output.status.code(), Some(1), "{}", text(&output.stdout));
        assert!(output.stdout.is_empty());
        text(&output.stderr)
    };
    let missing = told(&|it| drop(it["buildings"][2].as_object_mut().unwrap().remove("households")));
    assert!(missing.contains("buildings[2]") && missing.contains("households"), "{missing}");
    let wrong = told(&|it| it["priority"] = json!("fairness"));
    assert!(wrong.contains("priority") && wrong.contains("integrity"), "{wrong}");
    let double = told(&|it| it["buildings"][2]["id"] = json!("b1"));
    assert!(double.contains("buildings[2].id") && double.contains("buildings[1]"), "{double}");
    let dangling = told(&|it| it["adjacency"][0][1] = json!("b99"));
    assert!(dangling.contains("adjacency[0][1]") && dangling.contains("b99"), "{dangling}");
    let apart = told(&|it| it["adjacency"] = json!([]));
    assert!(apart.contains("contiguous"), "{apart}");
}

#[test]
fn wrong_usage_is_two_and_a_missing_file_is_one() {
    let input = Input::of(&map(3));
    for args in [&["--time-limit", "0"][..], &["--time-limit", "soon"], &["--seed", "x"], &["--wish"]] {
        assert_eq!(input.run(args).status.code(), Some(2), "{args:?}");
    }
    let nowhere = Input { path: input.path.with_file_name("nowhere.json"), ..input };
    let output = nowhere.run(&["--json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("nowhere.json"));
}

#[test]
fn a_time_limit_is_kept() {
    let mut value = map(20);
    value["grids"] = json!(60);
    value["band"] = json!("soft");
    let began = Instant::now();
    let plan = plan(&Input::of(&value).run(&["--json", "--time-limit", "2"]));
    assert!(began.elapsed() < Duration::from_secs(8), "{:?}", began.elapsed());
    assert!(plan["seconds"].as_f64().unwrap() < 6.0);
}

#[cfg(unix)]
#[test]
fn ctrl_c_gives_back_the_best_plan_so_far() {
    let mut value = map(20);
    value["grids"] = json!(60);
    let child = Input::of(&value);
    let child = child.command("C.UTF-8", &["--json", "--time-limit", "600"]).spawn().map(|it| (it, child));
    let (process, _input) = child.unwrap();
    // The program must have begun to listen; a busy machine takes its time.
    std::thread::sleep(Duration::from_secs(3));
    let sent = Command::new("kill").args(["-INT", &process.id().to_string()]).status().unwrap();
    assert!(sent.success());
    let output = process.wait_with_output().unwrap();
    assert!(text(&output.stderr).contains("Interrupted"), "{}", text(&output.stderr));
    let plan = plan(&output);
    assert_eq!(plan["finished"], json!(false));
    assert_eq!(plan["grids"].as_array().unwrap().len(), 60);
}

/// The map in degrees, without links.
fn in_degrees(size: usize) -> Value {
    let mut value = map(size);
    value["distance"] = json!("haversine");
    value["adjacency"] = json!([]);
    for it in value["buildings"].as_array_mut().unwrap() {
        it["x"] = json!(112.5 + it["x"].as_f64().unwrap() / 87_800.0);
        it["y"] = json!(37.83 + it["y"].as_f64().unwrap() / 111_195.0);
    }
    value
}

/// Lines of a kind, metres from the corner of the map.
fn line(kind: &str, metres: &[(f64, f64)]) -> Value {
    let at = |(x, y): &(f64, f64)| json!([112.5 + x / 87_800.0, 37.83 + y / 111_195.0]);
    json!({ "type": "Feature", "properties": { "kind": kind, "name": kind },
            "geometry": { "type": "LineString", "coordinates": metres.iter().map(at).collect::<Vec<_>>() } })
}

/// Writes a collection beside the input, and designs with it.
fn with_lines(input: &Input, features: &[Value], language: &str, more: &[&str]) -> Output {
    let path = input.path.with_file_name("lines.geojson");
    let text = json!({ "type": "FeatureCollection", "features": features }).to_string();
    std::fs::write(&path, text).unwrap();
    let args = [&["--lines", path.to_str().unwrap()], more].concat();
    input.command(language, &args).output().unwrap()
}

#[test]
fn no_grid_crosses_a_river_but_by_a_bridge() {
    let input = Input::of(&in_degrees(6));
    // Between the third and the fourth row.
    let river = line("river", &[(-500.0, 137.0), (900.0, 137.0)]);
    let crosses = |plan: &Value| {
        let number = |id: &Value| id.as_str().unwrap()[1..].parse::<usize>().unwrap();
        plan["grids"].as_array().unwrap().iter().any(|grid| {
            let held: Vec<usize> = grid["buildings"].as_array().unwrap().iter().map(number).collect();
            held.iter().any(|it| *it < 18) && held.iter().any(|it| *it >= 18)
        })
    };
    let parted = plan(&with_lines(&input, std::slice::from_ref(&river), "C.UTF-8", &["--json"]));
    assert!(!crosses(&parted));
    let torn = parted["ground"]["torn"].as_array().unwrap();
    assert_eq!(torn.len(), 2, "the estates of rows three and four: {torn:?}");
    let streets: Vec<Value> = (0..6)
        .map(|it| {
            let x = f64::from(it) * 50.0;
            line("gate", &[(x, -10.0), (x, 290.0)])
        })
        .collect();
    let along = line("street", &[(-10.0, 100.0), (260.0, 100.0)]);
    let joined = plan(&with_lines(&input, &[streets, vec![river, along]].concat(), "C.UTF-8", &["--json"]));
    assert_eq!(joined["ground"]["torn"], json!([]));
    assert!(joined["walk_m"].as_f64().unwrap() > 20.0);
}

#[test]
fn a_torn_estate_is_told_in_the_readers_language() {
    let input = Input::of(&in_degrees(6));
    let wall = [line("wall", &[(-500.0, 137.0), (900.0, 137.0)])];
    let english = text(&with_lines(&input, &wall, "C.UTF-8", &[]).stdout);
    assert!(english.contains("falls apart by a barrier"), "{english}");
    let chinese = text(&with_lines(&input, &wall, "zh_CN.UTF-8", &[]).stdout);
    assert!(chinese.contains("被障碍隔开"), "{chinese}");
}

#[test]
fn lines_that_cannot_be_used_are_refused_with_place_and_cure() {
    let refused = |input: &Input, features: &[Value]| {
        let output = with_lines(input, features, "C.UTF-8", &["--json"]);
        assert_eq!(output.status.code(), Some(1), "{}", text(&output.stdout));
        assert!(output.stdout.is_empty());
        text(&output.stderr)
    };
    let (metres, degrees) = (Input::of(&map(4)), Input::of(&in_degrees(4)));
    let wall = [line("wall", &[(0.0, 80.0), (200.0, 80.0)])];
    assert!(refused(&metres, &wall).contains("haversine"));
    let mut point = line("gate", &[(0.0, 0.0), (1.0, 1.0)]);
    point["geometry"] = json!({ "type": "Point", "coordinates": [112.5, 37.83] });
    let told = refused(&degrees, &[wall[0].clone(), point]);
    assert!(told.contains("2:  gate") && told.contains("LineString"), "{told}");
    let mut exchanged = wall[0].clone();
    exchanged["geometry"]["coordinates"] = json!([[37.83, 112.5], [37.84, 112.5]]);
    assert!(refused(&degrees, &[exchanged]).contains("longitude first"));
    assert!(refused(&degrees, &[]).contains("FeatureCollection"));
    let far = line("street", &[(900_000.0, 0.0), (900_100.0, 0.0)]);
    assert!(refused(&degrees, &[far]).contains("km from the nearest building"));
    let missing = degrees.run(&["--lines", "nowhere.geojson"]);
    assert!(text(&missing.stderr).contains("nowhere.geojson"), "{}", text(&missing.stderr));
}
