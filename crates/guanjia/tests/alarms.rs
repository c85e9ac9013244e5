//! `guanjia alarms` as other programs start it.

#![expect(clippy::unwrap_used, reason = "a test: what fails is its failure")]

mod started;

use serde_json::Value;
use started::{Files, done, refused};

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Four years of a steady four or five a week, with a peak in week 201.
fn series() -> String {
    let count = |week: usize| if week == 201 { 15 } else { 4 + week % 2 };
    (1..=208).fold("week,count\n".to_owned(), |text, week| format!("{text}{week},{}\n", count(week)))
}

#[test]
fn each_method_finds_the_peak() {
    let files = Files::new(&[("weeks.csv", &series())]);
    for (method, alarm) in [
        ("ears_c1", 201),
        ("ears_c2", 201),
        ("ears_c3", 202),
        ("farrington", 201),
        ("farrington_flexible", 201),
    ] {
        let out = json(&done(&["alarms", &files.path("weeks.csv"), "--method", method, "--json"]));
        let weeks = out["weeks"].as_array().unwrap();
        assert_eq!(weeks.len(), 208, "{method}");
        assert!(weeks[0]["threshold"].is_null(), "{method}");
        let alarms: Vec<i64> = weeks
            .iter()
            .filter(|week| week["alarm"] == true)
            .map(|week| week["week"].as_i64().unwrap())
            .collect();
        assert_eq!(alarms.first(), Some(&alarm), "{method}: {alarms:?}");
    }
}

/// Five places in a row over eight years; the second and third rise in the last two.
fn counts() -> String {
    let mut text = "year,place,population,count\n".to_owned();
    for year in 2010..2018 {
        for place in 0..5 {
            let count = if year >= 2016 && (1..=2).contains(&place) { 12 } else { 4 };
            text += &format!("{year},p{place},1000,{count}\n");
        }
    }
    text
}

const GEO: &str = "place,name,long,lat\np0,a,112.50,37.80\np1,b,112.51,37.80\np2,c,112.521,37.80\np3,d,112.54,37.80\np4,e,112.60,37.80\np5,uncounted,112.515,37.80\n";

#[test]
fn the_scan_names_the_places() {
    let files = Files::new(&[("geo.csv", GEO), ("counts.csv", &counts())]);
    let scan = [
        "alarms",
        "--method",
        "scan",
        "--places",
        &files.path("geo.csv"),
        "--counts",
        &files.path("counts.csv"),
        "--k",
        "3",
        "--json",
    ];
    let out = json(&done(&scan));
    assert_eq!(out["places"], serde_json::json!(["p1", "p2"]));
    assert_eq!(out["duration"], 2);
    // 48 seen, 16 expected.
    assert!((out["score"].as_f64().unwrap() - (48.0 * 3.0_f64.ln() + 16.0 - 48.0)).abs() < 1e-4);
    assert!(out["p_value"].as_f64().unwrap() <= 0.01);
    // Of five places in a row: 5 alone, 4 pairs of neighbours, 3 of three; the place without counts makes none.
    assert_eq!(out["zones"], 12);
    assert_eq!(done(&scan), done(&scan), "the same seed gives the same");
}

#[test]
fn wrong_tables_are_named() {
    let files = Files::new(&[
        ("weeks.csv", "week,cases\n1,2\n"),
        ("minus.csv", "week,count\n1,2\n2,-3\n"),
        ("geo.csv", GEO),
        ("counts.csv", &counts()),
        ("stranger.csv", "year,place,count\n2010,p9,1\n"),
        ("nan.csv", "year,place,count\n2010,p1,NaN\n"),
        ("flat.csv", "place,height\np1,3\n"),
    ]);
    let error = refused(&["alarms", &files.path("weeks.csv"), "--method", "ears_c1"]);
    assert!(error.contains("column count is missing") && error.contains("week,cases"), "{error}");
    let error = refused(&["alarms", &files.path("minus.csv"), "--method", "ears_c1"]);
    assert!(error.contains("line 3") && error.contains("-3"), "{error}");
    let scan = |places: &str, counts: &str, more: &[&str]| {
        let (places, counts) = (files.path(places), files.path(counts));
        let mut args = vec!["alarms", "--method", "scan", "--places", &places, "--counts", &counts, "--json"];
        args.extend(more);
        refused(&args)
    };
    assert!(scan("geo.csv", "stranger.csv", &[]).contains("p9"));
    assert!(scan("geo.csv", "nan.csv", &[]).contains("NaN"));
    assert!(scan("flat.csv", "counts.csv", &[]).contains("flat.csv"));
    assert!(scan("geo.csv", "counts.csv", &["--from", "1999"]).contains("1999"));
}
