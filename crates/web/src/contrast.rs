//! Every pair of colours that the style sheets put together can be read, in the light and in the dark: 4.5 to 1 for
//! text (WCAG 2.2, 1.4.3), 3 to 1 for the edge of what is filled in or pressed (1.4.11).

use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../assets/css/tokens.css");

/// Where each theme begins in the file; it ends with the next brace.
const THEMES: [(&str, &str); 3] = [
    ("light", ":root {"),
    ("dark by the device", ":root:not([data-theme=\"light\"]) {"),
    ("dark by choice", ":root[data-theme=\"dark\"] {"),
];

/// Text on a ground.
const TEXTS: [(&str, &[&str]); 8] = [
    (
        "ink",
        &["paper", "surface", "sunken", "accent-soft", "late-soft", "wait-soft", "done-soft", "work-soft"],
    ),
    ("ink-soft", &["paper", "surface", "sunken", "accent-soft", "late-soft"]),
    ("accent", &["paper", "surface", "accent-soft"]),
    ("accent-strong", &["paper", "surface", "accent-soft"]),
    ("on-accent", &["accent", "accent-strong"]),
    ("late", &["paper", "surface", "late-soft"]),
    ("wait", &["paper", "surface", "wait-soft"]),
    ("done", &["surface", "done-soft"]),
];

/// Edges of fields and buttons, and the ring of the focus.
const EDGES: [(&str, &[&str]); 2] =
    [("line-strong", &["paper", "surface"]), ("accent", &["paper", "surface", "sunken"])];

type Colours = BTreeMap<&'static str, [f64; 3]>;

/// The colours of a theme: `--name: #rrggbb;`, a line each.
fn colours(begins: &str) -> Colours {
    let (_, block) = TOKENS.split_once(begins).expect("the theme");
    let lines = block.split('}').next().unwrap_or_default().lines();
    let pair = |line: &'static str| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
        let part = |at: usize| u8::from_str_radix(value.get(at..at + 2)?, 16).ok().map(f64::from);
        Some((name, [part(0)?, part(2)?, part(4)?]))
    };
    lines.filter_map(pair).collect()
}

/// Relative luminance by WCAG 2.2.
fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = part / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn too_close(pairs: &[(&str, &[&str])], least: f64, found: &mut Vec<String>) {
    for (theme, begins) in THEMES {
        let all = colours(begins);
        for (front, grounds) in pairs {
            for ground in *grounds {
                let ratio = contrast(all[front], all[ground]);
                if ratio < least {
                    found.push(format!("{theme}: {front} on {ground} is {ratio:.2} to 1, at least {least}"));
                }
            }
        }
    }
}

#[test]
fn every_pair_of_colours_can_be_read() {
    let mut found = Vec::new();
    too_close(&TEXTS, 4.5, &mut found);
    too_close(&[("work", &["surface", "work-soft"])], 4.5, &mut found);
    too_close(&EDGES, 3.0, &mut found);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn both_ways_into_the_dark_are_the_same() {
    assert_eq!(colours(THEMES[1].1), colours(THEMES[2].1));
    assert!(colours(THEMES[0].1).len() > 15, "the colours were not read");
}

#[test]
fn the_measure_is_the_one_of_the_standard() {
    let (black, white, grey) = ([0.0; 3], [255.0; 3], [118.0; 3]);
    assert!((contrast(black, white) - 21.0).abs() < 1e-9);
    assert!((contrast(grey, white) - 4.54).abs() < 0.01, "#767676 is the lightest grey that passes on white");
}
