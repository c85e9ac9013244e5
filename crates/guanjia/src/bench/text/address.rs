//! Addresses: F1 over all parts and of house, cell and room, beside rules.

use super::address_rules::parts;
use crate::bench::figures::{Figures, Wanted};
use crate::failure::Failure;
use crate::text::{conll, unfit};
use guanjia_discover::address::{Sign, Span, Tagged, Tagger, score_spans, signs, spans_of};
use std::path::Path;

/// The files that are read here, below the folder of texts.
pub const FILES: [&str; 2] = ["address/train.txt", "address/dev.txt"];

/// Trains on the one file and measures on the other.
pub fn measure(folder: &Path, figures: &mut Figures) -> Result<(), Failure> {
    let [train, test] = FILES.map(|name| folder.join(name));
    let tagger = Tagger::train(&conll::read(&train)?, |_| {})
        .ok_or_else(|| unfit(&train, "标签只有一种", "it has one tag only"))?;
    let (mut by_model, mut by_rules) = (Vec::new(), Vec::new());
    for address in conll::read(&test)? {
        let signs = placed(&address);
        let truth = spans_of(&signs, &address.tags.iter().map(String::as_str).collect::<Vec<_>>());
        by_model.push((truth.clone(), spans_of(&signs, &tagger.tag(&signs))));
        by_rules.push((truth, parts(&signs)));
    }
    tell(figures, &by_model, &NAMES, true);
    tell(figures, &by_rules, &RULES, false);
    Ok(())
}

const NAMES: [&str; 4] = ["address, F1", "address, houseno", "address, cellno", "address, roomno"];
const RULES: [&str; 4] =
    ["  rules only, F1", "  rules only, houseno", "  rules only, cellno", "  rules only, roomno"];
const TAGS: [&str; 3] = ["houseno", "cellno", "roomno"];

fn tell(figures: &mut Figures, pairs: &[(Vec<Span>, Vec<Span>)], names: &[&'static str; 4], asked: bool) {
    let score = score_spans(pairs);
    let wanted = |least| if asked { Wanted::AtLeast(least) } else { Wanted::Told };
    figures.add(names[0], score.all[2], "", wanted(0.88));
    for (name, tag) in names[1..].iter().zip(TAGS) {
        let f1 = score.per_tag.get(tag).map_or(0.0, |figures| figures[2]);
        figures.add(*name, f1, "", wanted(0.93));
    }
}

/// The signs of an address as they follow one another, made plain as the tagger reads them.
fn placed(address: &Tagged) -> Vec<Sign> {
    let plain = |text: &String| signs(text).into_iter().map(|sign| sign.text).collect::<String>();
    let sign = |(at, text): (usize, &String)| Sign { text: plain(text), start: at, end: at + 1 };
    address.signs.iter().enumerate().map(sign).collect()
}
