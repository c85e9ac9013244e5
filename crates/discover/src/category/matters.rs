//! The product's own model: the community's list of matters, learned from texts that the project wrote.

use super::{Category, Confusion, likeliest};
use crate::statistics::Chance;
use guanjia_domain::matter;

/// A matter's code, then how people put it, with bars between.
const TEXTS: &str = include_str!("matters.txt");
/// How requests begin and end besides what they are about.
const BEFORE: &[&str] = &[
    "",
    "",
    "3号楼",
    "我们小区",
    "你好，",
    "请问",
    "反映一下，",
    "12号楼2单元",
    "我家",
    "物业不管，",
    "A座",
];
const AFTER: &[&str] =
    &["", "", "，麻烦处理一下", "，请尽快解决", "，谢谢", "，好几天了", "，怎么办", "，已经反映过一次"];
/// Each text is learned so many times, each time with another beginning and end.
const TIMES: usize = 3;
/// Phrases are held out in so many parts.
const PARTS: usize = 4;

impl Category {
    /// The model of the community's own list; its labels are the codes of [`guanjia_domain::matter::MATTERS`]. It is
    /// trained when it is asked for: that takes less than reading a file of its size.
    #[must_use]
    pub fn of_matters() -> Self {
        let written = texts(&mut Chance::new(20_260_102));
        let pairs: Vec<(&str, &str)> = written.iter().map(|(text, code)| (text.as_str(), *code)).collect();
        // Each text was learned several times with other beginnings: held out, it would still be known.
        Self { held_out: None, ..Self::train(&pairs, |_| {}).unwrap_or_default() }
    }

    /// How the product's own model classifies phrases of its list that it has not learned: a quarter at a time is held
    /// out, with all its beginnings and ends. That trains four models.
    #[must_use]
    pub fn measured_on_matters() -> Confusion {
        let written = texts(&mut Chance::new(20_260_102));
        let all: Vec<(&str, &str)> = phrases().map(|(code, text)| (text, code)).collect();
        let (once, mut labels, mut found) = (written.len() / TIMES, Vec::new(), Vec::new());
        for part in 0..PARTS {
            let learned = |place: usize| place % once >= all.len() || place % once % PARTS != part;
            let pairs: Vec<(&str, &str)> = (0..written.len())
                .filter(|place| learned(*place))
                .map(|place| (written[place].0.as_str(), written[place].1))
                .collect();
            let Ok(model) = Self::train(&pairs, |_| {}) else { continue };
            for (text, code) in all.iter().skip(part).step_by(PARTS) {
                let truth = model.labels.partition_point(|label| label.as_str() < *code);
                found.push((truth, likeliest(&model.probabilities(text))));
            }
            labels = model.labels;
        }
        Confusion::new(labels, found)
    }
}

/// The texts with their codes; codes that are no longer on the list are left out.
pub(super) fn texts(chance: &mut Chance) -> Vec<(String, &'static str)> {
    let mut texts = Vec::new();
    for _ in 0..TIMES {
        for (code, text) in phrases() {
            let (before, after) = (BEFORE[chance.below(BEFORE.len())], AFTER[chance.below(AFTER.len())]);
            texts.push((format!("{before}{text}{after}"), code));
        }
        let names = matter::MATTERS.iter().map(|matter| (matter.zh.to_owned(), matter.code));
        texts.extend(names);
    }
    texts
}

/// Each phrase with its code.
pub(super) fn phrases() -> impl Iterator<Item = (&'static str, &'static str)> {
    TEXTS
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter(|(code, _)| matter::find(code).is_some())
        .flat_map(|(code, texts)| texts.split('｜').map(move |text| (code, text)))
}
